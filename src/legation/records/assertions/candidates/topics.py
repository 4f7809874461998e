"""What a claim is about: its measure, whose it is, and with whom."""

from collections.abc import Sequence

from msgspec import Struct

from legation.model import Sentence, Span, Token
from legation.records.assertions.candidates import extents
from legation.records.assertions.candidates.claims import nouns, words
from legation.records.measures import Passage, Sides, anchors, sides


class Topic(Struct, frozen=True):
    """The subject of a claim in words, the measure of its noun, and the two sides, as far as its
    words tell.
    """

    head: Token
    tokens: tuple[Token, ...]
    measure: str
    settled: bool
    sides: Sides


def topic(passage: Passage, head: Token) -> Topic | None:
    """What a noun phrase says a claim is about; null where it is nothing between countries."""
    row = nouns().get(head.lemma)
    if row is None or (head.lemma == "share" and head.tag == "NNS"):
        return None
    held = extents.phrase(passage.sentence, head)
    if row.needs == "party" and not passage.parties(held):
        return None
    return Topic(
        head, tuple(held), row.measure, row.settled == "yes", sides_of(passage, head, held)
    )


def sides_of(passage: Passage, head: Token, held: Sequence[Token]) -> Sides:
    """The sides beside a measure word; beside another noun, the first two parties in its phrase."""
    anchor = next((a for a in anchors(passage) if a.token.i == head.i), None)
    if anchor is not None:
        return sides(passage, anchor)
    found = list(dict.fromkeys(p for p in map(passage.party, held) if p))
    return Sides(found[0] if found else None, found[1] if len(found) > 1 else None)


def described(text: str, tokens: Sequence[Token]) -> str:
    """Some words in a row as they stand in the text."""
    return words(text, extents.text_span(list(tokens)))


def joined(sentence: Sentence, span: Span) -> list[Token]:
    """The words of a sentence under a span."""
    return sentence.within(span)
