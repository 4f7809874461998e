"""GeoJSON: read by its own library; how many events have no place; nothing held that was not."""

from collections.abc import Callable

import geojson
import pytest


@pytest.fixture(scope="module")
def read(written: Callable[..., bytes]) -> geojson.FeatureCollection:
    return geojson.loads(written("geojson").decode())


def test_another_reader_takes_it(read: geojson.FeatureCollection) -> None:
    assert read.is_valid, read.errors()
    assert read["legation"] == {"events": 10, "placed": 4, "without_place": 6}
    assert len(read.features) == 4
    assert all(feature.geometry.type == "Point" for feature in read.features)


def test_longitude_stands_first(read: geojson.FeatureCollection) -> None:
    astana = [f for f in read.features if f.properties["geonames"] == 1526273]
    assert astana[0].geometry.coordinates == [71.446, 51.1801]


def test_what_did_not_happen_is_told_apart(read: geojson.FeatureCollection) -> None:
    stands = {
        (f.properties["status"], f.properties["stance"]): f.properties["happened"]
        for f in read.features
    }
    assert stands == {
        ("actual", "affirms"): True,
        ("planned", "affirms"): False,
        ("negated", "affirms"): False,
        ("actual", "denies"): False,
    }


def test_an_empty_account_is_an_empty_collection(written: Callable[..., bytes]) -> None:
    made = geojson.loads(written("geojson", pair=("BRA", "PER")).decode())
    assert made.is_valid
    assert (made.features, made["legation"]["events"]) == ([], 0)
