"""Quantities under anything that may be thrown at them: round trips, spans, no overlap, no
exception.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.mentions import dates, quantities
from legation.model import Document, Quantity, Sentence, Token, sentence

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
        "million",
        "billion",
        "bn",
        "m",
        "k",
        "trillion",
        "lakh",
        "crore",
        "hundred",
        "thousand",
        "dozen",
        "dollars",
        "euros",
        "cents",
        "€",
        "$",
        "£",
        "US$",
        "EUR",
        "MEUR",
        "USD",
        "ALL",
        "%",
        "percent",
        "pp",
        "tonnes",
        "t",
        "barrels",
        "per",
        "day",
        "year",
        "half",
        "third",
        "quarter",
        "first",
        "three",
        "quarters",
        "of",
        "one",
        "five",
        "twenty-five",
        "½",
        "1/2",
        "3/0",
        "0",
        "7",
        "12",
        "1999",
        "2023",
        "9999",
        "1,234.5",
        "1.234,5",
        "12,34,567",
        "99999999999999999999999999999999",
        "1e9",
        "²,",
        "٣",
        "10:30",
        "5G",
        "G7",
        "C5+1",
        "No.",
        "05.10.2024",
        "2024-10-05",
        "ago",
        "earlier",
        "later",
        "Tuesday",
        "May",
        "March",
        "yesterday",
        "until",
        "since",
        "year-end",
        "-",
        "–",
        "−5",
        ".",
        ",",
        ";",
        "(",
        ")",
        "“",
        "”",
        "doubled",
        "ten-fold",
        "times",
        "more",
        "nearly",
        "about",
        "some",
        "at",
        "least",
        "up",
        "\xad",
        "\xa0",
        "İ",
        "ﬁ",
        "😀",
        "\n",
    ]
)
TEXTS = st.lists(
    st.tuples(PIECES | st.text(max_size=6), st.sampled_from([" ", " ", " ", "", "-"])), max_size=25
).map(lambda pairs: "".join(a + b for a, b in pairs))


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


def read(text: str, url: str | None = None) -> list[Quantity]:
    document = Document(id="x", text=text, url=url, published=date(2024, 2, 29))
    held = parsed(text)
    return list(quantities.find(document, held, tuple(dates.find(document, held))))


AMOUNTS = st.integers(min_value=1, max_value=999_999).map(lambda n: Decimal(n).scaleb(-1))
FORMS = st.sampled_from(
    [
        lambda d: f"{d:,}",
        lambda d: f"{d}",
        lambda d: f"{d:,}".replace(",", " "),
        lambda d: f"{d:,}".replace(",", "'"),
        lambda d: f"{d}".replace(".", ","),
        lambda d: f"{d:,}".replace(",", "_").replace(".", ",").replace("_", "."),
    ]
)
SCALES = st.sampled_from(
    [("", 0), (" million", 6), ("bn", 9), (" bn", 9), (" trillion", 12), (" crore", 7), (" mln", 6)]
)
UNITS = st.sampled_from(
    [
        ("EUR {}", "EUR"),
        ("€{}", "EUR"),
        ("{} euros", "EUR"),
        ("US${}", "USD"),
        ("{} tenge", "KZT"),
        ("{} tonnes", "t"),
        ("{} percent", "%"),
    ]
)


@settings(deadline=None)
@given(AMOUNTS, FORMS, SCALES, UNITS)
def test_what_is_written_is_read_back(
    amount: Decimal, form: Callable[[Decimal], str], scale: tuple[str, int], unit: tuple[str, str]
) -> None:
    written = form(amount)
    text = f"The total was {unit[0].format(written + scale[0])} then."
    (found,) = read(text)
    assert (found.value, found.unit) == (amount * 10 ** scale[1], unit[1])
    assert found.interval.holds(found.value or Decimal(0))
    assert found.span.of(text) == unit[0].format(written + scale[0])
    assert found.digits.of(text) == written


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_nothing_raises_and_spans_are_sorted_within_the_text_and_apart(text: str) -> None:
    reached = 0
    for found in read(text, "https://example.com.au"):
        assert reached <= found.span.start < found.span.end <= len(text)
        assert found.span.holds(found.digits)
        reached = found.span.end


@settings(deadline=None, max_examples=150)
@given(TEXTS)
def test_a_quantity_has_one_value_or_a_rising_range_inside_its_interval(text: str) -> None:
    for found in read(text):
        assert (found.value is None) != (found.range is None)
        low, high = found.range or (found.value, found.value)
        assert low is not None
        assert high is not None
        assert found.interval.low <= low <= high <= found.interval.high
        assert "E" not in str(found.interval.low)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_no_number_is_both_a_date_and_a_quantity(text: str) -> None:
    document, held = Document(id="x", text=text, published=date(2024, 2, 29)), parsed(text)
    when = tuple(dates.find(document, held))
    for found in quantities.find(document, held, when):
        assert not any(found.span.overlaps(d.span) for d in when)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_a_whole_quantity_reads_the_same_alone(text: str) -> None:
    for found in read(text):
        if (
            found.inherited
            or found.unit in {"count", "x"}
            or found.approximate_fraction
            or found.range
        ):
            continue
        words = found.span.of(text)
        again = [(q.value, q.unit) for q in read(words)]
        assert again == [(found.value, found.unit)], words
