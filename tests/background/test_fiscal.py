"""Fiscal years of the country whose accounts are told."""

from datetime import date

import pytest

from legation import documents, lexicon, mentions
from legation.background import survey
from legation.background.fiscal import FiscalYear
from legation.model import Document


def edtf(text: str, published: date | None = date(2013, 1, 20)) -> list[str]:
    document = Document(id="x", text=text, published=published, language="en")
    reading = survey(mentions.find(document, documents.repair(text)))
    return [d.edtf or "" for d in reading.dates if d.value.startswith("FY")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("India's exports were $9 billion in fiscal 1994/95.", "1994-04/1995-03"),
        ("Pakistan's trade deficit was $6 billion in 2004/05.", "2004-07/2005-06"),
        ("Australia's exports were A$9 billion in 2015-16.", "2015-07/2016-06"),
        ("India's imports fell in FY2011.", "2010-04/2011-03"),
        ("Japan's imports fell in fiscal 2011.", "2011-04/2012-03"),
        ("American exports rose in fiscal year 2011.", "2010-10/2011-09"),
        ("Nepal's deficit will grow this fiscal year.", "2012-07/2013-06"),
        ("Nepal's deficit grew last fiscal year.", "2011-07/2012-06"),
        ("Kenya's exports fell in the fiscal year that ended in June 2010.", "2009-07/2010-06"),
        ("Kenya's exports fell in the 2009-10 financial year.", "2009-07/2010-06"),
    ],
)
def test_a_fiscal_year_is_twelve_months_of_its_country(text: str, expected: str) -> None:
    assert edtf(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "French exports were $9 billion in 2004/05.",
        "India's exports grew between 2004-10 and later.",
        "India's exports were $9 billion in 2004.",
        "India sold 2004-05 model cars for 3 percent.".replace("2004-05", "2004-07"),
    ],
)
def test_what_is_no_fiscal_year_stays(text: str) -> None:
    assert edtf(text) == []


def test_this_fiscal_year_of_an_undated_text_is_unknown() -> None:
    assert edtf("Nepal's deficit will grow this fiscal year.", None) == []


def test_a_fiscal_year_begins_after_january_and_stands_once() -> None:
    rows = lexicon.table("fiscal_years", FiscalYear)
    assert all(1 < row.start <= 12 for row in rows)
    assert len({row.code for row in rows}) == len(rows)
