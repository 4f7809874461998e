"""GraphML: read by networkx; a denial, a plan and a deed are edges of their own."""

import io
from collections.abc import Callable
from typing import Any

import networkx
import pytest


@pytest.fixture(scope="module")
def graph(written: Callable[..., bytes]) -> Any:
    made = networkx.read_graphml(
        io.BytesIO(written("graphml", possible=True)), force_multigraph=True
    )
    assert made.is_directed()
    return made


def test_nodes_are_actors_by_code_and_name(graph: Any) -> None:
    assert graph.nodes["KAZ"]["name"] == "Kazakhstan"
    assert {"EUR", "KAZ", "DEU"} <= set(graph.nodes)


def test_edges_say_how_things_stand(graph: Any) -> None:
    held = [data for _, _, data in graph.edges(data=True)]
    assert all(data["affairs"] >= 1 and data["stories"] >= 1 for data in held)
    told = {(a, b, d["kind"], d["status"], d["stance"]) for a, b, d in graph.edges(data=True)}
    assert ("KAZ", "DEU", "statement", "denies", "denies") in told
    assert ("KAZ", "DEU", "event", "actual", "denies") in told
    assert ("KAZ", "DEU", "event", "actual", "affirms") not in told
    assert ("DEU", "KAZ", "event", "planned", "affirms") in told
    assert {data["certain"] for data in held} == {True, False}
    meeting = [
        d
        for a, b, d in graph.edges(data=True)
        if d["type"] == "CONSULT" and {a, b} == {"EUR", "KAZ"}
    ]
    assert {d["directed"] for d in meeting} == {False}
