"""Whose number it is: reporter and partner, and in whose favour a balance stands."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from legation.lexicon import word_list
from legation.model import Quantity, Token
from legation.records.measures.cues import cues
from legation.records.measures.listing import Place
from legation.records.measures.measure_words import Anchor
from legation.records.measures.passages import Passage

FLOWS = ("trade_total", "exports", "imports", "balance")
SUBJECTS = ("nsubj", "nsubjpass")
FAVOUR = ("favour", "favor")
EVERYWHERE = word_list("measures", "sides.everywhere")


class Sides(Struct, frozen=True):
    """Codes of the two parties. ``mutual`` is true where the text speaks of both without naming
    them ("bilateral trade"); ``paired`` where it names both at once ("trade between A and B"), so
    that neither is the owner."""

    reporter: str | None = None
    partner: str | None = None
    mutual: bool = False
    paired: bool = False


def sides(passage: Passage, anchor: Anchor, listed: Place | None = None) -> Sides:
    """The parties that stand beside a measure word, each in its slot; of parties in a row, the one
    in the number's place.
    """
    is_noun = anchor.word.pos == "noun"
    filled = _noun_slots(passage, anchor) if is_noun else _verb_slots(passage, anchor)
    pair = _pair(passage, anchor, filled)
    if pair:
        return _ordered(pair) if len(pair) == 2 else Sides()
    if anchor.measure == "imports" and filled.get("of") and filled.get("from"):
        # "imports of Moldova from Romania"; "imports of Romanian wine" has no "from"
        filled["own"] = filled.pop("of")
    reporter = _first(filled, anchor.word.reporter, listed)
    partner = _first(filled, anchor.word.partner, listed, reporter)
    reporter = reporter or _clause_owner(passage, anchor, partner)
    if partner is None and reporter and _is_with_all(anchor):
        partner = "WLD"
    if (reporter and partner) or not _said_before(anchor, cues().mutual):
        return Sides(reporter, partner)
    named = passage.parties([t for t in passage.sentence.tokens if t.i < anchor.token.i])
    return _ordered(named) if len(named) == 2 else Sides(reporter, partner, mutual=True)


def _pair(passage: Passage, anchor: Anchor, filled: Mapping[str, list[str]]) -> list[str]:
    """The two or more that a measure word joins ("between A and B", "A and B's trade"), or
    nobody.
    """
    own = filled.get("own", [])
    is_joint = anchor.measure in ("trade_total", "balance") and len(own) == 2
    pair = filled.get("between", []) or (own if is_joint else [])
    if len(pair) >= 2:
        return pair
    if anchor.measure != "trade_total" or own:
        return []
    shared = _clause_owners(passage, anchor)
    return shared if len(shared) == 2 else []


def _is_with_all(anchor: Anchor) -> bool:
    """Whether the words make the partner everybody: "global exports", "exports worldwide"."""
    if anchor.measure not in FLOWS:
        return False
    return _said_before(anchor, cues().worldwide) or _everywhere(anchor)


def _said_before(anchor: Anchor, words: frozenset[str]) -> bool:
    """Whether one of some words, which may be hyphened, stands in the phrase before the measure
    word.
    """
    phrase = "".join(f"{t.lower} " if t.text != "-" else "-" for t in anchor.before).replace(
        " -", "-"
    )
    return bool(words & set(phrase.split()))


def _everywhere(anchor: Anchor) -> bool:
    """Whether the partners are all: "total foreign trade", "imports from around the world"."""
    if _said_before(anchor, cues().worldwide):
        return True
    words = " ".join(t.lower for t in anchor.after)
    return any(said in words for said in EVERYWHERE)


def _ordered(pair: Sequence[str]) -> Sides:
    """As written, but the Union first: it is the one whose statistics are at hand."""
    first, second = pair[0], pair[1]
    return (
        Sides(second, first, paired=True) if second == "EUR" else Sides(first, second, paired=True)
    )


def _first(
    filled: dict[str, list[str]],
    slots: Sequence[str],
    listed: Place | None,
    other: str | None = None,
) -> str | None:
    """The one party of the first slot that has any; several in one slot are a sum of several, and
    nobody's own.
    """
    for slot in slots:
        held = [p for p in filled.get(slot, []) if p != other]
        if held:
            return held[0] if len(held) == 1 else listed.pick(held) if listed else None
    return None


def redirected(passage: Passage, quantity: Quantity, anchor: Anchor, found: Sides) -> Sides:
    """The sides of a number that shares its measure word with one before, where its own words name
    another party.

    "Exports to A reached 5 billion and to B 3 billion", "A's exports rose to 5 billion, in B's case
    to 3 billion".
    """
    before = [
        q
        for q in passage.quantities
        if anchor.token.end <= q.span.start and q.span.end <= quantity.span.start
        if not _counts_a_party(passage, q)
    ]
    start = before[-1].span.end if before else quantity.span.end
    later = [q.span.start for q in passage.quantities if q.span.start >= quantity.span.end]
    gap = passage.between(start, quantity.span.start) if before else []
    filled = _gap_slots(passage, _last_part(gap), bool(before))
    for slot, held in _prepositions(
        passage, _tail(passage, quantity, min(later, default=10**9))
    ).items():
        filled.setdefault(slot, held)
    reporter = _first(filled, anchor.word.reporter, None)
    partner = _first(
        filled,
        (*anchor.word.partner, *(("for",) if found.partner and before else ())),
        None,
        reporter,
    )
    if before:
        return Sides(
            reporter or found.reporter, partner or found.partner, found.mutual, found.paired
        )
    return Sides(found.reporter or reporter, found.partner or partner, found.mutual, found.paired)


def _counts_a_party(passage: Passage, quantity: Quantity) -> bool:
    """Whether a number is part of a party's name: "the 27 EU states"."""
    following = [t for t in passage.sentence.tokens if t.start >= quantity.span.end][:1]
    return quantity.unit == "count" and any(t.i in passage.standing for t in following)


def _gap_slots(passage: Passage, gap: Sequence[Token], owned: bool) -> dict[str, list[str]]:
    filled = _prepositions(passage, gap)
    named = {p for held in filled.values() for p in held}
    case = any(t.lower == "case" for t in gap)
    own = [p for p in passage.parties(list(gap)) if case or p not in named]
    return filled | ({"own": own} if owned and own else {})


def _tail(passage: Passage, quantity: Quantity, end: int) -> list[Token]:
    """The few words after a number that still belong to it."""
    following = [t for t in passage.sentence.tokens if quantity.span.end <= t.start < end][:9]
    ends = (
        n
        for n, t in enumerate(following)
        if t.tag.startswith(("VB", "MD", "W")) or t.text in (",", ";", "(", "and")
    )
    stop = next(ends, len(following))
    listed = [t for t in following[stop + 1 : stop + 3] if t.i in passage.standing]
    return [] if listed and following[stop].text in (",", "and") else following[:stop]


def _last_part(gap: Sequence[Token]) -> list[Token]:
    """What stands after the last comma or "and" between two numbers: the words before it belong to
    the first.
    """
    cut = next(
        (
            n
            for n in range(len(gap) - 1, -1, -1)
            if gap[n].lower in (",", "and", ";", "while", "but")
        ),
        None,
    )
    return list(gap if cut is None or cut == len(gap) else gap[cut + 1 :])


def _noun_slots(passage: Passage, anchor: Anchor) -> dict[str, list[str]]:
    """The parties before the noun (``own``) and after it, by the preposition that they follow."""
    filled = {"own": passage.parties(list(anchor.before))}
    return filled | _prepositions(passage, anchor.after)


def _prepositions(passage: Passage, words: Sequence[Token]) -> dict[str, list[str]]:
    """Parties by preposition. "Between A and B" holds both; "in favour of A" tells of the surplus,
    not of whose number it is.
    """
    filled: dict[str, list[str]] = {}
    slot, favoured = "", False
    for token in words:
        favoured = favoured or token.lower in FAVOUR
        if favoured:
            favoured = token.i not in passage.standing
        elif token.i in passage.standing:
            held = filled.setdefault(slot, [])
            held += [p for p in passage.parties([token]) if p not in held]
        elif token.tag in ("IN", "TO") or token.lower in ("with", "towards", "toward"):
            slot = token.lower
    filled.pop("", None)
    return filled


def _verb_slots(passage: Passage, anchor: Anchor) -> dict[str, list[str]]:
    """The parties of a verb: subject (``own``), object (``obj``), and by preposition."""
    sentence, verb = passage.sentence, anchor.token
    filled: dict[str, list[str]] = {}
    subjects = sentence.children(verb, "nsubj") or _borrowed_subject(passage, verb)
    passive = bool(sentence.children(verb, "nsubjpass"))
    if not passive:
        filled["own"] = passage.parties(_phrase(passage, subjects))
    objects = _phrase(passage, sentence.children(verb, "dobj", "dative"))
    if anchor.measure == "exports":  # "sold Japan copper" is to Japan; "sold Japanese cars" is not
        objects = [
            t
            for t in objects
            if t.i in passage.standing and passage.standing[t.i].form != "demonym"
        ]
    filled["obj"] = passage.parties(objects)
    reach = [t for t in sentence.tokens if verb.i < t.i <= verb.i + 24]
    stop = next(
        (
            n
            for n, t in enumerate(reach)
            if t.text in (";", ".") or t.tag in ("VBD", "VBZ", "VBP", "MD")
        ),
        len(reach),
    )
    for slot, held in _prepositions(passage, reach[:stop]).items():
        filled.setdefault(slot, held)
    return filled


def _borrowed_subject(passage: Passage, verb: Token) -> list[Token]:
    """The subject of the verb that this one is joined to or hangs from: "X plans to invest", "X
    bought and shipped".
    """
    node = verb
    for head in passage.sentence.ancestors(verb):
        if node.dep in ("relcl", "acl"):
            return [head]
        if node.dep not in ("xcomp", "conj", "advcl", "ccomp", "aux"):
            return []
        subjects = passage.sentence.children(head, "nsubj")
        if subjects:
            return subjects
        node = head
    return []


def _phrase(passage: Passage, heads: Sequence[Token]) -> list[Token]:
    """The noun phrase of a subject without its clauses and prepositional tails, its joined nouns
    included.
    """
    found: list[Token] = []
    for head in heads:
        found.append(head)
        for child in passage.sentence.children(
            head, "compound", "amod", "poss", "nmod", "conj", "det"
        ):
            found += _phrase(passage, [child]) if child.dep == "conj" else [child]
    return sorted(found, key=lambda t: t.i)


def _clause_owner(passage: Passage, anchor: Anchor, partner: str | None) -> str | None:
    owners = [p for p in _clause_owners(passage, anchor) if p != partner]
    return owners[0] if len(owners) == 1 else None


def _clause_owners(passage: Passage, anchor: Anchor) -> list[str]:
    """The subject of the verb whose object the measure word is: "South Korea ran a surplus",
    "Germany cut imports of …".
    """
    if anchor.word.pos != "noun" or anchor.token.dep in SUBJECTS:
        return []
    nouns = 0
    for head in passage.sentence.ancestors(anchor.token):
        nouns += head.tag.startswith("NN")
        if nouns > 1:  # "was the target of criticism over a deficit" does not say whose deficit
            return []
        if head.tag.startswith("VB"):
            subjects = passage.sentence.children(head, "nsubj") or _borrowed_subject(passage, head)
            return passage.parties(_phrase(passage, subjects))
    return []


def favour(passage: Passage, anchor: Anchor, found: Sides) -> str | None:
    """Who has the surplus: "in favour of X", the owner of a surplus, the partner of a deficit."""
    words = list(passage.sentence.tokens)
    cue = next((n for n, t in enumerate(words) if t.lower in FAVOUR), None)
    if cue is not None:
        named = passage.parties(words[cue + 1 : cue + 6]) or passage.parties(
            words[max(0, cue - 3) : cue]
        )
        return named[0] if named else None
    if found.paired:
        return None
    if anchor.word.lemma == "surplus":
        return found.reporter
    return found.partner if anchor.word.lemma in ("deficit", "gap") else None
