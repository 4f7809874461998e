"""followthemoney: entities that its own library takes without losing a value.

The library needs ICU and is installed by continuous integration alone; elsewhere the entities are
held to the properties of the schemata that we use, copied below from followthemoney 4.11.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest

THING = {
    "name",
    "country",
    "summary",
    "notes",
    "sourceUrl",
    "publisher",
    "wikidataId",
    "keywords",
    "proof",
}
INTERVAL = {
    "startDate",
    "endDate",
    "date",
    "summary",
    "recordId",
    "sourceUrl",
    "proof",
    "publisher",
}
DOCUMENT = THING | {"fileName", "title", "language", "publishedAt", "contentHash"}
SCHEMATA = {
    "PublicBody": THING,
    "Organization": THING,
    "Person": THING | {"position"},
    "Article": DOCUMENT,
    "Event": THING | INTERVAL | {"location", "involved", "organizer", "important"},
}
LINKS = {"involved": {"PublicBody", "Organization", "Person"}, "proof": {"Article"}}


@pytest.fixture(scope="module")
def entities(written: Callable[..., bytes]) -> dict[str, dict[str, Any]]:
    rows = [json.loads(line) for line in written("followthemoney", possible=True).splitlines()]
    assert len({row["id"] for row in rows}) == len(rows)
    return {row["id"]: row for row in rows}


def test_every_property_is_of_its_schema_and_every_link_leads_somewhere(
    entities: dict[str, dict[str, Any]],
) -> None:
    assert {row["schema"] for row in entities.values()} == set(SCHEMATA) - {"Organization"}
    seen: set[str] = set()
    for row in entities.values():
        assert set(row["properties"]) <= SCHEMATA[row["schema"]]
        for name, values in row["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            for value in values if name in LINKS else ():
                assert entities[value]["schema"] in LINKS[name]
                assert value in seen
        seen.add(row["id"])


def test_a_denial_is_not_told_as_said(entities: dict[str, dict[str, Any]]) -> None:
    held = [row["properties"] for row in entities.values() if row["schema"] == "Event"]
    troops = [one for one in held if "sent troops" in one["summary"][0]]
    assert len(troops) == 2
    assert all("denied" in one["name"][0] for one in troops)
    assert all("stance: denies" in one["keywords"] for one in troops)
    assert any("planned" in one["keywords"] for one in held)
    assert any("Less certain." in one.get("notes", ()) for one in held)


def test_a_long_sentence_is_cut_and_kept_whole_beside(entities: dict[str, dict[str, Any]]) -> None:
    long = [
        row["properties"]
        for row in entities.values()
        if any("Person 19" in note for note in row["properties"].get("notes", ()))
    ]
    assert len(long) == 1
    assert len(long[0]["name"][0]) <= 384
    assert long[0]["name"][0].endswith(" …")
    assert "negated" in long[0]["keywords"]
    assert "did not" in long[0]["notes"][0]


def test_followthemoney_itself_takes_them(entities: dict[str, dict[str, Any]]) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="pip install legation[ci]")
    for row in entities.values():
        proxy = followthemoney.model.make_entity(row["schema"])
        proxy.id = row["id"]
        for name, values in row["properties"].items():
            proxy.add(name, values)
            assert len(proxy.get(name)) == len(values), (row["schema"], name, values)
        proxy.schema.validate(proxy.to_dict())
        assert followthemoney.model.get_proxy(proxy.to_dict()).caption
