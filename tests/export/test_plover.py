"""PLOVER: the fields of the ontology's documents, and nothing that happened which did not."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

REQUIRED = {"id", "date", "actor", "event"}
OPTIONAL = {
    "has_event", "time", "enddate", "endtime", "recipient", "event_loc", "event_text", "quad_code",
    "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder",
    "coded_date", "coded_time", "comment",
}  # fmt: skip
ENTITY = {
    "raw_text", "entity_name", "wikidata_id", "wiki_description", "country_code", "country_name",
    "sector_code", "other_sector_codes",
}  # fmt: skip
LOCATION = {
    "extracted_place", "resolved_place", "geonameid", "lat", "lon", "city", "district", "province",
    "country", "country_code", "feature_class", "feature_code", "resolution",
}  # fmt: skip
CITED = {
    "corpus", "citation", "url", "title", "language", "publication", "license", "copyright",
    "coder", "codebook", "version",
}  # fmt: skip
"""PLOVER manual, draft of 2.0 (openeventdata/PLOVER, 2024-02), tables of data fields."""


@pytest.fixture(scope="module")
def records(written: Callable[..., bytes]) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in written("plover", possible=True).splitlines()]
    assert len({row["id"] for row in rows}) == len(rows) == 11
    return {f"{row['event_text'][0]} {row['legation']['documents'][0]}": row for row in rows}


def test_fields_are_the_ontologys(records: dict[str, dict[str, Any]]) -> None:
    assert len(records) == 11
    for row in records.values():
        assert REQUIRED <= set(row) <= REQUIRED | OPTIONAL | {"legation"}
        assert all(set(one) <= ENTITY for one in (*row["actor"], *row.get("recipient", ())))
        assert set(row.get("event_loc", ())) <= LOCATION
        assert set(row["cite_info"]) <= CITED
        assert isinstance(row["event"], list)
        assert isinstance(row["mode"], list)
        assert row["quad_code"] in {1, 2, 3, 4}
        assert -10 <= row["event_scale"] <= 10
        assert "text" not in row


def test_a_planned_visit_is_an_agreement(records: dict[str, dict[str, Any]]) -> None:
    row = records["Konrad Reinhardt will visit Astana on 1 December 2024 coming"]
    assert (row["event"], row["mode"], row["date"]) == (["AGREE"], [], "2024-12-01")
    assert (row["legation"]["type"], row["legation"]["status"]) == ("CONSULT", "planned")
    assert row["legation"]["doubtful"] == {"mode": "the text says no more than visit"}
    assert row["event_loc"]["geonameid"] == 1526273
    assert row["actor"][0]["entity_name"] == "Konrad Reinhardt"
    assert row["recipient"] == [
        {"entity_name": "Kazakhstan", "country_code": "KAZ", "country_name": "Kazakhstan"}
    ]


def test_what_did_not_happen_says_so(records: dict[str, dict[str, Any]]) -> None:
    off = records["The talks of 9 December 2024 in Berlin were called off coming"]
    assert off["mode"] == ["negation"]
    denied = records["sent troops to Germany coming"]
    assert denied["mode"] == ["negation"]
    assert denied["legation"]["said_in"]["stance"] == "denies"
    assert denied["comment"].startswith("Kazakhstan denied: ")


def test_a_lent_day_is_marked(records: dict[str, dict[str, Any]]) -> None:
    assert records["met meeting"]["legation"]["date_from"] == "own"
    undated = records["met undated"]
    assert (undated["date"], undated["legation"]["date_from"]) == ("2024-04-09", "none")
    lent = records["=cmd and <b>tags</b> undated"]
    assert lent["legation"]["date_from"] == "published"
    assert lent["legation"]["tier"] == "possible"


def test_the_less_certain_only_when_asked(written: Callable[..., bytes]) -> None:
    rows = [json.loads(line) for line in written("plover").splitlines()]
    assert {row["legation"]["tier"] for row in rows} == {"sure"}


def test_filters(written: Callable[..., bytes]) -> None:
    def found(**asked: object) -> list[dict[str, Any]]:
        return [json.loads(line) for line in written("plover", **asked).splitlines()]

    german = found(pair=("DEU", "KAZ"))
    assert german
    assert all("DEU" in json.dumps(row) for row in german)
    late = found(since=date(2024, 12, 2), until=date(2024, 12, 31))
    assert {row["date"] for row in late} == {"2024-12-02", "2024-12-09"}
    assert found(pair=("BRA", "KAZ")) == []
    with_members = found(pair=("EUR", "KAZ"))
    assert len(found(pair=("EUR", "KAZ"), members=False)) < len(with_members)
