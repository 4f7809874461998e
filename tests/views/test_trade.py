"""The sheet of a dyad, where the terminal plays no part."""

from decimal import Decimal

from legation.model import year
from legation.model.accounts import By
from legation.statistics.accounts.reach import reach
from legation.statistics.accounts.trade import trade
from legation.statistics.cells import SNAPSHOT, Key, Shelf, made
from legation.statistics.reading import Origin
from legation.views.sheets import Room, Sheet
from legation.views.trade import trade as view

ORIGIN = Origin(dataset="National customs", source="s", vintage="2024-02-01", licence="open")
THEIRS = made(
    "own",
    ORIGIN,
    12,
    {Key("KAZ", "EUR", "HS", "TOTAL", "imports"): {2021 * 12: 6_000_000_000}},
    "EUR",
)


def sheet(
    reporter: str = "EU",
    of: int | None = 2021,
    by: By = "year",
    shelf: Shelf = SNAPSHOT,
    room: Room | None = None,
) -> Sheet:
    account = trade(reporter, "KZ", year(of) if of else None, by, shelf=shelf)
    return view(account, reach(account, shelf), room or Room())


def test_both_reporters_side_by_side_with_the_gap() -> None:
    made = sheet(shelf=Shelf(None, (THEIRS,)))
    assert made.grids[-1].rows[0] == ("EU exports to Kazakhstan", "5.49", "6.00", "+9.3 %")
    assert "National customs, vintage 2024-02-01; open" not in made.sources
    assert made.grids[-1].rows[1][2].startswith("– [")


def test_every_mark_has_its_reason_and_every_reason_its_mark() -> None:
    for by in ("year", "month", "member", "chapter", "section"):
        made = sheet(by=by)
        cells = " ".join(
            cell for grid in made.grids for row in (*grid.rows, grid.total or ()) for cell in row
        )
        numbered = [line for line in made.missing if line.startswith("[")]
        assert [line.split()[0] for line in numbered] == [
            f"[{n}]" for n in range(1, len(numbered) + 1)
        ]
        assert all(line.split()[0] in cells for line in numbered)


def test_a_terminal_with_only_ascii_gets_bars_of_ascii() -> None:
    made = sheet(of=None, room=Room(80, plain=True))
    bars = [
        cell
        for row in made.grids[0].rows
        for cell, column in zip(row, made.grids[0].columns, strict=True)
        if column.chart
    ]
    assert any(bars)
    assert all(set(cell) <= {"#"} for cell in bars)


def test_nothing_at_hand_is_an_empty_sheet_with_reasons() -> None:
    made = sheet("CN")
    assert made.empty
    assert made.missing
    assert made.notes


def test_a_missing_flow_leaves_no_balance() -> None:
    made = sheet(of=2023)
    assert not any("Balance" in line for line in made.lead)
    assert made.grids[0].rows[0][5].startswith("–")


def test_lines_of_a_grid_have_the_columns_of_its_head() -> None:
    for by in ("year", "month", "member", "chapter", "section"):
        for grid in sheet(by=by, room=Room(120)).grids:
            assert {len(row) for row in (*grid.rows, *([grid.total] if grid.total else []))} <= {
                len(grid.columns)
            }


def test_members_stand_in_the_order_of_their_trade() -> None:
    names = [row[0] for row in sheet(by="member").grids[0].rows]
    assert names[:2] == ["Germany", "France"]
    assert Decimal(len(names)) == 26
