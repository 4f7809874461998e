"""Workers on this machine: processes that are given parts one after another.

A worker ends when nobody asks it any more, so that none outlives a killed parent; one that is
killed itself is replaced, and its part given to the next.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType

import msgspec
from msgspec import Struct

from legation.model import PartsError
from legation.pipeline import portions
from legation.scale.parts import Order, Part
from legation.scale.writing import write

TRIES = 3
ONE_THREAD = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "OPENBLAS", "MKL", "BLIS")}
"""Several threads a worker would only fight for the same cores."""
START = "from legation.scale import workers; workers.serve()"


class Task(Struct, frozen=True, kw_only=True):
    """What a worker is told: a part, and how and to where."""

    part: Part
    order: Order
    folder: str


class Answer(Struct, frozen=True, kw_only=True):
    """What it says: how many documents a part had, or why it could not be written."""

    name: str
    documents: int = 0
    failed: str = ""


def answers(parts: Sequence[Part], order: Order, folder: Path, workers: int) -> Iterator[Answer]:
    """Have the parts read by some workers; an answer a part, as they are done.

    Raises:
        PartsError: a part cannot be written, or kills its workers again and again.
    """
    waiting = iter([Task(part=part, order=order, folder=str(folder)) for part in parts])
    done: SimpleQueue[Answer | BaseException | None] = SimpleQueue()
    take = threading.Lock()
    held = [Worker() for _ in range(max(1, min(workers, len(parts))))]

    def serve(worker: Worker) -> None:
        try:
            while True:
                with take:
                    task = next(waiting, None)
                if task is None:
                    break
                done.put(worker.answer(task))
        except BaseException as error:  # noqa: BLE001  # it is raised again where it is waited for
            done.put(error)
        done.put(None)

    for worker in held:
        threading.Thread(target=serve, args=(worker,), daemon=True).start()
    try:
        yield from _gathered(done, len(held))
    finally:
        for worker in held:
            worker.end()


def local(workers: int) -> Callable[[Sequence[Part], Order, Path], Iterator[Answer]]:
    """So many workers on this machine as an engine."""
    return lambda parts, order, folder: answers(parts, order, folder, workers)


def _gathered(done: "SimpleQueue[Answer | BaseException | None]", working: int) -> Iterator[Answer]:
    while working:
        found = done.get()
        if found is None:
            working -= 1
        elif isinstance(found, BaseException):
            raise found
        elif found.failed:
            raise PartsError(f"{found.name}: {found.failed}")
        else:
            yield found


class Worker:
    """A process that reads parts."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._over = False

    def __enter__(self) -> "Worker":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end()

    def answer(self, task: Task) -> Answer:
        """Have one part read, by another process if this one is lost over it.

        Raises:
            PartsError: several were lost.
        """
        for _ in range(TRIES):
            if self._over:
                break
            said = self._asked(task)
            if said:
                return msgspec.json.decode(said, type=Answer)
            self._stop()
        raise PartsError(
            f"{task.part.name}: {TRIES} workers were lost over it, perhaps for want of memory; "
            "try fewer workers or smaller parts"
        )

    def _asked(self, task: Task) -> bytes:
        """What it says; nothing if it has gone."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            process.stdin.write(msgspec.json.encode(task) + b"\n")
            process.stdin.flush()
            return process.stdout.readline()
        except (OSError, ValueError):
            return b""

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", START],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**ONE_THREAD, **os.environ, "PYTHONPATH": _path()},
                start_new_session=True,  # Ctrl-C is for us; it ends when its input does
            )
        return self._process

    def end(self) -> None:
        """Let it go, at once."""
        self._over = True
        self._stop()

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            with suppress(OSError):
                if stream is not None:
                    stream.close()
        process.wait()


def _path() -> str:
    return os.pathsep.join(filter(None, sys.path))


def serve() -> None:
    """Runs in the worker: a task a line comes in, an answer a line goes out. What a library prints
    goes to standard error.
    """
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    with suppress(BrokenPipeError):  # whoever asked was killed meanwhile; the part is written
        for line in sys.stdin.buffer:
            task = msgspec.json.decode(line, type=Task)
            out.write(msgspec.json.encode(done(task)) + b"\n")
            out.flush()


OTHER = "not read: here is another version, or are other weights, than where it was planned"


def done(task: Task) -> Answer:
    """Read and write a part, and say so. Another version would write other bytes: it refuses."""
    if task.order.reader != portions.reader():
        return Answer(name=task.part.name, failed=OTHER)
    try:
        held = write(task.part, task.order, Path(task.folder))
    except OSError as error:
        return Answer(name=task.part.name, failed=f"cannot be written: {error.strerror or error}")
    return Answer(name=task.part.name, documents=held.documents)
