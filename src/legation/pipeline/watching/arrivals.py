"""What a source listed: fetched if it has to be, made a document, added, crossed off."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from hashlib import blake2b

from msgspec.structs import replace

from legation import documents
from legation.documents.addresses import page
from legation.documents.html import text_of
from legation.model import Document, Source, Unreadable, UnreadableDocument
from legation.model.watching import Item, Listed, Validators, Waiting
from legation.pipeline import collection
from legation.pipeline.collection import Arrival, Reader
from legation.pipeline.watching import day
from legation.sources import Errand, Outcome
from legation.statistics import Statistics
from legation.store import Account

MOST_AT_ONCE = 300
CLAIMED = 1800
"""Seconds for which what is being fetched is nobody else's: so many pages of one host."""
MOST_TRIES = 6
FIRST_WAIT = 900
"""Seconds until a page is asked for again that could not be had: three times as long each time, a
day and a quarter in all."""
BEGINNING = "its page could not be had ({because}): this is what its source gives of it"
NOTHING = "{where}: its page could not be had ({because}), and its source gives no text"
NO_TEXT = "{where}: its source gives neither a text nor an address of its own"
FOR_GOOD = ("gone", "missing", "forbidden")


class Inbox:
    """Brings what waits into the account.

    Args:
        account: where to.
        series: what figures are held against.
        read: what reads a text whose records are to count.
        clock: seconds since 1970.
    """

    def __init__(
        self,
        account: Account,
        series: Statistics | None,
        read: Reader,
        clock: Callable[[], float],
    ) -> None:
        self._account, self._series, self._read = account, series, read
        self._clock = clock
        self._held = account.sources

    def claimed(self, source: int | None = None) -> list[Waiting]:
        """What is to be added now; from now on nobody else does."""
        now = int(self._clock())
        with self._account.session.transaction():
            found = self._held.waiting(now, source, MOST_AT_ONCE)
            for one in found:
                self._held.postpone(one.item.number, now + CLAIMED, one.tries, one.because)
        return found

    def entered(self, one: Waiting) -> Iterator[Arrival]:
        """Add what needs no page."""
        listing = one.listing
        body = text_of(listing.body)
        if not body:
            yield self._refused(one, NO_TEXT.format(where=_where(one)))
            return
        yield from self._documents(one, self._own(one, body), listing.notes)

    def fetched(self, one: Waiting, outcome: Outcome) -> Iterator[Arrival]:
        """Add a page, or put it off, or take what its source gives of it."""
        if outcome.what == "put_off":
            self._postpone(one, int(outcome.until + 0.999), one.tries, one.because)
        elif outcome.what == "unchanged":
            self._cross_off(one)
        elif outcome.what == "came":
            yield from self._page(one, outcome)
        elif outcome.what in FOR_GOOD or one.tries + 1 >= MOST_TRIES:
            yield from self._without_page(one, outcome.because)
        else:
            due = int(self._clock()) + FIRST_WAIT * 3**one.tries
            self._postpone(one, due, one.tries + 1, outcome.because)

    def _page(self, one: Waiting, outcome: Outcome) -> Iterator[Arrival]:
        assert outcome.answer is not None
        try:
            came = page(outcome.answer)
        except UnreadableDocument as error:
            yield from self._without_page(one, str(error))
            return
        where = _where(one)
        source = Source(
            location=where,
            url=where,
            title=text_of(one.listing.title or "") or None,
            published=None if one.item.lent else one.item.day,
        )
        found = list(documents.read([source], fetch=lambda _: came, once=False))
        read = [document for document in found if isinstance(document, Document)]
        if not read:
            because = next((each.error for each in found if isinstance(each, Unreadable)), "")
            yield from self._without_page(one, because.removeprefix(f"{where}: "))
            return
        publisher = self._publisher(one)
        named = [replace(each, publisher=each.publisher or publisher) for each in read]
        # The validators go with the text: without it a "not modified" would lose the change.
        yield from self._documents(one, named, one.listing.notes, outcome.held)

    def _without_page(self, one: Waiting, because: str) -> Iterator[Arrival]:
        body = text_of(one.listing.body)
        if not body:
            yield self._refused(one, NOTHING.format(where=_where(one), because=because))
            return
        note = BEGINNING.format(because=because)
        yield from self._documents(one, self._own(one, body), (*one.listing.notes, note))

    def _own(self, one: Waiting, body: str) -> list[Document | Unreadable]:
        """What the source itself gives, as a document."""
        listing = one.listing
        source = Source(
            location=_where(one),
            text=body,
            id=listing.address or listing.guid,
            title=text_of(listing.title or "") or None,
            published=None if one.item.lent else one.item.day,
            publisher=self._publisher(one),
            url=listing.address,
        )
        return list(documents.read([source], once=False))

    def _publisher(self, one: Waiting) -> str | None:
        return self._held.get(one.source).name or one.listing.publisher

    def _documents(
        self,
        one: Waiting,
        found: Sequence[Document | Unreadable],
        notes: tuple[str, ...],
        held: Validators | None = None,
    ) -> Iterator[Arrival]:
        """Add documents; with the first the item is crossed off, and what its page answered is
        kept.
        """
        on = day.today(self._clock())
        for number, each in enumerate(found):
            if isinstance(each, Unreadable):
                yield self._refused(one, each.error)
                continue
            seen = _digest(each.text)
            if number == 0 and seen == one.item.text:
                self._cross_off(one, held)
                return
            document, item = _on_its_day(replace(each, notes=(*each.notes, *notes)), one, on)
            item = replace(item, text=seen, at=int(self._clock()))
            besides = partial(self._done, item, held, _where(one))
            yield collection.text(self._account, document, self._series, self._read, besides)

    def _done(self, item: Item, held: Validators | None = None, where: str = "") -> None:
        self._held.done(item)
        if held is not None:
            self._held.keep_answer(where, held)

    def _cross_off(self, one: Waiting, held: Validators | None = None) -> None:
        """Nothing new, after all."""
        with self._account.session.transaction():
            self._done(replace(one.item, at=int(self._clock())), held, _where(one))

    def _postpone(self, one: Waiting, due: int, tries: int, because: str | None) -> None:
        with self._account.session.transaction():
            self._held.postpone(one.item.number, due, tries, because)

    def _refused(self, one: Waiting, because: str) -> Arrival:
        self._cross_off(one)
        return Arrival(id=_where(one), what="refused", because=because)

    def errand(self, one: Waiting) -> Errand | None:
        """The page that is to be fetched; ``None`` where none is."""
        address = one.listing.address
        if one.listing.whole or not address:
            return None
        held = self._held.answer(address) if one.item.text else None
        return Errand(address=address, purpose=one, **({"held": held} if held else {}))


def _on_its_day(document: Document, one: Waiting, on: date) -> tuple[Document, Item]:
    """A document with its day; that of a changed text is the day of the change."""
    if one.item.text is not None:
        changed = day.of_change(one.listing, one.item.day, on)
        notes = (*document.notes, day.CHANGED)
        return replace(document, published=changed, notes=notes), replace(one.item, day=changed)
    _, why = day.believed(one.listing.published, on)
    if why:
        document = replace(document, notes=(*document.notes, why))
    document, lent = day.dated(document, one.item.day, on)
    assert document.published is not None
    return document, replace(one.item, day=document.published, lent=lent)


def _where(one: Waiting) -> str:
    listing: Listed = one.listing
    return listing.address or listing.guid or listing.title or "an entry without a name"


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
