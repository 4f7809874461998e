"""A kept answer is there whole or not at all; old vintages stay."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

from legation.model.errors import Unkept
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.queries import Cell, Fetched, Query

QUERY = Query(
    provider="comext",
    dataset="DS-045409",
    key={"freq": "A", "reporter": "DE"},
    start="2023",
    end="2023",
)
ANSWER = Fetched(
    query=QUERY,
    cells=(
        Cell(key={"freq": "A", "reporter": "DE"}, period="2023", value=Decimal("1.50")),
        Cell(key={}, period="2024", value=None),
    ),
    vintage="2024-11-15",
    source="https://example.org",
    licence="CC BY 4.0",
    retrieved=date(2024, 11, 20),
)


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    assert cache.find(QUERY) is None
    cache.keep(ANSWER)
    assert cache.find(QUERY) == ANSWER


def test_the_order_of_dimensions_does_not_matter_and_their_codes_do() -> None:
    turned = replace(QUERY, key=dict(reversed(QUERY.key.items())))
    assert turned.id == QUERY.id
    assert replace(QUERY, key=QUERY.key | {"reporter": "FR"}).id != QUERY.id
    assert replace(QUERY, end="2024").id != QUERY.id


def test_old_vintages_stay_and_a_date_picks_what_was_known_then(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    for vintage in ("2025-03-01", "2024-11-15", "2026-01-01"):
        cache.keep(replace(ANSWER, vintage=vintage))
    assert [kept.vintage for kept in cache.vintages(QUERY)] == [
        "2024-11-15",
        "2025-03-01",
        "2026-01-01",
    ]
    assert cache.find(QUERY) == replace(ANSWER, vintage="2026-01-01")
    assert cache.find(QUERY, date(2025, 6, 1)) == replace(ANSWER, vintage="2025-03-01")
    assert cache.find(QUERY, date(2020, 1, 1)) is None


def test_a_failure_while_writing_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Unkept, match=r"cannot be kept in .*No space left on device") as caught:
        Cache(tmp_path).keep(ANSWER)
    assert caught.value.answer == ANSWER
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


KILLED = """
import os, sys, time
from datetime import date
from pathlib import Path
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.queries import Fetched, Query
query = Query(provider="comext", dataset="DS-045409", key={"freq": "A"}, start="2023", end="2023")
answer = Fetched(query=query, cells=(), vintage="2026-01-01", source="s", licence="l",
    retrieved=date(2026, 1, 1))
def slow(handle):
    print("writing", flush=True)
    time.sleep(30)
os.fsync = slow
Cache(Path(sys.argv[1])).keep(answer)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_killing_a_fetch_half_way_leaves_no_half_written_answer(tmp_path: Path) -> None:
    query = Query(
        provider="comext", dataset="DS-045409", key={"freq": "A"}, start="2023", end="2023"
    )
    old = replace(ANSWER, query=query, vintage="2025-01-01")
    Cache(tmp_path).keep(old)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "writing"
        child.send_signal(signal.SIGKILL)
        child.wait(timeout=10)
    assert Cache(tmp_path).find(query) == old
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline and not list(Cache(tmp_path).vintages(query)):
        time.sleep(0.01)
    assert [kept.vintage for kept in Cache(tmp_path).vintages(query)] == ["2025-01-01"]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b'{"query": 1}'])
def test_a_damaged_file_costs_one_line_and_its_own_answer(tmp_path: Path, content: bytes) -> None:
    lines: list[str] = []
    cache = Cache(tmp_path, lines.append)
    other = replace(ANSWER, query=replace(QUERY, end="2024"))
    damaged = cache.keep(ANSWER)
    cache.keep(other)
    damaged.write_bytes(content)
    assert cache.find(QUERY) is None
    assert list(cache.kept("comext", "DS-045409")) == [other]
    assert any(str(damaged) in line and "fetched anew" in line for line in lines)
    cache.keep(replace(ANSWER, vintage="2025-01-01"))
    assert not damaged.exists()
    assert cache.find(QUERY) == replace(ANSWER, vintage="2025-01-01")


def test_of_several_vintages_the_one_that_can_be_read_is_found(tmp_path: Path) -> None:
    cache = Cache(tmp_path, lambda line: None)
    cache.keep(ANSWER)
    newer = cache.keep(replace(ANSWER, vintage="2026-01-01"))
    newer.write_bytes(newer.read_bytes()[:40])
    assert cache.find(QUERY) == ANSWER


def test_a_line_is_told_once_a_process(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = Cache(tmp_path).keep(ANSWER)
    damaged.write_bytes(b"")
    for _ in range(3):
        assert Cache(tmp_path).find(QUERY) is None
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert told[0].startswith("legation: a kept answer cannot be read")


def test_what_killed_runs_left_is_swept_and_what_others_write_now_is_not(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    place = cache.keep(ANSWER).parent
    old, fresh = place / ".abc.part", place / ".def.part"
    for path in (old, fresh):
        path.write_bytes(b"half")
    long_ago = time.time() - 2 * 3600
    os.utime(old, (long_ago, long_ago))
    cache.keep(ANSWER)
    assert (old.exists(), fresh.exists()) == (False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="no such folder")
def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    with pytest.raises(Unkept, match="name another folder in LEGATION_CACHE"):
        Cache(file / "cache").keep(ANSWER)


WRITING = """
import sys
from datetime import date
from pathlib import Path
from legation.statistics.providers.cache import Cache
from legation.statistics.providers.queries import Cell, Fetched, Query
query = Query(provider="comext", dataset="DS-045409", key={"freq": "A"}, start="2023", end="2023")
cells = tuple(Cell(key={"n": str(n)}, period="2023", value=None) for n in range(300))
for n in range(40):
    answer = Fetched(query=query, cells=cells, vintage=f"2026-01-{n % 4 + 1:02d}", source="s",
        licence="l", retrieved=date(2026, 1, 1))
    Cache(Path(sys.argv[1])).keep(answer)
    assert Cache(Path(sys.argv[1])).find(query) is not None
"""


def test_two_processes_may_write_the_same_answers(tmp_path: Path) -> None:
    running = [
        subprocess.Popen([sys.executable, "-c", WRITING, str(tmp_path)], stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for one in running:
        _, errors = one.communicate(timeout=60)
        assert (one.returncode, errors) == (0, b"")
    assert [path.suffix for path in tmp_path.rglob("*") if path.is_file()] == [".json"] * 4
