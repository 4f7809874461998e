"""A fault of ours ends a verb in one line; its trace is there for who asks for it."""

import logging
from collections.abc import Iterator

import pytest

from legation import mentions, pipeline
from legation.cli import main
from legation.model import Document, Reading, Repaired


@pytest.fixture(autouse=True)
def quiet_again() -> Iterator[None]:
    """What ``--debug`` sets up is for a process; a test leaves nothing behind."""
    ours = logging.getLogger("legation")
    yield
    ours.handlers.clear()
    ours.setLevel(logging.NOTSET)


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["legation", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def broken() -> str:
    raise ZeroDivisionError("a slip")


def faulty(document: Document, repaired: Repaired) -> Reading:
    raise ZeroDivisionError("a slip")


def test_a_fault_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "model", broken)
    assert run(monkeypatch, "doctor") == 70
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError: a slip" in told and "--debug" in told


def test_its_trace_is_told_on_request(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pipeline, "model", broken)
    assert run(monkeypatch, "--debug", "doctor") == 70
    assert "in broken" in capsys.readouterr().err


@pytest.mark.parametrize(("option", "seen"), [((), False), (("--debug",), True)])
def test_a_fault_in_one_document_has_a_trace_too(
    option: tuple[str, ...],
    seen: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(mentions, "find", faulty)
    assert run(monkeypatch, *option, "check", "Kenya and Japan signed a treaty.") == 1
    told = capsys.readouterr().err
    assert "ZeroDivisionError: a slip" in told
    assert ("in faulty" in told) is seen
