"""Sources -> documents, one after another; trouble with one never stops the others."""

import io
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import structs

from legation.documents import addresses, files, fitness, html, plain, stretches
from legation.documents.addresses import Fetch, Page
from legation.documents.finds import Find
from legation.documents.formats import SUFFIXES
from legation.model import Document, Source, Unreadable, UnreadableDocument

STANDARD_INPUT = "-"


def sources(paths: Iterable[str], published: date | None = None) -> Iterator[Source]:
    """What the words of a command line stand for: a file, a folder, ``-`` for standard input, a web
    address.

    No path at all is standard input. ``published`` holds for every document that has no day of its
    own to be believed.
    """
    for path in list(paths) or [STANDARD_INPUT]:
        yield Source(location=path, published=published)


def read(
    sources: Iterable[Source], fetch: Fetch = addresses.fetch, once: bool = True
) -> Iterator[Document | Unreadable]:
    """The documents of some sources, in order.

    Args:
        sources: paths of files or folders, ``-``, web addresses, or texts in hand; a file of JSON
            lines, a feed or a web archive holds several documents.
        fetch: what gets a web address; for tests.
        once: whether an id may come only once; an account knows what to do with two.

    Returns:
        Documents, and in the place of what cannot be read an :class:`Unreadable` whose message says
        what happened, to which input, and what to do. A document's id is its own (JSON lines,
        feeds, archives), else the path or address as given, else, for text in hand, a digest of the
        text. With ``once`` an id that comes twice is unreadable the second time.
    """
    seen: dict[str, str] = {}
    for found, place in placed(sources, fetch):
        if not once or isinstance(found, Unreadable):
            yield found
        elif found.id in seen:
            yield twice(found.id, place, seen[found.id])
        else:
            seen[found.id] = place
            yield found


def placed(
    sources: Iterable[Source], fetch: Fetch = addresses.fetch
) -> Iterator[tuple[Document | Unreadable, str]]:
    """The documents of some sources, each with the words that name its place in messages; whether
    an id has come before is not asked.
    """
    for source in sources:
        for found in _finds(source, fetch):
            if isinstance(found, Unreadable):
                yield found, ""
            else:
                yield _judged(found, source), found.place


def twice(id: str, place: str, before: str) -> Unreadable:
    """What stands in the place of a document whose id another one has used."""
    return Unreadable(
        id=id,
        error=f'{place}: the id "{id}" was already used by {before}; give each document its own',
    )


def _judged(find: Find, source: Source) -> Document | Unreadable:
    try:
        return fitness.document(find, source)
    except UnreadableDocument as error:
        return Unreadable(id=source.id or find.id or find.place, error=f"{find.place}: {error}")


def _finds(source: Source, fetch: Fetch) -> Iterator[Find | Unreadable]:
    place = "pasted text" if source.text is not None else _name(source.location)
    try:
        if source.text is not None:
            yield plain.pasted(source.text, place)
        elif source.location == STANDARD_INPUT:
            yield from files.piped("standard input")
        elif addresses.is_address(source.location):
            yield from _fetched(source.location, fetch)
        else:
            yield from _on_disk(source, fetch)
    except UnreadableDocument as error:
        yield Unreadable(id=source.id or place, error=f"{place}: {error}")


def _fetched(location: str, fetch: Fetch) -> Iterator[Find | Unreadable]:
    page = fetch(location)
    for found in _page(page, location):
        if isinstance(found, Find):
            yield structs.replace(found, id=found.id or location, url=found.url or page.url)
        else:
            yield found


def _page(page: Page, location: str) -> Iterator[Find | Unreadable]:
    if page.type in html.TYPES and page.content:
        yield html.article(page.content, location, page.url, page.encoding)
    else:
        yield from files.contents(
            io.BytesIO(page.content), page.url.partition("?")[0], location, page.type
        )


def _on_disk(source: Source, fetch: Fetch) -> Iterator[Find | Unreadable]:
    path = Path(source.location)
    if source.stretch is not None:
        yield from stretches.read(path, _name(source.location), source.stretch)
        return
    if not _is_folder(path):
        yield from files.read(path, _name(source.location))
        return
    held = files.inside(path)
    if not held:
        raise UnreadableDocument(
            f"is a folder without documents ({', '.join(sorted(SUFFIXES))}); give another"
        )
    for file in held:
        yield from _finds(Source(location=str(file)), fetch)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _name(location: str) -> str:
    """A path as it is printed and used as an id: with forward slashes on every system."""
    if addresses.is_address(location):
        return location
    readable = location.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return readable.replace("\\", "/") if readable == location else readable
