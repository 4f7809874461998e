"""``legation add``: an address may be a page, a file, an archive, or a listing of pages."""

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from legation import documents
from legation.documents import addresses, listings
from legation.documents.addresses import Page
from legation.model import Source, Unreadable, UnreadableDocument
from legation.model.errors import ForbiddenAddress, Unfetched
from legation.model.watching import Listing
from legation.network import Fetcher, Limits
from legation.pipeline import collection, reading
from legation.pipeline.collection import Arrival, Reader
from legation.pipeline.watching.rounds import Watch
from legation.sources import Asker
from legation.statistics import Statistics
from legation.store import Account

ARCHIVES = (".warc", ".warc.gz", ".wet", ".wet.gz")
ARCHIVE = Limits(bytes=4_000_000_000, seconds=4 * 3600.0)
"""Of a web archive, which is written to disk and read page by page."""
LISTS = (".txt", ".xml", ".gz", ".list")
LARGEST_LIST = 60_000_000
STILL = "{count:,} of its pages are still to be fetched; go on with: legation watch --once"


def take(
    account: Account,
    address: str,
    series: Statistics | None,
    published: date | None = None,
    fetcher: Fetcher | None = None,
    asker: Asker | None = None,
    read: Reader = reading.guarded,
) -> Iterator[Arrival]:
    """Add what stands at a web address: a page, a file, an archive; of a feed, a sitemap or a list
    all that it lists.

    Args:
        account: that it goes into.
        address: where it is.
        series: what figures are held against.
        published: the day of texts that have none of their own.
        fetcher: the way out; for tests.
        asker: how the pages of a listing are asked; for tests.
        read: what reads a text.
    """
    source = Source(location=address, published=published)
    way = fetcher or Fetcher()
    if urlsplit(address).path.lower().endswith(ARCHIVES):
        yield from _archive(account, source, series, way)
        return
    try:
        page = addresses.page(way.ask(address, limits=Limits(bytes=LARGEST_LIST)))
        listing = listings.listing(page.content, page.url)
    except (Unfetched, UnreadableDocument) as error:
        yield Arrival(id=address, what="refused", because=f"{address}: {error}")
        return
    if listing is None:
        yield from _document(account, source, page, series, read)
        return
    watch = Watch(account, series, asker, read=read)
    yield from _listed(watch, address, listing, published)


def _document(
    account: Account, source: Source, page: Page, series: Statistics | None, read: Reader
) -> Iterator[Arrival]:
    for found in documents.read([source], fetch=lambda _: page, once=False):
        if isinstance(found, Unreadable):
            yield Arrival(id=found.id, what="refused", because=found.error)
        else:
            yield collection.text(account, found, series, read)


def _archive(
    account: Account, source: Source, series: Statistics | None, fetcher: Fetcher
) -> Iterator[Arrival]:
    """An archive, by way of the disk: it may be a thousand times what memory holds."""
    with tempfile.TemporaryDirectory(prefix="legation-") as folder:
        kept = Path(folder) / urlsplit(source.location).path.rpartition("/")[2]
        try:
            with kept.open("wb") as out:
                answer = fetcher.ask(source.location, limits=ARCHIVE, into=out)
            addresses.page(answer)
        except (Unfetched, ForbiddenAddress, UnreadableDocument) as error:
            because = f"{source.location}: {error}"
            yield Arrival(id=source.location, what="refused", because=because)
            return
        here = Source(location=str(kept), published=source.published)
        yield from collection.texts(account, [here], series)


def _listed(
    watch: Watch, address: str, listing: Listing, published: date | None
) -> Iterator[Arrival]:
    source = watch.add(address, watched=False)
    yield from watch.once(source, listing, published)
    left = watch.sources.waits().get(source.number, 0)
    if left:
        because = f"{address}: {STILL.format(count=left)}"
        yield Arrival(id=address, what="refused", because=because)


def holds_addresses(path: Path) -> Listing | None:
    """The pages that a file on disk names, if it is a sitemap or a list of addresses; a feed on
    disk is read as it is, for it has been fetched already.
    """
    if path.suffix.lower() not in LISTS or not path.is_file():
        return None
    with path.open("rb") as stream:
        content = stream.read(LARGEST_LIST + 1)
    if len(content) > LARGEST_LIST:
        return None
    try:
        found = listings.listing(content, path.absolute().as_uri())
    except UnreadableDocument:
        return None  # whoever reads it as a document says what is wrong with it
    return found if found and found.kind in {"sitemap", "index", "list"} else None


def take_file(
    account: Account,
    path: Path,
    listing: Listing,
    series: Statistics | None,
    published: date | None = None,
    asker: Asker | None = None,
) -> Iterator[Arrival]:
    """Add all that a file on disk names."""
    watch = Watch(account, series, asker)
    yield from _listed(watch, path.absolute().as_uri(), listing, published)
