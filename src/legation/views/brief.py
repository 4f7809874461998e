"""A ledger -> a brief: what a hurried desk officer reads first, in order, with the text beside
it.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from legation.model import Document, Event, Figure, Ledger, Record, Span, Statement, day
from legation.views.cards import Card, card
from legation.views.flows import Flows, flows
from legation.views.verdicts import BY_ARITHMETIC, BY_SERIES, IN_DOUBT
from legation.views.wording import name_of, period_words

SECTIONS = (
    ("figure", "Figures"),
    ("assertion", "Claims that a number could settle"),
    ("event", "Events"),
    ("statement", "Who says what"),
    ("instrument", "Agreements and projects"),
    ("proposal", "Offers, requests and plans"),
)
TITLE_WORDS = 14


class Section(Struct, frozen=True):
    """The cards of one kind under their heading."""

    kind: str
    title: str
    cards: tuple[Card, ...]


class Piece(Struct, frozen=True):
    """A run of the source text: the numbers of the cards whose words it is part of, and of those
    whose words end here.
    """

    text: str
    entries: tuple[int, ...]
    ends: tuple[int, ...]


class Brief(Struct, frozen=True, kw_only=True):
    """What a brief tells, in the order in which it is read."""

    title: str
    dyad: str | None
    publisher: str | None
    published: str | None
    url: str | None
    words: int
    checked: str
    unchecked: tuple[str, ...]
    doubts: tuple[Card, ...]
    sections: tuple[Section, ...]
    flows: tuple[Flows, ...]
    folded: int
    """How many ``possible`` records are left out."""
    pieces: tuple[Piece, ...]
    notes: tuple[str, ...]
    """What was repaired in the text, for reading only."""
    remarks: tuple[str, ...] = ()
    """What a reader should know of how the document was read: a doubt, or what was left out."""


def brief(ledger: Ledger, possible: bool = False) -> Brief:
    """The brief of a ledger.

    Args:
        ledger: one document's checked ledger.
        possible: also show the records that are less than sure.
    """
    shown = [r for r in ledger.records if possible or r.tier == "sure"]
    shown = _ordered(
        [r for r in shown if not isinstance(r, Statement) or r.act == "speech" or possible]
    )
    figures = [(number, r) for number, r in enumerate(shown, start=1) if isinstance(r, Figure)]
    sections = _sections(shown, ledger.document)
    cards = [c for section in sections for c in section.cards]
    document = ledger.document
    return Brief(
        title=document.title or _first_words(document.text),
        dyad=_dyad(shown),
        publisher=document.publisher,
        published=period_words(day(document.published)) if document.published else None,
        url=document.url,
        words=len(document.text.split()),
        checked=_checked([figure for _, figure in figures]),
        unchecked=_unchecked([figure for _, figure in figures]),
        doubts=tuple(c for c, r in zip(cards, shown, strict=True) if _verdict(r) in IN_DOUBT),
        sections=sections,
        flows=flows(figures),
        folded=len(ledger.records) - len(shown),
        pieces=pieces(document.text, cards),
        notes=ledger.notes,
        remarks=document.notes,
    )


def _ordered(records: list[Record]) -> list[Record]:
    """The records in the order of the sections, the text's order within each."""
    order = [kind for kind, _ in SECTIONS]
    return sorted(records, key=lambda r: order.index(_kind(r)))


def _kind(record: Record) -> str:
    return type(record).__name__.lower()


def _sections(ordered: list[Record], document: Document) -> tuple[Section, ...]:
    """The cards by kind; a person whose words have been shown is introduced no second time."""
    held: dict[str, list[Card]] = {kind: [] for kind, _ in SECTIONS}
    known: set[str] = set()
    for number, record in enumerate(ordered, start=1):
        held[_kind(record)].append(card(number, record, document, known))
        if isinstance(record, Statement) and record.speaker and record.speaker.person:
            known.add(record.speaker.person)
    return tuple(Section(kind, title, tuple(held[kind])) for kind, title in SECTIONS if held[kind])


def _verdict(record: Record) -> str | None:
    check = getattr(record, "check", None)
    return check.verdict if check else None


def _checked(figures: list[Figure]) -> str:
    """What could be checked, never how much of it was right."""
    if not figures:
        return "No figures that we are sure of."
    if all(f.check is None for f in figures):
        return f"None of {_count(len(figures), 'figure')} was checked."
    by_series = sum(_verdict(f) in BY_SERIES for f in figures)
    by_sums = sum(_verdict(f) in BY_ARITHMETIC for f in figures)
    parts = [
        f"{by_series} of {_count(len(figures), 'figure')} could be checked against an "
        "official series"
    ]
    if by_sums:
        parts.append(f"{by_sums} only against the text's own arithmetic")
    return "; ".join(parts) + "."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _unchecked(figures: list[Figure]) -> tuple[str, ...]:
    """Why the others could not, the commonest reason first."""
    reasons = Counter(
        f.check.because[-1]
        for f in figures
        if f.check and f.check.verdict == "not_checkable" and f.check.because
    )
    return tuple(f"{reason} ({_count(n, 'figure')})" for reason, n in reasons.most_common())


def _dyad(records: list[Record]) -> str | None:
    """The two that the records are most about, the more frequent first."""
    seen: Counter[str] = Counter()
    for record in records:
        seen.update({code[:3] for code in _codes(record)})
    first = [name_of(code) for code, _ in seen.most_common(2)]
    return " – ".join(str(name) for name in first) if len(first) == 2 else None


def _codes(record: Record) -> list[str]:
    if isinstance(record, Figure):
        return [code for code in (record.reporter, record.partner) if code]
    if isinstance(record, Event):
        return [p.actor for p in (*record.actors, *record.recipients) if p.actor]
    if isinstance(record, Statement) and record.speaker and record.speaker.actor:
        return [record.speaker.actor]
    return []


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:TITLE_WORDS]) + (" …" if len(words) > TITLE_WORDS else "")


def pieces(text: str, cards: list[Card]) -> tuple[Piece, ...]:
    """The whole text cut where a card's words begin or end; put together again it is the text."""
    spans = [(span, c.number) for c in cards for span in c.spans if span.end > span.start]
    cuts = sorted({0, len(text), *(edge for span, _ in spans for edge in span)})
    last = {c.number: max(span.end for span in c.spans) for c in cards if c.spans}
    return tuple(
        Piece(text[start:end], entries, tuple(n for n in entries if last[n] == end))
        for (start, end), entries in zip(pairwise(cuts), _standing(cuts, spans), strict=True)
    )


def _standing(cuts: list[int], spans: list[tuple[Span, int]]) -> Iterator[tuple[int, ...]]:
    """For each piece between two cuts, the numbers of the cards whose words it is part of."""
    turns: dict[int, list[tuple[int, int]]] = {}
    for span, number in spans:
        turns.setdefault(span.start, []).append((number, 1))
        turns.setdefault(span.end, []).append((number, -1))
    covered: Counter[int] = Counter()
    for cut in cuts[:-1]:
        for number, step in turns.get(cut, ()):
            covered[number] += step
        covered = +covered
        yield tuple(sorted(covered))
