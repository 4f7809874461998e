"""Spark as the engine: the same bytes as workers on this machine, also with a worker killed.

Needs ``legation[spark]`` and a Java runtime, which continuous integration installs; a newcomer's
``make test`` skips it. What is said where they are missing is tested everywhere.
"""

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from made_parts import ORDER, SIZE, digests, write

from legation import scale
from legation.model import PartsError
from legation.scale import spark

HERE = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
needs_spark = pytest.mark.skipif(not HERE, reason="pip install legation[spark], and a Java runtime")
CHILD = Path(__file__).parent.parent / "made" / "spark_child.py"
COUNT = 20


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("given"), COUNT)


@pytest.fixture(scope="module")
def local(wire: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("read") / "out"
    scale.read([str(wire)], folder, ORDER, scale.local(1), size=SIZE)
    return digests(folder)


def child(wire: Path, out: Path, master: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, str(CHILD), str(wire), str(out), master],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )


@needs_spark
def test_the_same_bytes_as_here(wire: Path, local: dict[str, str], tmp_path: Path) -> None:
    with child(wire, tmp_path / "out", "local[2]") as reading:
        told, _ = reading.communicate(timeout=400)
    assert reading.returncode == 0, told
    assert digests(tmp_path / "out") == local


@needs_spark
def test_with_a_worker_killed(wire: Path, local: dict[str, str], tmp_path: Path) -> None:
    """Under local[2,4] Spark tries a task four times."""
    out = tmp_path / "out"
    with child(wire, out, "local[2,4]") as reading:
        worker = next(readers(reading))
        os.kill(worker, signal.SIGKILL)
        told, _ = reading.communicate(timeout=400)
    assert reading.returncode == 0, told
    assert digests(out) == local


def readers(reading: "subprocess.Popen[str]") -> Iterator[int]:
    """The processes in which Spark reads: forks of its daemon, below the Java process."""
    until = time.monotonic() + 300
    while time.monotonic() < until and reading.poll() is None:
        for daemon in processes("pyspark.daemon"):
            if reading.pid in above(daemon):
                yield from (fork for fork in processes("pyspark.daemon") if parent(fork) == daemon)
        time.sleep(0.05)
    raise AssertionError("no worker of Spark was seen")


def processes(word: str) -> list[int]:
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if word in (place / "cmdline").read_text():
                found.append(int(place.name))
        except OSError:
            continue
    return found


def parent(process: int) -> int:
    try:
        held = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return 0
    return int(held.rpartition(")")[2].split()[1])


def above(process: int) -> set[int]:
    found: set[int] = set()
    while process > 1 and process not in found:
        found.add(process)
        process = parent(process)
    return found


@pytest.mark.skipif(HERE, reason="pyspark is installed")
def test_without_the_extra_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(PartsError, match=r"pip install 'legation\[spark\]'"):
        spark.engine(None)


def test_without_java_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", sys)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(PartsError, match="needs a Java runtime"):
        spark.engine(None)


def test_other_machines_need_whole_paths(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", sys)
    monkeypatch.setattr(spark, "_java", lambda: True)
    monkeypatch.chdir(tmp_path)
    write(tmp_path, 4)
    engine = spark.engine("spark://10.0.0.1:7077")
    with pytest.raises(PartsError, match="give the whole one"):
        scale.read(["wire.jsonl"], tmp_path / "out", ORDER, engine, size=SIZE)
