"""Dates under anything that may be thrown at them: round trips, spans, order of ends, no
exception.
"""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.mentions import dates
from legation.model import Date, Document, Sentence, Token, sentence

TAGS = ("CD", "NN", "NNS", "NNP", "VBD", "IN", "MD", "JJ")
PIECES = st.sampled_from(
    [
        "in",
        "on",
        "the",
        "a",
        "from",
        "to",
        "between",
        "and",
        "at",
        "of",
        "this",
        "last",
        "next",
        "past",
        "first",
        "second",
        "half",
        "quarter",
        "third",
        "fourth",
        "year",
        "years",
        "month",
        "months",
        "week",
        "day",
        "days",
        "decade",
        "century",
        "hours",
        "January",
        "Feb.",
        "May",
        "March",
        "Sept.",
        "29",
        "30",
        "31",
        "5",
        "12",
        "0",
        "00",
        "1999",
        "2023",
        "2024",
        "9999",
        "'90s",
        "2010s",
        "21st",
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "since",
        "until",
        "by",
        "through",
        "ended",
        "ending",
        "yesterday",
        "today",
        "tonight",
        "Tuesday",
        "Friday",
        "weekend",
        "spring",
        "winter",
        "noon",
        "10:30",
        "p.m.",
        "GMT",
        "H1",
        "Q4",
        "1Q24",
        "FY2023/24",
        "fiscal",
        "2022-2023",
        "2023-24",
        "05.10.2024",
        "2024-02-30",
        "31/12/0001",
        "0001-01-01",
        "9999-12-31",
        "two",
        "three",
        "twenty",
        "several",
        "few",
        "every",
        "each",
        "annually",
        "recently",
        "now",
        "soon",
        "early",
        "late",
        "mid-",
        "end",
        "year-end",
        "same",
        "period",
        "corresponding",
        "99999999999",
        "1/2",
        "-",
        "–",
        ",",
        ";",
        ".",
        "(",
        ")",
        "“",
        "”",
        "\xad",
        "İ",
        "😀",
        "\n",
    ]
)
TEXTS = st.lists(
    st.tuples(PIECES | st.text(max_size=6), st.sampled_from([" ", " ", " ", "", "-"])), max_size=25
).map(lambda pairs: "".join(a + b for a, b in pairs))
PUBLISHED = (
    st.none() | st.dates() | st.sampled_from([date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)])
)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
FORMS = [
    "{d} {m} {y}",
    "{m} {d}, {y}",
    "{y:04d}-{n:02d}-{d:02d}",
    "{d:02d}.{n:02d}.{y}",
    "the {d} of {m} {y}",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def parsed(text: str) -> tuple[Sentence, ...]:
    """The text as one flat sentence, without the language model."""
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    tokens = tuple(
        Token(
            n,
            m.group(),
            m.group().lower(),
            TAGS[len(m.group()) % len(TAGS)],
            "dep",
            0,
            "",
            m.start(),
            m.end(),
        )
        for n, m in enumerate(words)
    )
    return (sentence(0, 0, tokens),) if tokens else ()


def read(text: str, published: date | None = None) -> list[Date]:
    return list(dates.find(Document(id="x", text=text, published=published), parsed(text)))


@settings(deadline=None)
@given(
    DAYS,
    st.sampled_from(
        [
            "{d} {m} {y}",
            "{m} {d}, {y}",
            "{y:04d}-{n:02d}-{d:02d}",
            "{d:02d}.{n:02d}.{y}",
            "the {d} of {m} {y}",
        ]
    ),
)
def test_a_written_day_is_that_day(when: date, form: str) -> None:
    written = form.format(d=when.day, m=MONTHS[when.month - 1], n=when.month, y=when.year)
    (found,) = read(f"Signed on {written}.")
    assert found.period is not None
    assert (found.value, found.period.start, found.period.end) == (when.isoformat(), when, when)


@settings(deadline=None)
@given(DAYS, DAYS, st.sampled_from(["from {a} {y} to {b} {z}", "{a} {y} – {b} {z}"]))
def test_a_written_stretch_of_months_is_that_stretch(one: date, other: date, form: str) -> None:
    first, last = sorted((one, other))
    if (first.year, first.month) == (last.year, last.month):
        return
    written = form.format(
        a=MONTHS[first.month - 1], b=MONTHS[last.month - 1], y=first.year, z=last.year
    )
    (found,) = read(f"Sales fell {written}.")
    assert found.edtf == f"{first:%Y-%m}/{last:%Y-%m}"


@settings(deadline=None)
@given(st.integers(1900, 2099), st.integers(1, 4))
def test_quarters_and_halves_of_a_year_lie_within_it(number: int, which: int) -> None:
    ordinal = ("first", "second", "third", "fourth")[which - 1]
    for written in (
        f"Q{which} {number}",
        f"the {ordinal} quarter of {number}",
        f"H{(which + 1) // 2} {number}",
    ):
        (found,) = read(f"Sales fell in {written}.")
        assert found.period is not None
        assert found.period.start is not None
        assert found.period.end is not None
        assert found.period.start.year == found.period.end.year == number
        assert timedelta(days=88) < found.period.end - found.period.start < timedelta(days=185)


@settings(deadline=None)
@given(DAYS)
def test_a_past_weekday_lies_within_the_week_before(published: date) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        (found,) = read(f"Met {name}.", published)
        assert found.period is not None
        assert found.period.start is not None
        assert timedelta(0) <= published - found.period.start < timedelta(days=7)
        assert f"{found.period.start:%A}" == name


@settings(deadline=None, max_examples=200)
@given(TEXTS, PUBLISHED)
def test_nothing_raises_and_spans_are_sorted_within_the_text_and_apart(
    text: str, published: date | None
) -> None:
    reached = 0
    for found in read(text, published):
        assert reached <= found.span.start < found.span.end <= len(text)
        reached = found.span.end
        assert found.value


@settings(deadline=None, max_examples=200)
@given(TEXTS, PUBLISHED)
def test_a_period_begins_before_it_ends(text: str, published: date | None) -> None:
    for found in read(text, published):
        if found.period and found.period.start and found.period.end:
            assert found.period.start <= found.period.end
        assert (found.edtf is None) == (found.period is None)
