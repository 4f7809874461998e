"""A year by kind: where marks stand, and what their look says."""

from datetime import date

from lxml import etree
from made_entries import entry

from legation.charts.lanes import lanes, rows, year_by_kind
from legation.model import records
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Side

A, B = Side(code="EUR", name="EU"), Side(code="KAZ", name="Kazakhstan")


def drawn(*entries: Entry) -> etree._Element:
    svg = year_by_kind(entries, (A, B), date(2024, 10, 21), "A year")
    return etree.fromstring(f"<g>{svg}</g>")


def mark(tree: etree._Element, name: str) -> etree._Element:
    return tree.xpath(f"//svg[contains(@class,'wide')]//a[@href='#{name}']")[0]


def test_lanes_follow_kind_and_type_and_side() -> None:
    held = lanes(
        [
            entry("visit", date(2024, 3, 1)),
            entry("said", date(2024, 3, 1), kind="statement", type="", side="KAZ"),
            entry("undated", None),
            entry("figure", date(2024, 1, 1), kind="figure", type="exports"),
        ],
        (A, B),
    )
    assert [(lane.name, [e.id for e in lane.entries]) for lane in held] == [
        ("Meetings and visits", ["visit"]),
        ("Statements: Kazakhstan", ["said"]),
        ("Figures", ["figure"]),
    ]


def test_every_kind_of_record_has_a_lane() -> None:
    kinds = {
        kind.__struct_config__.tag
        for kind in (
            records.Statement,
            records.Event,
            records.Figure,
            records.Instrument,
            records.Proposal,
            records.Assertion,
        )
    }
    assert kinds == {row.kind for row in rows()}


def test_width_is_how_exactly_a_date_is_known() -> None:
    tree = drawn(
        entry("day", date(2024, 3, 1)), entry("month", date(2024, 5, 1), date(2024, 5, 31))
    )
    assert mark(tree, "day").xpath("path") and not mark(tree, "day").xpath("rect")
    assert float(mark(tree, "month").xpath("rect/@width")[0]) > 50


def test_planned_is_hollow_negated_is_struck_and_lent_is_told() -> None:
    tree = drawn(
        entry("plan", date(2024, 12, 1), status="planned"),
        entry("off", date(2024, 4, 1), status="negated"),
        entry("lent", date(2024, 6, 1), lent=True, side="KAZ"),
    )
    assert mark(tree, "plan").xpath("path/@class") == ["a hollow"]
    assert mark(tree, "off").xpath("path/@class") == ["a", "struck"]
    assert mark(tree, "lent").xpath("path/@class") == ["bb hollow"]
    assert "reported" in mark(tree, "lent").get("aria-label")


def test_marks_of_one_look_on_one_day_are_one_with_their_number() -> None:
    day = date(2024, 3, 1)
    tree = drawn(entry("one", day), entry("two", day), entry("three", day, side="KAZ"))
    assert mark(tree, "one").xpath("text/text()") == ["2"]
    assert not tree.xpath("//a[@href='#two']")
    assert mark(tree, "three").xpath("path/@class") == ["bb"]


def test_what_happened_never_lies_behind_the_last_story_unless_it_is_dated_so() -> None:
    tree = drawn(entry("day", date(2024, 10, 21)))
    now = float(tree.xpath("//svg[contains(@class,'wide')]//line[@class='now']/@x1")[0])
    at = mark(tree, "day").xpath("path/@transform")[0]
    assert float(at.removeprefix("translate(").split()[0]) == now


def test_nothing_dated_is_no_chart_and_hostile_words_are_no_markup() -> None:
    assert year_by_kind([entry("x", None)], (A, B), date(2024, 1, 1), "t") == ""
    hostile = entry('"><script>', date(2024, 3, 1), line="</title><script>alert(1)</script>")
    assert "<script" not in year_by_kind([hostile], (A, B), date(2024, 10, 1), "<script>")


def test_nothing_is_drawn_outside_at_any_width() -> None:
    tree = drawn(
        entry("old", date(2019, 1, 1)),
        entry("late", date(2024, 10, 20), date(2026, 12, 31), status="planned"),
    )
    for svg in tree.xpath("//svg"):
        width = float(svg.get("viewBox").split()[2])
        edges = [float(r.get("x")) + float(r.get("width")) for r in svg.xpath(".//rect")]
        assert all(edge <= width for edge in edges)
        assert all(float(x) <= width for x in svg.xpath(".//line/@x2"))
