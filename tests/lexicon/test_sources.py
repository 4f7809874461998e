"""The public feeds that come with the package hold together."""

from urllib.parse import urlsplit

from legation.lexicon import table
from legation.lexicon.countries import Country
from legation.model.addresses import canonical
from legation.sources import starter

KINDS = {"institution", "ministry", "government", "agency", "newsroom"}


def test_every_feed_has_an_address_a_name_a_country_and_a_kind() -> None:
    rows = starter(language=None)
    assert len(rows) > 40
    known = {row.code for row in table("countries", Country)}
    for row in rows:
        parts = urlsplit(row.address)
        assert parts.scheme in {"http", "https"}, row
        assert "." in parts.netloc, row
        assert not parts.fragment, row
        assert row.name, row
        assert row.kind in KINDS, row
        assert len(row.language) == 2, row
        assert row.country in known or row.country in {"EUR", "UNO"} or ":" in row.country, row


def test_no_feed_stands_twice() -> None:
    rows = starter(language=None)
    assert len({canonical(row.address) for row in rows}) == len(rows)
    assert len({row.name for row in rows}) == len(rows)


def test_they_can_be_asked_for_by_country() -> None:
    assert {row.country for row in starter("KAZ")} == {"KAZ"}
    assert starter("KAZ")
    assert starter("XXX") == []
