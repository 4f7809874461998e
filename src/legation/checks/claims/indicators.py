"""Which series a claim is about: by the words of their titles, with a margin."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from legation.checks.claims import words
from legation.lexicon import word_set
from legation.model.claims import Heading

ENOUGH, MARGIN = 0.62, 0.12
"""The least score of an indicator, and how much less the second may have to count as well."""
WEAK = frozenset({"population"})
"""What a claim may be about if it speaks of nothing else."""
BY_DESCRIPTION, GENERIC = 0.6, 0.15
WITHOUT = re.compile(r"\(Source:|\d[\d,.]*|\bper (?=\d)")
STOP = word_set("checks", "indicators.stop")


class Scored(Struct, frozen=True):
    """A heading, how well it fits the claim, and which of the claim's words it leaves
    unexplained.
    """

    heading: Heading
    score: float
    unexplained: tuple[str, ...]


class Catalogue:
    """The headings of a folder, ready to be searched."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self.headings = headings
        self._titles = [_names(_cleaned(heading.title)) for heading in headings]
        self._bodies = [_names(f"{heading.description} {heading.unit}") for heading in headings]
        self._seen = Counter(name for title in self._titles for name in title)

    def weight(self, name: str) -> float:
        """How much a concept tells; a rare one more than a frequent one."""
        if name in words.generic():
            return GENERIC
        return math.log(1 + len(self.headings) / (1 + self._seen[name])) / math.log(
            1 + len(self.headings)
        )

    def search(self, spoken: Iterable[str]) -> list[Scored]:
        """The headings that fit, the best first."""
        asked = frozenset(spoken)
        told = frozenset(name for name in asked if name not in words.generic()) or asked & WEAK
        scored = (
            self._scored(i, asked, told)
            for i in range(len(self.headings))
            if self._titles[i] & told
        )
        return sorted(scored, key=lambda s: -s.score)

    def _scored(self, i: int, asked: frozenset[str], told: frozenset[str]) -> Scored:
        title, body = self._titles[i], self._bodies[i]
        of_title = sum(map(self.weight, title & asked)) / max(sum(map(self.weight, title)), 1e-9)
        explained = sum(
            self.weight(n) * (1 if n in title else BY_DESCRIPTION)
            for n in told
            if n in title or n in body
        )
        of_claim = explained / max(sum(map(self.weight, told)), 1e-9)
        left = tuple(sorted(name for name in told if name not in title and name not in body))
        return Scored(
            self.headings[i], 2 * of_title * of_claim / max(of_title + of_claim, 1e-9), left
        )

    def pairs(
        self, found: Sequence[Scored], spoken: Sequence[words.Concept], text: str
    ) -> list[tuple[Heading, Heading]]:
        """Two series that the claim adds up ("wind and solar"): their titles differ in one
        concept, and "and" joins the two.
        """
        place = {heading.name: i for i, heading in enumerate(self.headings)}
        asked = {name for concept in spoken for name in concept.names}
        made = []
        for n, one in enumerate(found):
            for two in found[n + 1 :]:
                a, b = (self._titles[place[scored.heading.name]] for scored in (one, two))
                if (
                    len(a - b) == len(b - a) == 1
                    and (a ^ b) <= asked
                    and _joined(min(a - b), min(b - a), spoken, text)
                ):
                    made.append((one.heading, two.heading))
        return made


def _joined(one: str, two: str, spoken: Sequence[words.Concept], text: str) -> bool:
    for first, second in pairwise(spoken):
        named = (one in first.names and two in second.names) or (
            two in first.names and one in second.names
        )
        if named and re.fullmatch(r"\s*(?:and|plus|&)\s*", text[first.end : second.start]):
            return True
    return False


def _cleaned(title: str) -> str:
    """A title without its numbers and its source: they are in its unit, or tell nothing."""
    return WITHOUT.sub(" ", title)


def _names(text: str) -> frozenset[str]:
    return frozenset(
        name for concept in words.concepts(text) for name in concept.names if name not in STOP
    )
