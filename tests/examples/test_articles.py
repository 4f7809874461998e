"""The packaged articles: whole, marked as made up, and a year long."""

from collections import Counter
from urllib.parse import urlsplit

from legation import documents
from legation.examples import ARTICLES
from legation.model import Document, Source

FOUND = [*documents.read([Source(location=str(ARTICLES))])]
READ = [one for one in FOUND if isinstance(one, Document)]


def test_every_article_can_be_read() -> None:
    assert len(READ) == len(FOUND) >= 50


def test_every_article_is_dated_titled_and_signed() -> None:
    assert all(one.published and one.title and one.publisher for one in READ)


def test_every_address_is_one_that_nobody_owns() -> None:
    assert {urlsplit(one.url or "").hostname for one in READ} == {"example.org"}


def test_only_a_corrected_text_shares_its_address() -> None:
    shared = [url for url, times in Counter(one.url for one in READ).items() if times > 1]
    assert shared == ["https://example.org/almaty-evening/aktau-loan"]


def test_they_cover_a_year() -> None:
    days = sorted(one.published for one in READ if one.published)
    assert (days[-1] - days[0]).days > 360
    assert len({(day.year, day.month) for day in days}) == 13
