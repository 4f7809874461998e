"""The schema in the docs is what the record types say, and says what the contract names."""

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from legation.model import Ledger

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "ledger.schema.json").read_text(encoding="utf-8"))
COMMON = {"id", "kind", "evidence", "sentence", "said_in", "confidence", "tier", "inherited"}
SPOKEN = {"attributed_to", "voice"}
FIELDS = {
    "Statement": COMMON | {"act", "speaker", "addressee", "mode", "content", "cue", "venue"},
    "Event": COMMON
    | {
        "type",
        "mode",
        "contexts",
        "actors",
        "recipients",
        "date",
        "place",
        "status",
        "historical",
        "score",
    },
    "Figure": COMMON
    | SPOKEN
    | {
        "measure",
        "value",
        "unit",
        "qualifier",
        "reporter",
        "partner",
        "in_favour_of",
        "product",
        "period",
        "change",
        "of",
    }
    | {"nature", "check"},
    "Instrument": COMMON
    | SPOKEN
    | {"instrument", "name", "full_name", "parties", "date", "status", "wikidata", "check"},
    "Proposal": COMMON | {"proposal", "by", "to", "content"},
    "Assertion": COMMON | SPOKEN | {"assertion", "subject", "object", "measure", "period", "check"},
    "Document": {"id", "title", "published", "publisher", "url", "language", "text"}
    | {"dateline", "notes"},
    "Party": {"mention", "actor", "name", "person", "role", "sector", "wikidata"},
    "Period": {"start", "end", "edtf"},
    "Value": {"low", "high", "written"},
    "Check": {"verdict", "because", "nearby", "observations", "tried"},
    "Observation": {
        "dataset",
        "series",
        "value",
        "unit",
        "period",
        "vintage",
        "source",
        "definition",
    },
    "Quantity": {"kind", "span", "value", "unit"},
    "Date": {"kind", "span", "type", "value", "edtf"},
    "Actor": {"kind", "span", "actor", "sector"},
    "Place": {"kind", "span", "geonames", "country"},
}


def test_the_file_is_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "build_schema.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_contract_is_there(name: str) -> None:
    assert FIELDS[name] <= SCHEMA["$defs"][name]["properties"].keys()


def test_a_document_has_the_contract_s_fields_and_no_more() -> None:
    assert SCHEMA["$defs"]["Document"]["properties"].keys() == FIELDS["Document"]


def test_a_ledger_survives_the_way_to_json_and_back(ledger: Ledger) -> None:
    assert msgspec.json.decode(msgspec.json.encode(ledger), type=Ledger) == ledger
