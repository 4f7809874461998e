"""Everybody in a record as parties: those that its affair names."""

from legation.model import (
    Assertion,
    Event,
    Figure,
    Instrument,
    Party,
    Proposal,
    Record,
    Statement,
)


def of(record: Record) -> tuple[Party, ...]:
    """The parties of a record, who acts or speaks first."""
    match record:
        case Event():
            return (*record.actors, *record.recipients)
        case Statement():
            return tuple(
                party
                for party in (record.speaker, record.addressee, *_bare(*record.about))
                if party is not None
            )
        case Figure():
            return _bare(record.reporter, record.partner)
        case Instrument():
            return record.parties
        case Proposal():
            return tuple(
                party
                for party in (record.by, *record.to, *_bare(*record.about))
                if party is not None
            )
        case Assertion():
            return _bare(record.reporter, record.partner, *record.about)


def _bare(*codes: str | None) -> tuple[Party, ...]:
    return tuple(Party(mention=None, actor=code) for code in dict.fromkeys(codes) if code)
