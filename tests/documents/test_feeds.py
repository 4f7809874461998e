"""Feeds: the day as written, entries of one name, what is only a beginning."""

from datetime import date
from pathlib import Path

import pytest

from legation import documents
from legation.model import Document

SAID = "Laos and Nepal opened a shared consulate on the coast, both foreign ministries said there."


def item(*parts: str) -> str:
    return f"<item>{''.join(parts)}</item>"


def read(folder: Path, *items: str, kind: str = "rss") -> list[Document]:
    path = folder / "feed.xml"
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    body = f"<channel><title>F</title>{''.join(items)}</channel>"
    path.write_text(f'<?xml version="1.0"?><{kind} version="2.0" {names}>{body}</{kind}>', "utf-8")
    found = list(documents.read(documents.sources([str(path)])))
    assert all(isinstance(entry, Document) for entry in found), found
    return [entry for entry in found if isinstance(entry, Document)]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tue, 31 Dec 2019 23:50:00 -1100", date(2019, 12, 31)),
        ("Wed, 01 Jan 2020 00:10:00 +1300", date(2020, 1, 1)),
        ("2020-01-01T00:10:00+13:00", date(2020, 1, 1)),
        ("Wed, 1 Jan 2020 09:00:00", date(2020, 1, 1)),
        ("1 January 2020", date(2020, 1, 1)),
        ("2021-02-29", None),
        ("Mon, 31 Jun 2021 10:00:00 GMT", None),
        ("0001-01-01T00:00:00Z", None),
        ("soon", None),
    ],
)
def test_the_day_as_the_feed_writes_it(tmp_path: Path, written: str, day: date | None) -> None:
    (found,) = read(
        tmp_path, item(f"<pubDate>{written}</pubDate>", f"<description>{SAID}</description>")
    )
    assert found.published == day
    assert bool(found.notes) == (day is None)


def test_entries_of_one_name_are_numbered(tmp_path: Path) -> None:
    entry = item("<guid>7</guid>", f"<description>{SAID}</description>")
    assert [found.id for found in read(tmp_path, entry, entry, entry)] == ["7", "7#2", "7#3"]


def test_the_longest_of_several_texts_is_taken(tmp_path: Path) -> None:
    (found,) = read(
        tmp_path,
        item(
            "<description>Short […]</description>",
            "<description>Shorter</description>",
            f"<content:encoded><![CDATA[<p>{SAID}</p>]]></content:encoded>",
        ),
    )
    assert found.text == SAID
    assert found.notes == ()


@pytest.mark.parametrize("end", ["[…]", "...", "Read more »"])
def test_a_beginning_is_told_as_such(tmp_path: Path, end: str) -> None:
    (found,) = read(tmp_path, item(f"<description>{SAID} {end}</description>"))
    assert found.notes == ("the feed gives the beginning of the text only",)


def test_a_name_that_is_no_address_is_no_link(tmp_path: Path) -> None:
    (found,) = read(tmp_path, item("<guid>7</guid>", f"<description>{SAID}</description>"))
    assert found.url is None
