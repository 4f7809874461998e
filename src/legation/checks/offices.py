"""The office that a text gives a person, against the register of offices: who held it on the day of
the text, and who does now.

Only what has changed since is told. The register is not complete: where it does not have the person
in office on that day, nothing is said, for or against.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from legation.lexicon import table
from legation.model import Event, Party, Proposal, Record, Statement

VINTAGE = "November 2026"
"""As the head of the register says; a test holds the two together."""


class Holder(Struct, frozen=True):
    """A row of ``office_holders_own.csv``, whose days were entered by hand; ``end`` empty: still
    in office.
    """

    person: str
    code: str
    role: str
    start: date
    end: date | None = None

    def on(self, day: date) -> bool:
        """Whether he or she was in office on a day; the day of leaving belongs to the next."""
        return self.start <= day and (self.end is None or day < self.end)


@cache
def register() -> Mapping[tuple[str, str], tuple[Holder, ...]]:
    """The holders by name and code."""
    held: dict[tuple[str, str], list[Holder]] = defaultdict(list)
    for row in table("office_holders_own", Holder):
        held[row.person.casefold(), row.code].append(row)
    return {key: tuple(rows) for key, rows in held.items()}


@cache
def successors() -> Mapping[tuple[str, str], frozenset[str]]:
    """Who holds each office now, by code and role."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in table("office_holders_own", Holder):
        if row.end is None:
            held[row.code, row.role].add(row.person)
    return {key: frozenset(names) for key, names in held.items()}


def then_and_now(one: Party, published: date | None) -> str | None:
    """In words what has changed since the day of the text; None where nothing has, or where we do
    not know.

    Args:
        one: a person with the country or body that he or she stands for.
        published: the day of the text.
    """
    if one.person is None or one.actor is None or published is None:
        return None
    rows = [
        row
        for row in register().get((one.person.casefold(), one.actor.partition(":")[0]), ())
        if row.on(published)
    ]
    row = next(
        (each for each in rows if each.role == (one.role or "").casefold()),
        rows[0] if len(rows) == 1 else None,
    )
    if row is None or row.end is None:
        return None
    now = successors().get((row.code, row.role), frozenset())
    heir = f"; now {next(iter(now))}" if len(now) == 1 and row.person not in now else ""
    return (
        f"{row.role} then, until {row.end.day} {row.end:%B %Y}{heir} (register of offices, "
        f"{VINTAGE})"
    )


def with_offices(record: Record, published: date | None) -> Record:
    """The record with the offices of those who speak, act or propose."""
    match record:
        case Statement(speaker=Party() as speaker):
            return replace(record, speaker=_told(speaker, published))
        case Proposal(by=Party() as by):
            return replace(record, by=_told(by, published))
        case Event():
            actors = tuple(_told(one, published) for one in record.actors)
            return replace(
                record,
                actors=actors,
                recipients=tuple(_told(one, published) for one in record.recipients),
            )
        case _:
            return record


def _told(one: Party, published: date | None) -> Party:
    office = then_and_now(one, published)
    return replace(one, office=office) if office is not None else one
