"""Remake ``docs/ledger.schema.json`` from the record types.

python tools/build_schema.py            write the file
python tools/build_schema.py --check    exit 1 if the file is not what the types say
"""

import sys
from pathlib import Path
from typing import Any

import msgspec

from legation.model import Ledger

TARGET = Path(__file__).parent.parent / "docs" / "ledger.schema.json"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line of ``legation read --json``."""
    made = msgspec.json.schema(Ledger)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Legation ledger",
        **made,
    }


def text() -> str:
    """The schema as the file holds it."""
    return (
        msgspec.json.format(msgspec.json.encode(schema(), order="sorted"), indent=2).decode() + "\n"
    )


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text(encoding="utf-8") != text() and f"{TARGET} is stale: make schema")
    TARGET.write_text(text(), encoding="utf-8")
    print(f"wrote {TARGET}")
