"""Meetings and visits with a place, and who came from where."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from legation import lexicon
from legation.store import codes
from legation.store import questions as asking
from legation.store.entries import in_dyads
from legation.store.questions.places import Placed
from legation.views.questions import pairs
from legation.views.questions.assembling import entries
from legation.views.questions.entries import Entry
from legation.views.questions.scopes import Scope
from legation.views.questions.sheets import Journey, Map, Spot
from legation.views.questions.shelves import Ledger, Shelf


class Member(Struct, frozen=True):
    """A row of eu_membership.csv."""

    code: str
    start: str = ""
    end: str = ""


def places(ledger: Ledger, country: str | None = None, scope: Scope | None = None) -> Map:
    """Where meetings and visits took place, newest first, and the journeys to them.

    Args:
        country: the code of a country that takes part or is the place; all where none is given.

    Raises:
        QuestionError: the code is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on = pairs.asked(scope)
    if country is not None:
        pairs.known(country)
    event, consult = codes.KIND["event"], codes.numbers("type", "event")["CONSULT"]
    held = asking.places.events(ledger, on, event, consult, scope.limit)
    told = entries(Shelf(ledger), [one.affair for one in held])
    both = [
        (place, entry)
        for place, entry in zip(held, told, strict=True)
        if (entry.certain or scope.possible)
        and entry.status == "actual"
        and (country is None or country in _countries(place, entry))
    ]
    title = "Who travelled where" + (f": {pairs.side(country).name}" if country else "")
    return Map(
        head=pairs.head(ledger, title, scope),
        spots=tuple(_spots(both)),
        journeys=tuple(
            journey for place, entry in both for journey in _journeys(place, entry, country)
        ),
        elsewhere=asking.places.without(ledger, on, event, consult),
    )


def _countries(place: Placed, entry: Entry) -> set[str]:
    return {place.country, *(in_dyads(one.code) for one in entry.parties if one.code)}


def _spots(both: Sequence[tuple[Placed, Entry]]) -> Iterator[Spot]:
    found: dict[tuple[str, str], list[tuple[Placed, Entry]]] = {}
    for place, entry in both:
        found.setdefault((place.name, place.country), []).append((place, entry))
    for (name, of), held in found.items():
        place = held[0][0]
        yield Spot(
            name=name,
            country=of,
            lat=place.lat,
            lon=place.lon,
            entries=tuple(entry for _, entry in held),
        )


def _home(code: str, country: str) -> bool:
    """Whether somebody of ``code`` is at home there; the European Union is in all its members."""
    union = {row.code for row in lexicon.table("eu_membership", Member)}
    return code == country or (code == "EUR" and country in union)


def _journeys(place: Placed, entry: Entry, country: str | None) -> Iterator[Journey]:
    """Those parties that are not at home there; of a country's map only the ways from or to it."""
    seen: set[str] = set()
    for one in entry.parties:
        code = in_dyads(one.code) if one.code else None
        if code is None or code in seen or not place.country or _home(code, place.country):
            continue
        seen.add(code)
        if country is None or country in (code, place.country):
            yield Journey(
                origin=pairs.side(code),
                to=pairs.side(place.country),
                place=place.name,
                entry=entry,
            )
