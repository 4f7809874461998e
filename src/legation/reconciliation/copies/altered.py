"""What a copy, or a later text of one address, changed of its source: values, dates, names,
places, statuses, and words within quotation marks. Another writing of a value, another order of
sentences, a cut or an addition is not altered.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Literal, NamedTuple

from msgspec import Struct

from legation.lexicon import table
from legation.model import Document, Span
from legation.model.account import Altered
from legation.reconciliation.writing import Token, plain, tokens, words_before

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"'”’)]*(?=\s+[A-Z\"“‘(])|(?=\n)|$)")
QUOTED = re.compile(r"[\"“«][^\"”»\n]*[\"”»]?")
WORD = re.compile(r"\S+")
AROUND = 4
"""Words around a change that are read with it: a month beside its day, a unit beside its number."""
ROUGHLY, ALIKE = 0.4, 0.6
"""Share of the words of the shorter sentence that a sentence changed in places still has: before
other writings of one word are brought together, and after."""
MOST_SENTENCES = 600
"""A book is compared in its first sentences."""
LONGEST_CHANGE = 150
"""Words between the first and the last change of a sentence; more is a list."""
LONGEST = 8
"""Words that are put in the place of others; more is another sentence."""
Opcode = tuple[str, int, int, int, int]
Field = Literal["value", "date", "name", "place", "status", "quotation"]


class StandingWord(Struct, frozen=True, kw_only=True):
    """A row of ``standing_words.csv``."""

    word: str
    standing: str


class City(Struct, frozen=True, kw_only=True):
    """The columns of ``cities.csv`` that are asked here."""

    name: str
    country: str
    acts: bool = False
    lat: float = 0.0
    lon: float = 0.0
    geonames: str = ""
    aliases: tuple[str, ...] = ()


class Sentence(NamedTuple):
    """A sentence, where it starts, and its words in no order."""

    words: str
    start: int
    bag: frozenset[str]


class Change(NamedTuple):
    """Words that stand in the place of others, with the sentences they stand in."""

    before: Sequence[Token]
    after: Sequence[Token]
    ahead: Token | None
    quoted: bool


@cache
def _standings() -> dict[str, str]:
    return {row.word: row.standing for row in table("standing_words", StandingWord)}


@cache
def _cities() -> frozenset[str]:
    rows = table("cities", City)
    return frozenset(plain(name) for row in rows for name in (row.name, *row.aliases))


def altered(source: Document, changed: Document, version: bool = False) -> list[Altered]:
    """What a copy changed of its source.

    Args:
        source: the text that was taken over, or the older text of an address.
        changed: the copy, or the newer text.
        version: whether both stood at one address.

    Returns:
        One entry for each change, in the order of the copy; none for what was only written in
        another way, cut, added or moved.
    """
    if source.text == changed.text:
        return []
    found: list[Altered] = []
    for before, after in _sentences(source.text, changed.text):
        for change in _changes(source.text, before, after):
            field = _field(change, source.text, changed.text)
            if field is None:
                continue
            old, new = _shown(source.text, change.before), _shown(changed.text, change.after)
            because = (
                "corrected" if version else f"the copy has “{new}” where its source has “{old}”"
            )
            entry = Altered(
                document=changed.id,
                source=source.id,
                field=field,
                before=old,
                after=new,
                because=because,
            )
            if entry not in found:
                found.append(entry)
    return found


def _sentences(source: str, changed: str) -> Iterator[tuple[list[Token], list[Token]]]:
    """Sentences of the copy that differ from the source's, each with the one it was made from."""
    ours, theirs = _split(source), _split(changed)
    new = [one for one in theirs if one.words not in {other.words for other in ours}]
    free = [one for one in ours if one.words not in {other.words for other in theirs}]
    for one in new:
        scored = [(_shared(one, other), -place) for place, other in enumerate(free)]
        best = max(scored, default=(0.0, 0))
        if best[0] < ROUGHLY:
            continue
        other = free[-best[1]]
        if best[0] >= ALIKE:
            yield _cut(other, one)
        elif _alike(_tokens(other), _tokens(one)) >= ALIKE:
            yield _tokens(other), _tokens(one)
        else:
            continue
        free.remove(other)


def _split(text: str) -> list[Sentence]:
    """The sentences of a text."""
    found = []
    for match in SENTENCE.finditer(text):
        words = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(Sentence(words, start, frozenset(words.casefold().split())))
    return [one for one in found if one.words][:MOST_SENTENCES]


def _shared(one: Sentence, other: Sentence) -> float:
    """Roughly how like two sentences are, before they are read."""
    return len(one.bag & other.bag) / max(1, min(len(one.bag), len(other.bag)))


def _cut(before: Sentence, after: Sentence) -> tuple[list[Token], list[Token]]:
    """The words of two sentences without their equal heads and tails, but for a few around the
    change, which tell what it is.
    """
    old, new = ([*WORD.finditer(one.words)] for one in (before, after))
    mine, yours = ([match.group() for match in words] for words in (old, new))
    head, tail = _equal(mine, yours)
    head, tail = max(0, head - AROUND), max(0, tail - AROUND)
    return _part(before, old, head, tail), _part(after, new, head, tail)


def _part(sentence: Sentence, words: Sequence[re.Match[str]], head: int, tail: int) -> list[Token]:
    if len(words) <= head + tail:
        return []
    start, end = words[head].start(), words[len(words) - tail - 1].end()
    return tokens(sentence.words[start:end], sentence.start + start)


def _equal(before: Sequence[str], after: Sequence[str]) -> tuple[int, int]:
    """How many words two runs have in common at the head, and of the rest at the tail."""
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if before[-1 - n] != after[-1 - n]), rest)
    return head, tail


def _tokens(sentence: Sentence) -> list[Token]:
    return tokens(sentence.words, sentence.start)


def _keys(sentence: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.key for token in sentence)


def _alike(one: Sequence[Token], other: Sequence[Token]) -> float:
    mine, yours = {token.key for token in one}, {token.key for token in other}
    return len(mine & yours) / max(1, min(len(mine), len(yours)))


def _changes(text: str, before: Sequence[Token], after: Sequence[Token]) -> Iterator[Change]:
    quoted = [Span(*match.span()) for match in QUOTED.finditer(text)]
    for kind, i, j, k, m in _opcodes(_keys(before), _keys(after)):
        if kind == "equal" or j - i > LONGEST or m - k > LONGEST:
            continue
        old, new = before[i:j], after[k:m]
        inside = bool(old) and all(any(q.holds(token.span) for q in quoted) for token in old)
        ahead = before[i - 1] if i else None
        if kind != "replace" and not _denials(old or new):
            continue
        yield Change(old, new, ahead, inside)


def _opcodes(before: Sequence[str], after: Sequence[str]) -> Iterator[Opcode]:
    """What makes one run of words of another; the equal head and tail are not compared, for the
    search takes long.
    """
    head, tail = _equal(before, after)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if max(len(old), len(new)) > LONGEST_CHANGE:
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield kind, i + head, j + head, k + head, m + head


def _denials(words: Sequence[Token]) -> bool:
    return any(_standings().get(token.key) == "denied" for token in words)


def _field(change: Change, source: str, changed: str) -> Field | None:
    """What kind of thing was changed; ``None`` for another wording."""
    if _differ(change, "date"):
        return "date"
    if _differ(change, "number") or _differ(change, "unit"):
        return "value"
    if _other_standing(change):
        return "status"
    if _named(change.before, source) and _named(change.after, changed):
        return "place" if _place(change) else "name"
    return "quotation" if change.quoted and change.before and change.after else None


def _differ(change: Change, sort: str) -> bool:
    """Whether both sides have words of a sort, and others."""
    old, new = _of(change.before, sort), _of(change.after, sort)
    return bool(old and new) and old != new


def _other_standing(change: Change) -> bool:
    """Whether one tells as done, planned or denied what the other tells otherwise."""
    old, new = _standing(change.before), _standing(change.after)
    if old == new:
        return False
    return bool(old and new) or _denials((*change.before, *change.after))


def _of(words: Sequence[Token], sort: str) -> set[str]:
    return {token.key for token in words if token.sort == sort}


def _standing(words: Sequence[Token]) -> set[str]:
    return {_standings()[token.key] for token in words if token.key in _standings()}


def _named(words: Sequence[Token], text: str) -> bool:
    return any(token.sort == "word" and text[token.span.start].isupper() for token in words)


def _place(change: Change) -> bool:
    if {token.key for token in (*change.before, *change.after)} & _cities():
        return True
    return change.ahead is not None and change.ahead.key in words_before("place")


def _shown(text: str, words: Sequence[Token]) -> str:
    if not words:
        return ""
    start, end = min(t.span.start for t in words), max(t.span.end for t in words)
    return text[start:end]
