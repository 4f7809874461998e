"""Whose "our exports" are: the speaker's country, else that of the office which published the
text.
"""

from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import table, word_list
from legation.model import Document, Reading, Statement
from legation.records.attribution import Attribution, attribute
from legation.records.figures.candidates.drafts import Settled
from legation.records.measures import BODIES, FLOWS, Passage

OURS = ("our",)
OFFICES = word_list("figures", "speakers.offices")


class Domain(Struct, frozen=True):
    """A row of ``countries.csv``; only the code and the two letters of its domain are wanted
    here.
    """

    code: str
    alpha2: str = ""
    name: str = ""
    official: str = ""
    wikidata: str = ""


@cache
def _domains() -> dict[str, str]:
    found = {row.alpha2.lower(): row.code for row in table("countries", Domain) if row.alpha2}
    return found | {"uk": "GBR"}


def ours(reading: Reading, passage: Passage, said: Sequence[Statement]) -> str | None:
    """The code that "our" stands for in a passage; null where it does not stand there, or for
    nobody known.
    """
    spoken = next((t for t in passage.sentence.tokens if t.lower in OURS), None)
    if spoken is None or spoken.i in passage.standing:
        return None
    speaker = attribute(reading, spoken.span, said).attributed_to
    if speaker is not None:
        stem = (speaker.actor or "").partition(":")[0]
        return stem if len(stem) == 3 and stem not in BODIES else None
    return office(reading.document)


def owned(settled: Settled, word: Attribution) -> Settled:
    """A flow with a partner and no owner, on the word of a country's office, is that country's:
    "exports to Italy amounted to …, the Statistical Office of Slovenia said". It counts as taken
    from context."""
    speaker = word.attributed_to
    owner = (
        (speaker.actor or "").partition(":")[0]
        if speaker is not None and word.voice == "official"
        else ""
    )
    lacking = settled.sides.reporter is None and settled.sides.partner not in (None, owner)
    if (
        not lacking
        or len(owner) != 3
        or owner in BODIES
        or settled.draft.measure not in (*FLOWS, "growth")
    ):
        return settled
    named = replace(settled.sides, reporter=owner)
    return replace(settled, sides=named, inherited=(*settled.inherited, "reporter"))


def office(document: Document) -> str | None:
    """The country whose office of state published a text, by the address."""
    try:
        labels = (urlsplit(document.url or "").hostname or "").split(".")
    except ValueError:
        return None
    return _domains().get(labels[-1]) if set(labels) & set(OFFICES) else None
