"""Where fetched series are kept: the folder that the system has for such things, or the one that
the user names.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "LEGATION_CACHE"


def kept(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> Path:
    """``LEGATION_CACHE``, or ``legation`` in the user's caches; nothing is made here."""
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE]).expanduser()
    if system == "win32":
        return (
            Path(environment.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
            / "legation"
            / "Cache"
        )
    if system == "darwin":
        return Path.home() / "Library" / "Caches" / "legation"
    return Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "legation"
