"""Where a text names an instrument: by the register's names, or by an open pattern."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import table, word_pattern, word_set
from legation.model import Actor, Reading, Sentence, Span, Token
from legation.records.instruments.candidates import register
from legation.records.instruments.candidates.register import Kind, Row

CONFIDENCE = {
    "register": 0.92,
    "acronym": 0.9,
    "capitalised": 0.78,
    "topic": 0.76,
    "described": 0.72,
    "body": 0.5,
}
CONNECTORS = word_set("instruments", "names.connectors") | {"-", "–", "&"}
BARE = word_set("instruments", "names.bare")
LONGEST_GAP = 60
"""Characters between two names of one thing."""
TIMES = frozenset({"DATE", "TIME"})
TOPIC_PREPOSITIONS = word_set("instruments", "names.topic_prepositions")
OFFICES = word_set("instruments", "names.offices")
ALSO = word_pattern("instruments", "names.also")
"""What stands between two names of one thing: "the Trans-Sahara Route (the so-called “Desert
Road”)".
"""
ACRONYM = re.compile(r"\s*\(\s*[“\"']?([A-Z][A-Za-z0-9&+-]*[A-Z0-9])[”\"']?\s*\)")
DESCRIBED = frozenset({"agreement", "summit", "project", "format", "fund", "law"})
"""Kinds whose lower-case description counts as a name when something tells which one is meant."""
BEFORE_NAMES = word_set("instruments", "names.before_names")


class NounRow(Struct, frozen=True, kw_only=True):
    """A row of ``instrument_nouns.csv``; ``topic``: whether "on X" alone tells which one is
    meant.
    """

    lemma: str
    kind: Kind
    topic: str = ""


class Named(Struct, frozen=True, kw_only=True):
    """An instrument as named here."""

    sentence: Sentence
    span: Span
    """The name with its acronym in brackets."""
    name: str
    kind: Kind
    pattern: str
    row: Row | None = None
    acronym: str | None = None


class Adjective(Struct, frozen=True):
    """A row of ``instrument_adjectives.csv``."""

    lemma: str


@cache
def general() -> frozenset[str]:
    """What a lower-case description may begin with and is no part of a name: "a new trade
    agreement".
    """
    return frozenset(row.lemma for row in table("instrument_adjectives", Adjective))


@cache
def nouns() -> dict[str, NounRow]:
    """Instrument nouns by lemma."""
    return {row.lemma: row for row in table("instrument_nouns", NounRow)}


def find(reading: Reading) -> list[Named]:
    """All names of instruments in a text, in order; they do not overlap."""
    found = list(_registered(reading))
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if not any(token.span.overlaps(named.span) for named in found):
                named = _at(reading, sentence, token)
                found = _with(found, named) if named is not None else found
    return _renamed(reading, sorted(found, key=lambda named: named.span))


def _at(reading: Reading, sentence: Sentence, token: Token) -> Named | None:
    """An instrument whose head a word is, and that the register does not know."""
    if token.text in ABBREVIATIONS:
        return _abbreviated(reading, sentence, token)
    row = nouns().get(token.lemma) if token.tag[:1] == "N" else None
    return _open(reading, sentence, token, row) if row is not None else None


def _with(found: list[Named], named: Named) -> list[Named]:
    """The names with one more, if it is none of them; "the Comprehensive Partnership (CEPA)" is the
    one that the register has by its letters.
    """
    same = [known for known in found if known.span.overlaps(named.span)]
    if not same:
        return [*found, named]
    short = same[0]
    if len(same) > 1 or not named.span.holds(short.span) or short.name != named.acronym:
        return found
    return [replace(named, row=short.row) if known is short else known for known in found]


def _renamed(reading: Reading, found: list[Named]) -> list[Named]:
    """One for what is named twice in a breath; the register's name says which it is."""
    kept: list[Named] = []
    for named in found:
        gap = reading.document.text[kept[-1].span.end : named.span.start] if kept else "."
        if len(gap) < LONGEST_GAP and ALSO.fullmatch(gap):
            kept[-1] = replace(kept[-1], row=kept[-1].row or named.row)
        else:
            kept.append(named)
    return kept


def _registered(reading: Reading) -> Iterator[Named]:
    hits = list(register.find(reading.document.text))
    spelt = {row.name for _, name in hits if name.exact is None for row in name.rows}
    position = 0
    for span, name in hits:
        while (
            position + 1 < len(reading.sentences)
            and reading.sentences[position].span.end <= span.start
        ):
            position += 1
        sentence = reading.sentences[position] if reading.sentences else None
        if sentence is None or not sentence.span.overlaps(span):
            continue
        row = _meant(reading, sentence, name, spelt)
        if row is None:
            continue
        whole, acronym = _with_acronym(reading.document.text, span)
        yield Named(
            sentence=sentence,
            span=whole,
            name=_one_line(reading.text(span)),
            kind=row.kind,
            pattern="body" if row.kind == "format" and _is_body(reading, span) else "register",
            row=row,
            acronym=acronym,
        )


def _meant(
    reading: Reading, sentence: Sentence, name: register.Name, spelt: set[str]
) -> Row | None:
    """Which row a name means: its own, or for a name that several bear the one whose parties stand
    beside it.
    """
    if not register.generic(name):
        return name.rows[0]
    single = tuple(actor for actor in reading.actors if not actor.members)
    near, wider = _codes(single, sentence.span), _codes(reading.actors, sentence.span)
    for codes in (near, wider, _discussed(reading, sentence)):
        fitting = [row for row in name.rows if row.parties and set(row.parties) <= codes]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return None
    alone = [row for row in name.rows if row.name in spelt]
    return alone[0] if len(name.rows) == 1 and alone and name.exact else None


def _discussed(reading: Reading, sentence: Sentence) -> set[str]:
    """The two sides that a text speaks of where the sentence does not name them: the pair under
    discussion, else the one that the whole text is about. Any two countries that it names somewhere
    are no sides.
    """
    known = reading.background
    pair = known.pair_at(reading.sentences.index(sentence))
    if pair is not None:
        return set(pair.codes)
    return set(known.pair or ())


def _codes(actors: tuple[Actor, ...], within: Span | None) -> set[str]:
    held = [a for a in actors if within is None or within.holds(a.span)]
    return {a.actor.split(":")[0] for a in held if a.actor} | {
        code for a in held for code in a.members
    }


def _is_body(reading: Reading, span: Span) -> bool:
    return any(actor.span.holds(span) for actor in reading.actors)


def _with_acronym(text: str, span: Span) -> tuple[Span, str | None]:
    found = ACRONYM.match(text, span.end)
    return (Span(span.start, found.end()), found.group(1)) if found else (span, None)


def _open(reading: Reading, sentence: Sentence, head: Token, row: NounRow) -> Named | None:
    """An instrument that the register does not know."""
    return _capitalised(reading, sentence, head, row) or _described(reading, sentence, head, row)


def _abbreviated(reading: Reading, sentence: Sentence, head: Token) -> Named | None:
    """ "An FTA with Oman", "the India-Oman CEPA", "an MoU on ports": a kind of agreement by its
    letters, told by what stands around it.
    """
    if head.dep == "compound" or not any(sentence.span.holds(a.span) for a in reading.actors):
        return None
    tokens, at = sentence.tokens, head.i - sentence.first
    first = at
    while first > 0 and _describes(tokens[first - 1]) and tokens[first - 1].lower not in general():
        first -= 1
    last, _ = _topic(tokens, at)
    span = Span(tokens[first].start, tokens[last].end)
    return Named(
        sentence=sentence,
        span=span,
        name=_one_line(reading.text(span)),
        kind="agreement",
        pattern="described",
        acronym=head.text,
    )


def _capitalised(reading: Reading, sentence: Sentence, head: Token, row: NounRow) -> Named | None:
    if not head.text[:1].isupper() or head.text.isupper():
        return None
    tokens, at = sentence.tokens, head.i - sentence.first
    if _more_follows(tokens, at):
        return None
    first = at
    while first > 0 and _goes_on(tokens[first - 1], tokens[first]):
        first -= 1
    while first < at and not (tokens[first].text[:1].isupper() or tokens[first].text[:1].isdigit()):
        first += 1
    if tokens[first].lower in BEFORE_NAMES and first < at:
        first += 1
    last = _right(tokens, at)
    if any(
        t.lower in OFFICES and tokens[t.i - tokens[0].i + 1].lower in {"for", "of"}
        for t in tokens[first:at]
    ):
        return None
    if first == last or all(t.lower in BARE for t in tokens[first : last + 1]):
        return None
    span = Span(tokens[first].start, tokens[last].end)
    if any(actor.span.holds(head.span) for actor in reading.actors):
        return None
    whole, acronym = _with_acronym(reading.document.text, span)
    pattern = "acronym" if acronym else "capitalised"
    return Named(
        sentence=sentence,
        span=whole,
        name=_one_line(reading.text(span)),
        kind=row.kind,
        pattern=pattern,
        acronym=acronym,
    )


def _more_follows(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the name has its head further on: "Partnership" of "Partnership and Cooperation
    Agreement".
    """
    after = tokens[at + 1 : at + 6]
    if not after or not (after[0].lower == "and" or after[0].tag[:3] == "NNP"):
        return False
    for token in after[1 if after[0].lower == "and" else 0 :]:
        if not token.text[:1].isupper():
            return False
        if token.lemma in nouns():
            return True
    return False


def _goes_on(token: Token, right: Token) -> bool:
    """Whether a name goes on to the left over ``token``."""
    if token.text[:1].isupper() or token.text.isdigit():
        return (
            token.tag not in {"DT", "PRP", "PRP$", "IN", "CC", "WDT", "MD"}
            and token.tag[:2] != "VB"
        )
    return token.lower in CONNECTORS - {"to", "in", "against"} and right.text[:1].isupper()


def _right(tokens: tuple[Token, ...], at: int) -> int:
    """The last token of "… on the Legal Status of the Sea", "… of Understanding"."""
    last, seek = at, at + 1
    while seek < len(tokens) and seek < at + 14:
        token = tokens[seek]
        if token.text[:1].isupper() and token.tag[:1] == "N":
            last = seek
        elif token.lower not in CONNECTORS | {"the"}:
            break
        seek += 1
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return last if after in {"of", "on", "for"} else at


def _described(reading: Reading, sentence: Sentence, head: Token, row: NounRow) -> Named | None:
    """ "a free trade agreement between A and B", "the accord on green hydrogen", "an EU-Asia
    summit".
    """
    is_name = head.text[:1].isupper() or head.dep == "compound"
    if row.kind not in DESCRIBED or head.tag == "NNS" or is_name:
        return None
    tokens, at = sentence.tokens, head.i - sentence.first
    first = at
    while first > 0 and _describes(tokens[first - 1]):
        first -= 1
    while first < at and tokens[first].lower in general():
        first += 1
    last, topic = _topic(tokens, at)
    before = tokens[first:at]
    is_told = _is_known_by_topic(row, tokens, first, at, topic=bool(topic))
    if not is_told and not _is_known_by_sides(reading, sentence, head, row, before):
        return None
    span = Span(tokens[first].start, tokens[last].end)
    whole, acronym = _with_acronym(reading.document.text, span)
    return Named(
        sentence=sentence,
        span=whole,
        name=_one_line(reading.text(span)),
        kind=row.kind,
        pattern="topic" if topic and row.kind == "agreement" else "described",
        acronym=acronym,
    )


def _is_known_by_topic(
    row: NounRow, tokens: Sequence[Token], first: int, at: int, *, topic: bool
) -> bool:
    """Whether what it is about, or how much money it holds, tells which one is meant."""
    if row.kind == "fund":
        return any(t.text in "$€£" or t.tag == "$" for t in tokens[max(0, first - 3) : at])
    if not row.topic:
        return False
    is_agreement = row.kind == "agreement"
    if topic and (is_agreement or row.kind == "law"):
        return True
    return is_agreement and any(_tells(token) for token in tokens[first:at])


def _is_known_by_sides(
    reading: Reading, sentence: Sentence, head: Token, row: NounRow, before: Sequence[Token]
) -> bool:
    """Whether the words before it name whose it is, or an agreement's "between" or "with" does."""
    if not before:
        return False
    if any(_is_actor(reading, token) or token.tag[:3] == "NNP" for token in before):
        return True
    return row.kind == "agreement" and any(
        _is_actor(reading, noun)
        for prep in sentence.children(head, "prep")
        if prep.lower in {"between", "with"}
        for noun in sentence.children(prep, "pobj")
    )


def _tells(token: Token) -> bool:
    """A word that says of what sort an agreement is: "the extradition treaty", "a 2019 fisheries
    protocol"; not "a new".
    """
    year = token.tag == "CD" and len(token.text) == 4 and token.text.isdigit()
    return year or (token.tag[:2] == "NN" and token.lower not in SLIGHT) or token.lower in SORTS


SLIGHT = word_set("instruments", "names.slight")
ABBREVIATIONS = word_set("instruments", "names.abbreviations")
BESIDE = word_set("instruments", "names.beside")
SORTS = word_set("instruments", "names.sorts")


def _describes(token: Token) -> bool:
    """Whether a word belongs to the description behind it; a plural does as the first half of a
    compound: "fisheries accord".
    """
    if token.tag == "NNS":
        return token.dep == "compound"
    return token.tag in {"NN", "NNP", "NNPS", "JJ", "HYPH", "CD", "VBN"} and token.dep not in {
        "nsubj",
        "poss",
        "dobj",
    }


def _topic(tokens: tuple[Token, ...], at: int) -> tuple[int, bool]:
    """The last token of "… of understanding on critical raw materials", and whether there is such
    a topic.
    """
    last = at
    if [t.lower for t in tokens[at + 1 : at + 3]] == ["of", "understanding"]:
        last = at + 2
    last = _past_sides(tokens, last)
    if (
        last + 2 > len(tokens) - 1
        or tokens[last + 1].lower not in TOPIC_PREPOSITIONS
        or tokens[last + 2].entity in TIMES
    ):
        return last, last > at
    if tokens[at].lemma == "deal" and tokens[last + 1].lower == "for":
        return last, False
    end = last + 1
    for seek in range(last + 2, min(len(tokens), last + 11)):
        token = tokens[seek]
        if token.entity in TIMES or (
            token.tag == "VBN" and tokens[min(seek + 1, len(tokens) - 1)].tag[:1] not in "NJ"
        ):
            break
        if token.tag[:1] in "NJ" or token.tag in {"HYPH", "DT", "VBN"}:
            end = seek if token.tag[:1] == "N" else end
        elif token.lower not in {"and", "of"}:
            break
    return (end, True) if end > last + 1 else (last, last > at)


def _past_sides(tokens: tuple[Token, ...], last: int) -> int:
    """Where the sides end that stand before a topic: "an agreement with Iran | on air links"."""
    seek = last + 1
    if seek >= len(tokens) or tokens[seek].lower not in {"with", "between"}:
        return last
    while seek < min(len(tokens), last + 8) and (
        tokens[seek].tag[:3] == "NNP" or tokens[seek].lower in BESIDE
    ):
        seek += 1
    goes_on = seek < len(tokens) and tokens[seek].lower in TOPIC_PREPOSITIONS - {"for"}
    return seek - 1 if goes_on else last


def _is_actor(reading: Reading, token: Token) -> bool:
    return any(actor.span.overlaps(token.span) for actor in reading.actors) or token.entity in {
        "GPE",
        "NORP",
    }


def _one_line(text: str) -> str:
    return " ".join(text.split())
