"""A reader of a foreign format run in a process of its own, within limits of time and memory.

PDF and Word files are read by libraries that a small file can keep busy for hours or lead to take
all memory. A file beyond its budget is refused by name, and the others go on. Memory is limited
where the system can (POSIX), time everywhere.
"""

import contextlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextvars import ContextVar
from importlib import import_module
from typing import BinaryIO

import msgspec
from msgspec import Struct

from legation.documents import limits
from legation.documents.finds import Find, Reader
from legation.model import UnreadableDocument

MEGABYTE = 1_000_000
EXHAUSTED = re.compile(r"(?i)out of memory|memory allocation|cannot allocate memory|^unknown error")
"""How libraries in C tell that the system gave them no more; lxml has no words for it."""
START = "from legation.documents import bounded; bounded.answer()"


class Budget(Struct, frozen=True):
    """What reading one file may take: seconds of the clock, megabytes of memory."""

    seconds: float = 120.0
    megabytes: int = 2_000


class Answer(Struct, frozen=True):
    """What was found before the end, and why it ended early."""

    found: list[Find]
    trouble: str | None = None


BUDGET: ContextVar[Budget] = ContextVar("budget", default=Budget())  # noqa: B039 - it is frozen
"""What every file gets that is read from here on."""


def allow(budget: Budget) -> None:
    """Let every file that is read from here on take so much."""
    BUDGET.set(budget)


def reader(module: str) -> Reader:
    """The reader ``read`` of a module, run in a child process.

    Args:
        module: its full name; imported in the child alone.
    """

    def read(stream: BinaryIO, place: str) -> Iterator[Find]:
        answer = _asked(module, limits.whole(stream), place, BUDGET.get())
        yield from answer.found
        if answer.trouble is not None:
            raise UnreadableDocument(answer.trouble)

    return read


def _asked(module: str, data: bytes, place: str, budget: Budget) -> Answer:
    """A fresh interpreter is started rather than a copy of ours, or a script that reads without a
    guard around its main part would start itself again.
    """
    child = subprocess.Popen(
        [sys.executable, "-c", START, module, _plain(place), str(budget.megabytes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    with child:
        try:
            reply, _ = child.communicate(data, timeout=budget.seconds)
        except subprocess.TimeoutExpired:
            return Answer(
                [],
                f"takes longer to read than {budget.seconds:g} seconds; split it, or give it more "
                "with --limit-seconds",
            )
        finally:
            child.kill()
    try:
        return msgspec.msgpack.decode(reply, type=Answer)
    except msgspec.MsgspecError:  # it died without a word: the system took it
        return Answer([], _greedy(budget.megabytes))


def _plain(place: str) -> str:
    return place.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _greedy(megabytes: int) -> str:
    return (
        f"takes more memory to read than {megabytes:,} MB, or breaks its reader; split it, or give "
        "it more with --limit-memory"
    )


def answer() -> None:
    """Runs in the child: read what comes in and write back what was found. What a library prints
    goes nowhere.
    """
    module, place, megabytes = sys.argv[1], sys.argv[2], int(sys.argv[3])
    out, sys.stdout = sys.stdout.buffer, sys.stderr
    data = sys.stdin.buffer.read()
    out.write(msgspec.msgpack.encode(_read(module, data, place, megabytes)))
    out.flush()


def _read(module: str, data: bytes, place: str, megabytes: int) -> Answer:
    found: list[Find] = []
    try:
        _limit(megabytes)
        found.extend(import_module(module).read(io.BytesIO(data), place))
    except UnreadableDocument as error:
        return Answer(found, str(error))
    except MemoryError:
        return Answer([], _greedy(megabytes))
    except Exception as error:  # noqa: BLE001 - parsers of foreign formats fail in every way
        what = str(error).strip().rstrip(".").replace("\n", " ")[:200] or type(error).__name__
        if EXHAUSTED.search(what):
            return Answer([], _greedy(megabytes))
        return Answer(found, f"is damaged, or not what its name says ({what}); save it again")
    return Answer(found)


def _limit(megabytes: int) -> None:
    """Let this process take no more memory; nothing where the system knows no such limit."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        most = megabytes * MEGABYTE
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
