"""Who did what to whom, in PLOVER 2.0."""

from collections.abc import Sequence

from legation.model import Event, Reading, Statement
from legation.records.events.assembly.finished import finish
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.exclusions import is_private
from legation.records.events.candidates.nominal import nominal
from legation.records.events.candidates.open_frames import opened
from legation.records.events.candidates.verbal import together, verbal
from legation.records.events.slots.location_inference import settle
from legation.records.events.slots.parties import sided
from legation.records.events.verifier import judged
from legation.records.predicates import Cast

__all__ = ["extract"]


def extract(reading: Reading, said: Sequence[Statement]) -> list[Event]:
    """The events that a reading tells, each with the words that tell it.

    Args:
        reading: sentences and mentions of one document.
        said: its statements; an event inside one stands on that speaker's word.

    Returns:
        One event for each visitor in a list of visitors, otherwise one for each verb or noun that
        tells it.
    """
    return [finish(reading, said, draft) for draft in judged(drafts_of(reading, said))]


def drafts_of(reading: Reading, said: Sequence[Statement] = ()) -> list[Draft]:
    """What the lexicon makes of a reading: every act that a verb or noun tells, with its sides,
    before it is judged and dated.

    ``said`` tells who "we" are in somebody's own words; without it they are nobody.
    """
    cast = Cast(reading, said)
    held = (sided(draft, cast, reading) for draft in found(reading, cast))
    return [draft for draft in held if not is_private(draft)]


def found(reading: Reading, cast: Cast) -> list[Draft]:
    """The same with the sides that the rules give them."""
    drafts: list[Draft] = []
    loose: list[Draft] = []
    for sentence in reading.sentences:
        told = verbal(sentence, cast, together(drafts, sentence))
        named = nominal(sentence, cast, told)
        promised = {
            i for draft in named for i in draft.consumed
        }  # "its pledge to help": the pledge, and no help yet
        these = [*(draft for draft in told if draft.trigger.i not in promised), *named]
        drafts += these
        loose += opened(sentence, cast, these)
    ordered = sorted([*drafts, *loose], key=lambda draft: draft.sentence.index)
    return [settle(draft, cast) for draft in ordered]
