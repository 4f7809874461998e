"""``legation watch`` and ``legation sources``."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from far_ends import local
from made_site import Reply, Site, item, rss, served
from typer.testing import CliRunner

from legation.cli import app
from legation.pipeline.watching import rounds
from legation.sources import Asker

run = CliRunner()
DAY = "Mon, 02 Mar 2026 08:00:00 GMT"
TEXT = (
    "The Foreign Minister of Ruritania received the envoy of Freedonia in Strelsau on Monday. "
    "They spoke about the railway that crosses the border and about the fees of carriers. "
    "The minister said that Ruritania would keep its word, and that both would meet again."
)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(rounds, "Asker", lambda clock: Asker(local(), clock=clock, gap=0.0))
    with served() as held:
        held.routes["/feed"] = Reply(body=rss(item("1", title="A", day=DAY, content=TEXT)))
        yield held


def watch(tmp_path: Path, *words: str) -> tuple[int, str, str]:
    done = run.invoke(app, ["watch", *words, "--once", "--ledger", str(tmp_path / "ledger")])
    return done.exit_code, done.stdout, done.stderr


def sources(tmp_path: Path, *words: str) -> tuple[int, str]:
    done = run.invoke(app, ["sources", *words, "--ledger", str(tmp_path / "ledger")])
    return done.exit_code, done.stdout


def test_a_round_is_one_line_and_a_source_stays_watched(site: Site, tmp_path: Path) -> None:
    code, out, err = watch(tmp_path, site.url("/feed"), "--no-check")
    assert (code, err, len(out.splitlines())) == (0, "", 1)
    assert "asked 1 of 1 sources · 1 new, 0 changed, 0 copies · 2 requests · next " in out
    code, out, _ = watch(tmp_path)
    assert (code, "asked 0 of 1 sources" in out) == (0, True)


def test_each_document_is_told_where_that_is_asked(site: Site, tmp_path: Path) -> None:
    _, out, _ = watch(tmp_path, site.url("/feed"), "--no-check", "--verbose")
    assert "  added: 1\n" in out


def test_a_round_is_one_line_of_json(site: Site, tmp_path: Path) -> None:
    _, out, _ = watch(tmp_path, site.url("/feed"), "--no-check", "--json", "--verbose")
    [line] = out.splitlines()
    assert {"added": 1, "asked": 1, "refused": []}.items() <= json.loads(line).items()


def test_health_as_words_json_and_csv(site: Site, tmp_path: Path) -> None:
    watch(tmp_path, site.url("/feed"), site.url("/missing"), "--no-check")
    code, out = sources(tmp_path, "--json")
    well, failing = json.loads(out)["sources"]
    assert (code, well["state"], well["items"], well["because"]) == (0, "well", 1, None)
    assert (failing["state"], failing["failures"]) == ("failing", 1)
    assert "404" in failing["because"]
    _, out = sources(tmp_path, "--csv")
    assert [row["state"] for row in csv.DictReader(io.StringIO(out))] == ["well", "failing"]
    _, out = sources(tmp_path)
    assert "2 watched, 1 not well" in out
    assert "404" in out


def test_a_source_is_taken_out(site: Site, tmp_path: Path) -> None:
    watch(tmp_path, site.url("/feed"), "--no-check")
    assert sources(tmp_path, "--remove", site.url("/feed"))[0] == 0
    assert sources(tmp_path, "--remove", site.url("/feed"))[0] == 2
    assert sources(tmp_path)[0] == 1


def test_nothing_to_watch_says_how_to_begin(tmp_path: Path) -> None:
    code, out, err = watch(tmp_path)
    assert (code, out) == (1, "")
    assert "legation watch --starter" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["feed.xml"], "add files with: legation add"),
        (["https://example.org/feed", "--every", "often"], "is a span like 30m"),
        (["https://example.org/feed", "--every", "10s"], "at least 5 minutes"),
        (["--starter", "--country", "XXX"], "no public feed of 'XXX'"),
    ],
)
def test_wrong_usage(tmp_path: Path, words: list[str], said: str) -> None:
    code, _, err = watch(tmp_path, *words)
    assert (code, said in " ".join(err.replace("│", " ").split())) == (2, True)


def test_the_starter_list_can_be_seen() -> None:
    out = run.invoke(app, ["sources", "--starter"]).stdout
    assert "European External Action Service" in out
