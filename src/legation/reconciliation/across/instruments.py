"""One agreement or project named by many texts: by the register, or by name and parties.

A short name meets a long one ("coast guard accord", "Coast Guard Cooperation Agreement", EPCA) only
with the same parties; "trade deal" says nothing without them.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from msgspec import Struct

from legation.lexicon import table, word_set
from legation.model import Instrument
from legation.model.links import Block, Card, Link
from legation.reconciliation.across import days, namings, sides
from legation.reconciliation.across.words import stem, weight
from legation.reconciliation.writing import plain

WORD = re.compile(r"[^\W\d_]{2,}|\d+")
NUMERAL = re.compile(r"\d+")
ACRONYM = re.compile(r"[A-Z]{3,8}")
TELLING = 5.0
"""Rarity of the words of a short name that must be shared with a long one: one rare word or two
plain ones."""
SIGNED_APART = timedelta(days=60)
"""Two signings further apart are of two agreements."""
HELD_APART = timedelta(days=45)
"""Two meetings of a summit or format whose own days are further apart are two, unless planned."""
MOST_KEYS = 8


class NameWord(Struct, frozen=True, kw_only=True):
    """A row of ``instrument_synonyms.csv``."""

    word: str
    part: Literal["generic", "apart"]


class Name(NamedTuple):
    """A name in its parts: the words that tell which one, those that set it apart, its acronym."""

    telling: frozenset[str]
    apart: frozenset[str]
    generic: frozenset[str]
    acronym: str


@cache
def _parts() -> dict[str, str]:
    return {stem(row.word): row.part for row in table("instrument_synonyms", NameWord)}


@lru_cache(maxsize=20_000)
def name(words: str, parties: tuple[str, ...] = ()) -> Name:
    """A written name in its parts; ``parties`` are words that only name the parties."""
    raw = [plain(word) for word in WORD.findall(words.replace("’s", "").replace("'s", ""))]
    small = word_set("account", "instruments.small")
    stems = [stem(word) for word in raw if word not in small]
    kept = frozenset(word for word in stems if word not in parties)
    apart = frozenset(w for w in kept if _parts().get(w) == "apart" or NUMERAL.fullmatch(w))
    generic = frozenset(w for w in kept if _parts().get(w) == "generic")
    letters = "".join(word[0] for word in raw if word not in small)
    acronyms = [word for word in WORD.findall(words) if ACRONYM.fullmatch(word)]
    return Name(kept - apart - generic, apart, generic, (acronyms or [letters])[0].lower())


def blocks(card: Card) -> Iterator[Block]:
    """An instrument stands by its register id, by its whole name, and by its parties with each
    telling word or its acronym.
    """
    instrument = _instrument(card)
    if instrument.wikidata:
        yield Block(key=f"instrument {instrument.wikidata}")
    held = _name(card)
    if len(held.telling) > 1:
        yield Block(key=f"named {_whole(held)}")
    parties = ",".join(sorted(sides.roots(instrument.parties)))
    if "," not in parties:
        return
    for word in sorted(held.telling)[:MOST_KEYS]:
        yield Block(key=f"named {parties} {word}")
    yield Block(key=f"named {parties} .{held.acronym}")
    if not held.telling:
        yield Block(key=f"named {parties} {_whole(held)}")


def link(one: Card, other: Card) -> Link | None:
    """Why two instruments are one."""
    mine, yours = _instrument(one), _instrument(other)
    if not compatible(one, other):
        return None
    if mine.wikidata and mine.wikidata == yours.wikidata:
        return _made(one, other, 1.0, f"both are {mine.wikidata} of the register", "register")
    left, right = _name(one), _name(other)
    shown = f"“{mine.name}” and “{yours.name}”"
    same_parties = _parties(mine) == _parties(yours) and len(_parties(mine)) > 1
    if _whole(left) == _whole(right) and (same_parties or len(left.telling) > 1):
        return _made(one, other, 0.95 if same_parties else 0.8, f"{shown}: one name", "name")
    if not same_parties:
        return None
    if left.telling and left.telling == right.telling:
        return _made(one, other, 0.9, f"{shown} of the same parties", "name-parties")
    if _short_of(left, right) or _short_of(right, left):
        return _made(one, other, 0.8, f"{shown}: short and long, the same parties", "short-name")
    return None


def compatible(one: Card, other: Card) -> bool:
    """Whether nothing speaks against two instruments being one."""
    mine, yours = _instrument(one), _instrument(other)
    if mine.wikidata and yours.wikidata:
        return mine.wikidata == yours.wikidata and _same_time(mine, yours)
    if _kind(mine) != _kind(yours) or _name(one).apart != _name(other).apart:
        return False
    ours, theirs = _parties(mine), _parties(yours)
    if ours and theirs and not (ours <= theirs or theirs <= ours):
        return False
    return _same_time(mine, yours)


def _short_of(short: Name, long: Name) -> bool:
    """Whether a name is a shorter writing of another: its telling words are among the other's and
    rare enough, or it is the other's acronym.
    """
    if (
        short.acronym == long.acronym
        and len(short.acronym) > 2
        and not short.telling - {short.acronym}
    ):
        return True
    if not short.telling or not short.telling <= long.telling:
        return False
    return sum(map(weight, short.telling)) >= TELLING


def _same_time(one: Instrument, other: Instrument) -> bool:
    """Two signings months apart, or two sessions, are of two instruments."""
    when, then = days.own(one), days.own(other)
    if when is None or then is None or one.status != other.status:
        return True
    if one.status == "signed":
        return timedelta(days=when.gap(then)) <= SIGNED_APART
    if one.instrument in ("summit",):
        return timedelta(days=when.gap(then)) <= HELD_APART
    return True


def _kind(instrument: Instrument) -> str:
    """A fund may be called a project; a summit, format or law is nothing else."""
    return "project" if instrument.instrument == "fund" else instrument.instrument


def _whole(held: Name) -> str:
    return " ".join(sorted((*held.telling, *held.apart)) or sorted(held.generic))


def _parties(instrument: Instrument) -> frozenset[str]:
    return sides.roots(instrument.parties)


def _name(card: Card) -> Name:
    instrument = _instrument(card)
    return name(instrument.name, _party_words(instrument))


def _party_words(instrument: Instrument) -> tuple[str, ...]:
    """Stems of the words by which the parties are called: of "EU-Tunisia partnership" partnership
    is left.
    """
    codes = (p.actor for p in instrument.parties if p.actor)
    return tuple(sorted(frozenset[str]().union(*(namings.stems_of(code) for code in codes))))


def _instrument(card: Card) -> Instrument:
    assert isinstance(card.record, Instrument)
    return card.record


def _made(one: Card, other: Card, score: float, because: str, rule: str) -> Link:
    return Link(
        one=one.key,
        other=other.key,
        relation="same",
        score=score,
        because=because,
        rule=f"instrument-{rule}",
    )
