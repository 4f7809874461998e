"""Whatever the terminal: encodings, control characters, file names, wrong usage, other people's
files.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from legation.cli import streams
from legation.model.signs import visible

SAID = "Laos and Nepal opened a shared consulate on the coast, both foreign ministries said there."


def run(*words: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "legation", *words],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "latin-1", "ascii"])
def test_any_encoding_of_standard_output(encoding: str) -> None:
    held = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    for words in (("doctor",), ("trade", "EU", "KZ")):
        done = run(*words, **held)
        assert done.returncode == 0, done.stderr
        assert done.stdout.decode(encoding).strip()


def test_a_true_c_locale() -> None:
    done = run("trade", "EU", "KZ", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert done.returncode == 0, done.stderr
    assert b"EUR" in done.stdout


@pytest.mark.parametrize(
    ("text", "written"),
    [("€3 – “José”", 'EUR3 - "Jose"'), ("日", "?"), ("a\udcff", "a\\xff"), ("Łódź", "Lodz")],
)
def test_what_an_encoding_lacks_is_written_in_signs_that_it_has(text: str, written: str) -> None:
    streams.prepare()
    assert text.encode("ascii", streams.NAME).decode("ascii") == written


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_name_that_is_no_utf_8(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.txt", b"z.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(SAID, "utf-8")
    for words in (("--json",), ()):
        done = run("read", str(tmp_path), *words)
        assert done.returncode == 0, done.stderr
        assert done.stdout.count(b".txt") == 2


def test_control_characters_of_a_text_are_shown_and_not_sent(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text(f"{SAID} \x1b]0;x\x07 \x1b[31m \x9b \u202e reversed.", "utf-8")
    page, sheet = tmp_path / "a.html", tmp_path / "a.md"
    done = run("brief", str(article), "--html", str(page), "--markdown", str(sheet))
    assert done.returncode == 0, done.stderr
    shown = run("brief", str(article)).stdout.decode("utf-8")
    for text in (shown, page.read_text("utf-8"), sheet.read_text("utf-8")):
        assert "␛" in text
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(text)


def test_signs_keep_their_places() -> None:
    text = "".join(map(chr, range(0x250))) + "\u202e\u2066x"
    assert len(visible(text)) == len(text)
    assert visible("a\tb\nc") == "a\tb\nc"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("trade", "EU"), "Missing argument"),
        (("trade", "EU", "KZ", "--from", "1200"), "is no year or month"),
        (("brief", "a.txt", "--nonsense"), "No such option"),
        (("nonsense",), "No such command"),
        (("read", "x", "--published", "soon"), "is not a date"),
    ],
)
def test_wrong_usage_is_one_line(words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.returncode == 2
    told = done.stderr.decode("utf-8")
    assert said in told
    assert told.count("\n") == 1


def test_an_unknown_country_brings_no_absurd_suggestion() -> None:
    told = run("trade", "EU", "Atlantis").stderr.decode("utf-8")
    assert "did you mean" not in told
    assert "Kazakhstan" in run("trade", "EU", "Kazahkstan").stderr.decode("utf-8")


def test_a_brief_never_writes_over_its_article_or_another_file(tmp_path: Path) -> None:
    article, other = tmp_path / "a.txt", tmp_path / "b.html"
    article.write_text(SAID, "utf-8")
    other.write_text("mine", "utf-8")
    for target, said in ((article, b"is the article itself"), (other, b"is there already")):
        done = run("brief", str(article), "--html", str(target), "--no-check")
        assert (done.returncode, said in done.stderr) == (1, True)
    assert (article.read_text("utf-8"), other.read_text("utf-8")) == (SAID, "mine")
    assert run("brief", str(article), "--html", str(article), "--force").returncode == 1
    for words in (("--force",), ()):
        done = run("brief", str(article), "--html", str(other), "--no-check", *words)
        assert done.returncode == 0, done.stderr
