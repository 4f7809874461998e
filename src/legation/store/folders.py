"""Where the ledger lies, and whether a ledger can lie there."""

import os
import subprocess
import sys
from pathlib import Path

from platformdirs import user_data_path

from legation.model.errors import Unwritable

VARIABLE = "LEGATION_LEDGER"
NETWORK = {
    "nfs", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "9p", "ceph", "coda",
    "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.gcsfuse", "fuse.glusterfs", "glusterfs",
    "lustre", "gpfs", "beegfs", "webdav", "davfs", "fuse.davfs", "vboxsf", "fuse.vmhgfs-fuse",
}  # fmt: skip
REMOTE_DRIVE = 4  # GetDriveTypeW: DRIVE_REMOTE


def default() -> Path:
    """``$LEGATION_LEDGER``, else ``ledger.sqlite`` in the platform's data folder."""
    given = os.environ.get(VARIABLE)
    return Path(given) if given else user_data_path("legation", appauthor=False) / "ledger.sqlite"


def ready(path: Path) -> Path:
    """The folder of a ledger that is to be written, made if need be.

    Raises:
        Unwritable: it cannot be made or written, or it lies on a network drive: its machines do not
        share the memory that readers and the writer of SQLite's WAL agree by, and data is lost.
    """
    folder = path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise Unwritable(
            f"{path}: its folder cannot be made ({error.strerror}); give another with --ledger"
        ) from error
    kind = filesystem(folder.resolve())
    if kind in NETWORK:
        raise Unwritable(
            f"{path}: lies on a network drive ({kind}), where several programs cannot safely share "
            f"a ledger; put it on a disk of this machine with --ledger or ${VARIABLE}"
        )
    return folder


def filesystem(folder: Path) -> str:
    """The type of the file system that a folder lies on; empty where the system does not say."""
    if sys.platform.startswith("linux"):
        return _mounted(folder, _mounts())
    if sys.platform == "win32":
        return _windows(folder)
    if sys.platform == "darwin":
        return _mounted(folder, _mac_mounts())
    return ""


def _mounted(folder: Path, mounts: list[tuple[str, str]]) -> str:
    """The type of the mount whose point is the longest beginning of the folder's path."""
    within = [
        (len(Path(point).parts), at, kind)
        for at, (point, kind) in enumerate(mounts)
        if folder.is_relative_to(point)
    ]
    return max(within)[2] if within else ""


def _mounts() -> list[tuple[str, str]]:
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
    fields = [line.split(" ") for line in lines]
    return [(f[1].replace("\\040", " "), f[2]) for f in fields if len(f) > 2]


def _mac_mounts() -> list[tuple[str, str]]:
    """Lines like ``//me@host/share on /Volumes/share (smbfs, nodev)``."""
    try:
        told = subprocess.run(
            ["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5
        )
    except (OSError, subprocess.TimeoutExpired):
        return []
    found = []
    for line in told.stdout.splitlines():
        _, _, rest = line.partition(" on ")
        point, _, kind = rest.rpartition(" (")
        found.append((point, kind.partition(",")[0].rstrip(")")))
    return [(point, kind) for point, kind in found if point]


def _windows(folder: Path) -> str:
    if folder.drive.startswith("\\\\"):
        return "cifs"
    import ctypes

    asked = getattr(ctypes, "windll", None)
    remote = asked and asked.kernel32.GetDriveTypeW(f"{folder.drive}\\") == REMOTE_DRIVE
    return "cifs" if remote else ""
