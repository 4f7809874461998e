"""Read in parts: the same lines as one process, whoever reads them and however often."""

import gzip
import json
import os
import signal
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest
from made_parts import ORDER, SIZE, digests, lines, write
from typer.testing import CliRunner

from legation import scale
from legation.cli import app
from legation.model import PartsError
from legation.scale import folders, parts
from legation.scale.parts import Order, Part
from legation.scale.workers import Answer, Task, Worker, done

run = CliRunner()
COUNT = 20


def here(parts: Sequence[Part], order: Order, folder: Path) -> Iterator[Answer]:
    """An engine within this process, from the last part to the first."""
    for part in reversed(parts):
        yield done(Task(part=part, order=order, folder=str(folder)))


def nobody(parts: Sequence[Part], order: Order, folder: Path) -> Iterator[Answer]:
    raise AssertionError(f"{len(parts)} parts were read again")


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("given"), COUNT)


@pytest.fixture(scope="module")
def once(wire: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read") / "out"
    scale.read([str(wire)], folder, ORDER, here, size=SIZE)
    return folder


def test_the_lines_are_those_of_one_process(wire: Path, once: Path) -> None:
    done = run.invoke(app, ["read", str(wire), "--json", "--no-check"])
    assert done.exit_code == 1
    assert lines(once) == done.stdout_bytes.splitlines()


def test_the_manifest_counts_what_is_there(once: Path) -> None:
    made = json.loads((once / "manifest.json").read_text())
    held = [json.loads(line) for line in lines(once)]
    assert len(made["parts"]) == 5
    assert [part["name"] for part in made["parts"]] == sorted(p.name for p in once.glob("part-*"))
    assert made["parts"][0]["name"] == "part-00000.jsonl.gz"
    assert made["documents"] == len(held) == COUNT
    assert made["unreadable"] == sum("error" in row for row in held) == 8
    assert made["records"] == sum(len(row.get("records", ())) for row in held) > 10
    for name in ("documents", "unreadable", "records"):
        assert made[name] == sum(part[name] for part in made["parts"])
    assert sorted(file.name for file in once.iterdir() if not file.name.startswith("part-")) == [
        "manifest.json",
        "plan.json",
    ]


def test_an_id_of_an_earlier_part_is_told_with_its_place(once: Path, wire: Path) -> None:
    twice = [row for row in map(json.loads, lines(once)) if "already used" in row.get("error", "")]
    assert [row["document"]["id"] for row in twice] == ["doc-1"]
    assert twice[0]["error"] == (
        f'{wire}, line 19: the id "doc-1" was already used by {wire}, line 2; '
        "give each document its own"
    )


def test_two_workers_write_the_same_bytes(wire: Path, once: Path, tmp_path: Path) -> None:
    scale.read([str(wire)], tmp_path / "two", ORDER, scale.local(2), size=SIZE)
    assert digests(tmp_path / "two") == digests(once)


def test_a_run_that_is_over_reads_nothing_again(wire: Path, once: Path) -> None:
    before = digests(once)
    made = scale.read([str(wire)], once, ORDER, nobody, size=SIZE)
    assert made.documents == COUNT
    assert digests(once) == before


def test_only_what_is_missing_is_read(wire: Path, tmp_path: Path, once: Path) -> None:
    def stopped(parts: Sequence[Part], order: Order, folder: Path) -> Iterator[Answer]:
        yield from here(parts[:3], order, folder)
        raise KeyboardInterrupt

    def going_on(parts: Sequence[Part], order: Order, folder: Path) -> Iterator[Answer]:
        assert parts[0].name == "part-00003.jsonl.gz"
        yield from here(parts, order, folder)

    folder = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        scale.read([str(wire)], folder, ORDER, stopped, size=SIZE)
    (folder / f".part-00003.jsonl.gz-0{folders.HALF}").write_bytes(b"half of it")
    told: list[scale.Told] = []
    scale.read([str(wire)], folder, ORDER, going_on, size=SIZE, told=told.append)
    assert digests(folder) == digests(once)
    assert (told[0].done, told[-1].done) == (3, told[-1].parts)


def test_finishing_may_be_stopped_and_begun_again(
    wire: Path, tmp_path: Path, once: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After parts were corrected and before the manifest stands."""
    folder = tmp_path / "out"
    with monkeypatch.context() as broken:
        broken.setattr(folders, "MANIFEST", "no/such/folder")
        with pytest.raises(PartsError, match="cannot be written"):
            scale.read([str(wire)], folder, ORDER, here, size=SIZE)
    scale.read([str(wire)], folder, ORDER, nobody, size=SIZE)
    assert digests(folder) == digests(once)


@pytest.mark.parametrize(
    ("order", "size", "because"),
    [
        (msgspec.structs.replace(ORDER, mentions=True), SIZE, "with other options"),
        (ORDER, SIZE * 2, "cut otherwise"),
    ],
)
def test_another_run_does_not_mix_with_this_one(
    wire: Path, once: Path, order: Order, size: int, because: str
) -> None:
    with pytest.raises(PartsError, match=because):
        scale.read([str(wire)], once, order, nobody, size=size)


def test_another_version_neither_goes_on_nor_reads_a_part(
    wire: Path, once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine of a cluster that was forgotten when the others were updated."""
    made = parts.plan([str(wire)], None, ORDER, SIZE)
    monkeypatch.setattr("legation.pipeline.portions.reader", lambda: "another")
    with pytest.raises(PartsError, match="by another version"):
        scale.read([str(wire)], once, ORDER, nobody, size=SIZE)
    answer = done(Task(part=made.parts[0], order=made.order, folder=str(tmp_path)))
    assert "another version" in answer.failed
    assert list(tmp_path.iterdir()) == []


def test_changed_input_is_noticed(tmp_path: Path) -> None:
    path = write(tmp_path, 6)
    scale.read([str(path)], tmp_path / "out", ORDER, here, size=SIZE)
    with path.open("a") as more:
        more.write('{"id": "new", "text": "Peru spoke."}\n')
    with pytest.raises(PartsError, match="what is read has changed"):
        scale.read([str(path)], tmp_path / "out", ORDER, here, size=SIZE)


def test_a_folder_of_something_else_is_left_alone(wire: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(PartsError, match="holds other files"):
        scale.read([str(wire)], tmp_path, ORDER, nobody, size=SIZE)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("path", ["-", "https://example.org/feed"])
def test_what_cannot_be_cut_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(PartsError, match="cannot be cut"):
        scale.read([path], tmp_path / "out", ORDER, nobody, size=SIZE)
    assert not (tmp_path / "out").exists()


def test_a_packed_file_is_a_part_and_small_files_go_together(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "d.txt"):
        (tmp_path / name).write_text("Peru met Chile.")
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"id": "x", "text": "Peru spoke."}\n'))
    made = parts.plan([str(tmp_path)], None, ORDER, 1000)
    held = [[Path(s.location).name for s in part.sources] for part in made.parts]
    assert held == [["a.txt", "b.txt"], ["c.jsonl.gz"], ["d.txt"]]


def test_a_lost_worker_is_replaced(wire: Path, tmp_path: Path, once: Path) -> None:
    made = parts.plan([str(wire)], None, ORDER, SIZE)
    folders.open_folder(tmp_path / "out", made)
    task = Task(part=made.parts[0], order=made.order, folder=str(tmp_path / "out"))
    with Worker() as worker:
        first = worker._running()
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        assert worker.answer(task).documents > 0
        assert worker._running().pid != first.pid
    name = made.parts[0].name
    assert (tmp_path / "out" / name).read_bytes() == (once / name).read_bytes()


def test_a_part_that_kills_every_worker_is_told(
    wire: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("legation.scale.workers.START", "import os; os._exit(9)")
    with pytest.raises(PartsError, match="3 workers were lost"):
        scale.read([str(wire)], tmp_path / "out", ORDER, scale.local(2), size=SIZE)


def test_a_worker_ends_when_nobody_asks_it(wire: Path, tmp_path: Path) -> None:
    worker = Worker()
    process = worker._running()
    assert process.stdin is not None
    process.stdin.close()
    assert process.wait(timeout=30) == 0
    worker.end()


def test_the_command(wire: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ["read", str(wire), "--parts", str(out), "--workers", "1", "--no-check"]
    done = run.invoke(app, words)
    assert done.exit_code == 1, done.output
    assert done.stdout.startswith(f"{out}  1 parts, 20 documents, 8 could not be read, ")
    started = time.monotonic()
    again = run.invoke(app, words)
    assert (again.exit_code, again.stdout) == (1, done.stdout)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "words",
    [
        ["--workers", "2"],
        ["--engine", "spark"],
        ["--parts", "OUT", "--stories"],
        ["--parts", "OUT", "--online"],
        ["--parts", "OUT", "--master", "local[2]"],
    ],
)
def test_options_that_do_not_go_together(wire: Path, tmp_path: Path, words: list[str]) -> None:
    given = [str(tmp_path / "out") if word == "OUT" else word for word in words]
    done = run.invoke(app, ["read", str(wire), *given])
    assert done.exit_code == 2, done.output
    assert not (tmp_path / "out").exists()
