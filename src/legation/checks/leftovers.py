"""Every word accounted for: what a clause says beside the slots of its figure or claim.

Before a series may give a verdict, every content word of the clause has a part in it: it names a
party, a date, a number, the goods or the measure, or it stands in the list of neutral words
(``lexicon/en/neutral_words.csv``, and a list of the user's own). A word that is left over ("by
rail", "without Germany", "illegal", "northern") may make it another number, and is named.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.checks import currencies, indicators, products, totals
from legation.lexicon import table, word_set
from legation.model import (
    Actor,
    Assertion,
    Date,
    Figure,
    Period,
    Reading,
    Record,
    Sentence,
    Span,
    Token,
)

CONTENT = ("NN", "JJ", "RB", "VB")
"""Penn tags of the words that mean something by themselves begin so."""
NARROWING = word_set("checks", "leftovers.narrowing")
"""Words of grammar that cut something off the whole: they count as words of content."""
OTHER_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "csubj"})
VERBS = ("VB", "MD")
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OWN_SUBJECTS = ("nsubj", "nsubjpass", "expl")
COMMON_NOUNS = frozenset({"NN", "NNS"})
SPEAKING = frozenset({"person", "title", "pronoun", "body"})
AUXILIARIES = frozenset({"be", "have", "do", "get"})
A_MINUS = re.compile(r"\ba\s+(?:minus|plus)\s+of\b", re.IGNORECASE)
"""A balance in other words; elsewhere "minus" cuts something off."""
YEAR = re.compile(r"(?:19|20)\d\d")
SHOWN = 3
"""So many words that are left over are named."""
LABEL = 4
"""A colon among so many first words ends the label of a speaker."""
OF_MEANS = word_set("checks", "leftovers.of_means")


class Neutral(Struct, frozen=True, kw_only=True):
    """A row of ``neutral_words.csv``: a lemma that changes no number, and an example."""

    lemma: str
    example: str
    but_in: tuple[str, ...] = ()


@cache
def neutral(measure: str) -> frozenset[str]:
    """The lemmas that have no part in a number of that measure and change none."""
    rows = table("neutral_words", Neutral)
    return frozenset(row.lemma for row in rows if measure not in row.but_in)


def left_over(
    reading: Reading, record: Figure | Assertion, beside: Sequence[Record] = ()
) -> list[str]:
    """The words of the record's clause that nothing accounts for, in their order.

    Args:
        reading: the document with its mentions.
        record: a figure, or a claim without a number.
        beside: the document's records: what another figure of the sentence is of has its part.

    Returns:
        Words as written; empty where every one has its part, or where there is no sentence (a
        table).
    """
    place = record.anchor.span if record.anchor else record.evidence[0]
    sentence = next((s for s in reading.sentences if s.span.holds(place)), None)
    if sentence is None:
        return []
    near = [r for r in beside if isinstance(r, Figure) and r.sentence == record.sentence]
    held = _Accounted(_of_sentence(reading, sentence.span), [record, *near])
    numbers = frozenset(
        quantity.digits.start for quantity in reading.quantities if not quantity.span.holds(place)
    )
    inside = [t for t in clause(sentence, place, numbers) if t.i > _label_end(sentence)]
    words = [t for t in inside if (_means(t) or held.other_time(t)) and not held.has(t)]
    return list(dict.fromkeys(t.text for t in words))[:SHOWN]


def _of_sentence(reading: Reading, sentence: Span) -> Reading:
    """The reading with the mentions of one sentence alone: a word outside it accounts for none."""
    return replace(
        reading,
        quantities=tuple(m for m in reading.quantities if _touches(m.span, sentence)),
        dates=tuple(m for m in reading.dates if _touches(m.span, sentence)),
        actors=tuple(m for m in reading.actors if _touches(m.span, sentence)),
        sentences=tuple(s for s in reading.sentences if s.span == sentence),
    )


def _touches(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _label_end(sentence: Sentence) -> int:
    """The place of the colon of a label ("Q:", "SMITH:") that the sentence begins with, else -1."""
    first = sentence.tokens[:LABEL]
    return next((token.i for token in first if token.text == ":"), -1)


def told(words: Sequence[str]) -> str:
    """Why no series is asked, in words."""
    named = ", ".join(f"“{word}”" for word in words)
    return (
        f"{named} in its clause may make it another number than the series at hand has; a series "
        "of just that would settle it"
    )


def clause(sentence: Sentence, place: Span, numbers: frozenset[int] = frozenset()) -> list[Token]:
    """The words of the clause that holds a place: its verb with all that hangs from it, less the
    clauses that have a subject of their own, and the phrases of other ``numbers`` (their starts).
    """
    apex = sentence.apex(place)
    if apex is None:
        return []
    head = _governor(sentence, apex)
    held: list[Token] = []
    waiting = [head]
    while waiting:
        token = waiting.pop()
        held.append(token)
        waiting += [c for c in sentence.children(token) if not _parted(sentence, c, place, numbers)]
    return sorted(held, key=lambda token: token.i)


def _governor(sentence: Sentence, apex: Token) -> Token:
    """The verb of the clause, or the root where there is none; from a clause that only describes a
    noun ("exports, which reached …") on to the clause of that noun.
    """
    at = apex
    while at.head != at.i:
        if at.tag.startswith(VERBS) and _is_own_clause(sentence, at):
            return at
        at = sentence.head(at)
    return at


def _is_own_clause(sentence: Sentence, verb: Token) -> bool:
    if verb.dep in OTHER_CLAUSES:
        return True
    return verb.dep == "conj" and _has_subject(sentence, verb)


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return bool(sentence.children(verb, *OWN_SUBJECTS))


def _parted(sentence: Sentence, token: Token, place: Span, numbers: frozenset[int]) -> bool:
    """Whether what hangs from a word is another clause, and does not hold the number."""
    below = sentence.subtree(token)
    if any(t.start <= place.start < t.end for t in below):
        return False
    if token.dep in OTHER_CLAUSES:
        return _has_subject(sentence, token) or token.start > place.end
    if token.dep == "conj" and token.tag.startswith(VERBS):
        return True
    return token.dep not in SUBJECTS and any(t.start in numbers for t in below)


def _means(token: Token) -> bool:
    if token.lemma in NARROWING:
        return True
    return token.tag.startswith(CONTENT) and token.lemma not in AUXILIARIES


class _Accounted:
    """What a record's slots, its mentions and the tables of words account for."""

    def __init__(self, reading: Reading, records: Sequence[Figure | Assertion]) -> None:
        own = records[0]
        self.spans = [span for record in records for span in _spans(reading, record)]
        self.bodies = [actor.span for actor in reading.actors if actor.form == "body"]
        self.times = [date.span for date in reading.dates if date.type == "DATE"]
        self.own_times = [d.span for d in reading.dates if any(_told(d, r) for r in records)]
        named = frozenset[str]().union(*(_slot_words(record) for record in records))
        self.words = named | neutral(own.measure or "") | _of_mean(own)

    def has(self, token: Token) -> bool:
        """Whether a word has its part."""
        if token.tag == "CD" and YEAR.fullmatch(token.text):
            return _lies_in(token, self.own_times)
        if token.lemma in self.words or token.lower in self.words:
            return True
        if token.tag in COMMON_NOUNS and _lies_in(token, self.bodies):
            return False  # "German carmakers" are not Germany
        return _lies_in(token, self.spans)

    def other_time(self, token: Token) -> bool:
        """Whether a number is (part of) a date: one that is not the record's is left over."""
        if token.tag != "CD":
            return False
        return _lies_in(token, self.times) or YEAR.fullmatch(token.text) is not None


def _lies_in(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def _spans(reading: Reading, record: Figure | Assertion) -> Iterator[Span]:
    yield from (quantity.span for quantity in reading.quantities)
    yield from (date.span for date in reading.dates if _told(date, record))
    yield from (
        _matched(match) for match in currencies.CURRENCY_TERMS.finditer(reading.document.text)
    )
    if record.measure == "balance":
        yield from (_matched(match) for match in A_MINUS.finditer(reading.document.text))
    yield from _of_indicator(reading, record)
    codes = _codes(record)
    total = totals.read(reading, record) if isinstance(record, Figure) else None
    codes |= frozenset(total.codes if total is not None else ())
    for actor in reading.actors:
        if _is_party(actor, codes):
            yield actor.span


def _is_party(actor: Actor, codes: frozenset[str]) -> bool:
    """Whether a name is one of the record's parties, or of somebody who only speaks."""
    if actor.actor is None or ":" in actor.actor:
        return True
    return actor.actor[:3] in codes or actor.form in SPEAKING


def _matched(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _of_indicator(reading: Reading, record: Figure | Assertion) -> Iterator[Span]:
    """Of a number of a country (duty, product, population): the words that name it, and with whom
    it is.
    """
    if not isinstance(record, Figure) or not indicators.measured(reading, record):
        return
    yield from (actor.span for actor in reading.actors)
    patterns = [pattern for _, pattern in indicators.rows()]
    for pattern in (*patterns, indicators.DUTIES):
        for match in pattern.finditer(reading.document.text):
            yield Span(match.start(), match.end())


def _codes(record: Figure | Assertion) -> frozenset[str]:
    """The parties of a record, and whose word it is."""
    held = [record.reporter, record.partner]
    if isinstance(record, Figure):
        held.append(record.in_favour_of)
    else:
        held += [record.subject, record.object, *record.about]
    if record.attributed_to is not None:
        held.append(record.attributed_to.actor)
    return frozenset(code[:3] for code in held if code)


def _told(date: Date, record: Figure | Assertion) -> bool:
    """Whether a date is the record's own, its base, or a day of telling."""
    period = date.period
    if date.type == "SET":
        return False
    if period is None or period.start is None or period.end is None:
        return True
    if (period.end - period.start).days < 7:
        return True
    return any(_meets(period, other) for other in _periods(record))


def _periods(record: Figure | Assertion) -> Sequence[Period]:
    held = [record.period]
    if isinstance(record, Figure) and record.change:
        held.append(record.change.base)
    return [period for period in held if period is not None]


def _meets(one: Period, other: Period) -> bool:
    """Whether two periods overlap."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    return one.start <= other.end and other.start <= one.end


def _of_mean(record: Figure | Assertion) -> frozenset[str]:
    """The words by which a number is a mean of months, where its unit holds them."""
    is_mean = isinstance(record, Figure) and record.unit.endswith(currencies.A_MONTH)
    return OF_MEANS if is_mean else frozenset()


def _slot_words(record: Figure | Assertion) -> frozenset[str]:
    """The words by which the record's goods are named."""
    if record.product is None:
        return frozenset()
    name = record.product.name.lower()
    held = {
        word
        for row in products.known()
        if row.name == name
        for words in row.words
        for word in words.split()
    }
    return frozenset({*name.split(), *held})
