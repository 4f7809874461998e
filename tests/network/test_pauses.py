"""``Retry-After`` as servers write it."""

from datetime import UTC, datetime

import pytest

from legation.network.pauses import LONGEST, asked

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Mon, 02 Mar 2026 12:05:00 GMT", 300.0),
        ("Mon, 02 Mar 2026 11:00:00 GMT", 0.0),
        ("Monday, 02-Mar-26 12:01:00 GMT", 60.0),
        ("9" * 40, LONGEST),
        ("Mon, 02 Mar 2099 12:05:00 GMT", LONGEST),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("١٢", None),
        ("Mon, 99 Mar 2026 12:05:00 GMT", None),
    ],
)
def test_seconds_or_a_date(written: str, seconds: float | None) -> None:
    assert asked(written, NOW) == seconds
