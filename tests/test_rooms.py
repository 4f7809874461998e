"""The import rule: the way of the data is one way."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "legation"
FOUNDATION = {"model", "lexicon"}
READERS = {"background", "records", "checks"}
STAGES = READERS | {"documents", "mentions", "reconciliation", "statistics", "store"}
FACES = {"store", "views", "charts", "audit", "export"}
"""What shows an account to somebody, and what that is made of."""
ALLOWED = {
    "model": set(),
    "lexicon": {"model"},
    "examples": set(),
    "language": FOUNDATION,
    "grammar": FOUNDATION,
    **dict.fromkeys(STAGES, FOUNDATION),
    "mentions": FOUNDATION | {"language", "grammar"},
    **dict.fromkeys(READERS, FOUNDATION | {"grammar"}),
    "views": FOUNDATION | {"store"},
    "charts": FOUNDATION | {"store", "views"},
    "audit": FOUNDATION | {"store", "views"},
    "export": FOUNDATION | {"store", "views", "charts", "audit"},
    "pipeline": FOUNDATION | STAGES | {"language"},
    "web": FACES | {"model", "pipeline"},
    "scale": FACES | {"model", "pipeline"},
    "cli": FACES | {"model", "pipeline", "web", "scale", "examples"},
}
MODULES = sorted(
    path for path in SOURCE.rglob("*.py") if path.parent != SOURCE or path.stem == "pipeline"
)


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "legation":
            found |= {alias.name for alias in node.names if not alias.name.startswith("_")}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("legation."):
            found.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {
                alias.name.split(".")[1]
                for alias in node.names
                if alias.name.startswith("legation.")
            }
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_imports_only_what_lies_before_it(path: Path) -> None:
    own = room(path)
    assert imported_rooms(path) <= ALLOWED[own] | {own}, (
        f"{path} reaches into a room that it may not know"
    )


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_are_absolute(path: Path) -> None:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    assert not [n for n in nodes if isinstance(n, ast.ImportFrom) and n.level], (
        f"{path} uses a relative import"
    )


def test_every_room_has_a_rule() -> None:
    rooms = {p.name for p in SOURCE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert rooms <= ALLOWED.keys()
