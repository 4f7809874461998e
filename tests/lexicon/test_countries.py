"""The registers of actors hold together."""

import time

from legation import lexicon
from legation.lexicon.countries import Country, Naming
from legation.mentions.actors import office_holders, register, titles
from legation.mentions.actors.register import (
    Body,
    City,
    Group,
    NotActor,
    Organ,
    Role,
    RoleWord,
    Seat,
)

SECTORS = frozenset(
    ("COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
     "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC")
)  # fmt: skip
CODES = {row.code for row in lexicon.table("countries", Country)}


def known(code: str) -> bool:
    return (
        code in CODES
        or code in {"EUR", "UNO"}
        or code.split(":")[0] in {"EUR", "UNO", "IGO", "IMG", "NGO", "ISM"}
    )


def test_every_country_once() -> None:
    rows = lexicon.table("countries", Country)
    assert len({row.code for row in rows}) == len(rows) > 245
    assert {"XKX", "TWN", "PSE", "HKG", "KAZ"} <= CODES


def test_aliases_belong_to_countries() -> None:
    assert not [row for row in lexicon.table("country_aliases", Naming) if row.code not in CODES]


def test_an_alias_means_one_country() -> None:
    seen: dict[str, str] = {}
    for row in lexicon.table("country_aliases", Naming):
        for name in row.aliases:
            assert seen.setdefault(name, row.code) == row.code, name


def test_bodies() -> None:
    rows = lexicon.table("bodies", Body)
    assert not [row.code for row in rows if not known(row.code)]
    assert not [row for row in rows if row.sector is not None and row.sector not in SECTORS]
    with_id = [row.code for row in rows if ":" in row.code]
    assert len(with_id) == len(set(with_id))


def test_cities_seats_and_groups() -> None:
    assert not [row for row in lexicon.table("cities", City) if row.country not in CODES]
    assert not [c for c in lexicon.table("cities", City) if c.lat is None or not -90 <= c.lat <= 90]
    assert not [row for row in lexicon.table("metonyms", Seat) if row.code not in CODES]
    for group in lexicon.table("groups", Group):
        assert all(known(member) for member in group.members), group.phrase
        assert bool(group.members) == (group.kind in {"fixed", "bloc"}), group.phrase


def test_organs_and_roles() -> None:
    for table, row in (("organs", Organ), ("roles", Role)):
        rows: tuple[Organ | Role, ...] = lexicon.table(table, row)
        assert {r.sector for r in rows} <= SECTORS
        assert len({r.phrase for r in rows}) == len(rows)
    words = [row.word for row in lexicon.table("role_words", RoleWord)]
    assert len(set(words)) == len(words)
    assert lexicon.table("not_actors", NotActor)


def test_office_holders() -> None:
    for rows in office_holders.holders().values():
        for row in rows:
            assert known(row.code), row
            assert row.end is None or row.start < row.end, row


def test_owners_are_known() -> None:
    for row in office_holders.owners().values():
        assert known(row.code)
        assert all(known(code) for code in row.rivals)


def test_names_resolve() -> None:
    for name, code in (
        ("Kazakhstani", "KAZ"),
        ("Holland", "NLD"),
        ("the Kremlin", None),
        ("Kremlin", "RUS"),
        ("WHO", "UNO:who"),
    ):
        means = register.names().get(name)
        assert (means.code if means else None) == code, name
    assert register.names().get("who") is None


def test_reading_the_registers_is_quick() -> None:
    lexicon.table.cache_clear()
    for cached in (
        register.names,
        register.organs,
        register.cities,
        register.countries,
        office_holders.holders,
        titles.heads,
    ):
        cached.cache_clear()
    start = time.process_time()
    register.names(), register.organs(), register.cities(), titles.heads()
    assert time.process_time() - start < 0.4
