"""A random sample of the records of some ledgers, for a person to judge.

Each record has a number of its own, drawn from the seed, its document and its id; the smallest
numbers of a stratum (one kind and tier in one file) are its sample. So the same seed draws the same
records in whatever order they come, each record of a stratum is as likely as any other, and no more
of the ledgers is kept in memory than the sample. Half is drawn from each tier: what is never drawn
is never seen to be wrong, and a confidence of the shown alone cannot be judged.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from heapq import heappop, heappush
from typing import Literal

from msgspec import Struct

from legation.audit.claims import around, claim, kind_of, marked
from legation.model import CORE, Entry, Ledger, Record, Tier

KINDS = ("event", "statement", "figure", "instrument", "proposal", "assertion")
Tiers = Literal["half", "sure", "possible", "all"]
HALVES: tuple[Tier, Tier] = ("sure", "possible")


UNJUDGED = frozenset({*Entry.__struct_fields__, "check", "score", "wikidata", "cue"})
"""Fields that no reader can hold against the text."""
EMPTY: tuple[object, ...] = (None, (), "", False)


class Wish(Struct, frozen=True, kw_only=True):
    """What to draw: how many of each kind, of which tier, by which seed; ``half``: half from
    each.
    """

    kinds: tuple[str, ...] = KINDS
    tier: Tiers = "half"
    number: int = 100
    seed: int = 1


class Drawn(Struct, frozen=True, kw_only=True):
    """A record as a person judges it: what it claims in a line, its sentence with the evidence in
    ``[[…]]``, and what stands around it."""

    kind: str
    document: str
    published: date | None
    record: str
    tier: Tier
    confidence: float
    claim: str
    sentence: str
    context: str
    undoubted: tuple[str, ...] = ()
    """Filled fields outside the core that the record does not doubt …"""
    doubtful: tuple[str, ...] = ()
    """… and those that it does."""


class Stratum(Struct, frozen=True):
    """How many records of a kind and tier a file holds, and how many of them were drawn; the tier
    is null where both were drawn as one.
    """

    kind: str
    file: str
    held: int
    drawn: int
    tier: Tier | None = None


class Sample(Struct, frozen=True, kw_only=True):
    """What was drawn, in random order within a kind: whoever judges only the first of them has
    judged a random sample too.
    """

    wish: Wish
    strata: tuple[Stratum, ...]
    records: tuple[Drawn, ...]


Key = tuple[str, Tier | None, str]
"""A stratum: kind, tier (null where both are drawn as one), file."""


class _Urn:
    """The records of one stratum with the smallest numbers seen so far, and how many there were."""

    def __init__(self) -> None:
        self.held = 0
        self.smallest: list[tuple[int, Drawn]] = []

    def wants(self, lot: int, number: int) -> bool:
        """Counts a record; whether it is, so far, one of the ``number`` smallest."""
        self.held += 1
        return len(self.smallest) < number or -lot > self.smallest[0][0]

    def put(self, lot: int, drawn: Drawn, number: int) -> None:
        """Takes a record in, and lets the one with the largest number go if there are too many."""
        heappush(
            self.smallest, (-lot, drawn)
        )  # the top of a heap is its least entry: here the largest number
        if len(self.smallest) > number:
            heappop(self.smallest)


def audit(ledgers: Iterable[tuple[str, Ledger]], wish: Wish) -> Sample:
    """Draw a sample.

    Args:
        ledgers: each with the name of the file that it comes from. A record that comes twice counts
        once.
        wish: what to draw. Where several files hold a kind, each gives its part in proportion, but
        at least one.

    Returns:
        The sample: fewer records than wished where there are no more.
    """
    urns: dict[Key, _Urn] = {}
    seen: set[int] = set()
    for file, ledger in ledgers:
        for record in _wanted(ledger, wish):
            lot = _lot(wish.seed, ledger.document.id, record)
            if lot in seen:
                continue
            seen.add(lot)
            tier = record.tier if wish.tier == "half" else None
            urn = urns.setdefault((kind_of(record), tier, file), _Urn())
            if urn.wants(lot, wish.number):
                urn.put(lot, _drawn(ledger, record), wish.number)
    return _sample(urns, wish)


def _wanted(ledger: Ledger, wish: Wish) -> Iterator[Record]:
    for record in ledger.records:
        if kind_of(record) in wish.kinds and wish.tier in ("all", "half", record.tier):
            yield record


def _lot(seed: int, document: str, record: Record) -> int:
    """The record's own number: sixteen bytes of a digest, as good as random and without a
    repetition.
    """
    words = f"{seed}\x1f{document}\x1f{kind_of(record)}\x1f{record.id}"
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest())


def _sample(urns: Mapping[Key, _Urn], wish: Wish) -> Sample:
    strata: list[Stratum] = []
    records: list[Drawn] = []
    for kind in wish.kinds:
        taken: list[tuple[int, Drawn]] = []
        for tier, number in _shares(urns, kind, wish):
            own = {file: urn for (of, at, file), urn in urns.items() if (of, at) == (kind, tier)}
            parts = allotted([urn.held for urn in own.values()], number)
            for (file, urn), part in zip(own.items(), parts, strict=True):
                strata.append(Stratum(kind, file, urn.held, part, tier))
                taken += sorted(urn.smallest, reverse=True)[:part]
        records += [drawn for _, drawn in sorted(taken, key=lambda entry: -entry[0])]
    return Sample(wish=wish, strata=tuple(strata), records=tuple(records))


def _shares(urns: Mapping[Key, _Urn], kind: str, wish: Wish) -> list[tuple[Tier | None, int]]:
    """How many to draw of each tier: half, and of the other what one has too few of."""
    if wish.tier != "half":
        return [(None, wish.number)]
    held = {
        t: sum(u.held for (k, at, _), u in urns.items() if (k, at) == (kind, t)) for t in HALVES
    }
    sure = min(held["sure"], max(wish.number - wish.number // 2, wish.number - held["possible"]))
    return [("sure", sure), ("possible", min(held["possible"], wish.number - sure))]


def allotted(held: Sequence[int], number: int) -> list[int]:
    """How many to draw from strata of these sizes: in proportion, by largest remainder, and at
    least one from each that has any as long as there is one for each."""
    total = sum(held)
    if total <= number:
        return list(held)
    least = 1 if sum(size > 0 for size in held) <= number else 0
    parts = [max(min(least, size), size * number // total) for size in held]
    order = sorted(range(len(held)), key=lambda n: (-(held[n] * number % total), n))
    while sum(parts) < number:
        place = next(n for n in order if parts[n] < held[n])
        parts[place] += 1
        order = [*(n for n in order if n != place), place]
    while sum(parts) > number:  # the ones given to small strata come from the largest
        parts[max(range(len(held)), key=lambda n: parts[n])] -= 1
    return parts


def _drawn(ledger: Ledger, record: Record) -> Drawn:
    beside = beside_core(record)
    return Drawn(
        kind=kind_of(record),
        document=ledger.document.id,
        published=ledger.document.published,
        record=record.id,
        tier=record.tier,
        confidence=record.confidence,
        claim=claim(record, ledger.document),
        sentence=marked(record, ledger.document.text),
        context=around(record, ledger.document.text),
        undoubted=tuple(name for name in beside if name not in record.doubtful),
        doubtful=tuple(name for name in beside if name in record.doubtful),
    )


def beside_core(record: Record) -> tuple[str, ...]:
    """The filled fields of a record that a person can judge and that are none of its core."""
    names = (name for name in record.__struct_fields__ if name not in UNJUDGED)
    filled = (name for name in names if getattr(record, name) not in EMPTY)
    return tuple(name for name in filled if name not in CORE[type(record)])
