"""Near-copies teach nothing: samples that share too many of their word fours."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.markup import Sample

WIDTH = 4
SHARED = 0.34
FEWEST = 3
"""Two short sentences may share one or two word fours by chance."""


def shingles(text: str, width: int = WIDTH) -> set[tuple[str, ...]]:
    """The overlapping runs of so many words of a text."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[place : place + width]) for place in range(len(words) - width + 1)}


def near_copies(found: Sequence[Sample]) -> Iterator[tuple[str, str, float]]:
    """Pairs of samples, the later one first, with the share of the smaller one's word fours that
    the other holds.
    """
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, sample in enumerate(found):
        own = shingles(sample.text)
        common: dict[int, int] = defaultdict(int)
        for shingle in own:
            for other in seen[shingle]:
                common[other] += 1
            seen[shingle].append(number)
        sizes.append(len(own))
        for other, count in sorted(common.items()):
            share = count / max(1, min(sizes[other], len(own)))
            if count >= FEWEST and share >= SHARED:
                yield sample.id, found[other].id, share
