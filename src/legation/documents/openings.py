"""What a line opens with before its words begin: where, when and by whom it was written.

"NAIROBI, 3 May 2021 (Agency) – ", "Nairobi, Kenya – May 3, 2021 – ", "Published: 3 May 2021",
"03/05/2021": places, days, agencies and labels in any order, and a mark that ends them. They are
no part of what the first sentence says.
"""

import re
from functools import cache
from typing import NamedTuple

from msgspec import Struct

from legation.documents.days import WRITTEN, Written, written
from legation.documents.wording import agencies, words
from legation.lexicon import table

LONGEST = 140
"""Characters of a dateline with its agency and hour."""
MARGIN = 60
NAME = r"(?:(?:al|el|an|as|ar|ash|az)-)?[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’]*(?:-[\w'’]+)*"
LINK = r"(?:de|del|da|do|dos|das|la|le|el|al|of|upon|sur|am|and|the|es|und|y)"
PLACE = re.compile(
    rf"(?P<town>{NAME}(?:(?: {LINK}){{0,2}} {NAME}){{0,4}}(?:/{NAME}(?: {NAME})?)?)"
    rf"(?:, (?P<land>{NAME}(?:(?: {LINK}){{0,2}} {NAME}){{0,3}}))?"
)
"""A town and its country or state; cut back where a month or an agency begins."""
BRACKETS = re.compile(r"\((?P<a>[^()\n]{2,60})\)|\[(?P<b>[^\[\]\n]{2,60})\]|/(?P<c>[^/\n]{2,40})/")
ENCLOSED = re.compile(
    r"[ \t]*(?:\((?P<inner>[^()\[\]]{8,120})\)|\[(?P<other>[^()\[\]]{8,120})\])"
    r"[ \t]*(?P<rest>[A-ZÀ-Þ“\"])?"
)
LABEL = re.compile(
    r"(?P<label>(?:first |last |date )?(?:published|updated|posted|issued|released|modified"
    r"|created|filed)(?: on| at)?|(?:publication |release |press )?date|press release"
    r"|for immediate release|news release|media release|statement|embargoed until)"
    r"\s*(?:[:|–—-]|(?=\s|$))",
    re.IGNORECASE,
)
AUTHOR = re.compile(rf"(?:By|BY|by)\s+(?P<author>{NAME}(?: {NAME}){{0,3}}(?: and {NAME} {NAME})?)")
BETWEEN = re.compile(r"[ \t]*(?P<mark>--|[,;|•·/.:–—-]|\*+|_+)?[ \t]*")
DASHES = frozenset({"–", "—", "-", "--"})
CLOSING = DASHES | {":", "."}
BEGINS = re.compile(r"[“\"'‘«„(\[]*[A-ZÀ-ÖØ-ÞĀ-Ž0-9€$£]")
"""How the first sentence goes on behind a dateline."""


class Place(Struct, frozen=True):
    """A row of the cities, or of the countries."""

    name: str
    aliases: tuple[str, ...] = ()


@cache
def known_towns() -> frozenset[str]:
    """Towns that we know, in lower case."""
    rows = table("cities", Place)
    return frozenset(name.lower() for row in rows for name in (row.name, *row.aliases))


@cache
def known_places() -> frozenset[str]:
    """Towns and countries that we know, in lower case."""
    return known_towns() | {row.name.lower() for row in table("countries", Place)}


class Opening(NamedTuple):
    """What a line opens with; ``end`` is where its first sentence begins, or the line's end."""

    end: int
    place: str | None = None
    day: Written | None = None
    agency: str | None = None
    label: str | None = None
    author: str | None = None
    closed_by: str = ""
    """The mark behind it; empty at the end of the line."""


def opening(line: str) -> Opening | None:
    """The dateline, byline or date that a line opens with; ``None`` if it opens with its words."""
    head = line[: LONGEST + MARGIN]
    if (bracketed := ENCLOSED.match(head)) and (inner := _enclosed(bracketed)):
        return inner
    held, best = Opening(len(head) - len(head.lstrip(" \t*_#"))), None
    while held.end < min(len(head), LONGEST):
        taken = _part(head, held)
        if taken is None or (taken.end >= len(head) < len(line)):
            break
        held = _parted(head, taken)
        if _holds(head, held):
            best = held
    return best


def _enclosed(found: "re.Match[str]") -> Opening | None:
    """ "(Nairobi, 3 May 2021) Kenya …": a dateline in brackets needs a day and a place."""
    inner = opening(found["inner"] or found["other"])
    if inner is None or inner.closed_by or not (inner.day and inner.place):
        return None
    end = found.start("rest") if found["rest"] else found.end()
    return inner._replace(end=end, closed_by=")" if found["rest"] else "")


def _part(line: str, held: Opening) -> Opening | None:
    """What stands at the end of ``held``, read as the next part of a dateline."""
    at = held.end
    if held.day is None and (found := WRITTEN.match(line, at)) and (told := written(found)):
        return held._replace(end=found.end(), day=told)
    if found := BRACKETS.match(line, at):
        return _bracketed(held, found)
    if found := LABEL.match(line, at):
        return _labelled(line, held, found)
    if held.author is None and held.place is None and (found := AUTHOR.match(line, at)):
        return held._replace(end=found.end(), author=found["author"])
    return _named(line, held)


def _labelled(line: str, held: Opening, found: "re.Match[str]") -> Opening | None:
    """A label; a second one with its day ("Published 3 May | Updated 4 May") tells nothing new."""
    if held.label is None and held.place is None:
        return held._replace(end=found.end(), label=found["label"].lower())
    again = WRITTEN.match(line, BETWEEN.match(line, found.end()).end())  # type: ignore[union-attr]
    return held._replace(end=again.end()) if again and held.day else None


def _bracketed(held: Opening, found: "re.Match[str]") -> Opening | None:
    inner = next(filter(None, found.groups())).strip()
    day = WRITTEN.fullmatch(inner)
    if day and held.day is None:
        return held._replace(end=found.end(), day=written(day))
    if held.agency is not None:
        return None
    return held._replace(end=found.end(), agency=inner)


def _named(line: str, held: Opening) -> Opening | None:
    """An agency that we know, or a place: once each, and no place behind a closing dash."""
    found = PLACE.match(line, held.end)
    if found is None:
        return None
    town, land = _cut(found["town"]), _cut(found["land"] or "")
    if not town:
        return None
    if held.agency is None and (town in agencies() or (held.place and names_media(town))):
        return held._replace(end=found.start() + len(town), agency=town)
    if held.place is not None:
        return _signed(line, held, found.start() + len(town), town)
    if town.split()[0].lower() in words("not_towns"):
        return None
    if held.day is not None and held.closed_by in DASHES | {":"}:
        return None
    whole = found.start() + len(town)
    if land and len(town) == len(found["town"]) and land not in agencies():
        return held._replace(end=found.start("land") + len(land), place=f"{town}, {land}")
    return held._replace(end=whole, place=town)


def _signed(line: str, held: Opening, end: int, name: str) -> Opening | None:
    """A name behind place, day and a comma, with a closing mark: an agency that we do not know."""
    told = held.day and held.agency is None and held.closed_by in {",", "|", "/", "•", "·"}
    mark = BETWEEN.match(line, end)
    if not told or mark is None or (mark["mark"] or "") not in CLOSING:
        return None
    return held._replace(end=end, agency=name)


def _cut(name: str) -> str:
    """A name as far as no month or day of the week begins in it ("NEW DELHI Oct")."""
    parts = name.split(" ")
    stop = next((n for n, part in enumerate(parts) if part.strip(".,").lower() in _dated()), None)
    return " ".join(parts[:stop]).rstrip(".") if stop is not None else _unstopped(name)


def _unstopped(name: str) -> str:
    """A name without the stop behind it; "Washington, D.C." keeps its own."""
    return name if re.search(r"\b[A-Z]\.[A-Z]\.$", name) else name.rstrip(".")


@cache
def _dated() -> frozenset[str]:
    days = "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
    return frozenset(name.lower() for name in words("months")) | frozenset(days.split())


def _parted(line: str, held: Opening) -> Opening:
    """``held`` with the marks behind it: "(Agency), –" has two."""
    found = BETWEEN.match(line, held.end)
    mark, end = "", held.end
    while found and found.end() > end:
        mark, end = found["mark"] or mark, found.end()
        found = BETWEEN.match(line, end)
    stop = mark if mark.strip("*_") else ""
    return held._replace(end=end, closed_by=stop)


def _holds(line: str, held: Opening) -> bool:
    """Whether what was read is a dateline as it stands."""
    if held.end >= len(line):
        return _whole(held)
    if held.closed_by not in CLOSING or not BEGINS.match(line, held.end):
        return False
    if held.closed_by == "." and not _sure(held):
        return False
    if held.closed_by == "-" and not re.search(r"\s-\s*$|-\s+$", line[: held.end]):
        return False
    return _leads(held)


def _whole(held: Opening) -> bool:
    """A line that is nothing else: a day, a label with its day, a town in capitals and agency."""
    return held.day is not None or bool(
        held.agency and held.place and (_capitals(held.place) or is_agency(held.agency))
    )


def _sure(held: Opening) -> bool:
    """Behind a full stop, which ends sentences too: a day beside a place or an agency."""
    return held.day is not None and (held.place is not None or held.agency is not None)


def _leads(held: Opening) -> bool:
    if held.day is not None:
        named = held.place or held.agency or held.label or held.author
        return bool(named) or held.day.day is not None
    if held.place is None:
        return held.agency is not None and held.agency in agencies()
    if held.closed_by == ":":
        signed = held.agency is not None and is_agency(held.agency)
        return signed or (_capitals(held.place) and held.place.lower() in known_towns())
    if _capitals(held.place):
        return held.agency is not None or _is_town(held.place)
    return held.agency is not None and is_agency(held.agency)


def is_agency(name: str) -> bool:
    """Whether a name is that of an agency or a paper: one that we know, or by its last words."""
    return name in agencies() or names_media(name)


def names_media(name: str) -> bool:
    """Whether a word of a name is one of papers and agencies ("Andes Wire", "MakNews")."""
    told = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
    return any(word.lower() in words("media") for word in told)


def _capitals(place: str) -> bool:
    """As agencies write the town: "NEW DELHI", "ADDIS ABABA, Ethiopia", "PORT-au-PRINCE"."""
    town = place.partition(",")[0]
    first = town.split()[0]
    return len(first) > 2 and first.upper() == first and town.upper() == town


def _is_town(place: str) -> bool:
    """No abbreviation ("NATO – "): a town that we know, or a name too long for one."""
    town = place.partition(",")[0]
    return town.lower() in known_places() or (len(town) > 5 and not re.search(r"[\d.]", town))
