"""Tables with bars take the room that there is."""

from decimal import Decimal

import pytest

from legation.views.sheets import Column, Room, charted

COLUMNS = (
    Column("Place"),
    Column("Exports", right=True),
    Column(chart=True),
    Column("Imports", right=True),
    Column(chart=True),
)
ROWS = [
    ("Kyrgyzstan", "3,991.47", Decimal(3991), "12.00", Decimal(12)),
    ("Fiji", "– [1]", None, "0", Decimal(0)),
]


@pytest.mark.parametrize("width", range(20, 140, 7))
def test_bars_take_what_the_words_leave(width: int) -> None:
    made = charted(COLUMNS, ROWS, Decimal(3991), Room(width))
    assert all(len(row) == len(made.columns) for row in made.rows)
    assert [cell for cell in made.rows[0] if "," in cell] == ["3,991.47"]
    used = sum(
        max(len(column.head), *(len(row[at]) for row in made.rows)) + 2
        for at, column in enumerate(made.columns)
    )
    assert used <= width or len(made.columns) == 3


def test_a_total_needs_room_too() -> None:
    with_total = charted(
        COLUMNS,
        ROWS,
        Decimal(3991),
        Room(60),
        total=("All of them together", "4,000.00", "", "12.00", ""),
    )
    without = charted(COLUMNS, ROWS, Decimal(3991), Room(60))
    assert len(with_total.rows[0][2]) < len(without.rows[0][2])
    assert with_total.total is not None
    assert len(with_total.total) == len(with_total.columns)
