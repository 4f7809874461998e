"""The verbs that ask an account: three forms of an answer, and what is told where there is none."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from legation import store
from legation.cli import app
from legation.model import Document, Event, Ledger, Party, Span, day

TEXT = "The European Union met Kazakhstan."
VERBS = [
    ("dyad", "EU", "KZ"),
    ("timeline", "EU", "KZ"),
    ("who", "Kazakhstan"),
    ("find", "met"),
    ("conflicts",),
    ("conflicts", "EU", "KZ"),
    ("promises",),
    ("promises", "EU", "KZ"),
    ("rivals", "KZ"),
    ("digest",),
    ("digest", "--dyad", "EU", "KZ"),
]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asked") / "account.sqlite"
    sides = tuple(Party(mention=None, actor=code) for code in ("EUR", "KAZ"))
    met = Event(
        id="0123456789abcdef",
        evidence=(Span(0, len(TEXT)),),
        sentence=Span(0, len(TEXT)),
        confidence=0.97,
        tier="sure",
        type="CONSULT",
        actors=sides,
        date=day(date(2024, 3, 5)),
        date_from="own",
    )
    document = Document(
        id="=met", title="-1+cmd", published=date(2024, 3, 6), publisher="@Courier", text=TEXT
    )
    with store.writing(path) as account:
        account.save(Ledger(document=document, records=(met,)))
    return path


def ask(place: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--ledger", str(place)])


@pytest.mark.parametrize("words", VERBS, ids=" ".join)
def test_every_verb_answers_in_json_and_csv(place: Path, words: tuple[str, ...]) -> None:
    told = ask(place, *words)
    assert told.exit_code == (0 if "conflicts" not in words and "promises" not in words else 1)
    made = ask(place, *words, "--json")
    assert json.loads(made.stdout)
    rows = [*csv.reader(io.StringIO(ask(place, *words, "--csv").stdout))]
    assert rows and len({len(row) for row in rows}) == 1


def test_a_table_holds_no_formula(place: Path) -> None:
    told = ask(place, "timeline", "EU", "KZ", "--csv").stdout
    [head, row] = [*csv.reader(io.StringIO(told))]
    held = dict(zip(head, row, strict=True))
    assert (held["document"], held["title"], held["publisher"]) == ("'=met", "'-1+cmd", "'@Courier")


def test_two_forms_are_no_answer(place: Path) -> None:
    assert ask(place, "dyad", "EU", "KZ", "--json", "--csv").exit_code == 2


def test_an_unknown_country_is_wrong_usage(place: Path) -> None:
    told = ask(place, "dyad", "EU", "Ruritania")
    assert told.exit_code == 2
    assert "Ruritania" in told.stderr


def test_nothing_told_is_one(place: Path) -> None:
    assert ask(place, "timeline", "EU", "GE").exit_code == 1


def test_without_an_account_the_way_to_one_is_told(tmp_path: Path) -> None:
    told = ask(tmp_path / "none.sqlite", "dyad", "EU", "KZ")
    assert told.exit_code == 1
    assert "legation add" in told.stderr


def test_a_digest_since_the_last_one_is_empty(place: Path, tmp_path: Path) -> None:
    first = ask(place, "digest", "--since", "last", "--json")
    assert json.loads(first.stdout)["happened"]
    second = ask(place, "digest", "--since", "last", "--json")
    assert not json.loads(second.stdout)["happened"]


def test_a_digest_is_written_as_a_page_and_as_markdown(place: Path, tmp_path: Path) -> None:
    page, note = tmp_path / "d.html", tmp_path / "d.md"
    told = ask(place, "digest", "--html", str(page), "--markdown", str(note))
    assert told.exit_code == 0
    assert "<script" not in page.read_text(encoding="utf-8")
    assert "What happened or is set" in note.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words",
    [("--by", "hearsay"), ("--until", "2024-01-01"), ("--since", "last", "--by", "published")],
)
def test_a_digest_that_cannot_be_asked_so_is_wrong_usage(
    place: Path, words: tuple[str, ...]
) -> None:
    assert ask(place, "digest", *words).exit_code == 2
