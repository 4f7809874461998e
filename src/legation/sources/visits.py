"""Many errands: hosts side by side, the errands of one host one after another."""

import queue
import threading
from collections.abc import Callable, Iterable, Iterator

from legation.model.watching import Host
from legation.sources.asking import Asker, Errand, Outcome

WORKERS = 8
Visited = tuple[Errand, Outcome, Host]


def visits(
    errands: Iterable[Errand],
    hosts: Callable[[str], Host],
    asker: Asker,
    workers: int = WORKERS,
) -> Iterator[Visited]:
    """Each errand with its outcome and what is known of its host then, as they come in.

    Args:
        errands: all of a round.
        hosts: what is known of a host; asked in the caller's thread, before anything is.
        asker: runs them; of several threads at once, never two for one host.
        workers: how many hosts are asked side by side; 1 asks in the caller's thread.
    """
    rows: dict[str, list[Errand]] = {}
    for errand in errands:
        rows.setdefault(errand.host, []).append(errand)
    held = {name: hosts(name) for name in rows}
    if workers == 1:
        for name, row in rows.items():
            yield from _row(row, held[name], asker)
    else:
        yield from _side_by_side(rows, held, asker, workers)


def _row(row: list[Errand], host: Host, asker: Asker) -> Iterator[Visited]:
    for errand in row:
        outcome, host = asker.run(errand, host)
        yield errand, outcome, host


def _side_by_side(
    rows: dict[str, list[Errand]], hosts: dict[str, Host], asker: Asker, workers: int
) -> Iterator[Visited]:
    """Threads that end with the process: whoever stops a watch does not wait for a server."""
    names: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    found: queue.SimpleQueue[Visited | BaseException] = queue.SimpleQueue()
    for name in rows:
        names.put(name)

    def work() -> None:
        while (name := names.get()) is not None:
            try:
                for one in _row(rows[name], hosts[name], asker):
                    found.put(one)
            except BaseException as error:  # noqa: BLE001  # handed to the one who waits
                found.put(error)

    several = min(workers, len(rows))
    for _ in range(several):
        names.put(None)
        threading.Thread(target=work, daemon=True, name="legation-visit").start()
    for _ in range(sum(len(row) for row in rows.values())):
        one = found.get()
        if isinstance(one, BaseException):
            raise one
        yield one
