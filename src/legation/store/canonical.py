"""The account as JSON lines without clocks or run numbers: equal content, equal bytes, in whatever
order it was added.
"""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from typing import Any, BinaryIO

import msgspec

from legation.store import judgements, telling
from legation.store.reading import Reading

DECIMALS = 3
"""Of scores."""
RUN = 50_000
"""Lines that are sorted in memory at once; more go by way of files."""


def lines(ledger: Reading) -> Iterator[bytes]:
    """The contract's objects, one a line, sorted by ``object``, then ``id`` (what was altered by
    document, source and field), keys in alphabetical order.
    """
    yield from _sorted(_affairs(ledger))
    yield from _sorted(_altered(ledger))
    yield from _sorted(_conflicts(ledger))
    yield from _sorted(_documents(ledger))
    yield from _sorted(_judgements(ledger))
    yield from _sorted(_promises(ledger))


def line(found: msgspec.Struct) -> bytes:
    """One object as it is written."""
    plain = msgspec.to_builtins(found)
    _rounded(plain)
    return msgspec.json.encode(plain, order="sorted")


def _rounded(plain: Any) -> None:
    for member in plain.get("members", ()):
        member["score"] = round(member["score"], DECIMALS)


Keyed = tuple[str, bytes]


def _affairs(ledger: Reading) -> Iterator[Keyed]:
    """In the order of their first members' documents, for neighbours share a ledger."""
    for (number,) in _stream(ledger, "SELECT id FROM affair ORDER BY record"):
        found = ledger.affair(number)
        yield found.id, line(found)


def _altered(ledger: Reading) -> Iterator[Keyed]:
    rows = _stream(
        ledger,
        "SELECT d.name, s.name, a.field, a.before, a.after, a.because FROM altered AS a "
        "JOIN document AS d ON d.id = a.document JOIN document AS s ON s.id = a.source",
    )
    for row in rows:
        yield "\x00".join(row[:5]), line(telling.altered(row))


def _conflicts(ledger: Reading) -> Iterator[Keyed]:
    for (number,) in _stream(ledger, "SELECT id FROM conflict"):
        found = ledger.conflict(number)
        yield found.id, line(found)


def _documents(ledger: Reading) -> Iterator[Keyed]:
    rows = _stream(ledger, "SELECT id FROM document WHERE gone IS NULL")
    while some := [row[0] for row in islice(rows, 500)]:
        for found in ledger.documents(some):
            yield found.id, line(found)


def _judgements(ledger: Reading) -> Iterator[Keyed]:
    for found in judgements.all_of(ledger):
        yield found.id, line(found)


def _promises(ledger: Reading) -> Iterator[Keyed]:
    for (affair,) in _stream(ledger, "SELECT affair FROM promise"):
        found = ledger.promise(affair)
        yield found.id, line(found)


def _stream(ledger: Reading, sql: str) -> Iterator[tuple[Any, ...]]:
    """Rows one after another: an account need not fit in memory."""
    yield from ledger.connection.execute(sql)


def _sorted(found: Iterator[Keyed]) -> Iterator[bytes]:
    """By key, in memory where they are few, else by merging sorted files."""
    with ExitStack() as stack:
        parts: list[Iterable[Keyed]] = []
        while some := sorted(islice(found, RUN)):
            if len(some) < RUN and not parts:
                yield from (held for _, held in some)
                return
            part = stack.enter_context(tempfile.TemporaryFile())
            part.writelines(_written(key, held) for key, held in some)
            parts.append(_read(part))
        yield from (held for _, held in heapq.merge(*parts))


def _written(key: str, held: bytes) -> bytes:
    """Key and line as JSON, which holds no raw tabs or line ends."""
    return msgspec.json.encode(key) + b"\t" + held + b"\n"


def _read(part: BinaryIO) -> Iterator[Keyed]:
    part.seek(0)
    for row in part:
        key, _, held = row.rstrip(b"\n").partition(b"\t")
        yield msgspec.json.decode(key, type=str), held
