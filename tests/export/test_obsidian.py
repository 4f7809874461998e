"""Notes for Obsidian: safe names, and every link leads to a note."""

import re
from pathlib import Path

import pytest
import yaml

from legation import store
from legation.export import obsidian
from legation.export.told import Asked

LINK = re.compile(r"\[\[([^\]|]+)\|([^\]]+)\]\]")
FORBIDDEN = re.compile(r'[<>:"\\|?*#^\[\]%\x00-\x1f]')


@pytest.fixture(scope="module")
def vault(held: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vault")
    with store.reading(held) as ledger:
        count = obsidian.write(ledger, Asked(possible=True), folder)
    assert count == len(list(folder.rglob("*.md"))) - 1
    return folder


def notes(vault: Path) -> dict[str, str]:
    return {
        str(file.relative_to(vault).with_suffix("").as_posix()): file.read_text(encoding="utf-8")
        for file in vault.rglob("*.md")
    }


def test_names_are_safe_everywhere(vault: Path) -> None:
    names = [file.relative_to(vault).as_posix() for file in vault.rglob("*.md")]
    assert not [name for name in names if FORBIDDEN.search(name)]
    assert len({name.casefold() for name in names}) == len(names)
    assert {name.partition("/")[0] for name in names} == {
        "Dyads",
        "People",
        "Documents",
        "Index.md",
    }
    assert "Documents/AUX.md" not in names
    assert "Documents/AUX -.md" in names


def test_every_link_leads_to_a_note_and_every_note_is_linked(vault: Path) -> None:
    held = notes(vault)
    links = {place for text in held.values() for place, _ in LINK.findall(text)}
    assert links == set(held) - {"Index"}


def test_heads_are_yaml(vault: Path) -> None:
    for name, text in notes(vault).items():
        if name != "Index":
            head = yaml.safe_load(text.split("---\n")[1])
            assert head["kind"] in {"dyad", "person", "document"}
    meeting = notes(vault)["Documents/Title of meeting"]
    assert yaml.safe_load(meeting.split("---\n")[1])["publisher"] == "Steppe Courier"


def test_entries_say_how_they_stand(vault: Path) -> None:
    pair = notes(vault)["Dyads/Germany – Kazakhstan"]
    assert "Kazakhstan denied: it had sent troops to Germany" in pair
    assert "Kazakhstan denied: Kazakhstan" in pair
    assert "*event, CONSULT, planned*" in pair
    assert "doubtful mode: the text says no more than visit" in pair
    assert "less certain" in notes(vault)["Dyads/EU – Kazakhstan"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("A/B: “C” #1 [x]", "A B “C” 1 x"),
        ("..hidden.. ", "hidden"),
        ("con", "con -"),
        ("LPT1.txt", "LPT1.txt -"),
        ("///", "untitled"),
        ("x" * 300, "x" * 80),
        ("a\x00b\u202ec", "a␀b\ufffdc"),
    ],
)
def test_safe_names(title: str, name: str) -> None:
    assert obsidian.safe(title) == name
