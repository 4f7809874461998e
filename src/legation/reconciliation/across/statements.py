"""One statement reported by many texts: the same speaker, the same day, the same content."""

from collections.abc import Iterator

from legation.model import Statement
from legation.model.links import Block, Card, Link
from legation.reconciliation.across import sides
from legation.reconciliation.across.words import alike, rarest

REPORTED_WITHIN = 1
"""Days between two reports of what someone said."""
KEYS = 3
"""Rarest words by which a statement is looked up: a speaker says much in a day."""
LIKE = 0.5
"""Share of the words, by rarity: two sentences of one speech are often alike by a quarter."""


def blocks(card: Card) -> Iterator[Block]:
    """A statement stands by its speaker (country, body or person), its day and its rarest words."""
    speaker, day = _statement(card).speaker, card.published
    if speaker is None or day is None:
        return
    known = (sides.root(speaker.actor) if speaker.actor else None, sides.whole_name(speaker))
    for name in filter(None, known):
        for word in rarest(card.words, KEYS):
            yield Block(key=f"said {name} {word}", day=day, day_end=day, reach=REPORTED_WITHIN)


def link(one: Card, other: Card) -> Link | None:
    """Why two statements are one; a denial of some content and its affirmation are told
    together.
    """
    mine, yours = _statement(one), _statement(other)
    if mine.act != yours.act or _apart(one, other):
        return None
    like = alike(one.words, other.words)
    if like < LIKE or not _same_speaker(one, other):
        return None
    who = (mine.speaker and mine.speaker.person) or (yours.speaker and yours.speaker.name) or ""
    because = f"{who or 'the same speaker'} on the same day; {like:.0%} of the words"
    return Link(
        one=one.key,
        other=other.key,
        relation="same",
        score=round(0.5 + like / 2, 3),
        because=because,
        rule="statement-words",
    )


def _same_speaker(one: Card, other: Card) -> bool:
    """Whether both are said by one; a body and the person who speaks for it are one speaker."""
    mine, yours = _statement(one).speaker, _statement(other).speaker
    if mine is None or yours is None or not sides.match((mine,), (yours,)):
        return False
    if mine.person is None or yours.person is None:
        return True
    return sides.met(sides.persons((mine,)), sides.persons((yours,))) is not None


def _apart(one: Card, other: Card) -> bool:
    if one.published is None or other.published is None:
        return True
    return abs((one.published - other.published).days) > REPORTED_WITHIN


def _statement(card: Card) -> Statement:
    assert isinstance(card.record, Statement)
    return card.record
