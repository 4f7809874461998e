"""``legation mcp``: asked by the protocol's own client, over standard input and output."""

import asyncio
import hashlib
import json
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from asking import ask
from mcp import Client, StdioServerParameters
from typer.testing import CliRunner

from legation.cli import app
from legation.web import assistants
from legation.web.guard import Application

T = TypeVar("T")


def talk(ledger: Path, said: Callable[[Client], Awaitable[T]]) -> T:
    """One conversation with a server started as an assistant starts it."""

    async def held() -> T:
        start = StdioServerParameters(
            command=sys.executable,
            args=["-m", "legation", "mcp", "--ledger", str(ledger)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )
        async with Client(start, read_timeout_seconds=120) as client:
            return await said(client)

    with ThreadPoolExecutor(1) as apart:  # a loop of its own, whatever runs in this thread
        return apart.submit(lambda: asyncio.run(held())).result()


def call(ledger: Path, name: str, /, **given: Any) -> Any:
    return assistants.answer(ledger, name, given)


def test_a_conversation(filled: Path) -> None:
    before = hashlib.sha256(filled.read_bytes()).hexdigest()

    async def said(client: Client) -> tuple[Any, Any, Any]:
        tools = await client.list_tools()
        pair = await client.call_tool("timeline", {"a": "Kazakhstan", "b": "EU", "limit": 3})
        wrong = await client.call_tool("timeline", {"a": "Atlantis", "b": "EU"})
        return tools, pair, wrong

    tools, pair, wrong = talk(filled, said)
    assert {tool.name for tool in tools.tools} == set(assistants.TOOLS)
    assert all(tool.annotations.read_only_hint for tool in tools.tools)
    assert not pair.is_error
    entries = pair.structured_content["entries"]
    assert len(entries) == 3
    assert json.loads(pair.content[0].text) == pair.structured_content
    for entry in entries:
        assert entry["sources"]
        for source in entry["sources"]:
            assert source["span"]
            assert source["words"]
            assert source["hash"]
            assert source["url"]
    assert wrong.is_error
    assert "Atlantis" in wrong.content[0].text
    assert hashlib.sha256(filled.read_bytes()).hexdigest() == before


def test_the_answers_are_the_pages(filled: Path, asked: Application) -> None:
    page = json.loads(ask(asked, "/timeline/EUR/KAZ.json?limit=20").text)
    assert call(filled, "timeline", a="EUR", b="KAZ").structured_content == page


def test_every_question_of_the_page_is_a_tool(filled: Path) -> None:
    first = call(filled, "timeline", a="EUR", b="KAZ", limit=1).structured_content["entries"][0]
    ids = {
        "entry": {"id": first["id"]},
        "story": {"id": first["sources"][0]["document"]},
        "document": {"id": first["sources"][0]["document"]},
        "actor": {"name": "KAZ"},
        "rivals": {"country": "Kazakhstan"},
        "search": {"q": "railway"},
        "dossier": {"name": "none such"},
        "compare": {"pairs": "EUR-KAZ CHN-KAZ"},
    }
    for name, tool in assistants.TOOLS.items():
        given = ids.get(name) or {part: {"a": "EU", "b": "KAZ"}[part] for part in tool.path}
        made = call(filled, name, **given)
        assert not made.is_error, (name, made.content[0].text)


@pytest.mark.parametrize(
    ("name", "given", "because"),
    [
        ("nothing", {}, "there is no tool"),
        ("timeline", {"a": "EU"}, "needs b"),
        ("timeline", {"a": "EU", "b": "KAZ", "since": "soon"}, "2024-10-07"),
        ("timeline", {"a": "EU", "b": "KAZ", "until_when": "2024"}, "knows no"),
        ("timeline", {"a": "EU", "b": "KAZ", "kind": ["gossip"]}, "it is one of"),
        ("timeline", {"a": "EU", "b": "KAZ", "limit": 100000}, "whole number"),
        ("entry", {"id": "ffffffffffffffff"}, "ffffffffffffffff"),
        ("document", {"id": "none"}, "there is no document"),
    ],
)
def test_what_cannot_be_asked_is_told(
    filled: Path, name: str, given: dict[str, Any], because: str
) -> None:
    made = call(filled, name, **given)
    assert made.is_error
    assert because in made.content[0].text


def test_too_large_an_answer_is_to_be_narrowed(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(assistants, "LARGEST", 1000)
    made = call(filled, "timeline", a="EU", b="KAZ")
    assert made.is_error
    assert "narrow it" in made.content[0].text


def test_the_tools_can_be_listed_and_a_ledger_must_be_there(filled: Path, tmp_path: Path) -> None:
    run = CliRunner()
    done = run.invoke(app, ["mcp", "--list", "--ledger", str(filled)])
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) == len(assistants.TOOLS)
    assert run.invoke(app, ["mcp", "--ledger", str(tmp_path / "none")]).exit_code == 1


def test_without_the_extra_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "legation.web.assistants", None)
    monkeypatch.delattr("legation.web.assistants", raising=False)
    done = CliRunner().invoke(app, ["mcp"])
    assert done.exit_code == 1
    assert "pip install 'legation[mcp]'" in done.output
