"""Build a release and try it as strangers would; nothing is signed, nothing is published.

    python tools/release.py [--out dist] [--quick]

1. The version is one: in pyproject.toml, the package, CITATION.cff, README.md and CHANGELOG.md.
2. A source archive, and a wheel made from that archive, so that the archive is known to be whole.
3. The wheel holds every file of the package, the licence, and nothing else.
4. The wheel in two new environments: beside the newest packages that its bounds allow, and beside
   the oldest (``--quick`` leaves the oldest out). In each, on a console of Windows' old encoding:
   doctor, a brief, a check, the examples into an account, its digest and Parquet, a balance.
5. SHA256SUMS beside the files, and what to do next.

Needs the package index, or the wheels that ``PIP_FIND_LINKS`` points at.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "legation"
LOWEST = re.compile(r"^([A-Za-z0-9_.-]+)\s*[>=]=\s*([^,;\s]+)")
VERSIONS = {
    "pyproject.toml": r'^version = "([^"]+)"',
    "src/legation/__init__.py": r'^__version__ = "([^"]+)"',
    "CITATION.cff": r"^version: (\S+)",
    "README.md": r"legation-([0-9][^-]*)-py3-none-any\.whl",
    "CHANGELOG.md": r"^## ([0-9]\S*?),? ",
}
"""Where the version stands, and how to find it there."""
UNBUILT = {"__pycache__", ".mypy_cache"}


class Unfit(Exception):
    """A release that must not go out; the message says why."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Build a release and try it.")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--quick", action="store_true", help="not beside the oldest packages")
    inputs = parser.parse_args()
    try:
        release(inputs.out, oldest_too=not inputs.quick)
    except Unfit as reason:
        sys.exit(f"no release: {reason}")


def release(out: Path, *, oldest_too: bool) -> None:
    """Build into ``out`` and try what was built.

    Raises:
        Unfit: something is not as it should be.
    """
    version = one_version(ROOT)
    archive, wheel = build(out, version)
    is_whole(wheel, archive)
    told(f"{archive.name} and {wheel.name} are whole")
    tried(wheel, constraints=())
    if oldest_too:
        tried(wheel, constraints=oldest(ROOT / "pyproject.toml"))
    sums = [f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.name}" for p in (archive, wheel)]
    (out / "SHA256SUMS").write_text("\n".join(sums) + "\n", encoding="utf-8")
    told(f"{out} holds {version}. Tag the commit, sign and publish by hand: this does neither.")


def one_version(root: Path) -> str:
    """The version, the same wherever it stands."""
    found = {}
    for name, pattern in VERSIONS.items():
        match = re.search(pattern, (root / name).read_text(encoding="utf-8"), re.MULTILINE)
        found[name] = match[1] if match else "none"
    if len(set(found.values())) != 1:
        stands = ", ".join(f"{name} {version}" for name, version in found.items())
        raise Unfit(f"the version is not one: {stands}")
    return found["pyproject.toml"]


def oldest(pyproject: Path) -> list[str]:
    """The lower bound of every dependency as a constraint of pip."""
    declared = tomllib.loads(pyproject.read_text(encoding="utf-8"))["project"]["dependencies"]
    bounds = [LOWEST.match(entry) for entry in declared]
    missing = [entry for entry, bound in zip(declared, bounds, strict=True) if bound is None]
    if missing:
        raise Unfit(f"without a lower bound: {', '.join(missing)}")
    return [f"{bound[1]}=={bound[2]}" for bound in bounds if bound is not None]


def build(out: Path, version: str) -> tuple[Path, Path]:
    """The source archive, and the wheel that is made from it."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("legation-*.whl"), *out.glob("legation-*.tar.gz")):
        old.unlink()
    run([sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)])
    archive, wheel = (
        out / f"legation-{version}.tar.gz",
        out / f"legation-{version}-py3-none-any.whl",
    )
    if not (archive.is_file() and wheel.is_file()):
        raise Unfit(f"{out} does not hold {archive.name} and {wheel.name}")
    return archive, wheel


def is_whole(wheel: Path, archive: Path) -> None:
    """Whether the wheel holds the package and nothing else, and the archive what is on record."""
    with zipfile.ZipFile(wheel) as held:
        inside = {name for name in held.namelist() if ".dist-info/" not in name}
        licensed = any(name.endswith("licenses/LICENSE") for name in held.namelist())
    wanted = {str(p.relative_to(ROOT / "src").as_posix()) for p in sources(PACKAGE)}
    if inside != wanted:
        raise Unfit(f"the wheel lacks or adds {', '.join(sorted(inside ^ wanted)[:8])}")
    if not licensed:
        raise Unfit("the wheel has no licence")
    with tarfile.open(archive) as held_archive:
        names = {name.partition("/")[2] for name in held_archive.getnames()}
    lacking = on_record() - names
    if lacking:
        raise Unfit(f"the source archive lacks {', '.join(sorted(lacking)[:8])}")


def sources(folder: Path) -> Iterable[Path]:
    """The files of a folder that are no leavings of a run."""
    return (p for p in folder.rglob("*") if p.is_file() and not UNBUILT & set(p.parts))


def on_record() -> set[str]:
    """What the repository holds; nothing where this is none."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return {name for name in listed.stdout.split("\0") if name}


def tried(wheel: Path, constraints: Iterable[str]) -> None:
    """The wheel in an environment of its own, used once as a stranger would."""
    limits = list(constraints)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        venv.create(place / "env", with_pip=True)
        binaries = place / "env" / ("Scripts" if os.name == "nt" else "bin")
        file = place / "constraints.txt"
        file.write_text("\n".join(limits) + "\n", encoding="utf-8")
        pip = [str(binaries / "python"), "-m", "pip", "install", "--quiet"]
        run([*pip, "--disable-pip-version-check", "--constraint", str(file), str(wheel)])
        for words in uses(place):
            run([str(binaries / "legation"), *words], cwd=place, encoding="cp1252")
    told(f"works beside the {'oldest' if limits else 'newest'} packages that its bounds allow")


def uses(place: Path) -> list[list[str]]:
    """What a stranger tries; the results stay in ``place``."""
    article = str(ROOT / "examples" / "agency_eu_georgia.txt")
    account = str(place / "account.sqlite")
    return [
        ["doctor"],
        ["brief", article, "--html", str(place / "brief.html")],
        ["check", "EU exports to Kazakhstan were €12.1 billion in 2023."],
        ["add", "--examples", "--ledger", account],
        ["digest", "--dyad", "EU", "KZ", "--ledger", account],
        ["export", "parquet", str(place / "tables"), "--ledger", account],
        ["trade", "EU", "KZ"],
    ]


def run(command: list[str], cwd: Path = ROOT, encoding: str | None = None) -> None:
    """Run a command; its output is shown where it fails."""
    surroundings = dict(os.environ)
    surroundings.pop("PYTHONPATH", None)
    if encoding:
        surroundings |= {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    done = subprocess.run(command, cwd=cwd, env=surroundings, capture_output=True, check=False)
    if done.returncode:
        said = (done.stdout + done.stderr).decode("utf-8", "replace")[-2_000:]
        raise Unfit(f"{' '.join(command)} ended with {done.returncode}:\n{said}")


def told(words: str) -> None:
    print(words, flush=True)


if __name__ == "__main__":
    main()
