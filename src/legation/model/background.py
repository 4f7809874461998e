"""What the whole text says, before any record: home, participants, pairs, times, furniture."""

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from legation.model.periods import Period
from legation.model.spans import Span

FurnitureKind = Literal["byline", "credit", "pointer", "notice", "label", "head", "signoff"]
PairFrom = Literal["named", "trade", "title", "lead"]


class Furniture(Struct, frozen=True):
    """Words that stand around the story and are none of it: a byline, a photo credit, "Read more:",
    a subscription notice, a heading in capitals before a colon, a running head, an agency's
    sign-off.
    """

    span: Span
    kind: FurnitureKind


class Pair(Struct, frozen=True):
    """Two parties under discussion, and the sentences (by index, both inclusive) where they are.

    ``ground`` says what set them: the trade told between them, or both named as sides.
    """

    codes: tuple[str, str]
    first: int
    last: int
    ground: PairFrom = "named"


class Topic(Struct, frozen=True):
    """The one country whose trade or accounts are told, and the sentences where they are."""

    code: str
    first: int
    last: int


class Told(Struct, frozen=True):
    """The time that trade is told for, what it is held against, and the sentences where it holds.

    ``ahead`` is true of what is hoped, planned or forecast: it lends its time to nothing else.
    """

    period: Period
    first: int
    last: int
    base: Period | None = None
    ahead: bool = False


class Background(Struct, frozen=True, kw_only=True):
    """What a document says as a whole. Every lent slot holds only within its stretch.

    ``home`` is the country that the text is written in, where a dateline or the publisher says so;
    ``speakers`` are the countries and bodies that "we" stands for outside quotation marks (whoever
    publishes a statement); ``pair`` the two that the whole text is about, for its heading.
    """

    home: str | None = None
    home_from: Literal["dateline", "publisher", "office"] | None = None
    speakers: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    pairs: tuple[Pair, ...] = ()
    topics: tuple[Topic, ...] = ()
    times: tuple[Told, ...] = ()
    furniture: tuple[Furniture, ...] = ()

    def pair_at(self, sentence: int) -> Pair | None:
        """The pair under discussion in a sentence, by its index; none outside every stretch."""
        at = bisect_right(self.pairs, sentence, key=lambda p: p.first) - 1
        held = self.pairs[at] if at >= 0 else None
        return held if held is not None and sentence <= held.last else None

    def topic_at(self, sentence: int) -> str | None:
        """The country whose trade is told in a sentence, by its index."""
        at = bisect_right(self.topics, sentence, key=lambda t: t.first) - 1
        held = self.topics[at] if at >= 0 else None
        return held.code if held is not None and sentence <= held.last else None

    def time_at(self, sentence: int, *, ahead: bool = False) -> Told | None:
        """The time that trade is told for up to a sentence, by its index; set by those before
        it.
        """
        held = [t for t in self.times if t.ahead == ahead and t.first < sentence <= t.last]
        return held[-1] if held else None

    def is_furniture(self, span: Span) -> bool:
        """Whether a span lies in the furniture."""
        at = bisect_right(self.furniture, span.start, key=lambda f: f.span.start) - 1
        return at >= 0 and span.start < self.furniture[at].span.end


NOTHING_KNOWN = Background()
"""The background of a text of which nothing was asked."""
