"""What the text does not stand by: denied, doubted, left unsaid, or only to come. It is held
against no series, in either direction.
"""

from collections.abc import Sequence

from legation.grammar.factuality import Factuality
from legation.grammar.settings import told_of
from legation.lexicon.patterns import word_pattern
from legation.model import Assertion, Figure, Reading, Record, Sentence, Span, Statement

STANCES = {
    "denies": "the text denies it",
    "doubts": "the text doubts it",
    "declines": "somebody declines to say it",
}
TO_COME = {
    "planned": "it is planned",
    "hypothetical": "it is told as possible",
    "demanded": "it is asked for",
}

CONDITION = word_pattern("checks", "denials.condition")
DOUBTERS = word_pattern("checks", "denials.doubters")
OF_PLANS = word_pattern("checks", "denials.of_plans")


def against(reading: Reading, records: Sequence[Record], record: Figure | Assertion) -> str | None:
    """Why a figure or assertion must be held in neither direction, in words; None where the text
    stands by it.

    Args:
        reading: the document.
        records: all its records; the statement that holds this one says how its speaker stands.
        record: the figure or assertion.
    """
    by_speaker = _by_statement(records, record)
    if by_speaker is not None:
        return by_speaker
    sentence = _sentence(reading, record)
    if sentence is None:
        return None
    unreal = _unreal(reading.text(sentence.span))
    if unreal is not None:
        return unreal
    return _by_grammar(told_of(sentence, _words(record)), figure=isinstance(record, Figure))


def _unreal(words: str) -> str | None:
    """A condition or a plan at the head of a sentence, under which all of it stands."""
    doubters = DOUBTERS.match(words)
    if doubters is not None:
        return f"the text doubts it (“{doubters.group().strip()}”)"
    condition, source = CONDITION.match(words), OF_PLANS.search(words)
    if condition is not None:
        return f"it stands under a condition (“{condition.group().strip(' ,')}”)"
    return f"it is on the word of a plan (“{source.group()}”)" if source is not None else None


def _by_statement(records: Sequence[Record], record: Record) -> str | None:
    """What the statement that a record stands in says of it."""
    held = (r for r in records if isinstance(r, Statement) and r.id == record.said_in)
    stance = next((s.stance for s in held), "affirms")
    return STANCES.get(stance)


def _by_grammar(told: Factuality, *, figure: bool) -> str | None:
    for link in told.chain:
        if link.stance in STANCES:
            return f"{STANCES[link.stance]} (“{link.cue.text}”)"
    if not told.affirmed and told.polarity_cue is not None:
        return f"the text denies it (“{told.polarity_cue.text}”)"
    if figure and told.status in TO_COME and told.status_cue is not None:
        return f"{TO_COME[told.status]} (“{told.status_cue.text}”)"
    return None


def _words(record: Figure | Assertion) -> Span:
    """Where its clause is looked up: at the number, or the words of the claim."""
    return record.anchor.span if record.anchor is not None else record.evidence[0]


def _sentence(reading: Reading, record: Figure | Assertion) -> Sentence | None:
    """The sentence of a record; None for tables."""
    words = _words(record)
    near = (s for s in reading.sentences if s.span.start <= words.start < s.span.end)
    return next(near, None)
