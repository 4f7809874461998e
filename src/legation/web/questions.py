"""The questions that the page answers, each with its parameters, its view and its lists."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from legation import store
from legation.export import lists
from legation.export import questions as tables
from legation.model import QuestionError
from legation.views.questions.affair import Whole, affair
from legation.views.questions.claims import claims
from legation.views.questions.compare import compare
from legation.views.questions.conflicts import conflicts
from legation.views.questions.dyad import dyad, timeline
from legation.views.questions.find import find
from legation.views.questions.news import news
from legation.views.questions.pages import (
    Actor,
    Conflicts,
    Dyad,
    Found,
    Promises,
    Rivals,
    Timeline,
)
from legation.views.questions.places import places
from legation.views.questions.promises import promises
from legation.views.questions.rivals import rivals
from legation.views.questions.scopes import Head, Paging, Scope
from legation.views.questions.sheets import Claims, Compared, LeftOut, Map, News, Story
from legation.views.questions.story import left_out, story
from legation.views.questions.who import who
from legation.web import drawn
from legation.web.answers import Held, Question, scope
from legation.web.asked import SCOPE, Parameter, choice, code, day, text

Path = Mapping[str, str]
FIRST = Parameter(name="first", read=code)
PAIR = Parameter(name="pair", read=text)
BASIC = tuple(p for p in SCOPE if p.name not in {"kind"})
LISTS = (
    "events",
    "undated",
    "statements_a",
    "statements_b",
    "instruments",
    "figures",
    "assertions",
    "struck",
)


class Seen(Struct, frozen=True, kw_only=True):
    """A pair as its page shows it: the pair, who else is present, what is claimed of its trade."""

    head: Head
    dyad: Dyad
    rivals: Rivals | None
    claims: Claims


def pair_of(words: str | None) -> tuple[str, str] | None:
    """``EUR-KAZ`` as two codes."""
    if words is None:
        return None
    one, _, other = words.partition("-")
    if not one or not other:
        raise QuestionError(f"a pair is written EUR-KAZ, not “{words[:40]}”")
    return code(one), code(other)


def _dyad(ledger: store.Reading, path: Path, given: Held) -> Seen:
    a, b = path["a"], path["b"]
    if given.get("first") == b:
        a, b = b, a
    asked = scope(given)
    found = dyad(ledger, a, b, asked)
    country = next((side for side in (found.b, found.a) if len(side.code) == 3), found.b)
    beside = rivals(ledger, country.code, (), replace(asked, kinds=(), cursor=None))
    said = claims(ledger, a, b, replace(asked, kinds=(), cursor=None))
    return Seen(head=found.head, dyad=found, rivals=beside, claims=said)


def _only(*names: str) -> Callable[[Seen], str]:
    """The CSV of some lists of a pair's page."""

    def made(seen: Seen) -> str:
        others: dict[str, Any] = {name: () for name in LISTS if name not in names}
        return tables.dyad(replace(seen.dyad, register=(), **others))

    return made


def _dyad_promises(seen: Seen) -> str:
    return tables.promises(Promises(head=seen.head, promises=seen.dyad.promises, paging=Paging()))


def _dyad_conflicts(seen: Seen) -> str:
    held = seen.dyad
    return tables.conflicts(
        Conflicts(head=seen.head, conflicts=held.conflicts, altered=held.altered, paging=Paging())
    )


def _search(ledger: store.Reading, path: Path, given: Held) -> Found:
    words = given["q"] or ""
    return find(ledger, words, scope(given), tuple(given["actor"]))


def _compared(ledger: store.Reading, path: Path, given: Held) -> Struct:
    words = (given["pairs"] or "").split()
    found = [pair for one in words if (pair := pair_of(one))]
    return compare(ledger, found, scope(given))


PARTS: dict[str, Callable[[Seen], str]] = {
    "events": _only("events", "undated"),
    "statements": _only("statements_a", "statements_b"),
    "instruments": _only("instruments"),
    "figures": _only("figures"),
    "assertions": _only("assertions"),
    "promises": _dyad_promises,
    "conflicts": _dyad_conflicts,
}

NEW = Question(
    template="new.html.j2",
    here="New",
    gives=News,
    parameters=(
        Parameter(name="since", read=day),
        Parameter(name="tier", read=choice("sure", "possible"), default="sure"),
    ),
    ask=lambda ledger, path, given: news(
        ledger, given["since"], Scope(possible=given["tier"] == "possible")
    ),
    lists={"": lambda view: lists.entries(("", view.entries))},
    beside=drawn.beside,
)
DYADS = replace(
    NEW,
    template="dyads.html.j2",
    here="Dyads",
    parameters=(),
    ask=lambda ledger, path, given: news(ledger, None, Scope()),
    lists={"": lambda view: lists.pairs(view.pairs)},
)
DYAD = Question(
    template="dyad.html.j2",
    here="Dyads",
    gives=Seen,
    parameters=(*SCOPE, FIRST),
    ask=_dyad,
    lists={"": lambda seen: tables.dyad(seen.dyad), **PARTS},
    beside=drawn.of_dyad,
)
TIMELINE = Question(
    template="timeline.html.j2",
    here="Dyads",
    gives=Timeline,
    parameters=SCOPE,
    ask=lambda ledger, path, given: timeline(ledger, path["a"], path["b"], scope(given)),
    lists={"": tables.timeline},
    beside=drawn.beside,
)
CONFLICTS = Question(
    template="conflicts.html.j2",
    here="Conflicts",
    gives=Conflicts,
    parameters=(*BASIC, PAIR),
    ask=lambda ledger, path, given: conflicts(ledger, pair_of(given["pair"]), scope(given)),
    lists={"": tables.conflicts},
    beside=drawn.beside,
)
PROMISES = Question(
    template="promises.html.j2",
    here="Conflicts",
    gives=Promises,
    parameters=(*BASIC, PAIR),
    ask=lambda ledger, path, given: promises(ledger, pair_of(given["pair"]), scope(given)),
    lists={"": tables.promises},
    beside=drawn.beside,
)
RIVALS = Question(
    template="rivals.html.j2",
    here="Dyads",
    gives=Rivals,
    parameters=(*BASIC, Parameter(name="rival", read=code, default=(), many=True)),
    ask=lambda ledger, path, given: rivals(
        ledger, path["country"], tuple(given["rival"]), scope(given)
    ),
    lists={"": lists.rivals},
    beside=drawn.beside,
)
STORY = Question(
    template="story.html.j2",
    here="",
    gives=Story,
    ask=lambda ledger, path, given: story(ledger, path["id"]),
    lists={"": lambda view: lists.entries(("", view.entries))},
    beside=drawn.beside,
)
SEARCH = Question(
    template="search.html.j2",
    here="",
    gives=Found,
    parameters=(
        *SCOPE,
        Parameter(name="q", read=text),
        Parameter(name="actor", read=code, default=(), many=True),
    ),
    ask=_search,
    lists={"": tables.find},
    beside=drawn.beside,
)
ACTOR = Question(
    template="actor.html.j2",
    here="Actors",
    gives=Actor,
    parameters=SCOPE,
    ask=lambda ledger, path, given: who(ledger, path["name"], scope(given)),
    lists={"": tables.who},
    beside=drawn.beside,
)
COMPARE = Question(
    template="compare.html.j2",
    here="Dyads",
    gives=Compared,
    parameters=(*BASIC, Parameter(name="pairs", read=text)),
    ask=_compared,
    lists={"": lists.compared},
    beside=drawn.beside,
)
MAP = Question(
    template="map.html.j2",
    here="Map",
    gives=Map,
    parameters=(*BASIC, Parameter(name="country", read=code)),
    ask=lambda ledger, path, given: places(ledger, given["country"], scope(given)),
    lists={"": lists.places},
    beside=drawn.of_map,
)
LEFT_OUT = Question(
    template="left_out.html.j2",
    here="",
    gives=LeftOut,
    parameters=tuple(p for p in SCOPE if p.name in {"cursor", "limit"}),
    ask=lambda ledger, path, given: left_out(ledger, scope(given)),
    lists={"": lambda view: lists.asides(view.documents)},
    beside=drawn.beside,
)
ENTRY = Question(
    template="entry.html.j2",
    here="",
    gives=Whole,
    ask=lambda ledger, path, given: affair(ledger, path["id"]),
    lists={"": lambda view: lists.entries(("", [view.entry]))},
    beside=drawn.of_entry,
)
