"""What is vendored is what the manifest says, and nothing else is."""

import hashlib
import tomllib
from importlib import resources


def test_every_vendored_file_is_named_with_its_licence_and_hash() -> None:
    folder = resources.files("legation.web") / "static"
    rows = tomllib.loads((folder / "manifest.toml").read_text("utf-8"))["file"]
    for row in rows:
        assert row["licence"] and row["package"]
        held = (folder / row["name"]).read_bytes()
        assert hashlib.sha256(held).hexdigest() == row["sha256"], row["name"]
    fonts = {f"fonts/{f.name}" for f in (folder / "fonts").iterdir() if f.name.endswith("woff2")}
    assert fonts == {row["name"] for row in rows}
    assert (folder / "fonts" / "OFL-1.1.txt").is_file()
