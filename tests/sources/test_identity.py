"""When two entries are one."""

from datetime import date

from legation.model.watching import Listed
from legation.sources import keys, print_of

A, B = "https://example.org/a", "https://example.org/b"


def leads(*entries: Listed, source: str = "1") -> list[set[bytes]]:
    return [set(found.all) for _, found in keys(source, entries)]


def are_one(one: Listed, other: Listed, other_source: str = "1") -> bool:
    [first], [second] = leads(one), leads(other, source=other_source)
    return bool(first & second)


def test_by_guid_within_a_source() -> None:
    assert are_one(Listed(guid="7", address=A), Listed(guid="7", address=B))
    assert not are_one(Listed(guid="7", address=A), Listed(guid="7", address=B), "2")
    assert not are_one(Listed(guid="7", address=A), Listed(guid="8", address=B))


def test_by_address_without_tracking_words_everywhere() -> None:
    tracked = Listed(guid="8", address=f"{A}?utm_source=rss&fbclid=1#top")
    assert are_one(Listed(guid="7", address=A), tracked, "2")
    assert not are_one(Listed(address=A), Listed(address=f"{A}?id=2"))


def test_by_text_only_where_there_is_no_guid() -> None:
    text, day = "The minister spoke.", date(2026, 3, 2)
    one = Listed(address=A, title="T", body=text, published=day)
    same = Listed(address=B, title="T", body=f"<p>{text.upper()}</p>", published=day)
    assert are_one(one, same)
    assert not are_one(one, Listed(address=B, title="T", body=text, published=date(2026, 3, 3)))
    bulletin = Listed(guid="1", address=A, title="T", body=text, published=day)
    assert not are_one(bulletin, Listed(guid="2", address=B, title="T", body=text, published=day))


def test_a_guid_of_several_addresses_says_nothing() -> None:
    found = leads(Listed(guid="0", address=A), Listed(guid="0", address=B))
    assert not found[0] & found[1]


def test_an_address_of_several_guids_says_nothing_and_has_no_page() -> None:
    held = list(keys("1", [Listed(guid="1", address=A), Listed(guid="2", address=A)]))
    assert not set(held[0][1].all) & set(held[1][1].all)
    assert [found.own_page for _, found in held] == [False, False]


def test_one_entry_that_a_feed_lists_twice_is_one() -> None:
    found = leads(Listed(guid="1", address=A), Listed(guid="1", address=A))
    assert found[0] == found[1]


def test_what_names_nothing_is_left_out() -> None:
    assert leads(Listed()) == []


def test_another_template_is_no_change_and_other_words_are() -> None:
    one = Listed(title="A  title", body="<p>The minister</p> spoke.", updated="1")
    assert print_of(one) == print_of(
        Listed(title="A title", body="<div>The <b>minister</b>\nspoke.</div>", updated="1")
    )
    words, time = print_of(one)[:8], print_of(one)[8:]
    later = print_of(Listed(title="A title", body="The minister spoke.", updated="2"))
    other = print_of(Listed(title="A title", body="The minister sang.", updated="1"))
    assert (later[:8] == words, later[8:] == time) == (True, False)
    assert (other[:8] == words, other[8:] == time) == (False, True)
