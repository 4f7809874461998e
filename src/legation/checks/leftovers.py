"""Every word accounted for: what a clause says beside the slots of its figure or claim.

Before a series may give a verdict, every content word of the clause has a part in it: it names a
party, a date, a number, the goods or the measure, or it stands in the list of neutral words
(``lexicon/en/neutral_words.csv``, and a list of the user's own). A word that is left over ("by
rail", "without Germany", "illegal", "northern") may make it another number, and is named.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from legation.checks import clause_words
from legation.checks.accounted import YEAR, Accounted
from legation.lexicon import word_set
from legation.model import Assertion, Figure, Period, Reading, Record, Sentence, Span, Token

CONTENT = ("NN", "JJ", "RB", "VB")
"""Penn tags of the words that mean something by themselves begin so."""
NARROWING = word_set("checks", "leftovers.narrowing")
"""Words of grammar that cut something off the whole: they count as words of content."""
ROUTES = word_set("checks", "leftovers.routes")
"""Prepositions that narrow a trade: "through third countries", "until June"."""
AUXILIARIES = frozenset({"be", "have", "do", "get"})
SHOWN = 3
"""So many words that are left over are named."""
LABEL = 4
"""A colon among so many first words ends the label of a speaker."""


def left_over(
    reading: Reading,
    record: Figure | Assertion,
    beside: Sequence[Record] = (),
    when: Period | None = None,
) -> list[str]:
    """The words of the record's clause that nothing accounts for, in their order.

    Args:
        reading: the document with its mentions.
        record: a figure, or a claim without a number.
        beside: the document's records: what another figure of the sentence is of has its part.
        when: the time of the series that would give the verdict.

    Returns:
        Words as written; empty where every one has its part, or where there is no sentence (a
        table).
    """
    found = _clause(reading, record, beside, when)
    if found is None:
        return []
    inside, held = found
    words = [t for t in inside if (_means(t) or held.other_time(t)) and not held.has(t)]
    return list(dict.fromkeys(t.text for t in words))[:SHOWN]


def by_own_list(
    reading: Reading, record: Figure | Assertion, beside: Sequence[Record] = ()
) -> list[str]:
    """The words of the clause that only the user's own list makes neutral."""
    found = _clause(reading, record, beside, None)
    if found is None:
        return []
    return list(dict.fromkeys(t.text for t in found[0] if _means(t) and found[1].is_own(t)))


def _clause(
    reading: Reading,
    record: Figure | Assertion,
    beside: Sequence[Record],
    when: Period | None,
) -> tuple[list[Token], Accounted] | None:
    """The words of a record's clause, and what accounts for them; None without a sentence."""
    place = record.anchor.span if record.anchor else record.evidence[0]
    sentence = next((s for s in reading.sentences if s.span.holds(place)), None)
    if sentence is None:
        return None
    near = [r for r in beside if isinstance(r, Figure) and r.sentence == record.sentence]
    held = Accounted(_of_sentence(reading, sentence.span), [record, *near], when)
    numbers = frozenset(
        quantity.digits.start
        for quantity in reading.quantities
        if quantity.unit != "count"
        and not quantity.span.holds(place)
        and not YEAR.fullmatch(reading.text(quantity.digits))
    )
    words = clause_words.words(sentence, place, numbers)
    return [t for t in words if t.i > _label_end(sentence)], held


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


def _means(token: Token) -> bool:
    if token.lemma in NARROWING or (token.dep == "prep" and token.lower in ROUTES):
        return True
    return token.tag.startswith(CONTENT) and token.lemma not in AUXILIARIES
