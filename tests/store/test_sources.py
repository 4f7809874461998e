"""The rows of sources: written with what they belong to, kept when a ledger is made again."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from legation import store
from legation.model.watching import Host, Item, Listed, Validators, Watched
from legation.store import Account, Alone, rebuilding

FEED = Watched(
    address="https://example.org/feed", given="https://example.org", kind="feed", due=100
)
DAY = date(2026, 3, 2)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def held(account: Account, source: int = 1, *keys: bytes) -> Item:
    new = Item(number=0, text=None, day=DAY, lent=True, at=50)
    item = account.sources.new_item(new, keys or (b"k" * 16,))
    account.sources.keep_print(source, item.number, b"p" * 16)
    account.sources.wait(item.number, source, Listed(guid="1", title="A", published=DAY), 100)
    return item


def test_a_source_comes_back_as_it_was_kept(path: Path) -> None:
    with store.writing(path) as account, account.session.transaction():
        kept = account.sources.keep(FEED)
        assert kept.number == 1
        assert account.sources.all() == [kept]
        assert account.sources.find(FEED.address) == account.sources.find(FEED.given) == kept
        assert account.sources.find("https://example.org/other") is None


def test_who_is_due_and_what_is_next(path: Path) -> None:
    with store.writing(path) as account, account.session.transaction():
        one = account.sources.keep(FEED)
        assert account.sources.due(99) == []
        assert account.sources.due(100) == [one]
        account.sources.put_off([one.number], 500)
        assert (account.sources.due(100), account.sources.next_due()) == ([], 500)
        held(account)
        assert account.sources.next_due() == 100


def test_an_item_is_found_by_any_of_its_keys_the_first_being_the_surest(path: Path) -> None:
    with store.writing(path) as account, account.session.transaction():
        account.sources.keep(FEED)
        one, two = held(account, 1, b"1" * 16), held(account, 1, b"2" * 16)
        account.sources.lead([b"1" * 16, b"3" * 16], two.number)
        assert account.sources.item([b"9" * 16, b"3" * 16]) == two
        assert account.sources.item([b"1" * 16, b"2" * 16]) == one
        assert account.sources.item([b"9" * 16]) is None


def test_what_waits_is_crossed_off(path: Path) -> None:
    with store.writing(path) as account, account.session.transaction():
        account.sources.keep(FEED)
        item = held(account)
        assert account.sources.waiting(99) == []
        [one] = account.sources.waiting(100)
        assert (one.item, one.listing.published, one.tries) == (item, DAY, 0)
        assert account.sources.waiting(100, source=2) == []
        account.sources.postpone(item.number, 900, 1, "it failed")
        assert account.sources.waiting(800) == []
        assert account.sources.waits() == {1: 1}
        account.sources.done(item)
        assert account.sources.waits() == {}


def test_of_several_sources_of_an_item_one_is_listened_to(path: Path) -> None:
    with store.writing(path) as account, account.session.transaction():
        first = account.sources.keep(FEED)
        account.sources.keep(Watched(address="https://example.org/b", given="b", kind="feed"))
        item = held(account)
        account.sources.keep_print(2, item.number, b"q" * 16)
        assert account.sources.owner(item.number) == 1
        account.sources.keep(replace(first, stopped=7))
        assert account.sources.owner(item.number) == 2


def test_removing_a_source_leaves_what_is_known_of_its_items(path: Path) -> None:
    with store.writing(path) as account, account.session.transaction():
        account.sources.keep(FEED)
        item = held(account)
        account.sources.remove(1)
        assert (account.sources.all(), account.sources.waits()) == ([], {})
        assert account.sources.item([b"k" * 16]) == item


def test_what_is_undone_was_never_written(path: Path) -> None:
    with store.writing(path) as account:
        with pytest.raises(RuntimeError), account.session.transaction():
            account.sources.keep(FEED)
            raise RuntimeError
        assert account.sources.all() == []


def test_a_ledger_made_again_has_its_sources(path: Path) -> None:
    answer = Validators(etag='"1"', digest=b"d" * 16, whole=7)
    host = Host(name="https://example.org", free=9, failures=2, robots=b"\xff", robots_until=8)
    with store.writing(path) as account, account.session.transaction():
        account.sources.keep(FEED)
        account.sources.keep_answer(FEED.address, answer)
        account.sources.keep_host(host)
        held(account)
    rebuilding.rebuild(path, Alone())
    with store.writing(path) as account:
        assert [one.address for one in account.sources.all()] == [FEED.address]
        assert account.sources.answer(FEED.address) == answer
        assert account.sources.host(host.name) == host
        assert len(account.sources.waiting(100)) == 1
        assert account.sources.print_of(1, 1) == b"p" * 16
        assert account.sources.item([b"k" * 16]) is not None
