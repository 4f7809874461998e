"""One document: a text becomes a checked ledger.

document -> mentions -> background -> records -> links within the document -> checks
"""

import logging

from msgspec.structs import replace

from legation import (
    __version__,
    background,
    checks,
    documents,
    mentions,
    reconciliation,
    records,
    statistics,
)
from legation.lexicon import weights_digest
from legation.mentions import traces
from legation.model import Document, Ledger, Reader, Unreadable
from legation.statistics import Statistics
from legation.store.account import reader_key

log = logging.getLogger(__name__)

TRACELESS = (
    "it names no country, office, speaker or number: nothing of it is recorded, and it was not "
    "parsed"
)


def ledger(document: Document, series: Statistics | None, *, whole: bool = True) -> Ledger:
    """One document's ledger; without ``series`` nothing is checked. Where it need not be
    ``whole``, a text without a trace of what is recorded is not parsed, and the ledger says so.
    """
    if not whole and not traces.any_in(document.text):
        notes = (*document.notes, TRACELESS)
        return Ledger(document=document, reader=_reader(series), records=(), notes=notes)
    found = mentions.find(document, documents.repair(document.text))
    reading = background.survey(found)
    entries = reconciliation.within(reading, records.extract(reading))
    if series is not None:
        entries = checks.judge(reading, entries, series.observe(checks.questions(reading, entries)))
    return Ledger(
        document=document,
        reader=_reader(series),
        pair=reading.background.pair,
        records=tuple(entries),
        mentions=mentions.all_of(replace(reading, quotations=found.quotations)),
        notes=reading.notes,
    )


def reader() -> str:
    """What reads here, as the account tells readers apart."""
    return reader_key(_reader(None))


def _reader(series: Statistics | None) -> Reader:
    """What reads here: version, weights, and the newest vintage of the series if any are asked."""
    held = sorted(statistics.snapshots(), key=lambda snapshot: snapshot.age)
    newest = held[0].vintage if held and series is not None else None
    return Reader(version=__version__, weights=weights_digest(), series=newest)


def guarded(
    document: Document, series: Statistics | None, *, whole: bool = True
) -> Ledger | Unreadable:
    """A ledger, or a fault of ours told in its place: a mistake in our code must not lose the
    other documents of a run.
    """
    try:
        return ledger(document, series, whole=whole)
    except Exception as fault:  # whatever it is; the property tests hold that there is none
        log.debug("%s cannot be read", document.id, exc_info=fault)
        reason = (
            f"a fault in Legation, not in the document: {type(fault).__name__}: {fault}. The "
            "others go on; please report it ('legation --debug' tells where)"
        )
        return Unreadable(id=document.id, error=reason)


def sparing(document: Document, series: Statistics | None) -> Ledger | Unreadable:
    """The same for those who want records alone: a text without a trace of any is not parsed."""
    return guarded(document, series, whole=False)
