"""The release recipe: one version everywhere, true bounds, a whole archive."""

import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import release


def test_the_version_is_one() -> None:
    assert release.one_version(release.ROOT)


def test_two_versions_are_refused(tmp_path: Path) -> None:
    for name in release.VERSIONS:
        made = tmp_path / name
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_bytes((release.ROOT / name).read_bytes())
    citation = tmp_path / "CITATION.cff"
    citation.write_text(citation.read_text().replace("version: 0", "version: 1"))
    with pytest.raises(release.Unfit, match=r"CITATION\.cff 1"):
        release.one_version(tmp_path)


def test_every_dependency_has_an_oldest_version(tmp_path: Path) -> None:
    assert all("==" in bound for bound in release.oldest(release.ROOT / "pyproject.toml"))
    made = tmp_path / "pyproject.toml"
    made.write_text('[project]\ndependencies = ["one>=1.2,<2", "two==3", "three"]\n')
    with pytest.raises(release.Unfit, match="three"):
        release.oldest(made)
    made.write_text('[project]\ndependencies = ["one>=1.2,<2", "two==3"]\n')
    assert release.oldest(made) == ["one==1.2", "two==3"]


def packed(folder: Path, left_out: str = "", extra: str = "") -> tuple[Path, Path]:
    """A wheel and an archive as a build makes them, one file short or one too many."""
    wheel, archive = folder / "a.whl", folder / "a.tar.gz"
    with zipfile.ZipFile(wheel, "w") as held:
        for path in release.sources(release.PACKAGE):
            name = path.relative_to(release.ROOT / "src").as_posix()
            if name != left_out:
                held.writestr(name, b"")
        held.writestr("legation-0.dist-info/licenses/LICENSE", b"")
        if extra:
            held.writestr(extra, b"")
    with tarfile.open(archive, "w:gz") as held_archive:
        for name in release.on_record():
            if name != left_out:
                held_archive.addfile(tarfile.TarInfo(f"legation-0/{name}"))
    return wheel, archive


def test_a_whole_build_passes(tmp_path: Path) -> None:
    release.is_whole(*packed(tmp_path))


@pytest.mark.parametrize(
    ("left_out", "extra", "told"),
    [
        ("legation/py.typed", "", "py.typed"),
        ("", "legation/notes.txt", "notes.txt"),
        ("Makefile", "", "Makefile"),
    ],
)
def test_a_build_that_lacks_or_adds_a_file_is_refused(
    left_out: str, extra: str, told: str, tmp_path: Path
) -> None:
    if left_out and left_out not in release.on_record() | {"legation/py.typed"}:
        pytest.skip("not a checkout: what should be in the archive is not on record")
    with pytest.raises(release.Unfit, match=told):
        release.is_whole(*packed(tmp_path, left_out, extra))


def test_a_use_that_fails_is_told_with_what_it_said() -> None:
    with pytest.raises(release.Unfit, match="no such thing"):
        release.run([sys.executable, "-c", "raise SystemExit('no such thing')"])
