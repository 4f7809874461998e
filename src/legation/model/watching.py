"""What an account feeds itself from: sources, what they list, what is still to be fetched."""

from datetime import date
from typing import Literal

from msgspec import Struct

ListingKind = Literal["feed", "sitemap", "index", "list"]
"""RSS, Atom or a JSON feed; a sitemap; an index of sitemaps; a list of addresses."""


class Listed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entry of a listing, as its source tells it. ``body`` is what it gives of the text, as
    HTML or plain; ``whole`` whether that is all of it. A day that nobody could read stands in
    ``notes``.
    """

    guid: str | None = None
    address: str | None = None
    title: str | None = None
    published: date | None = None
    updated: str | None = None
    """When it was changed, as written: only a difference tells anything."""
    body: str = ""
    whole: bool = False
    publisher: str | None = None
    notes: tuple[str, ...] = ()


class Part(Struct, frozen=True):
    """A sitemap that an index names, and when the index says that it was changed."""

    address: str
    updated: str | None = None


class Listing(Struct, frozen=True, kw_only=True):
    """What a source answered. ``pause`` is how many seconds it wants to be left alone; ``broken``
    that it breaks off, so that there may be more.
    """

    kind: ListingKind
    title: str | None = None
    language: str | None = None
    entries: tuple[Listed, ...] = ()
    parts: tuple[Part, ...] = ()
    pause: int = 0
    broken: bool = False


class Watched(Struct, frozen=True, kw_only=True):
    """A source of the account. Instants are UTC seconds; ``number`` 0 is not yet in the account.

    ``address`` is asked, ``given`` what a person gave; ``watched`` false was added once.
    ``because`` says why it failed last, null after an answer; ``stopped`` since when it is not
    asked any more.
    """

    number: int = 0
    address: str
    given: str
    name: str | None = None
    country: str | None = None
    language: str | None = None
    kind: str = ""
    watched: bool = True
    added: int = 0
    due: int = 0
    asked: int | None = None
    answered: int | None = None
    failures: int = 0
    because: str | None = None
    stopped: int | None = None
    items: int = 0


class Validators(Struct, frozen=True, kw_only=True):
    """What an address answered last: what it is asked under conditions with, the digest of its
    bytes, when it last came whole, and what an index said of it then.
    """

    etag: str | None = None
    modified: str | None = None
    digest: bytes | None = None
    whole: int = 0
    told: str | None = None


class Host(Struct, frozen=True, kw_only=True):
    """Whom we ask: ``free`` is from when it may be asked again, ``robots`` its robots.txt."""

    name: str
    free: float = 0
    failures: int = 0
    robots: bytes | None = None
    robots_until: int = 0


class Item(Struct, frozen=True, kw_only=True):
    """What the account knows of an entry: the digest of the text added last, its day, whether that
    is lent, and when it was last looked at.
    """

    number: int
    text: bytes | None
    day: date
    lent: bool
    at: int


class Waiting(Struct, frozen=True, kw_only=True):
    """An entry that is still to be added."""

    item: Item
    source: int
    listing: Listed
    due: int
    tries: int = 0
    because: str | None = None
