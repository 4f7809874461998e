"""Dates and periods as newspapers write them, with and without a document date."""

from datetime import date

import pytest

from legation import language
from legation.mentions import dates
from legation.model import Date, Document, Repaired

PUBLISHED = date(2024, 8, 15)  # a Thursday


def read(text: str, published: date | None = PUBLISHED) -> list[Date]:
    parsed = tuple(language.sentences(Repaired(text, tuple(range(len(text) + 1)))))
    return list(dates.find(Document(id="x", text=text, published=published), parsed))


def told(text: str, published: date | None = PUBLISHED) -> list[str]:
    """Each date as ``words = value`` and, where the interval is written otherwise, ``-> edtf``."""
    made = []
    for found in read(text, published):
        more = f" -> {found.edtf}" if found.edtf not in {None, found.value} else ""
        made.append(f"{found.span.of(text)} = {found.value}{more}")
    return made


CASES = {
    "Sales grew in 2021.": ["2021 = 2021"],
    "Sales grew in July.": ["July = 2024-07"],
    "Sales grew in November.": ["November = 2023-11"],
    "Sales will grow in November.": ["November = 2024-11"],
    "They met on 5 August.": ["5 August = 2024-08-05"],
    "They met on Aug. 5 and on October 5, 2019.": [
        "Aug. 5 = 2024-08-05",
        "October 5, 2019 = 2019-10-05",
    ],
    "Signed on 05.10.2021, 2021-10-05 and 25/12/2021.": [
        "05.10.2021 = 2021-10-05",
        "2021-10-05 = 2021-10-05",
        "25/12/2021 = 2021-12-25",
    ],
    "They met on Tuesday.": ["Tuesday = 2024-08-13"],
    "They will meet on Tuesday.": ["Tuesday = 2024-08-20"],
    "Yesterday they spoke, and today they rest.": ["Yesterday = 2024-08-14", "today = 2024-08-15"],
    "Sales grew in January through May.": ["January through May = 2024-01/2024-05"],
    "Sales grew from January to October 2022.": ["January to October 2022 = 2022-01/2022-10"],
    "In 2022, sales grew from March to June.": ["2022 = 2022", "March to June = 2022-03/2022-06"],
    "Sales grew in the first five months of 2023.": [
        "the first five months of 2023 = P5M -> 2023-01/2023-05"
    ],
    "Sales grew in the first nine months of last year.": [
        "the first nine months of last year = P9M -> 2023-01/2023-09"
    ],
    "Sales grew in the first half of 2022.": ["the first half of 2022 = 2022-H1"],
    "Sales grew in H2 2022, Q3 2021 and 2Q23.": [
        "H2 2022 = 2022-H2",
        "Q3 2021 = 2021-Q3",
        "2Q23 = 2023-Q2",
    ],
    "Sales grew in the second quarter.": ["the second quarter = 2024-Q2"],
    "Sales grew in 2020-2022 and between 2015 and 2017.": [
        "2020-2022 = 2020/2022",
        "2015 and 2017 = 2015/2017",
    ],
    "Sales grew in the year to March 2024.": ["the year to March 2024 = P1Y -> 2023-04/2024-03"],
    "Sales grew over the past four years.": ["the past four years = P4Y -> 2020-08-15/2024-08-15"],
    "Sales grew since 2015.": ["2015 = 2015 -> 2015/"],
    "Sales will grow by 2030.": ["2030 = 2030 -> /2030"],
    "Sales grew last year and this month.": ["last year = 2023", "this month = 2024-08"],
    "Sales grew in fiscal year 2021-22.": ["fiscal year 2021-22 = FY2021-22"],
    "Sales grew in the 1990s and in the 20th century.": [
        "the 1990s = 199 -> 199X",
        "the 20th century = 19 -> 19XX",
    ],
    "They met at the end of 2022 and in mid-2021.": [
        "the end of 2022 = 2022 -> 2022-12",
        "mid-2021 = 2021 -> 2021-05/2021-08",
    ],
    "They met in early 2023.": ["early 2023 = 2023 -> 2023-01/2023-03"],
    "They met three days earlier, and two weeks ago.": [
        "three days earlier = 2024-08-12",
        "two weeks ago = 2024-W31",
    ],
    "They will meet next month.": ["next month = 2024-09"],
    "They meet every year.": ["every year = P1Y"],
    "A three-day visit lasted five hours.": ["three-day = P3D", "five hours = PT5H"],
    "They met at 10:30 GMT on Monday.": ["10:30 GMT on Monday = 2024-08-12T10:30 -> 2024-08-12"],
    "It is now under review.": ["now = PRESENT_REF -> 2024-08-15"],
    "They met on 5-7 August.": ["5-7 August = 2024-08-05/2024-08-07"],
    "They met on Saturday, 3 August.": ["Saturday, 3 August = 2024-08-03"],
    "They met last summer.": ["last summer = 2023-SU -> 2023-22"],
}


@pytest.mark.parametrize("text", CASES, ids=str)
def test_a_date_is_read(text: str) -> None:
    assert told(text) == CASES[text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 5 October.", "XXXX-10-05"),
        ("They met on Tuesday.", "XXXX-WXX-2"),
        ("They met in July.", "XXXX-07"),
        ("They met last year.", "XXXX"),
        ("Sales grew in the third quarter.", "XXXX-Q3"),
        ("Sales grew from January to May.", "XXXX-01/XXXX-05"),
    ],
)
def test_without_a_document_date_the_year_stays_open(text: str, expected: str) -> None:
    (found,) = read(text, None)
    assert found.edtf == expected
    assert found.period is not None
    assert (found.period.start, found.period.end) == (None, None)


def test_a_year_written_before_needs_no_document_date() -> None:
    _, months = read("In 2022, sales grew from March to June.", None)
    assert months.period is not None
    assert (months.period.start, months.period.end) == (date(2022, 3, 1), date(2022, 6, 30))


def test_open_periods_have_one_end() -> None:
    since, by = read("It has grown since 2015 and will double by 2030.")
    assert since.period is not None
    assert by.period is not None
    assert (since.period.start, since.period.end) == (date(2015, 1, 1), None)
    assert (by.period.start, by.period.end) == (None, date(2030, 12, 31))


def test_a_fiscal_year_s_days_are_not_guessed() -> None:
    (found,) = read("Sales grew in fiscal 2023-24.")
    assert found.period is not None
    assert (found.period.start, found.edtf) == (None, "FY2023-24")


def test_a_comparison_steps_back_from_the_period_compared() -> None:
    text = (
        "Exports in the second quarter rose 5% from a year earlier; in the same period of last "
        "year they fell."
    )
    assert [d.value for d in read(text)] == ["2024-Q2", "2023-Q2", "2023-Q2"]


def test_two_comparisons_with_one_period_step_back_once() -> None:
    text = (
        "Net for the second quarter rose from a year earlier. Sales were 5% higher than a year ago."
    )
    assert [d.value for d in read(text)] == ["2024-Q2", "2023-Q2", "2023-Q2"]


def test_a_day_and_month_that_could_be_swapped_stay_open() -> None:
    (found,) = read("They met on 5/10/2021.")
    assert (found.value, found.edtf) == ("2021-XX-XX", "2021")


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and soldiers march on.",
        "They shipped 1999 tonnes and €2023 worth.",
        "Resolution 2023 and Vision 2030 were quoted.",
        "Three-quarters of imports, a quarter of exports.",
        "A second group arrived.",
        "She is 45 years old.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert told(text) == []


def test_a_date_in_a_glued_sentence_keeps_its_place() -> None:
    text = "It fell in 2023.In May it rose."
    repaired = Repaired(
        "It fell in 2023. In May it rose.",
        (*range(16), *range(16, 16), 16, *range(16, len(text) + 1)),
    )
    parsed = tuple(language.sentences(repaired))
    found = list(dates.find(Document(id="x", text=text, published=PUBLISHED), parsed))
    assert [d.span.of(text) for d in found] == ["2023", "May"]


def test_the_days_of_a_fiscal_year_are_not_guessed() -> None:
    found = [
        m
        for m in read("Exports to Peru rose in the last fiscal year.", published=date(2022, 12, 8))
        if m.type != "SET"
    ]
    assert [(m.period.start, m.period.end) for m in found if m.period] == [(None, None)]
