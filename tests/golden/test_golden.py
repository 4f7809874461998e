"""The ledgers of our own articles, held line by line: a change is read by a person before it is
taken over.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from build_golden import TOLD, lines
from legation.model import Span, Statement, Venue

ROOT = Path(__file__).parents[2]


def test_no_ledger_has_changed_unread() -> None:
    command = [sys.executable, str(ROOT / "tools" / "build_golden.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"


def test_there_are_enough_of_them() -> None:
    assert len(list(Path(__file__).parent.glob("*.ledger.txt"))) >= 8


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("stance", "denies", "stance: denies"),
        ("about", ("CHL", "EUR"), "about: CHL, EUR"),
        ("doubtful", {"venue": "far"}, "doubtful: venue (far)"),
        ("uncertain", {"speaker": "nobody is named"}, "uncertain: speaker (nobody is named)"),
        ("inherited", ("speaker",), "inherited: speaker"),
        ("venue", Venue(name="a press briefing", place="Lima"), "venue: a press briefing Lima"),
        ("cue", (Span(10, 14),), "cue: “said”"),
    ],
)
def test_every_filled_field_is_shown(field: str, value: object, expected: str) -> None:
    text = "The envoy said so."
    plain = Statement(
        id="x", evidence=(Span(0, 9),), sentence=None, confidence=1, tier="sure",
        speaker=None, mode="indirect", content=(Span(15, 17),),
    )  # fmt: skip
    _, second = lines(replace(plain, **{field: value}), text, {})
    assert expected in second


def test_what_the_first_line_tells_are_fields_of_its_kind() -> None:
    assert [kind for kind, told in TOLD.items() if not told <= set(kind.__struct_fields__)] == []  # type: ignore[attr-defined]
