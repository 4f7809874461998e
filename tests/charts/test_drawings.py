"""The other charts: scales, claims on the record, months with pins, status over time, spreads."""

from datetime import date

import pytest
from lxml import etree
from made_entries import entry
from markupsafe import Markup

from legation.charts import (
    Claim,
    Panel,
    Pin,
    Run,
    Stand,
    by_month,
    claims_on_record,
    over_time,
    spread,
)
from legation.charts.drawing import fitting
from legation.charts.scales import Time, apart, ticks
from legation.charts.standing import stretches
from legation.views.questions.entries import Step, When
from legation.views.verdicts import BADGES


def tree(svg: Markup, width: str = "wide") -> etree._Element:
    found = etree.fromstring(f"<g>{svg}</g>")
    named = found.xpath(f"//svg[contains(@class,'{width}')]")
    return named[0] if named else found.xpath("//svg")[0]


def words(drawing: etree._Element) -> list[str]:
    return [t.text for t in drawing.xpath(".//text")]


def test_days_stand_in_proportion_and_outside_at_the_edge() -> None:
    time = Time(date(2024, 1, 1), date(2024, 12, 31), 100, 465)
    assert time.x(date(2024, 1, 1)) == 100
    assert time.x(date(2024, 12, 31)) == 465
    assert time.x(date(2020, 1, 1)) == 100 and time.x(date(2030, 1, 1)) == 465
    assert [d.month for d in time.months()] == list(range(1, 13))


@pytest.mark.parametrize(
    ("top", "expected"), [(12.1, [0, 2.5, 5, 7.5, 10]), (0.9, [0, 0.2, 0.4, 0.6, 0.8]), (0, [0])]
)
def test_ticks_are_round_and_begin_at_zero(top: float, expected: list[float]) -> None:
    assert ticks(top) == pytest.approx(expected)


def test_labels_are_pushed_apart_and_keep_their_order() -> None:
    assert apart([10, 11, 40], 19) == [10, 29, 48]


def test_words_are_cut_to_their_room() -> None:
    assert fitting("short", 200) == "short"
    assert fitting("a very long name indeed", 66) == "a very lo…"


EXPORTS = Panel(
    name="EU exports, € bn",
    side="a",
    values=((2021, 5.5), (2022, None), (2023, 12.1)),
    claims=(
        Claim(
            year=2023, value=12.1, words="12.1 · 3 stories", badge=BADGES["matches"], address="#x"
        ),
        Claim(year=2023, value=12.9, words="12.9", badge=BADGES["differs"], address="#y"),
        Claim(year=2021, value=5.5, words="5.5", badge=None, address="#z"),
    ),
)
IMPORTS = Panel(
    name="EU imports, € bn", side="bb", values=((2021, 17.5), (2022, None), (2023, None))
)


def test_claims_stand_on_the_record_and_the_missing_is_hatched() -> None:
    drawing = tree(claims_on_record([EXPORTS, IMPORTS], "t"))
    assert len(drawing.xpath(".//rect[contains(@class,'col')]")) == 3
    assert len(drawing.xpath(".//rect[@class='gap']")) == 2
    assert {"12.1 · 3 stories", "12.9", "no series at hand"} <= set(words(drawing))
    assert [a.get("href") for a in drawing.xpath(".//a")] == ["#y", "#x", "#z"]


def test_panels_share_one_scale() -> None:
    drawing = tree(claims_on_record([EXPORTS, IMPORTS], "t"))
    heights = {r.xpath("string(title)"): float(r.get("height")) for r in drawing.xpath(".//rect")}
    assert heights["2021: 17.50"] / heights["2021: 5.50"] == pytest.approx(17.5 / 5.5, rel=0.02)


def test_nothing_to_draw_is_nothing() -> None:
    empty = Panel(name="n", side="a", values=((2021, None),))
    assert claims_on_record([empty], "t") == ""
    assert by_month([Run(name="n", side="a", values=((date(2024, 1, 1), None),))], (), "t") == ""
    assert over_time([entry("x", None, kind="instrument", steps=())], date(2024, 1, 1), "t") == ""
    assert spread((), None, "t") == ""


def test_months_are_lines_that_stop_where_the_series_does() -> None:
    months = [date(2023, n, 1) for n in range(1, 13)]
    whole = Run(name="EU exports", side="a", values=tuple((m, 1.0) for m in months))
    part = Run(
        name="EU imports",
        side="bb",
        values=tuple((m, 2.0 if m.month in {1, 2, 4} else None) for m in months),
    )
    pins = [
        Pin(number=n, day=date(2023, 3, n), words=f"visit {n}", address=f"#{n}") for n in (1, 2, 3)
    ]
    drawing = tree(by_month([whole, part], pins, "t"))
    assert len(drawing.xpath(".//path[@class='la']")) == 1
    assert len(drawing.xpath(".//path[@class='lb']")) == 1
    assert len(drawing.xpath(".//circle[@class='bb']")) == 1
    assert "EU imports: no series at hand" in words(drawing)
    rows = {float(c.get("cy")) for c in drawing.xpath(".//circle[@class='pin']")}
    assert len(rows) == 2


def step(status: str, told: date, when: When | None = None) -> Step:
    return Step(status=status, word=status.replace("_", " "), told=told, when=when)


ROAD = entry(
    "road",
    date(2023, 5, 1),
    kind="instrument",
    head="Ruritania–Freedonia road",
    steps=(
        step("planned", date(2023, 5, 1)),
        step("under_construction", date(2024, 3, 1)),
        step(
            "operating",
            date(2024, 6, 1),
            When(start=date(2026, 1, 1), end=date(2026, 12, 31), words="2026"),
        ),
    ),
)


def test_a_status_stands_from_its_day_to_the_next_and_what_is_ahead_is_promised() -> None:
    made = stretches(ROAD, date(2024, 10, 1))
    assert [(s.status, s.first, s.last) for s in made] == [
        ("planned", date(2023, 5, 1), date(2024, 3, 1)),
        ("under_construction", date(2024, 3, 1), date(2024, 10, 1)),
    ]
    drawing = tree(over_time([ROAD], date(2024, 10, 1), "t"))
    kinds = [r.get("class") for r in drawing.xpath(".//a//rect")]
    assert kinds == ["c hollow", "c thick"]
    assert "due 2026" in words(drawing)
    assert drawing.xpath(".//path[contains(@class,'arrow')]")


def test_a_spread_shows_all_that_is_claimed_and_the_official_value() -> None:
    stands = [
        Stand(value=12.9, written="€12.9 bn", told="1 story", badge=BADGES["differs"]),
        Stand(value=12.1, written="€12.1 bn", told="3 stories", badge=BADGES["matches"]),
    ]
    drawing = tree(spread(stands, (12.11, "€12.11 bn"), "t"))
    assert words(drawing) == [
        "official €12.11 bn",
        "€12.1 bn",
        "3 stories",
        "€12.9 bn",
        "1 story",
    ]
    places = [float(t.get("x")) for t in drawing.xpath(".//text")]
    assert all(40 <= x <= 420 for x in places)


@pytest.mark.parametrize("name", sorted(BADGES))
def test_every_verdict_has_a_sign_of_its_form(name: str) -> None:
    badge = BADGES[name]  # type: ignore[index]
    stands = [Stand(value=1.0, written="1", told="1 story", badge=badge)]
    drawing = tree(spread(stands, None, "t"))
    squares = bool(drawing.xpath(".//g/rect"))
    assert squares is (badge.tone == "bad")
