"""Regions as parties: "trade between Latin America and China", "goods sold to African countries".

No code stands for a region, and no member of it may stand for all; yet it takes its side of a
number, so that nothing around it is lent to that side. Its code here begins with "?" and is nobody
in a record.
"""

from collections.abc import Iterator, Mapping

from legation.lexicon import word_list
from legation.model import Actor, Sentence, Span

UNNAMED = "?"
"""What the code of a party without a code begins with."""
MEMBERS = 2
"""A group of more stands for a region ("the Gulf states"); of two it is "both sides"."""
LONGEST = 3
"""Words of the longest region in the list."""
REGIONS = frozenset(tuple(name.split()) for name in word_list("measures", "regions.names"))


def regions(sentence: Sentence, standing: Mapping[int, Actor]) -> Iterator[tuple[int, Actor]]:
    """Each word of a region that no actor stands at, with the region as an actor."""
    words = [t.lower for t in sentence.tokens]
    at = 0
    while at < len(words):
        size = next((n for n in range(LONGEST, 0, -1) if tuple(words[at : at + n]) in REGIONS), 0)
        held = sentence.tokens[at : at + size]
        if held and held[0].text[:1].isupper() and not any(t.i in standing for t in held):
            name = UNNAMED + "_".join(words[at : at + size])
            span = Span(held[0].start, held[-1].end)
            region = Actor(span=span, actor=name, entity=name)
            yield from ((t.i, region) for t in held)
        at += size or 1


def named(code: str | None) -> str | None:
    """The code, or none for a party that has none."""
    return None if code is None or code.startswith(UNNAMED) else code
