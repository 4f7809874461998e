"""What a source answered: written down with all that is new in it."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from legation import sources
from legation.documents import listings, walls
from legation.documents.html import text_of
from legation.model import UnreadableDocument
from legation.model.addresses import canonical
from legation.model.watching import Item, Listed, Listing, Part, Validators, Watched
from legation.pipeline.watching import day
from legation.sources import Errand, Outcome
from legation.store import Account

LONGEST_EVERY = 86_400
RECHECK = 3 * 3600
"""Seconds within which a page is not looked at again only because its source gives another time for
it: some write the time at which they were asked."""
MOST_PARTS = 20
"""Sitemaps of an index that are asked in one round, the latest changed first."""
RECENT = timedelta(days=30)
"""How old what a sitemap lists may be when it is watched for the first time."""
SHARED = "its source gives this address for several texts, so that its page is not fetched: {}"


class Wish(Struct, frozen=True, kw_only=True):
    """How much of a listing is wanted: of a sitemap that is new to us only what is recent; ``all``
    of it, what was left aside or refused before too; ``published`` is the day of what has none.
    """

    recent_only: bool = False
    all: bool = False
    published: date | None = None


class Visit(Struct, frozen=True, kw_only=True):
    """Why an address is asked: for a source, or for a part of it, and how much is wanted."""

    source: int
    part: Part | None = None
    wish: Wish | None = None


class Desk:
    """Keeps the books of sources.

    Args:
        account: that they belong to.
        every: seconds between two questions to a source.
    """

    def __init__(self, account: Account, every: int) -> None:
        self._account, self._every = account, every
        self._held = account.sources

    def errands(self, due: Sequence[Watched]) -> list[Errand]:
        """The questions to some sources."""
        return [self._errand(one.address, Visit(source=one.number)) for one in due]

    def _errand(self, address: str, visit: Visit) -> Errand:
        held = self._held.answer(address)
        if visit.part is not None and visit.part.updated and visit.part.updated != held.told:
            held = replace(held, etag=None, modified=None)  # the index knows better
        return Errand(address=address, held=held, purpose=visit)

    def enter(self, visit: Visit, outcome: Outcome, now: int) -> list[Errand]:
        """Write down what a source answered; the questions that follow from it. Belongs into a
        transaction.
        """
        source = self._held.get(visit.source)
        if outcome.asked:
            source = replace(source, asked=now)
        if outcome.what == "came":
            return self._came(source, visit, outcome, now)
        if outcome.what == "unchanged":
            source = self._moved(source, outcome) if visit.part is None else source
            self._held.keep_answer(_asked_at(source, visit), _told(outcome.held, visit, now))
            self._held.keep(self._answered(source, 0, now))
        else:
            self._held.keep(self._failed(source, outcome, now))
        return []

    def _came(self, source: Watched, visit: Visit, outcome: Outcome, now: int) -> list[Errand]:
        assert outcome.answer is not None
        content, address = outcome.answer.content, outcome.answer.url
        try:
            listing = listings.listing(content, address)
        except UnreadableDocument as error:
            self._held.keep(self._failed(source, _failure(str(error)), now))
            return []
        if listing is None:
            self._held.keep(self._no_listing(source, outcome, now))
            return []
        parts = self.parts(source, listing, visit.wish) if visit.part is None else []
        if visit.part is None:
            source = self._moved(source, outcome)
        where = _asked_at(source, visit)
        is_new = self._held.answer(where).whole == 0 and listing.kind == "sitemap"
        source = self.take(source, listing, now, visit.wish or Wish(recent_only=is_new))
        held = _told(outcome.held, visit, now)
        if listing.broken or listing.parts:  # it says nothing of what stands behind it
            held = replace(held, etag=None, modified=None, digest=None)
        self._held.keep_answer(where, held)
        self._held.keep(self._answered(source, listing.pause, now))
        return parts

    def take(self, source: Watched, listing: Listing, now: int, wish: Wish) -> Watched:
        """Write down what a listing has that is new or changed; the source with its counts."""
        count = 0
        for entry, keys in sources.keys(str(source.number), listing.entries):
            if not keys.own_page and entry.address:
                note = SHARED.format(entry.address)
                entry = replace(entry, address=None, notes=(*entry.notes, note))
            count += self._entry(source, entry, keys.all, now, wish)
        return replace(
            source,
            kind=listing.kind,
            name=source.name or listing.title,
            language=source.language or listing.language,
            items=source.items + count,
        )

    def _entry(
        self, source: Watched, entry: Listed, keys: Sequence[bytes], now: int, wish: Wish
    ) -> int:
        """One entry; whether it is new."""
        item, print = self._held.item(keys), sources.print_of(entry)
        if item is None:
            item = self._new(entry, keys, now, wish)
            self._held.keep_print(source.number, item.number, print)
            if not (wish.recent_only and _is_old(entry, now)):
                self._held.wait(item.number, source.number, entry, now)
            return 1
        self._held.lead(keys, item.number)
        missed = wish.all and item.text is None
        if self._is_changed(source, item, print, now) or missed:
            self._held.wait(item.number, source.number, entry, now)
        return 0

    def _new(self, entry: Listed, keys: Sequence[bytes], now: int, wish: Wish) -> Item:
        on = day.today(now)
        own, _ = day.believed(entry.published, on)
        own = own or wish.published
        item = Item(number=0, text=None, day=own or on, lent=own is None, at=now)
        return self._held.new_item(item, keys)

    def _is_changed(self, source: Watched, item: Item, print: bytes, now: int) -> bool:
        """Whether a source lists an item otherwise than before; what it had not listed before is
        not changed. Of several that list it one is listened to, or each would bring its own
        wording of one text.
        """
        before = self._held.print_of(source.number, item.number)
        half = len(print) // 2
        only_time = before is not None and before[:half] == print[:half]
        if before == print or (only_time and now - item.at < RECHECK):
            return False
        self._held.keep_print(source.number, item.number, print)
        return before is not None and self._held.owner(item.number) == source.number

    def parts(self, source: Watched, listing: Listing, wish: Wish | None = None) -> list[Errand]:
        """The sitemaps of an index that it says were changed, the latest first, then those of which
        it says nothing, in turn. Of a source that is new the latest are enough,
        unless a person wishes all.
        """
        held = {part.address: self._held.answer(part.address) for part in listing.parts}
        changed = [
            part
            for part in listing.parts
            if part.updated and held[part.address].told != part.updated
        ]
        changed.sort(key=lambda part: part.updated or "", reverse=True)
        silent = [part for part in listing.parts if not part.updated]
        silent.sort(key=lambda part: held[part.address].told or "")
        if source.answered is None and wish is None:
            for part in changed[MOST_PARTS:]:
                passed = replace(held[part.address], told=part.updated)
                self._held.keep_answer(part.address, passed)
        some = [*changed, *silent] if wish else [*changed, *silent][:MOST_PARTS]
        number = source.number
        return [
            self._errand(part.address, Visit(source=number, part=part, wish=wish)) for part in some
        ]

    def _moved(self, source: Watched, outcome: Outcome) -> Watched:
        """A source that has moved for good is asked at its new address, and once: where that is
        watched already, the old one stops.
        """
        moved = outcome.moved
        if moved is None or moved == source.address:
            return source
        other = self._held.find(moved)
        if other is None or other.number == source.number:
            return replace(source, address=moved)
        return replace(source, stopped=source.asked, because=f"has moved to {moved}, watched too")

    def _no_listing(self, source: Watched, outcome: Outcome, now: int) -> Watched:
        """A page in place of a listing: its own feed where somebody gave the page."""
        assert outcome.answer is not None
        content = outcome.answer.content
        named = listings.alternate(content, outcome.answer.url) if not source.kind else None
        if named and canonical(named) != canonical(source.address):
            if self._held.find(named) is None:
                return replace(source, address=named, due=now, kind="feed")
            return replace(source, stopped=now, because=f"its feed is {named}, watched too")
        wall = walls.reason(text_of(content[:100_000].decode("utf-8", "replace")))
        because = wall or "is a page, neither a feed, nor a sitemap, nor a list of addresses"
        return self._failed(source, _failure(because), now)

    def _answered(self, source: Watched, pause: int, now: int) -> Watched:
        due = now + max(self._every, pause)
        because = source.because if source.stopped else None
        return replace(source, answered=now, failures=0, because=because, due=due)

    def _failed(self, source: Watched, outcome: Outcome, now: int) -> Watched:
        """Asked again later, and later each time; one that is gone for good no more."""
        if outcome.what == "put_off" and not outcome.asked:
            return replace(source, due=max(now + 1, int(outcome.until + 0.999)))
        failures = source.failures + 1
        pause = min(LONGEST_EVERY, self._every * 2 ** min(failures, 12))
        due = max(now + pause, int(outcome.until + 0.999))
        if outcome.what == "put_off":  # the server says itself for how long
            due = max(now + self._every, int(outcome.until + 0.999))
        stopped = now if outcome.what == "gone" else None
        return replace(source, failures=failures, because=outcome.because, due=due, stopped=stopped)


def _is_old(entry: Listed, now: int) -> bool:
    """Whether a page of a sitemap is older than what is watched, or of no time at all."""
    own = entry.published or day.told(entry.updated)
    return own is None or own < day.today(now) - RECENT


def _failure(because: str) -> Outcome:
    return Outcome(what="failed", because=because, asked=1)


def _asked_at(source: Watched, visit: Visit) -> str:
    return visit.part.address if visit.part else source.address


def _told(held: Validators, visit: Visit, now: int) -> Validators:
    """What an index said of a sitemap, or when that was asked if it says nothing."""
    if visit.part is None:
        return held
    return replace(held, told=visit.part.updated or f"asked {now:012}")
