"""A series as providers write it."""

import pytest

from legation.model.errors import BadQuery
from legation.statistics.providers.keys import query


def test_codes_fall_to_their_dimensions() -> None:
    asked = query("comext", "DS-045409", "A.EU27_2020.KZ.TOTAL.1.VALUE_IN_EUROS", "2023", "2024")
    assert (asked.key["reporter"], asked.key["partner"], asked.key["flow"]) == (
        "EU27_2020",
        "KZ",
        "1",
    )
    assert query("eurostat", "nama_10_gdp", "A.CP_MEUR.B1GQ.", "2023", "2023").key["geo"] == ""


def test_an_indicator_of_the_world_bank_keeps_its_dots() -> None:
    assert (
        query("worldbank", "WDI", "KAZ.NE.EXP.GNFS.CD", "2020", "2023").key["indicator"]
        == "NE.EXP.GNFS.CD"
    )


@pytest.mark.parametrize(
    ("provider", "dataset", "key", "told"),
    [
        ("comext", "DS-045409", "A.KZ", "has 6 codes"),
        ("nowhere", "DS-045409", "A.KZ", "no provider 'nowhere'"),
        ("comext", "DS-1", "A.KZ", "no dataset 'DS-1'"),
    ],
)
def test_what_cannot_be_asked_says_why(provider: str, dataset: str, key: str, told: str) -> None:
    with pytest.raises(BadQuery, match=told):
        query(provider, dataset, key, "2023", "2023")
