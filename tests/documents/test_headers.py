"""What the first and last lines of an article say, and what they do not."""

from datetime import date

import pytest

from legation.documents import days, headers

BODY = (
    "The ministers of Kenya and Japan met on Monday and agreed that trade between the two "
    "countries should grow, officials said."
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Kenya and Japan agree on a railway\n\n{BODY}", "Kenya and Japan agree on a railway"),
        (f"# A railway for two\n{BODY}", "A railway for two"),
        (f"{BODY}\n\nThey left.", None),
        (f"Kenya and Japan met.\n\n{BODY}", None),
        (f"NAIROBI, Oct 7 (Xinhua) -- Kenya and\n\n{BODY}", None),
        (BODY, None),
        ("", None),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert headers.find(text).title == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Kenya and Japan agree\n\n7 October 2024\n\n{BODY}", date(2024, 10, 7)),
        (f"Published: Monday, October 7, 2024 at 10:15\n{BODY}", date(2024, 10, 7)),
        (f"NAIROBI, October 7, 2024 (Xinhua) -- {BODY}", date(2024, 10, 7)),
        (f"NAIROBI, Oct 7 (Xinhua) -- {BODY}", None),
        (f"On 7 October 2024 they met.\n{BODY}", None),
        (f"31 February 2024\n\n{BODY}", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert headers.find(text).published == day


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"NAIROBI, Oct 7 (Xinhua) -- {BODY}", "Xinhua"),
        (f"NAIROBI (the capital) - {BODY}", None),
        (f"{BODY}\n\nExample.Az", "Example.Az"),
        (f"{BODY}\n\n(Reuters)", "Reuters"),
        (f"{BODY}\nSource: The Example Times", "The Example Times"),
        (f"{BODY}\n\nThe end of it.", None),
        (f"{BODY}\n\nNairobi", None),
    ],
)
def test_publishers(text: str, publisher: str | None) -> None:
    assert headers.find(text).publisher == publisher


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-10-07", date(2024, 10, 7)),
        ("20241007", date(2024, 10, 7)),
        ("2024-10-07T09:00:00Z", date(2024, 10, 7)),
        ("Mon, 07 Oct 2024 09:00:00 GMT", date(2024, 10, 7)),
        ("2024-13-07", None),
        ("2024", None),
        ("soon", None),
    ],
)
def test_days_as_machines_write_them(written: str, day: date | None) -> None:
    assert days.mailed(written) == day


REST = "The two ministers met again on Monday, and said so to everybody who asked them.\n"


def test_a_publication_and_its_day_in_one_line() -> None:
    found = headers.find(f"Talks resume in Strelsau\n\n*Strelsau Courier, 12 March 2024*\n\n{REST}")
    assert (found.publisher, found.published) == ("Strelsau Courier", date(2024, 3, 12))


def test_published_on_in_a_line_of_the_head() -> None:
    found = headers.find(
        f"“We sell timber”\n\nInterview by F. Tarlenheim, published on 12 January 2024.\n\n{REST}"
    )
    assert found.published == date(2024, 1, 12)
    assert found.title == "“We sell timber”"


def test_a_day_under_the_title_is_no_part_of_it() -> None:
    assert (
        headers.find(f"Meeting of the two ministers\n14 May 2019\n\n{REST}").title
        == "Meeting of the two ministers"
    )


def test_a_title_wrapped_over_two_lines() -> None:
    found = headers.find(f"Strelsau accuses its neighbour as talks\nbreak down\n\n{REST}")
    assert found.title == "Strelsau accuses its neighbour as talks break down"
