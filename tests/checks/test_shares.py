"""Shares of a text held against themselves and its levels."""

from typing import Any

from made_figures import figure, fuels, reading

from legation import checks
from legation.model import Figure

PAIR: dict[str, Any] = {"reporter": "ARM", "partner": "GEO"}


def verdicts(*figures: Figure) -> list[str]:
    return [
        f.check.verdict
        for f in checks.judge(reading(), figures, [])
        if isinstance(f, Figure) and f.check
    ]


def levels() -> list[Figure]:
    part = figure("exports", "10.0", at=10, unit="USD", product=fuels(), **PAIR)
    return [part, figure("exports", "12.0", at=20, unit="USD", **PAIR)]


def share(digits: str, at: int = 30, **fields: Any) -> Figure:
    return figure("share", digits, at=at, **(PAIR | {"product": fuels(), "of": "exports"} | fields))


def test_part_over_whole() -> None:
    assert verdicts(share("83"), *levels()) == ["consistent"] * 3
    assert verdicts(share("61"), *levels())[0] == "inconsistent"


def test_no_part_is_more_than_the_whole() -> None:
    assert verdicts(share("118")) == ["inconsistent"]
    assert verdicts(share("118", of="the level of exports in 2019")) == ["not_checkable"]


def test_parts_of_one_whole_do_not_pass_it() -> None:
    three = [
        share(d, at=n, product=None, partner=p)
        for n, (d, p) in enumerate([("48", "RUS"), ("41", "CHN"), ("25", "IRN")])
    ]
    assert verdicts(*three) == ["inconsistent"] * 3
    fair = [
        share(d, at=n, product=None, partner=p)
        for n, (d, p) in enumerate([("48", "RUS"), ("31", "CHN"), ("21", "IRN")])
    ]
    assert "inconsistent" not in verdicts(*fair)


def test_a_union_and_its_member_may_overlap() -> None:
    pair = [
        share(d, at=n, product=None, partner=p)
        for n, (d, p) in enumerate([("70", "EUR"), ("41", "DEU")])
    ]
    assert "inconsistent" not in verdicts(*pair)
