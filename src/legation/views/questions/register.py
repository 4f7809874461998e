"""What the register knows of a pair, told by no text: agreements, summits, offices, with dates."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.views.questions.pages import Fact
from legation.views.wording import name_of

OFFICES = frozenset(
    {
        "president",
        "prime minister",
        "chancellor",
        "foreign minister",
        "minister of foreign affairs",
        "secretary of state",
        "high representative",
        "general secretary",
    }
)
HELD_BY = "register of office holders (Wikidata, CC0, and our own)"
MOST_PARTIES = 8


class Instrument(Struct, frozen=True):
    """A row of instruments.csv; ``history`` has a status, a day and perhaps a place each."""

    name: str
    kind: str
    parties: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    source: str = ""


class Holder(Struct, frozen=True):
    """A row of a table of office holders."""

    person: str
    code: str
    role: str
    start: str = ""
    end: str = ""


def facts(a: str, b: str) -> tuple[Fact, ...]:
    """The facts of a pair: instruments that both are parties of, latest first; then those who hold
    the highest offices of either side, as far as the register knows.
    """
    return (*_instruments(a, b), *_offices(a), *_offices(b))


@cache
def _instruments(a: str, b: str) -> tuple[Fact, ...]:
    found: list[Fact] = []
    for row in lexicon.table("instruments", Instrument):
        if {a, b} <= set(row.parties) and len(row.parties) <= MOST_PARTIES:
            found += _steps(row)
    return tuple(sorted(found, key=lambda fact: fact.day, reverse=True))


def _steps(row: Instrument) -> Iterator[Fact]:
    for step in row.history:
        status, _, rest = step.partition(" ")
        day, _, where = rest.partition(" ")
        word = status.replace("_", " ") + (f" in {where}" if where else "")
        yield Fact(kind=row.kind, what=row.name, status=word, day=day, source=row.source)


@cache
def _offices(code: str) -> tuple[Fact, ...]:
    """Who holds an office now, by the newest row of each; the end of a term that has ended is
    told.
    """
    newest: dict[tuple[str, str], Holder] = {}
    for name in ("office_holders", "office_holders_own"):
        for row in lexicon.table(name, Holder):
            if row.role in OFFICES and row.code.partition(":")[0] == code:
                before = newest.get((row.code, row.role))
                newest[row.code, row.role] = (
                    row if before is None or row.start >= before.start else before
                )
    return tuple(
        Fact(
            kind="office",
            what=f"{row.person}, {role} ({name_of(held) or held})",
            status=f"until {row.end}" if row.end else "in office",
            day=row.start,
            source=HELD_BY,
        )
        for (held, role), row in sorted(newest.items())
    )
