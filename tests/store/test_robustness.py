"""Killed, out of space, several at once: what is in the ledger is what was added, and no more."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest
from made_adding import add, counts, export
from made_ledgers import FIRST, Simple, ledger, several

from legation import store
from legation.model.errors import LedgerError, Unwritable
from legation.store import checkup

WHOLE = os.environ.get("LEGATION_WHOLE") == "1"
"""``make check`` runs all of it, ``make test`` a sample."""
KILLS, DOCUMENTS = (20, 160) if WHOLE else (3, 60)
READERS, SECONDS = (20, 4.0) if WHOLE else (6, 1.0)
CHILD = Path(__file__).parent.parent / "made" / "adding_child.py"


def child(path: Path, seed: int) -> subprocess.Popen[str]:
    source = str(Path(store.__file__).parents[2])
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(path), str(DOCUMENTS), str(seed)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": source},
    )


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("whole") / "ledger"
    add(path, several(DOCUMENTS))
    return path


@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_at_any_moment_nothing_is_lost_or_doubled(
    tmp_path: Path, expected: Path, seed: int
) -> None:
    """Each time it goes on where it was; in the end all is as if it had never been killed."""
    path = tmp_path / "ledger"
    chance = random.Random(seed)
    for _ in range(3):
        with child(path, seed) as adding:
            assert adding.stdout is not None
            adding.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.25))
            adding.send_signal(signal.SIGKILL)
        if path.exists():
            assert checkup.look(path).faults == ()
    add(path, several(DOCUMENTS))
    assert export(path) == export(expected)
    assert counts(path) == counts(expected)


def test_two_that_write_at_once_wait_for_each_other(tmp_path: Path, expected: Path) -> None:
    path = tmp_path / "ledger"
    both = [child(path, seed) for seed in (1, 2)]
    for one in both:
        _, errors = one.communicate(timeout=120)
        assert (one.returncode, errors) == (0, "")
    assert export(path) == export(expected)
    assert counts(path) == counts(expected)


def test_readers_beside_a_writer_never_wait_and_see_whole_documents(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    add(path, several(8))
    faults: list[str] = []
    asked = [0] * READERS
    over = threading.Event()

    def read(number: int) -> None:
        while not over.is_set():
            try:
                _whole(path, faults)
            except LedgerError as error:
                faults.append(str(error))
            asked[number] += 1

    readers = [threading.Thread(target=read, args=(number,)) for number in range(READERS)]
    for one in readers:
        one.start()
    with store.writing(path, Simple()) as account:
        end, at = time.monotonic() + SECONDS, 100
        while time.monotonic() < end:
            account.save(ledger(f"doc{at}", FIRST + timedelta(at), "12", f"tail {at}"))
            at += 1
    over.set()
    for one in readers:
        one.join(timeout=60)
    assert faults == []
    assert min(asked) > 0


def _whole(path: Path, faults: list[str]) -> None:
    """One look: every record has its affair, every count its entries, at whatever moment."""
    with store.reading(path) as held:
        held.connection.execute("BEGIN")
        [loose] = held.one("SELECT count(*) FROM record WHERE affair IS NULL") or (0,)
        [kept] = held.one("SELECT ifnull(sum(affairs), 0) FROM dyad_month") or (0,)
        [entries] = held.one("SELECT count(*) FROM dyad") or (0,)
        if loose or kept != entries:
            faults.append(f"{loose} loose, {kept} counted of {entries}")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="file size limits of Linux")
def test_a_full_disk_is_told_and_what_was_added_stays(tmp_path: Path, expected: Path) -> None:
    """A limit on the size of files stands in for the disk; Python ignores its signal, so that
    writing fails as on a full disk.
    """
    path = tmp_path / "ledger"
    add(path, several(DOCUMENTS)[:4])
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"sys.path.insert(0, {str(CHILD.parent)!r})\n"
        "from made_ledgers import Simple, several; from legation import store\n"
        "from legation.model.errors import Unwritable\n"
        "held = several(int(sys.argv[2]))\n"
        "account = store.writing(Path(sys.argv[1]), Simple())\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "done = 0\n"
        "try:\n"
        "    for one in held: account.save(one); done += 1\n"
        "except Unwritable as error:\n"
        "    print(done, error); sys.exit(7)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path), str(DOCUMENTS)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(store.__file__).parents[2])},
    )
    assert done.returncode == 7, done.stdout + done.stderr
    assert "disk" in done.stdout
    stood = several(DOCUMENTS)[: int(done.stdout.split()[0])]
    found = checkup.look(path)
    assert found.faults == ()
    assert found.documents >= len({store.hash_of(one.document) for one in stood})
    add(path, several(DOCUMENTS))
    assert export(path) == export(expected)
    assert counts(path) == counts(expected)


def test_who_may_only_read_is_told_when_adding_and_can_still_ask(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    path = tmp_path / "folder" / "ledger"
    add(path, several(6))
    before = export(path)
    path.chmod(0o400)
    path.parent.chmod(0o500)
    try:
        with pytest.raises(Unwritable):
            store.writing(path, Simple())
        assert export(path) == before
    finally:
        path.parent.chmod(0o700)
        path.chmod(0o600)


def test_a_busy_ledger_is_waited_for_and_then_told(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    add(path, [ledger("one")])
    with store.writing(path, Simple()) as first, store.writing(path, Simple()) as second:
        second.session.connection.execute("PRAGMA busy_timeout = 50")
        with first.together(), pytest.raises(Unwritable, match="another program"):
            second.save(ledger("two", FIRST + timedelta(1)))
        second.save(ledger("two", FIRST + timedelta(1)))
    assert checkup.look(path).documents == 2
