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
    with pytest.raises(OSError, match="No space left"):
        Cache(tmp_path).keep(ANSWER)
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
