"""One record for an instrument that a document names more than once, unless its status or date
changes.
"""

import re

from msgspec import structs

from legation.model import Instrument, Reading
from legation.reconciliation import evidence, parties

ARTICLE = re.compile(r"^(?:the|this|that|a|an|its|their)\s+", re.IGNORECASE)


def same(reading: Reading, one: Instrument, other: Instrument) -> bool:
    """Whether two records mean one instrument in one state."""
    if (
        one.instrument != other.instrument
        or not _same_status(one, other)
        or not evidence.compatible(one.date, other.date)
    ):
        return False
    if one.wikidata and other.wikidata:
        return one.wikidata == other.wikidata
    if not _names(one) & _names(other) or not evidence.agree(
        one.attributed_to, other.attributed_to
    ):
        return False
    if _is_common(one) or _is_common(other):
        return bool(one.parties) and parties.all_same(one.parties, other.parties)
    return parties.covered(one.parties, other.parties) or parties.covered(
        other.parties, one.parties
    )


def joined(one: Instrument, other: Instrument) -> Instrument:
    """Both as one record, with the first one's id."""
    date = evidence.period(one.date, other.date)
    taken = [
        name
        for name, new in (
            ("date", date is not one.date),
            ("status", one.status == "unknown" and other.status != "unknown"),
            ("parties", not one.parties and bool(other.parties)),
        )
        if new
    ]
    surer = max((one, other), key=lambda instrument: instrument.confidence)
    return structs.replace(
        one,
        evidence=evidence.joined(one.evidence, other.evidence),
        full_name=one.full_name or other.full_name,
        parties=parties.united(one.parties, other.parties),
        date=date,
        status=other.status if one.status == "unknown" else one.status,
        wikidata=one.wikidata or other.wikidata,
        confidence=surer.confidence,
        tier=surer.tier,
        inherited=evidence.inherited(one.inherited, other.inherited, taken),
        date_from=one.date_from if date is one.date else other.date_from,
        uncertain=evidence.uncertain(one, other),
    )


def _same_status(one: Instrument, other: Instrument) -> bool:
    return one.status == other.status or "unknown" in (one.status, other.status)


def _names(instrument: Instrument) -> set[str]:
    """Its names and their initials, so that "EPCA" and "Enhanced Partnership and Cooperation
    Agreement" are one.
    """
    given = [
        ARTICLE.sub("", " ".join(name.split()))
        for name in (instrument.name, instrument.full_name)
        if name
    ]
    initials = [
        "".join(word[0] for word in name.split() if word[0].isupper())
        for name in given
        if len(name.split()) > 2
    ]
    return {name.casefold() for name in given} | {
        made.casefold() for made in initials if len(made) > 2
    }


def _is_common(instrument: Instrument) -> bool:
    """Whether it has no name of its own: "the memorandum", "a free trade agreement"."""
    return (
        ARTICLE.sub("", instrument.name).islower()
        and not instrument.full_name
        and not instrument.wikidata
    )
