"""The direction that leads to a level ("fell to €12 billion"), held against the year before."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec.structs import replace

from legation.lexicon.directions import directions
from legation.model import Answer, Definition, Figure, Question, Reading, Sentence, Token

FLOWS = frozenset({"exports", "imports", "trade_total"})
REACH = 5
"""So many words before its number the "to" of a change may stand: "to a record of about €2 bn"."""
BECAUSE = "the direction that the text tells"


def questions(reading: Reading, figure: Figure, stated: Definition) -> Iterator[Question]:
    """The growth of the year, where the words say that the level was risen or fallen to; its
    answer is shown to no reader by itself and decides on nothing but the direction."""
    if stated.measure in FLOWS and led_to(reading, figure) is not None:
        grown = replace(stated, measure="growth", flow=stated.measure, unit="EUR")
        yield Question(record=figure.id, definition=grown, licence="unlicensed", because=BECAUSE)


def is_asked(answer: Answer) -> bool:
    """Whether an answer is to the question of this module."""
    return answer.question.because == BECAUSE


def against(reading: Reading, figure: Figure, answers: Sequence[Answer]) -> str | None:
    """What speaks against the direction of a level, in words; None where it is right, untold, or
    within what revisions move."""
    told = led_to(reading, figure)
    seen = next((a for a in answers if is_asked(a) and a.observation is not None), None)
    if told is None or seen is None or seen.observation is None:
        return None
    value, written = seen.observation.value, {"up": "a rise", "down": "a fall"}
    found: Literal["up", "down"] = "up" if value > 0 else "down"
    if found == told or abs(value) <= 1 + abs(value) * seen.band:
        return None
    return (
        f"the text tells {written[told]}, and against the year before it was {written[found]} of "
        f"{abs(value):.1f} %: the level and its direction are not of one series"
    )


def led_to(reading: Reading, figure: Figure) -> Literal["up", "down"] | None:
    """Whether a number is what something rose or fell to."""
    place = figure.anchor.span if figure.anchor else figure.evidence[0]
    sentence = next((s for s in reading.sentences if s.span.holds(place)), None)
    if sentence is None:
        return None
    before = [t for t in sentence.tokens if t.end <= place.start][-REACH:]
    link = next((t for t in reversed(before) if t.lower == "to"), None)
    if link is None or any(t.tag.startswith(("VB", "NNP")) for t in before if t.i > link.i):
        return None
    return _direction(sentence.head(link), sentence)


def _direction(word: Token, sentence: Sentence) -> Literal["up", "down"] | None:
    pos = "verb" if word.tag.startswith("VB") else "noun"
    found = directions().get((word.lemma, pos))
    is_compared = any(t.lower == "from" for t in sentence.tokens)
    if is_compared:  # "from 5 billion in March": it may have risen since another start
        return None
    return "up" if found == "up" else "down" if found == "down" else None
