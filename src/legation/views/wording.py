"""Codes, amounts and dates in words for a reader."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from msgspec import Struct

from legation import lexicon
from legation.model import Figure, Party, Period
from legation.model.wording import CURRENCY_SIGNS as SIGNS
from legation.model.wording import SCALES
from legation.model.wording import SHORT_MONTHS as MONTHS

MEASURES = {"trade_total": "trade", "other": "figure", "export": "exports", "import": "imports"}
WEEK = 6
COLLECTIVE = frozenset(
    {"sides", "parties", "countries", "nations", "states", "partners", "neighbours", "neighbors"}
)
SHORT = {"EUR": "EU", "WLD": "world", "USA": "US", "GBR": "UK", "ARE": "UAE"}
KINDS = {
    "IGO": "international body",
    "NGO": "non-governmental organisation",
    "MNC": "international company",
    "UNO": "UN",
    "NON": "non-state group",
    "IMG": "armed group",
    "ISM": "movement",
}
"""Codes that stand for a kind of body, where nothing nearer is known."""
HYPHEN = re.compile(r"^[-‐‑‒–](?=\W?\d)")
DATE = re.compile(r"(?P<year>\d{4}|XXXX)-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?")
UNKNOWN = "date not fully given"


class Named(Struct, frozen=True):
    """A code of the register with its name."""

    code: str
    name: str


@cache
def names() -> Mapping[str, str]:
    """Names by code, from the registers of countries and bodies."""
    found: dict[str, str] = {}
    for row in (*lexicon.table("countries", Named), *lexicon.table("bodies", Named)):
        found.setdefault(
            row.code, row.name
        )  # a party or agency stands under its country's code, after the country
    return found


def name_of(code: str | None) -> str | None:
    """The name of a country or body; a part without a name of its own stands under its country's,
    a kind of body in words, and an unknown code for itself.
    """
    if code is None:
        return None
    stem = code.partition(":")[0]
    for one in (code, stem):
        found = SHORT.get(one) or names().get(one) or KINDS.get(one)
        if found:
            return found
    return code


def minus(written: str) -> str:
    """A number as written, with a true minus sign where it begins with a hyphen."""
    return HYPHEN.sub("−", written)


def who(party: Party | None) -> str:
    """A party in a few words: ``Rudolf Rassendyll (Ruritania, foreign minister)``."""
    if party is None:
        return "someone not named"
    place = name_of(party.actor)
    if party.person:
        beside = ", ".join(word for word in (place, party.role) if word)
        return f"{party.person} ({beside})" if beside else party.person
    name = party.name or place or "someone not named"
    if place and name.lower() in COLLECTIVE:  # "both sides" are two parties, each by its own name
        return place
    if place is None or place.lower() in name.lower():
        return name
    return f"{name} ({place})" if party.sector and name.lower() not in place.lower() else place


def amount(number: Decimal, unit: str) -> str:
    """An official value for people: ``€12.110 bn``, ``90.2 %``, ``8,500,000 t``."""
    if unit in {"%", "pp"}:
        return f"{number:.1f} {unit}"
    size = abs(number)
    scale, word = next(((s, w) for s, w in SCALES if size >= s), (Decimal(1), ""))
    digits = f"{size / scale:,.3f} {word}" if word else _whole(size)
    shown = f"{SIGNS[unit]}{digits}" if unit in SIGNS else f"{digits} {unit}"
    return f"−{shown}" if number < 0 else shown


def _whole(size: Decimal) -> str:
    """Every digit, without idle zeros behind the point."""
    digits = f"{size:,f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def period_words(period: Period | None) -> str | None:
    """A period in words: ``2023``, ``Jan–Jul 2024``, ``5 Oct 2024``, ``since 2015``, ``by
    2030``.
    """
    if period is None:
        return None
    if period.start is None or period.end is None:
        return _open(period)
    first, last = period.start, period.end
    if first == last:
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (last - first).days == WEEK and first.weekday() == 0:
        return f"week of {first.day} {MONTHS[first.month - 1]} {first.year}"
    if first.day != 1 or (last.day < 28):
        return f"{first.isoformat()} – {last.isoformat()}"
    ends = f"{MONTHS[last.month - 1]} {last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return ends
    return (
        f"{MONTHS[first.month - 1]}–{ends}"
        if first.year == last.year
        else f"{MONTHS[first.month - 1]} {first.year} – {ends}"
    )


def _open(period: Period) -> str:
    """A period without both ends; what is not known of it is said, never written as a code."""
    if period.start is not None:
        return f"since {_known(period.edtf.split('/')[0])}"
    if period.end is not None:
        return f"by {_known(period.edtf.split('/')[-1])}"
    first, *others = period.edtf.split("/")
    words = [_known(one) for one in (first, *others) if one not in {"", ".."}]
    if not words or UNKNOWN in words:
        return UNKNOWN
    known = " – ".join(words)
    return f"{known}, year not given" if first.startswith("XXXX") else known


def _known(edtf: str) -> str:
    """One end of a period in words: ``5 Oct 2024``, ``Oct 2024``, ``5 Oct``; the rest stands as it
    is where it holds no code.
    """
    match = DATE.fullmatch(edtf)
    if match is None:
        return UNKNOWN if "X" in edtf else edtf
    year, month, day = match["year"], int(match["month"]), match["day"]
    parts = (str(int(day)) if day else "", MONTHS[month - 1], "" if year == "XXXX" else year)
    return " ".join(part for part in parts if part)


def subject(figure: Figure) -> str:
    """What a figure is of: ``exports EU → Kazakhstan, mineral fuels, 2023``."""
    measure = MEASURES.get(figure.measure, figure.measure)
    if figure.measure in {"share", "growth"} and figure.of:
        measure = f"{measure} of {MEASURES.get(figure.of, figure.of)}"
    product = figure.product.name if figure.product else None
    parts = [f"{measure} {_direction(figure)}".strip(), product, period_words(figure.period)]
    return ", ".join(part for part in parts if part)


def _direction(figure: Figure) -> str:
    reporter, partner = name_of(figure.reporter), name_of(figure.partner)
    if not (reporter and partner):
        return f"of {reporter}" if reporter else f"with {partner}" if partner else ""
    flow = figure.of or "" if figure.measure == "growth" else figure.measure
    arrow = {"exports": "→", "imports": "←"}.get(MEASURES.get(flow, flow), "–")
    return f"{reporter} {arrow} {partner}"
