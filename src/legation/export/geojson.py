"""Events as GeoJSON (RFC 7946): a feature where the text names a place that is known, and beside
the features how many events have none.

``status`` and ``line`` say whether it has happened; a map that shows points alone would show what
was called off as held, hence ``happened`` for its filter.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from legation.export.told import Asked, Told, status, told
from legation.model import Event, Location
from legation.store import Reading

DECIMALS = 5
"""Of degrees: a metre, more than any table of places knows."""


def pieces(ledger: Reading, asked: Asked) -> Iterator[bytes]:
    """One FeatureCollection, piece by piece. Its last member, ``legation``, counts the events and
    those without a place, which a reader of GeoJSON may ignore.
    """
    yield b'{"type": "FeatureCollection", "features": ['
    events = placed = 0
    for one in told(ledger, asked, ("event",)):
        events += 1
        feature = _feature(one)
        if feature is not None:
            yield (b",\n" if placed else b"\n") + msgspec.json.encode(feature)
            placed += 1
    counts = {"events": events, "placed": placed, "without_place": events - placed}
    yield b'\n], "legation": ' + msgspec.json.encode(counts) + b"}\n"


def _feature(one: Told) -> dict[str, Any] | None:
    place = one.record.place if isinstance(one.record, Event) else None
    if place is None or place.lat is None or place.lon is None:
        return None
    point = [round(place.lon, DECIMALS), round(place.lat, DECIMALS)]
    return {
        "type": "Feature",
        "id": one.affair.id,
        "geometry": {"type": "Point", "coordinates": point},
        "properties": _properties(one, place),
    }


def _properties(one: Told, place: Location) -> dict[str, Any]:
    entry, source, stands = one.entry, one.source, status(one)
    return {
        "name": one.line,
        "place": place.name,
        "country": place.country,
        "geonames": place.geonames,
        "type": entry.type,
        "status": stands,
        "stance": one.stance,
        "happened": stands == "actual" and one.stance == "affirms",
        "start": entry.when.start.isoformat() if entry.when.start else None,
        "end": entry.when.end.isoformat() if entry.when.end else None,
        "date_lent": one.lent,
        "parties": [who.person or who.name for who in entry.parties],
        "certain": entry.certain,
        "doubtful": entry.doubtful,
        "stories": entry.stories,
        "quote": entry.quote,
        "publisher": source.publisher if source else None,
        "url": source.url if source else None,
        "document": source.document if source else None,
    }
