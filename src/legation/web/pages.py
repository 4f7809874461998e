"""View models -> HTML. Every page is rendered here and whole without script; a brief is a page of
the server and, self-contained, a file.
"""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import Any
from urllib.parse import parse_qsl, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from msgspec import Struct

from legation import __version__, charts
from legation.model import day, month_end
from legation.views import Brief, Card
from legation.views.amounts import NONE
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Facet, Month
from legation.views.wording import amount, name_of, period_words

PAIRS = 200
"""As many marks and cards light each other on a served page; a brief has seldom a hundred."""
MANY_FIGURES = 24
"""From so many figures on a brief opens with a table of them."""
TONES = ("bad", "doubt", "other", "good", "mute")


class Place(Struct, frozen=True):
    """One of the places of the mast."""

    name: str
    address: str


PLACES = (
    Place("New", "/"),
    Place("Dyads", "/dyads"),
    Place("Actors", "/actors"),
    Place("Trade", "/trade"),
    Place("Conflicts", "/conflicts"),
    Place("Map", "/map"),
    Place("About", "/about"),
)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("legation.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        places=PLACES,
        version=__version__,
        gauge=charts.gauge,
        spark=charts.spark,
        official=_official,
        query_with=_query_with,
        narrowed=_narrowed,
        stories_of=_stories_of,
    )
    made.filters.update(day=_day, told=_told, name=lambda code: name_of(code) or code)
    return made


def _day(held: date) -> str:
    """A day as the page writes it."""
    return period_words(day(held)) or ""


def _told(line: str) -> str:
    """A line of a view as the page writes it: with a capital, and without the mark of what is less
    certain, which a tag beside it says in words.
    """
    bare = line.removesuffix(" ?")
    return bare[:1].upper() + bare[1:]


def _official(entry: Entry) -> str:
    """The official value that a figure was held against."""
    check = entry.number.check if entry.number else None
    seen = check.observations[0] if check and check.observations else None
    return amount(seen.value, seen.unit) if seen else NONE


def _narrowed(query: str, facet: Facet) -> str:
    """The query that a facet narrows: a month is a first and a last day."""
    if facet.name != "month":
        return _query_with(query, facet.name, facet.value)
    first = date.fromisoformat(f"{facet.value}-01")
    since = _query_with(query, "since", first.isoformat())
    return _query_with(since, "until", month_end(first.year, first.month).isoformat())


def _stories_of(months: Sequence[Month]) -> list[tuple[str, int]]:
    return [(month.month, month.stories) for month in months]


def _query_with(query: str, name: str, value: str) -> str:
    """The query with another value of one parameter: a page's state is its address."""
    kept = [(key, held) for key, held in parse_qsl(query) if key not in {name, "cursor"}]
    return urlencode([*kept, (name, value)])


BARE = {"standalone": False, "here": "", "published": False, "dossiers": (), "back": ""}
"""A page that knows no ledger: no line to pin, nothing to judge."""


def page(template: str, **held: Any) -> str:
    """A page of the server.

    Args:
        template: its name, ``brief.html.j2``.
        held: what the template shows; ``title`` and ``here`` (the place in the mast) among it.
    """
    return _templates().get_template(template).render({**BARE, **held})


def brief_page(made: Brief, *, possible: bool = False) -> str:
    """One brief as one self-contained HTML file: no script, no request, prints well.

    Args:
        made: the view model.
        possible: with the less certain entries unfolded.
    """
    style = _style() + pairs(len(_cards(made)))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        _templates()
        .get_template("brief.html.j2")
        .render(
            {
                **BARE,
                **_brief(made, opened=possible, by_kind=False),
                "standalone": True,
                "style": _Raw(style),
                "style_hash": digest,
                "address": None,
                "judging": None,
            }
        )
    )


def brief_of_server(
    made: Brief, address: str | None, *, opened: bool, by_kind: bool, **held: Any
) -> str:
    """The same brief as a page of the server; ``address`` is its own, ``None`` for a text that is
    not kept.
    """
    shown = _brief(made, opened=opened, by_kind=by_kind)
    template = "document.html.j2" if address else "brief.html.j2"
    bare = {"address": address, "judging": None, "kept": None}
    return page(template, **{**shown, **bare, **held})


def pairs(most: int = PAIRS) -> str:
    """The rules by which a mark in the text and its card light each other."""
    numbers = range(1, most + 1)
    return _templates().get_template("pairs.css.j2").render(numbers=numbers)


def _brief(made: Brief, *, opened: bool, by_kind: bool) -> Mapping[str, Any]:
    cards = _cards(made)
    figures = [c for c in cards if c.kind == "figure" and not c.possible and c.badge]
    return {
        "title": made.title,
        "brief": made,
        "opened": opened,
        "by_kind": by_kind,
        "by_number": {card.number: card for card in cards},
        "folded": {c.number for c in made.rest} | {c.number for c in cards if c.possible},
        "table": sorted(figures, key=_doubt) if len(figures) >= MANY_FIGURES else (),
    }


def _doubt(card: Card) -> int:
    """Doubts first; within a tone the order of the text stays."""
    return TONES.index(card.badge.tone) if card.badge else len(TONES)


def _cards(made: Brief) -> list[Card]:
    return [*(c for section in made.sections for c in section.cards), *made.rest]


class _Raw:
    """A style sheet of ours inside a page: nothing of a reader's text is in it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __html__(self) -> str:
        return self.text


@cache
def _style() -> str:
    """The style sheet without its fonts: a file uses what the reader's system has."""
    whole = (resources.files("legation.web") / "static" / "legation.css").read_text("utf-8")
    first = whole.index("@font-face")
    return whole[:first] + whole[whole.index(":root", first) :]
