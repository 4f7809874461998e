"""Which reader a file gets, and how soon."""

import time

from legation.documents import feeds, formats, html, plain


def test_comments_before_a_page_or_feed_do_not_hide_it() -> None:
    comments = b"<!-- made by hand -->\n" * 3
    assert formats.reader("x", comments + b"<!DOCTYPE html><p>") is html.read
    assert formats.reader("x", b'<?xml version="1.0"?>' + comments + b"<rss>") is feeds.read
    assert formats.reader("x", comments + b"<note>") is plain.read


def test_many_comments_are_looked_at_once() -> None:
    begun = time.monotonic()
    assert formats.reader("x", b"<!-- a -->" * 300 + b"<") is plain.read
    assert time.monotonic() - begun < 5
