"""The floors that no score may fall below: in a file with a digest of the gold, sealed so that
they are lowered on purpose.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from scoring.bench import Scores, value

FLOORS = Path(__file__).resolve().parents[2] / "tests" / "gates" / "floors.json"
SLACK = 0.5
"""Points that a score may fall below its best before the gate closes: other machines round a parse
otherwise.
"""


class Lowered(Struct, frozen=True):
    """One time that a floor was lowered, and why."""

    task: str
    path: str
    was: float
    now: float
    day: str
    because: str


class Floors(Struct, frozen=True):
    """By task the digest of its gold and the floor of each measure; every lowering; and the seal
    over both.
    """

    gold: dict[str, str]
    floors: dict[str, dict[str, float]]
    lowered: tuple[Lowered, ...] = ()
    seal: str = ""

    def sealed(self) -> "Floors":
        """The same with the seal that belongs to it."""
        return msgspec.structs.replace(self, seal=self.due())

    def due(self) -> str:
        """The seal that belongs to what is written: the hash of all else."""
        bare = msgspec.to_builtins(msgspec.structs.replace(self, seal=""))
        return hashlib.sha256(json.dumps(bare, sort_keys=True).encode()).hexdigest()[:16]


def load(path: Path = FLOORS) -> Floors:
    """The floors as they stand; empty where there is no file yet."""
    return (
        msgspec.json.decode(path.read_bytes(), type=Floors)
        if path.exists()
        else Floors(gold={}, floors={})
    )


def save(floors: Floors, path: Path = FLOORS) -> None:
    """Write them, sealed, one value a line."""
    path.write_bytes(
        msgspec.json.format(msgspec.json.encode(floors.sealed(), order="sorted"), indent=2) + b"\n"
    )


def broken(floors: Floors, task: str, found: Scores) -> Iterator[str]:
    """The measures of a task that fell below their floor, in words."""
    for path, floor in floors.floors.get(task, {}).items():
        held = value(found, path)
        if held is None or held < floor:
            yield f"{task} {path}: {held} is below its floor of {floor}"


def raised(floors: Floors, found: Mapping[str, Scores], gold: Mapping[str, str]) -> Floors:
    """With every floor brought up to the scores found, less the slack; none is lowered."""
    held = {task: dict(paths) for task, paths in floors.floors.items()}
    for task, scores in found.items():
        for path in held.setdefault(task, {}):
            now = value(scores, path)
            if now is not None:
                held[task][path] = max(held[task][path], round(now - SLACK, 1))
    return msgspec.structs.replace(floors, floors=held, gold={**floors.gold, **gold})
