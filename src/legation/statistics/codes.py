"""Who is who in the statistics: codes, names, the members of the EU on a date, groups of countries.

Everything here is read from ``lexicon/data``: ``statistical_codes``, ``eu_membership``,
``country_groups``.
"""

from datetime import date
from functools import cache

from msgspec import Struct

from legation import lexicon

EU = "EUR"
EU28 = "EUR:EU28"
WORLD = "WLD"
EXTRA, INTRA = "EXT_EU27_2020", "INT_EU27_2020"
COMPOSITION = date(2020, 2, 1)
"""Eurostat's EU27_2020: whoever was a member on this day, in every year of the series."""


class Code(Struct, frozen=True, kw_only=True):
    """One country or aggregate under the codes of each source; empty where a source has none."""

    code: str
    kind: str
    name: str
    alpha2: str = ""
    eurostat: str = ""
    comext: str = ""
    comtrade: str = ""
    label: str = ""
    label_fr: str = ""
    note: str = ""


class Membership(Struct, frozen=True, kw_only=True):
    """A member of the EU or of a group, with its first and last day (``None``: from before, or to
    this day).
    """

    code: str
    start: date | None = None
    end: date | None = None
    group: str = ""

    def on(self, day: date) -> bool:
        """Whether it was a member on that day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


class Group(Struct, frozen=True, kw_only=True):
    """A group of countries under all the codes that stand for it."""

    group: str
    name: str
    aliases: tuple[str, ...] = ()


@cache
def crosswalk() -> dict[str, Code]:
    """All codes, by ours."""
    return {row.code: row for row in lexicon.table("statistical_codes", Code)}


@cache
def members(day: date = COMPOSITION) -> tuple[str, ...]:
    """The members of the European Union on a day, in alphabetical order."""
    return tuple(sorted(m.code for m in lexicon.table("eu_membership", Membership) if m.on(day)))


def union(code: str, day: date) -> tuple[str, ...]:
    """The members that the aggregate ``code`` has on a day: ``EUR`` is Eurostat's EU27_2020
    whatever the day.
    """
    return members() if code == EU else members(day)


@cache
def groups() -> dict[str, Group]:
    """Groups of countries, by every code that stands for them."""
    rows = lexicon.table("country_groups", Group)
    return {code: row for row in rows for code in (row.group, *row.aliases)}


@cache
def group_members(code: str, day: date) -> tuple[str, ...]:
    """Who belonged to a group on a day; empty for what is no group."""
    if code not in groups():
        return ()
    held = lexicon.table("country_group_members", Membership)
    return tuple(sorted(m.code for m in held if m.group == groups()[code].group and m.on(day)))


class Reporting(Struct, frozen=True, kw_only=True):
    """In which currency a country's own statistics at hand are published."""

    code: str
    currency: str


@cache
def _currencies() -> dict[str, str]:
    return {r.code: r.currency for r in lexicon.table("reporting_currencies", Reporting)}


def currency(code: str) -> str:
    """The currency of a reporter's own trade statistics at hand: euros unless its row says
    otherwise.
    """
    return _currencies().get(code, "EUR")


WITH_ARTICLE = (
    "Bahamas",
    "Central African",
    "Comoros",
    "Congo",
    "Democratic Republic",
    "Dominican",
    "Gambia",
    "Maldives",
    "Marshall",
    "Netherlands",
    "Philippines",
    "Seychelles",
    "Solomon",
    "United",
)
ALIASES = {
    "XKO": "XKX",
    "KSV": "XKX",
    "XKK": "XKX",
    "ROM": "ROU",
    "EUU": EU,
    "EU": EU,
    "WORLD": WORLD,
    "XU": "GBR",  # Comext since 2021: the United Kingdom without Northern Ireland
    "XI": "GBR",  # and Northern Ireland, whose trade in goods with the EU counts as within it
}


@cache
def ours(code: str) -> str:
    """Our code for one that some other list uses; unknown ones come back as they are."""
    if code in crosswalk():
        return code
    return ALIASES.get(code) or _by_source().get(code.upper(), code)


@cache
def _by_source() -> dict[str, str]:
    held: dict[str, str] = {}
    for row in crosswalk().values():
        for code in (row.alpha2, row.eurostat, row.comext):
            held.setdefault(code, row.code)
    held.pop("", None)
    return held


def name(code: str) -> str:
    """The English name of a code, with its article where English wants one: ``the EU``,
    ``Kazakhstan``.
    """
    if code == EU:
        return "the EU"
    if code in {EU28, WORLD}:
        return {EU28: "the EU of 28", WORLD: "the world"}[code]
    if code in groups():
        return groups()[code].name
    held = crosswalk().get(code)
    if held is None:
        return code
    return f"the {held.name}" if held.name.startswith(WITH_ARTICLE) else held.name


def comext(code: str) -> str:
    """The code under which Comext knows it."""
    held = crosswalk().get(code)
    return held.comext if held and held.comext else code
