"""Two authors' marks of one text, put side by side, and the fields in which a pair differs."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from corpus.checking import decimal
from corpus.holding import HALF, TAGS, Gold, golds, overlap
from corpus.markup import Mark, Sample
from corpus.slots import EITHER_WAY, closing, land, opening
from legation.model import Event, Figure, Instrument, Proposal, Statement

Same = Callable[[Mark, Mark], bool]


@dataclass(frozen=True)
class Pair:
    """A record that one author marked, or both; ``differ`` names the fields in which two differ."""

    sample: str
    kind: str
    first: Mark | None
    second: Mark | None
    differ: tuple[str, ...] = ()

    @property
    def both(self) -> bool:
        """Whether both marked it."""
        return self.first is not None and self.second is not None


def equal(name: str, default: str = "") -> Same:
    """Whether a word is the same, or left out by both."""
    return lambda one, other: one.get(name, default) == other.get(name, default)


def lands(name: str) -> Same:
    """Whether the same countries and families of bodies are named; who has no code is nobody."""

    def held(mark: Mark) -> set[str]:
        return {code for each in mark.codes(name) if (code := land(each))}

    return lambda one, other: held(one) == held(other)


def days(name: str) -> Same:
    """Whether the same days are meant, however they are written."""

    def held(mark: Mark) -> object:
        edtf = mark.get(name)
        if not edtf or "X" in edtf:
            return edtf
        first, _, last = edtf.partition("/")
        return opening(first), closing(last or first)

    return lambda one, other: held(one) == held(other)


def worth(one: Mark, other: Mark) -> bool:
    """Whether two values are the same number."""

    def held(mark: Mark) -> Decimal:
        digits, power = decimal(mark.get("value"))
        return Decimal(digits).scaleb(power)

    return held(one) == held(other)


def sides(one: Mark, other: Mark) -> bool:
    """Whether reporter, partner and favour are the same; of trade between two in either order."""

    def held(mark: Mark) -> tuple[object, object]:
        pair = [
            {code for each in mark.codes(name) if (code := land(each)) and code != "WLD"}
            for name in ("reporter", "partner")
        ]
        joint = mark.get("measure") in EITHER_WAY or mark.get("of") == "trade"
        return (sorted(map(sorted, pair)) if joint else pair), land(mark.get("favour"))

    return held(one) == held(other)


FIELDS: dict[str, dict[str, Same]] = {
    "statement": {
        "speaker": lands("speaker"),
        "act": equal("act", "speech"),
        "stance": equal("stance", "affirms"),
    },
    "event": {
        "type": equal("type"),
        "mode": equal("mode"),
        "actors": lands("actors"),
        "recipients": lands("recipients"),
        "status": equal("status", "actual"),
        "date": days("date"),
    },
    "figure": {
        "value": worth,
        "unit": equal("unit"),
        "measure": equal("measure"),
        "parties": sides,
        "period": days("period"),
        "nature": equal("nature", "flow"),
    },
    "instrument": {
        "kind": equal("kind"),
        "status": equal("status"),
        "parties": lands("parties"),
    },
    "proposal": {"kind": equal("kind"), "by": lands("by"), "to": lands("to")},
    "assertion": {"kind": equal("kind"), "subject": lands("subject"), "object": lands("object")},
}
TOGETHER = {
    "statement": ("speaker", "stance"),
    "event": ("type",),
    "figure": ("value", "parties", "period"),
    "instrument": ("kind", "status"),
    "proposal": ("kind",),
    "assertion": ("kind",),
}
"""The fields that must be the same for two to have marked the same record."""
BY_HALF = (Statement, Proposal)
"""Kinds whose words are a content; of the others a shared letter tells."""
assert {Event, Figure, Instrument} < TAGS.keys() - {*BY_HALF}


def paired(first: Sample, second: Sample) -> Iterator[Pair]:
    """The marks of two authors on one text: those that go together, then what one alone marked."""
    for record in TAGS:
        kind = record.__name__.lower()
        least = HALF if record in BY_HALF else 0.0
        ours, theirs = golds(first, record), golds(second, record)
        for one, other in _matched(ours, theirs, least, kind):
            ours.remove(one)
            theirs.remove(other)
            yield Pair(first.id, kind, one.mark, other.mark, _differing(kind, one.mark, other.mark))
        yield from (Pair(first.id, kind, one.mark, None) for one in ours)
        yield from (Pair(first.id, kind, None, other.mark) for other in theirs)


def _matched(
    ours: Sequence[Gold], theirs: Sequence[Gold], least: float, kind: str
) -> list[tuple[Gold, Gold]]:
    """One to one; of several that overlap, those with the fewest differences first."""
    near = sorted(
        (
            (len(_differing(kind, one.mark, other.mark)), -shared, i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
            if (shared := overlap(one.spans, other.spans)) > 0 and shared >= least
        ),
    )
    left, right = set(range(len(ours))), set(range(len(theirs)))
    found = []
    for *_, i, j in near:
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            found.append((ours[i], theirs[j]))
    return found


def _differing(kind: str, one: Mark, other: Mark) -> tuple[str, ...]:
    return tuple(name for name, same in FIELDS[kind].items() if not same(one, other))


def agreement(pairs: Sequence[Pair]) -> Iterator[str]:
    """A table: by kind how many each marked, how many both, F1 of that and of the record with the
    fields that make it; then, of the pairs, how often each field is the same.
    """
    yield "| kind | first | second | both | F1 | with | F1 | of those that both marked, the same |"
    yield "|---|---|---|---|---|---|---|---|"
    for kind, fields in FIELDS.items():
        held = [pair for pair in pairs if pair.kind == kind]
        both = [pair for pair in held if pair.both]
        one, two = (sum(getattr(p, who) is not None for p in held) for who in ("first", "second"))
        whole = sum(not {*pair.differ} & {*TOGETHER[kind]} for pair in both)
        off = Counter(name for pair in both for name in pair.differ)
        same = ", ".join(
            f"{name} {100 * (len(both) - off[name]) / max(1, len(both)):.0f} %" for name in fields
        )
        cells = (
            *(kind, one, two, len(both), _f1(len(both), one, two)),
            *(", ".join(TOGETHER[kind]), _f1(whole, one, two), same),
        )
        yield f"| {' | '.join(map(str, cells))} |"


def _f1(found: int, one: int, two: int) -> str:
    return f"{200 * found / max(1, one + two):.1f}"


ATTRIBUTES = {
    **{(kind, name): (name,) for kind, fields in FIELDS.items() for name in fields},
    ("figure", "parties"): ("reporter", "partner", "favour"),
}
"""What an author writes for a field."""
CODES = frozenset({"speaker", "actors", "recipients", "parties", "by", "to", "subject", "object"})


def commonest(pairs: Sequence[Pair]) -> Iterator[str]:
    """A table of the fields in which pairs differ, the commonest first: how often the first author
    alone filled it, the second alone, or both in another way. Who is there without a code ("?")
    is not filled in.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    for pair in pairs:
        for name in pair.differ:
            counts[pair.kind, name, _who_filled(pair, name)] += 1
    fields = Counter[tuple[str, str]]()
    for (kind, name, _), times in counts.items():
        fields[kind, name] += times
    yield "| field | pairs that differ | first alone fills it | second alone | both, otherwise |"
    yield "|---|---|---|---|---|"
    for (kind, name), times in sorted(fields.items(), key=lambda each: (-each[1], each[0])):
        parts = (counts[kind, name, who] for who in ("first", "second", "both"))
        yield f"| {kind}, {name} | {times} | {' | '.join(map(str, parts))} |"


def _who_filled(pair: Pair, name: str) -> str:
    def fills(mark: Mark | None) -> int:
        return sum(
            bool(land(each)) if name in CODES else bool(each)
            for attribute in ATTRIBUTES[pair.kind, name]
            for each in (mark.codes(attribute) if mark is not None else ())
        )

    one, two = fills(pair.first), fills(pair.second)
    return "both" if one == two else "first" if one > two else "second"
