"""One round: whom it is time to ask, what is new, what came of it."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from legation.model.watching import Listing, Waiting, Watched
from legation.pipeline import collection, reading
from legation.pipeline.collection import Arrival, Reader
from legation.pipeline.watching.arrivals import Inbox
from legation.pipeline.watching.listings import Desk, Visit, Wish
from legation.sources import Asker, Errand, Outcome, visits
from legation.sources.visits import WORKERS
from legation.statistics import Statistics
from legation.store import Account

EVERY = 1800
WAVES = 3
"""A page may name its feed, a feed have moved, an index name its sitemaps: not without end."""
SHOWN = 5


class Round(Struct):
    """What a round did."""

    began: int = 0
    watched: int = 0
    asked: int = 0
    requests: int = 0
    failed: int = 0
    added: int = 0
    changed: int = 0
    copies: int = 0
    known: int = 0
    waiting: int = 0
    next: int | None = None
    refused: list[Arrival] = msgspec.field(default_factory=list)

    def count(self, one: Arrival, *, is_change: bool) -> None:
        """One document more."""
        if one.what == "refused":
            self.refused.append(one)
        elif one.what == "added" and is_change:
            self.changed += 1
        elif one.what == "added":
            self.added += 1
        elif one.what == "copy":
            self.copies += 1
        else:
            self.known += 1

    @property
    def line(self) -> str:
        """The round in one line."""
        told = [
            f"{_clock(self.began)}: asked {self.asked} of {self.watched} sources",
            f"{self.added} new, {self.changed} changed, {self.copies} copies",
            f"{self.failed} failed" if self.failed else "",
            f"{len(self.refused)} refused" if self.refused else "",
            f"{self.waiting} waiting" if self.waiting else "",
            f"{self.requests} requests",
            f"next {_clock(self.next)}" if self.next is not None else "nothing is due",
        ]
        return " · ".join(filter(None, told))


def _clock(instant: int) -> str:
    return f"{datetime.fromtimestamp(instant, UTC):%Y-%m-%d %H:%M}Z"


class Watch:
    """The sources of an account, asked again and again.

    Args:
        account: that they feed.
        series: what figures are held against; without them texts are not checked.
        asker: how they are asked.
        every: seconds between two questions to a source.
        workers: hosts that are asked side by side.
        read: what reads a text.
        clock: seconds since 1970; for tests.
    """

    def __init__(
        self,
        account: Account,
        series: Statistics | None,
        asker: Asker | None = None,
        every: int = EVERY,
        workers: int = WORKERS,
        read: Reader = reading.guarded,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._account, self._series = account, series
        self._asker = asker or Asker(clock=clock)
        self._every, self._workers, self._clock = every, workers, clock
        self.sources = account.sources
        self._desk = Desk(account, every)
        self._inbox = Inbox(account, series, read, clock)

    def add(
        self,
        address: str,
        watched: bool = True,
        name: str | None = None,
        country: str | None = None,
        language: str | None = None,
    ) -> Watched:
        """A source from now on; one that was there keeps what it listed, and one that stopped stays
        so: whoever names his sources at each start must not ask for what is gone each time.

        Args:
            address: of a feed, a sitemap, a list of addresses, or a page that names its feed.
            watched: whether it is asked again and again.
            name: who publishes it; else as it says itself.
            country: the code of the country or body that it speaks for.
            language: of what it publishes.
        """
        now = int(self._clock())
        with self._account.session.transaction():
            held = self.sources.find(address)
            if held is None:
                new = Watched(
                    address=address,
                    given=address,
                    name=name,
                    country=country,
                    language=language,
                    watched=watched,
                    added=now,
                    due=now,
                )
                return self.sources.keep(new)
            if watched and not held.watched:
                return self.sources.keep(msgspec.structs.replace(held, watched=True, due=now))
            return held

    def round(self, told: Callable[[Arrival], object] = lambda one: None) -> Round:
        """Ask whom it is time to ask, and add what is new.

        Args:
            told: hears of each document.
        """
        done = Round(began=int(self._clock()))
        done.watched = sum(one.watched and one.stopped is None for one in self.sources.all())
        for _ in range(WAVES):
            due = self._claimed()
            if not due:
                break
            self._ask(due, done)
        for one, arrival in self._arrivals(done, None):
            done.count(arrival, is_change=one.item.text is not None)
            told(arrival)
        collection.catch_up(self._account, self._series)
        done.waiting, done.next = sum(self.sources.waits().values()), self.sources.next_due()
        return done

    def once(
        self, source: Watched, listing: Listing, published: date | None = None
    ) -> Iterator[Arrival]:
        """Add all that a listing at hand has, of a source that need not be watched; also what was
        left aside or refused before. ``published`` is the day of what has none of its own.
        """
        now, wish = int(self._clock()), Wish(all=True, published=published)
        with self._account.session.transaction():
            taken = self._desk.take(self.sources.get(source.number), listing, now, wish)
            self.sources.keep(msgspec.structs.replace(taken, asked=now, answered=now))
        done = Round(began=now)
        if listing.parts:
            self._through(self._desk.parts(taken, listing, wish), done)
        for _, arrival in self._arrivals(done, source.number):
            yield arrival

    def _claimed(self) -> list[Watched]:
        """The sources whose time has come; another program that watches does not find them due."""
        now = int(self._clock())
        with self._account.session.transaction():
            due = self.sources.due(now)
            self.sources.put_off([one.number for one in due], now + self._every)
        return due

    def _ask(self, due: list[Watched], done: Round) -> None:
        done.asked += len(due)
        self._through(self._desk.errands(due), done)

    def _through(self, errands: list[Errand], done: Round) -> None:
        """Run errands and those that follow from them."""
        while errands:
            follow: list[Errand] = []
            for errand, outcome in self._visited(errands, done):
                assert isinstance(errand.purpose, Visit)
                with self._account.session.transaction():
                    follow += self._desk.enter(errand.purpose, outcome, int(self._clock()))
                done.failed += outcome.what not in {"came", "unchanged"} and outcome.asked > 0
            errands = follow

    def _visited(self, errands: Iterable[Errand], done: Round) -> Iterator[tuple[Errand, Outcome]]:
        for errand, outcome, host in visits(errands, self.sources.host, self._asker, self._workers):
            done.requests += outcome.asked
            with self._account.session.transaction():
                self.sources.keep_host(host)
            yield errand, outcome

    def _arrivals(self, done: Round, source: int | None) -> Iterator[tuple[Waiting, Arrival]]:
        """Everything that waits and whose time has come."""
        while claimed := self._inbox.claimed(source):
            yield from self._some(claimed, done)

    def _some(self, claimed: list[Waiting], done: Round) -> Iterator[tuple[Waiting, Arrival]]:
        """Some of what waits: first what its source gives whole, then the pages."""
        errands = []
        for one in claimed:
            errand = self._inbox.errand(one)
            if errand is not None:
                errands.append(errand)
                continue
            for arrival in self._inbox.entered(one):
                yield one, arrival
        for errand, outcome in self._visited(errands, done):
            assert isinstance(errand.purpose, Waiting)
            for arrival in self._inbox.fetched(errand.purpose, outcome):
                yield errand.purpose, arrival


def remove(path: Path, address: str) -> bool:
    """Take a source out of an account; whether it was there.

    Raises:
        LedgerError: the account cannot be opened.
    """
    with collection.open_account(path, "sources") as account:
        held = account.sources.find(address)
        if held is None:
            return False
        with account.session.transaction():
            account.sources.remove(held.number)
    return True
