"""The import rule: the way of the data is one way."""

import ast
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "legation"
FOUNDATION = {"model", "lexicon"}
READERS = {"background", "records", "checks"}
ASKERS = {"documents", "statistics", "sources"}
"""What may go out to the network, and by that one way alone."""
STAGES = READERS | {"mentions", "reconciliation", "store"} | ASKERS
FACES = {"store", "views", "charts", "audit", "export"}
"""What shows an account to somebody, and what that is made of."""
ALLOWED = {
    "model": set(),
    "lexicon": {"model"},
    "network": {"model"},
    "tables": {"model"},
    "examples": set(),
    "language": FOUNDATION,
    "grammar": FOUNDATION,
    **dict.fromkeys(STAGES, FOUNDATION),
    **dict.fromkeys(ASKERS, FOUNDATION | {"network"}),
    "statistics": FOUNDATION | {"network", "tables"},
    "mentions": FOUNDATION | {"language", "grammar"},
    **dict.fromkeys(READERS, FOUNDATION | {"grammar"}),
    "views": FOUNDATION | {"store"},
    "charts": FOUNDATION | {"store", "views"},
    "audit": FOUNDATION | {"store", "views", "tables"},
    "export": FOUNDATION | {"store", "views", "charts", "audit", "tables"},
    "pipeline": FOUNDATION | STAGES | {"language", "network"},
    "web": FACES | {"model", "pipeline"},
    "scale": FACES | {"model", "pipeline"},
    "cli": FACES | {"model", "pipeline", "web", "scale", "examples"},
}
STEPS = ("candidates", "slots", "features", "verifier", "assembly")
"""How a record comes about, within its kind; no step knows a later one."""
MODULES = sorted(
    path for path in SOURCE.rglob("*.py") if path.parent != SOURCE or path.stem == "pipeline"
)


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def nodes(path: Path) -> list[ast.AST]:
    return _nodes(path.read_text(encoding="utf-8"))


@cache
def _nodes(text: str) -> list[ast.AST]:
    return list(ast.walk(ast.parse(text)))


def imported_rooms(path: Path) -> set[str]:
    found = set()
    for node in nodes(path):
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


def inside(path: Path) -> tuple[str, ...]:
    """The rooms and sub-rooms that a module lies in, and its own name last."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def own_imports(path: Path) -> list[tuple[tuple[str, ...], str]]:
    """What a module takes from its own room: module path below the package, and the name."""
    return [
        (tuple((node.module or "").split(".")[1:]), alias.name)
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").split(".")[:2] == ["legation", room(path)]
        for alias in node.names
    ]


def exported(package: Path) -> set[str]:
    for node in ast.parse((package / "__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    return set()


def reaches_inside(path: Path) -> list[str]:
    """What a module takes from the inside of a sub-room that is not its own."""
    own = inside(path)
    found = []
    for module, name in own_imports(path):
        if len(module) < 2 or not (SOURCE / module[0] / module[1]).is_dir():
            continue
        if len(own) > 1 and own[1] == module[1]:
            continue
        if len(module) > 2 or name not in exported(SOURCE / module[0] / module[1]):
            found.append(f"{'.'.join(module)}: {name}")
    return found


def test_no_sub_room_reaches_into_another() -> None:
    assert [f"{p}: {what}" for p in MODULES if is_within(p) for what in reaches_inside(p)] == []


def is_within(path: Path) -> bool:
    """Whether the rule holds for a module: all in sub-rooms, and all that read a document."""
    return len(inside(path)) > 2 or room(path) in {"mentions", "records"}


def test_a_kind_of_record_is_made_step_by_step() -> None:
    kinds = (p for p in MODULES if room(p) == "records" and len(inside(p)) > 2)
    assert [f"{p}: {what}" for p in kinds for what in looks_ahead(p)] == []


def looks_ahead(path: Path) -> list[str]:
    """What a step of a kind takes from a later one."""
    own = inside(path)
    if own[2] not in STEPS:
        return []
    return [
        f"{'.'.join(module)}: {name}"
        for module, name in own_imports(path)
        if module[:2] == own[:2]
        for step in (*module[2:3], *([name] if len(module) == 2 else []))
        if step in STEPS and STEPS.index(step) > STEPS.index(own[2])
    ]


def test_the_rules_of_the_rooms_see_a_breach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{__name__}.SOURCE", tmp_path)
    for name in ("records/events", "records/figures/slots", "records/measures"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "records/measures/__init__.py").write_text('__all__ = ["words"]')
    (tmp_path / "records/events/__init__.py").write_text("")
    module = tmp_path / "records/figures/slots/periods.py"
    module.write_text("from legation.records.measures import words\n")
    assert reaches_inside(module) == []
    module.write_text("from legation.records.measures import lemma\n")
    assert reaches_inside(module) == ["records.measures: lemma"]
    module.write_text("from legation.records.events.status import held\n")
    assert reaches_inside(module) == ["records.events.status: held"]
    module.write_text("from legation.records.figures.candidates.drafts import Draft\n")
    assert looks_ahead(module) == []
    module.write_text("from legation.records.figures import verifier\n")
    assert looks_ahead(module) == ["records.figures: verifier"]


@pytest.mark.parametrize(
    ("call", "home"),
    [("httpx.Client(", "network"), ("urlopen(", "network"), ("csv.writer(", "tables")],
)
def test_there_is_one_way_out_and_one_writer_of_tables(call: str, home: str) -> None:
    found = {room(path) for path in MODULES if call in path.read_text(encoding="utf-8")}
    assert found <= {home}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_are_absolute(path: Path) -> None:
    assert not [n for n in nodes(path) if isinstance(n, ast.ImportFrom) and n.level], (
        f"{path} uses a relative import"
    )


def test_every_room_has_a_rule() -> None:
    rooms = {p.name for p in SOURCE.iterdir() if p.is_dir() and (p / "__init__.py").exists()}
    assert rooms <= ALLOWED.keys()
