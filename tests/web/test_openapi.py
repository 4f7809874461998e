"""The description of the interface: of every route, held to what is answered, read by another."""

import json
from typing import Any

import jsonschema_rs
import pytest
import schemathesis
from asking import ask

from legation.web.guard import Application
from legation.web.openapi import described
from legation.web.routes import QUESTIONS, ROUTES

PAGES_ONLY = {
    "/",
    "/static/{name:path}",
    "/read",
    "/keep",
    "/judge",
    "/pin",
    "/actors",
    "/trade",
    "/about",
}
ITSELF = "/openapi.json"
ASKED = {
    "/new": "",
    "/dyads": "",
    "/dyad/{a}/{b}": "?tier=possible&kind=event&kind=figure",
    "/timeline/{a}/{b}": "?limit=5",
    "/conflicts": "?pair=EUR-KAZ",
    "/promises": "",
    "/rivals/{country}": "?rival=CHN",
    "/trade/{a}/{b}": "?unit=USD",
    "/search": "?q=railway",
    "/compare": "?pairs=EUR-KAZ+CHN-KAZ",
    "/map": "",
    "/left-out": "",
    "/judgements": "",
    "/dossiers": "",
    "/dossier/{name}": "",
    "/actor/{name}": "",
    "/person/{name}": "",
    "/entry/{id}": "",
    "/story/{id}": "",
    "/document/{id}": "",
}


@pytest.fixture(scope="module")
def told(asked: Application) -> dict[str, Any]:
    answer = ask(asked, ITSELF)
    assert (answer.status, answer.header("content-type")) == (200, "application/json")
    made: dict[str, Any] = json.loads(answer.text)
    return made


def plain(path: str) -> str:
    return path.replace(":path}", "}")


def test_every_route_is_described_or_is_a_page(told: dict[str, Any]) -> None:
    questions = {address for address, _ in QUESTIONS}
    data = {route.path for route in ROUTES} - PAGES_ONLY - questions - {ITSELF}
    data = data - {"/document/{id:path}"} | {
        f"/document/{{id}}{form}" for form in (".json", ".csl.json", ".bib")
    }
    data = {path.replace(":path}.review", "}.review") for path in data}
    assert set(told["paths"]) == {plain(path) for path in data}
    assert {plain(address) for address in questions} | {"/document/{id}"} == set(ASKED)


def test_nothing_of_it_writes(told: dict[str, Any]) -> None:
    assert {method for path in told["paths"].values() for method in path} == {"get"}


def test_another_reader_takes_it(told: dict[str, Any]) -> None:
    schema = schemathesis.openapi.from_dict(told)
    schema.validate()
    assert len(list(schema.get_all_operations())) == len(told["paths"])


def test_every_parameter_says_what_it_may_be(told: dict[str, Any]) -> None:
    for path in told["paths"].values():
        for one in path["get"]["parameters"]:
            assert one["schema"].get("type"), one
            assert one.get("description") or one["name"] in {
                "q",
                "actor",
                "first",
                "pair",
                "pairs",
                "rival",
                "country",
                "unit",
            }, one


def first_ids(asked: Application) -> dict[str, str]:
    page = json.loads(ask(asked, "/timeline/EUR/KAZ.json?limit=1").text)
    entry = page["entries"][0]
    return {
        "a": "EUR",
        "b": "KAZ",
        "country": "KAZ",
        "name": "KAZ",
        "/entry/{id}": entry["id"],
        "/story/{id}": entry["sources"][0]["document"],
        "/document/{id}": entry["sources"][0]["document"],
    }


@pytest.mark.parametrize("path", ASKED)
def test_what_is_answered_is_as_described(
    asked: Application, told: dict[str, Any], path: str
) -> None:
    ids = first_ids(asked)
    address = path.format(**{**ids, "id": ids.get(path, "")})
    answer = ask(asked, f"{address}.json{ASKED[path]}")
    assert answer.status == 200, answer.text
    operation = told["paths"][f"{path}.json"]["get"]
    shape = operation["responses"]["200"]["content"]["application/json"]["schema"]
    whole = {**shape, "components": told["components"]}
    jsonschema_rs.validator_for(whole).validate(json.loads(answer.text))


def test_a_fault_is_as_described(asked: Application, told: dict[str, Any]) -> None:
    answer = ask(asked, "/timeline/EUR/KAZ.json?nonsense=1")
    assert answer.status == 400
    assert "nonsense" in json.loads(answer.text)["error"]


def test_a_view_that_is_not_as_described_would_be_seen() -> None:
    made = described(QUESTIONS[:1])
    shape = made["paths"]["/new.json"]["get"]["responses"]["200"]["content"]
    whole = {**shape["application/json"]["schema"], "components": made["components"]}
    with pytest.raises(jsonschema_rs.ValidationError):
        jsonschema_rs.validator_for(whole).validate({"entries": 3})
