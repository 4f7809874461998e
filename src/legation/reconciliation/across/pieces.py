"""Cards that links connect, put into groups: closest first, and only where the whole of one group
goes with the whole of the other.
"""

from collections.abc import Callable, Iterable, Sequence

from legation.model.links import Card, Link

Compatible = Callable[[Card, Card], bool]
Key = tuple[str, str]
LINKED = 0.3
"""Share of the pairs across two groups that must be linked before the groups become one. Joined
where one link was enough, a rule that was right in 38 of 100 pairs chained 25 events into one.
"""
PERSON = "person"
"""The rule of links that a person made."""


class Ties:
    """The links of a piece, by their ends."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._held: dict[tuple[Key, Key], Link] = {}
        self._apart: set[tuple[Key, Key]] = set()
        for link in links:
            ends = _ends(link.one, link.other)
            if link.relation == "different":
                self._apart.add(ends)
            elif ends not in self._held or _closer(link, self._held[ends]):
                self._held[ends] = link

    def between(self, one: Card, other: Card) -> Link | None:
        """The best link of two cards."""
        return self._held.get(_ends(one.key, other.key))

    def apart(self, one: Card, other: Card) -> bool:
        """Whether a person said that the two are different."""
        return _ends(one.key, other.key) in self._apart

    def best(self, card: Card, group: Sequence[Card]) -> Link | None:
        """The best link of a card to another of its group."""
        found = [link for other in group if (link := self.between(card, other)) is not None]
        return max(found, key=lambda link: link.score, default=None)  # of equals the first in order


def _closer(link: Link, held: Link) -> bool:
    """Whether a link is better than another of the same two; a person's is better than any."""
    mine, yours = (link.rule == PERSON, link.score, link.rule), (held.rule == PERSON, held.score)
    return mine > (*yours, held.rule)


def _ends(one: Key, other: Key) -> tuple[Key, Key]:
    return (one, other) if one <= other else (other, one)


def joined(
    cards: Sequence[Card],
    ties: Ties,
    compatible: Compatible,
    linked: float = LINKED,
    by_text: bool = False,
) -> list[list[Card]]:
    """The groups of some cards.

    Args:
        cards: in their order.
        ties: the links between them; those of a person count before all others.
        compatible: whether nothing speaks against two cards standing in one group.
        linked: share of the pairs across two groups that must be linked.
        by_text: whether pairs of texts are counted, not of cards: a text may tell one thing by
            several records, of which one alone is linked.

    Returns:
        Each card in one group; cards in their order, and groups by their first cards.
    """
    groups: dict[int, list[int]] = {place: [place] for place in range(len(cards))}
    first = list(range(len(cards)))
    for link, one, other in _pairs(cards, ties):
        here, there = sorted((first[one], first[other]))
        if here == there or not _fit(cards, ties, groups[here], groups[there], link, compatible):
            continue
        if link.rule != PERSON and not _enough(
            ties,
            [cards[place] for place in groups[here]],
            [cards[place] for place in groups[there]],
            linked,
            by_text,
        ):
            continue
        for place in groups[there]:
            first[place] = here
        groups[here] = sorted(groups[here] + groups.pop(there))
    return [[cards[place] for place in groups[start]] for start in sorted(groups)]


def _pairs(cards: Sequence[Card], ties: Ties) -> list[tuple[Link, int, int]]:
    """Linked pairs, a person's first, then the closest."""
    found = [
        (link, one, other)
        for one in range(len(cards))
        for other in range(one + 1, len(cards))
        if (link := ties.between(cards[one], cards[other])) is not None
    ]
    return sorted(found, key=lambda item: (item[0].rule != PERSON, -item[0].score, *item[1:]))


def _fit(
    cards: Sequence[Card],
    ties: Ties,
    here: Sequence[int],
    there: Sequence[int],
    link: Link,
    compatible: Compatible,
) -> bool:
    pairs = [(cards[one], cards[other]) for one in here for other in there]
    if any(ties.apart(one, other) for one, other in pairs):
        return False
    return link.rule == PERSON or all(compatible(one, other) for one, other in pairs)


def _enough(
    ties: Ties, here: Sequence[Card], there: Sequence[Card], linked: float, by_text: bool
) -> bool:
    tied = [(a, b) for a in here for b in there if ties.between(a, b) is not None]
    if not by_text:
        return len(tied) >= linked * len(here) * len(there)
    pairs = len({card.document for card in here}) * len({card.document for card in there})
    return len({(a.document, b.document) for a, b in tied}) >= linked * pairs
