"""What would settle what could not be checked: a fetch with its size, or a missing slot."""

from collections.abc import Sequence

from legation.model import Answer, Figure

ASKED = ("stated", "licensed", "mirror")
SLOTS = {
    "reporter": "whose trade it is",
    "partner": "with whom it is",
    "period": "of which year or months it is",
}


def words(figure: Figure, answers: Sequence[Answer], told: str) -> list[str]:
    """What would settle a figure, in words; empty where its reason says so already.

    Args:
        figure: the figure.
        answers: what the statistics said to its questions; an absence says what would bring it.
        told: the reason that is told.
    """
    asked = [a for a in answers if a.question.licence in ASKED and a.would_settle]
    fetched = next((a.would_settle for a in asked if a.observation is None), "")
    if fetched and not any(a.observation for a in answers if a.question.licence in ASKED[:2]):
        return [f"would settle it: {fetched}"]
    open_slots = [words for slot, words in SLOTS.items() if getattr(figure, slot) is None]
    if figure.nature != "flow" or not open_slots or "would settle" in told:
        return []
    return [f"would settle it: a text that says {' and '.join(open_slots)}"]
