"""A country among its rivals."""

from decimal import Decimal

import pytest

from legation.model import year
from legation.statistics.accounts.presence import presence
from legation.statistics.cells import Key, Shelf, made
from legation.statistics.reading import Origin


def test_what_is_at_hand_and_what_is_not() -> None:
    found = presence("KZ")
    assert found.period == year(2023)
    assert [rival.rival.code for rival in found.rivals] == [
        "EUR",
        "CHN",
        "RUS",
        "TUR",
        "USA",
        "GBR",
    ]
    assert found.rivals[0].exports.value == 12_110_101_395
    unknown = [rival for rival in found.rivals[1:] if rival.rival.code != "USA"]
    assert all(rival.exports.value is None and rival.exports.reason for rival in unknown)
    assert found.rank.value == 30
    assert found.members[0][0].name == "Germany"
    assert "no series at hand: China's exports to Kazakhstan" in found.missing


def test_all_rivals_are_told_in_euros() -> None:
    american = next(r for r in presence("KZ", year(2022)).rivals if r.rival.code == "USA")
    assert american.exports.observation is not None
    assert american.exports.observation.unit == "EUR"
    assert "US Census" in american.exports.observation.source
    assert american.exports.value == pytest.approx(Decimal(1_126_000_000), rel=Decimal("0.15"))


def test_shares_come_from_the_place_s_own_statistics() -> None:
    origin = Origin(dataset="National customs", source="s", vintage="2024-02-01", licence="open")
    rows = {"WLD": 40, "CHN": 10, "EUR": 20}
    series = {
        Key("KAZ", partner, "HS", "TOTAL", "imports"): {2023 * 12: value}
        for partner, value in rows.items()
    }
    found = presence(
        "KZ",
        year(2023),
        rivals=("EU", "CN", "KZ"),
        shelf=Shelf(None, (made("own", origin, 12, series),)),
    )
    assert [(r.rival.code, r.import_share.value) for r in found.rivals] == [
        ("EUR", Decimal(50)),
        ("CHN", Decimal(25)),
    ]
    assert found.rivals[0].export_share.absence == "not_at_hand"


def test_a_place_of_which_nothing_is_at_hand() -> None:
    found = presence("??")
    assert all(rival.exports.value is None for rival in found.rivals)
    assert found.rank.value is None
