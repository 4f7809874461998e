"""Files that a verb writes: whole, or not at all."""

import tempfile
from collections.abc import Iterable
from pathlib import Path


def stream(target: Path, pieces: Iterable[bytes]) -> None:
    """Write a file piece by piece, in its place only when it is whole.

    Raises:
        OSError: it cannot be written there; nothing has changed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    made = tempfile.NamedTemporaryFile("wb", dir=target.parent, delete=False)  # noqa: SIM115
    try:
        with made:
            made.writelines(pieces)
        Path(made.name).chmod(0o644)
        Path(made.name).replace(target)
    finally:
        Path(made.name).unlink(missing_ok=True)


def replace(target: Path, content: bytes) -> None:
    """Write a file in one step: a full disk or a kill leaves the old one, or none, never half.

    Raises:
        OSError: it cannot be written there; nothing has changed.
    """
    if (
        target.exists() and not target.is_file() and not target.is_dir()
    ):  # a device or a pipe is written to, never replaced
        target.write_bytes(content)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    made = tempfile.NamedTemporaryFile("wb", dir=target.parent, delete=False)  # noqa: SIM115
    try:
        with made:
            made.write(content)
        Path(made.name).chmod(0o644)
        Path(made.name).replace(target)
    except OSError:
        Path(made.name).unlink(missing_ok=True)
        raise
