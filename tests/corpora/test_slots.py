"""Days and sides of a figure against its mark."""

from datetime import date
from pathlib import Path

import pytest

from corpus.holding import held
from corpus.markup import read
from corpus.slots import same_days
from corpus.tallies import document
from legation import pipeline
from legation.model import Period

HEAD = '<sentences style="agency" region="africa" published="2024-03-12"><s>'


@pytest.mark.parametrize(
    ("edtf", "start", "end", "mark", "same"),
    [
        ("2024-Q1", (2024, 1, 1), (2024, 3, 31), "2024-01/2024-03", True),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "2024-02-01/2024-02-29", True),
        ("2023", (2023, 1, 1), (2023, 12, 31), "2023", True),
        ("2023", (2023, 1, 1), (2023, 12, 31), "2022/2023", False),
        ("2024-H1", (2024, 1, 1), (2024, 6, 30), "2024", False),
    ],
)
def test_a_period_is_its_days_however_it_is_written(
    edtf: str, start: tuple[int, int, int], end: tuple[int, int, int], mark: str, same: bool
) -> None:
    period = Period(start=date(*start), end=date(*end), edtf=edtf)
    assert same_days(period, mark) is same


def test_days_of_no_year_are_the_same_only_where_they_are_written_so() -> None:
    period = Period(start=None, end=None, edtf="XXXX-10-05")
    assert same_days(period, "XXXX-10-05")
    assert not same_days(period, "XXXX-03-12")


def judged(tmp_path: Path, text: str, mark: str) -> list[bool]:
    path = tmp_path / "some.xml"
    path.write_text(f"{HEAD}{text.format(mark)}</s></sentences>", encoding="utf-8")
    (sample,) = read(path, "test")
    made = held(sample, pipeline.ledger(document(sample), None).records)
    return [each.right for each in made if each.kind == "figure"]


@pytest.mark.parametrize(("marked", "right"), [("", True), ("2023", False)])
def test_an_empty_period_is_right_only_where_the_mark_is_empty(
    tmp_path: Path, marked: str, right: bool
) -> None:
    words = f'<fig measure="imports" value="2bn" unit="USD" reporter="KEN" period="{marked}">'
    text = "Imports of Kenya reached {}."
    assert judged(tmp_path, text, f"{words}$2 billion</fig>") == [right]


@pytest.mark.parametrize(("value", "right"), [("-5", True), ("5", False)])
def test_a_growth_points_where_the_mark_does(tmp_path: Path, value: str, right: bool) -> None:
    mark = f'<fig measure="growth" value="{value}" unit="%" reporter="KEN">5 percent</fig>'
    assert judged(tmp_path, "Imports of Kenya fell {}.", mark) == [right]


@pytest.mark.parametrize(
    ("text", "sides", "right"),
    [
        (
            "Trade between Kenya and Uganda reached {} in 2023.",
            'measure="trade_total" reporter="UGA" partner="KEN"',
            True,
        ),
        (
            "Trade between Kenya and Uganda reached {} in 2023.",
            'measure="trade_total" reporter="UGA" partner="TZA"',
            False,
        ),
        (
            "Kenya's exports to Uganda reached {} in 2023.",
            'measure="exports" reporter="UGA" partner="KEN"',
            False,
        ),
        ("Imports of Kenya hit {} in 2023.", 'measure="imports" reporter="KEN"', True),
        (
            "Imports of Kenya hit {} in 2023.",
            'measure="imports" reporter="KEN" partner="WLD"',
            True,
        ),
        (
            "Imports of Kenya hit {} in 2023.",
            'measure="imports" reporter="KEN" partner="UGA"',
            False,
        ),
        (
            "Kenya's imports from Uganda hit {} in 2023.",
            'measure="imports" reporter="KEN"',
            False,
        ),
    ],
)
def test_trade_between_two_is_the_same_from_either_side_and_exports_are_not(
    tmp_path: Path, text: str, sides: str, right: bool
) -> None:
    mark = f'<fig {sides} value="2bn" unit="USD" period="2023">$2 billion</fig>'
    assert judged(tmp_path, text, mark) == [right]
