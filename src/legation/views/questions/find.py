"""Full text: the documents that have some words, newest first, with the entries that have them."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from legation.model.wording import SHORT_MONTHS as MONTHS
from legation.store import questions as asking
from legation.store.questions.words import Wanted, wanted
from legation.store.words import actor_tag
from legation.views.questions import pairs
from legation.views.questions.assembling import entries
from legation.views.questions.entries import Entry
from legation.views.questions.pages import Facet, Found, Hit
from legation.views.questions.scopes import Head, Paging, Scope, cursor, place
from legation.views.questions.shelves import Ledger, Shelf
from legation.views.wording import name_of

AROUND = 110
"""Letters to either side of the first hit in a snippet."""
ENTRIES = 5
"""Entries of a document that are shown with a hit."""


def find(
    ledger: Ledger, words: str, scope: Scope | None = None, actors: Sequence[str] = ()
) -> Found:
    """Documents with the words typed, in title or text: all words, "phrases in quotation marks",
    ``-without``, ``one OR other``. Nothing that is typed is an error.

    Args:
        scope: kinds of entries and days of *publication*.
        actors: codes of countries and bodies, each of which must stand in it.

    Raises:
        QuestionError: a code, kind or cursor is unknown, or the scope is no stretch of time.
    """
    scope = scope or Scope()
    on, before = pairs.asked(scope), place(scope.cursor, 1)
    tags = [[f"x{kind}" for kind in scope.kinds]] if pairs.kinds(scope) else []
    tags += [[actor_tag(pairs.known(code))] for code in actors]
    asked = wanted(words)
    numbers = asking.words.documents(
        ledger, asked, on, tags, before[0] if before else None, limit=scope.limit
    )
    shelf = Shelf(ledger)
    hits = tuple(_hit(shelf, number, asked, scope) for number in numbers)
    head = pairs.head(ledger, f"“{words}”", scope)
    more = len(numbers) == scope.limit and numbers
    return Found(
        head=_behind(head, hits),
        words=words,
        hits=hits,
        facets=tuple(_facets(hits)),
        paging=Paging(next=cursor(numbers[-1]) if more else None, limit=scope.limit),
    )


def _behind(head: Head, hits: Sequence[Hit]) -> Head:
    stories = {hit.source.story for hit in hits}
    return replace(head, stories=len(stories), documents=len(hits))


def _hit(shelf: Shelf, number: int, asked: Wanted, scope: Scope) -> Hit:
    text = shelf.text(number)
    marks = [words for group in asked.groups for words in group]
    told = entries(shelf, asking.affairs.of_documents(shelf.ledger, [number]))
    shown = [
        one
        for one in told
        if (one.certain or scope.possible)
        and (not scope.kinds or one.kind in scope.kinds)
        and (not marks or _has(one, marks))
    ]
    return Hit(
        source=shelf.source(number), snippet=snippet(text, marks), entries=tuple(shown[:ENTRIES])
    )


def _has(entry: Entry, marks: Sequence[Sequence[str]]) -> bool:
    words = plain(f"{entry.quote} {entry.head}")
    return any(_pattern(mark).search(words) for mark in marks)


def snippet(text: str, marks: Sequence[Sequence[str]]) -> str:
    """The words around the first hit, cut at spaces; the beginning where there is none."""
    folded = plain(text)
    at = min((m.start() for mark in marks if (m := _pattern(mark).search(folded))), default=0)
    start, end = max(0, at - AROUND), min(len(text), at + AROUND)
    piece = text[start:end]
    if start:
        piece = "… " + piece.partition(" ")[2]
    if end < len(text):
        piece = piece.rpartition(" ")[0] + " …"
    return " ".join(piece.split())


def _pattern(mark: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b" + r"\W+".join(re.escape(plain(word)) for word in mark) + r"\b")


def plain(text: str) -> str:
    """Lower case without accents, letter for letter, so that places stay the same."""
    return "".join(unicodedata.normalize("NFKD", sign)[:1].lower()[:1] or sign for sign in text)


def _facets(hits: Sequence[Hit]) -> Iterator[Facet]:
    held = [entry for hit in hits for entry in hit.entries]
    yield from _counted("kind", Counter(entry.kind for entry in held))
    codes = Counter(
        code for entry in held for code in {one.code for one in entry.parties if one.code}
    )
    yield from _counted("actor", codes, {code: name_of(code) or code for code in codes})
    outlets = Counter(hit.source.publisher for hit in hits if hit.source.publisher)
    yield from _counted("outlet", outlets)
    months = Counter(hit.source.published.isoformat()[:7] for hit in hits if hit.source.published)
    yield from _counted("month", months, {month: _month(month) for month in months})


def _month(month: str) -> str:
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def _counted(
    name: str, counts: Counter[str], words: dict[str, str] | None = None
) -> Iterator[Facet]:
    for value, hits in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield Facet(name=name, value=value, word=(words or {}).get(value, value), hits=hits)
