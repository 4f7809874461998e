"""The index of words. It is contentless: an old row goes only if it is given its old words and
tags, so both are recomputed from what is stored first. Words that people type search
title and text, never tags.
"""

import re
import sqlite3
from functools import cache, lru_cache

from legation.model import Ledger
from legation.store import bodies, codes, days, entries

COLUMNS = "rowid, title, text, tags"
_ODD = re.compile(r"[^a-z0-9]")
_TYPED = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_WORDS = re.compile(r"[^\W_]+")
_KINDS = codes.words("kind")


def insert(
    connection: sqlite3.Connection, document: int, title: str | None, text: str, tags: str
) -> None:
    """Make a document findable by its words and tags."""
    connection.execute(
        f"INSERT INTO words ({COLUMNS}) VALUES (?, ?, ?, ?)",
        (document, title or "", _plain(text), tags),
    )


def remove(connection: sqlite3.Connection, document: int) -> None:
    """Take a document out, by the words and tags that its stored rows give. Call it before they
    change.
    """
    [title] = connection.execute("SELECT title FROM document WHERE id = ?", (document,)).fetchone()
    tags = stored_tags(connection, document)
    text = bodies.text_of(connection, document)
    connection.execute(
        f"INSERT INTO words (words, {COLUMNS}) VALUES ('delete', ?, ?, ?, ?)",
        (document, title or "", _plain(text), tags),
    )


def _plain(text: str) -> str:
    """Without lone surrogates, which SQLite's text cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def stored_tags(connection: sqlite3.Connection, document: int) -> str:
    """The tags of a document as its stored rows give them."""
    published, carries = connection.execute(
        "SELECT published, carries FROM document WHERE id = ?", (document,)
    ).fetchone()
    held = bodies.ledger_of(connection, document) if carries else None
    return tags(held, published)


def tags(ledger: Ledger | None, published: int | None) -> str:
    """Filters as words: ``xevent`` a kind, ``kkaz`` and ``keurcommission`` actors, ``m202410`` a
    month, ``y2024`` a year. Of a document that carries no records only its own month and year.
    """
    kinds: set[int] = set()
    on = {published} if published is not None else set()
    actors: set[str] = set()
    for record in ledger.records if ledger is not None else ():
        facts = entries.facts(record, published or 0)
        kinds.add(facts.kind)
        if facts.lent != entries.NONE:
            on.add(facts.day)
        actors.update(part.actor for part in entries.parts(record) if part.actor)
    return joined(kinds, on, actors)


def joined(kinds: set[int], on: set[int], actors: set[str]) -> str:
    """The tags of some kinds, days and actors, in their order."""
    made = {f"x{_KINDS[kind]}" for kind in kinds}
    made.update(*map(_times, on), map(actor_tag, actors))
    return " ".join(sorted(made))


@cache
def actor_tag(code: str) -> str:
    """The tag of an actor's code."""
    return "k" + _ODD.sub("", code.lower())


@lru_cache(maxsize=20_000)
def _times(day: int) -> tuple[str, ...]:
    on = days.day(day)
    return (f"m{on.year}{on.month:02}", f"y{on.year}") if on is not None else ()


def expression(typed: str, filters: tuple[str, ...] = ()) -> str | None:
    """What the index is asked for words that a person typed: all of them, ``"a phrase"`` as it
    stands, ``-word`` not, ``word*`` by its beginning. Nothing typed can be an error of the engine.

    Returns:
        An expression for MATCH; ``None`` where there is nothing to look for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TYPED.findall(typed):
        negative = minus or (word.startswith("-") and len(word) > 1)
        found = _WORDS.findall(phrase or word)
        if not found:
            continue
        begins = "*" if word.endswith("*") else ""
        (unwanted if negative else wanted).append('"' + " ".join(found) + '"' + begins)
    parts = [f"{{title text}} : ({' AND '.join(wanted)})"] if wanted else []
    parts += [f'tags : "{tag}"' for tag in filters]
    if not parts:
        return None
    asked = " AND ".join(parts)
    return f"({asked}) NOT {{title text}} : ({' OR '.join(unwanted)})" if unwanted else asked
