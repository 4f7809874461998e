"""A ledger -> a brief: what a hurried desk officer reads first, in order, with the text beside
it.
"""

from collections import Counter

from msgspec import Struct

from legation.model import Document, Event, Figure, Ledger, Record, Statement, day
from legation.views import signs
from legation.views.cards import Card, card
from legation.views.flows import Flows, flows
from legation.views.paragraphs import Paragraph, paragraphs
from legation.views.pieces import Piece, pieces
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
    """How many entries are left out: the less certain, and what is thought rather than said."""
    rest: tuple[Card, ...]
    """Their cards, numbered after those shown."""
    pieces: tuple[Piece, ...]
    paragraphs: tuple[Paragraph, ...]
    """The text with all entries, shown and left out, each beside the paragraph that it is from."""
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
    ledger = signs.shown(ledger)
    shown = [r for r in ledger.records if possible or _is_shown(r)]
    left_out = [r for r in ledger.records if not (possible or _is_shown(r))]
    document = ledger.document
    known: set[str] = set()
    cards = _cards(shown, 1, document, known)
    rest = _cards(left_out, len(cards) + 1, document, known)
    figures = [(n, r) for n, r in enumerate(shown, start=1) if isinstance(r, Figure)]
    return Brief(
        title=document.title or _first_words(document.text),
        dyad=_dyad(ledger),
        publisher=document.publisher,
        published=period_words(day(document.published)) if document.published else None,
        url=document.url,
        words=len(document.text.split()),
        checked=_checked([r for r in ledger.records if isinstance(r, Figure)]),
        unchecked=_unchecked([figure for _, figure in figures]),
        doubts=tuple(c for c, r in zip(cards, shown, strict=True) if _verdict(r) in IN_DOUBT),
        sections=_sections(cards),
        flows=flows(figures),
        folded=len(rest),
        rest=rest,
        pieces=pieces(document.text, cards),
        paragraphs=paragraphs(document.text, cards, rest),
        notes=ledger.notes,
        remarks=document.notes,
    )


def _is_shown(record: Record) -> bool:
    """What is sure, and of what people say only what they said aloud."""
    return record.tier == "sure" and (not isinstance(record, Statement) or record.act == "speech")


def _cards(
    records: list[Record], first: int, document: Document, known: set[str]
) -> tuple[Card, ...]:
    """Cards numbered in the order of the text; a person whose words have been shown is introduced
    no second time.
    """
    made = []
    for number, record in enumerate(records, start=first):
        made.append(card(number, record, document, known))
        if isinstance(record, Statement) and record.speaker and record.speaker.person:
            known.add(record.speaker.person)
    return tuple(made)


def _sections(cards: tuple[Card, ...]) -> tuple[Section, ...]:
    """The cards by kind."""
    return tuple(
        Section(kind, title, found)
        for kind, title in SECTIONS
        if (found := tuple(c for c in cards if c.kind == kind))
    )


def _verdict(record: Record) -> str | None:
    check = getattr(record, "check", None)
    return check.verdict if check else None


def _checked(figures: list[Figure]) -> str:
    """What could be checked of all figures, shown or folded; never how much of it was right."""
    if not figures:
        return "No figures in the text."
    if all(f.check is None for f in figures):
        return f"{_count(len(figures), 'figure')} in the text: none was checked."
    by_series = sum(_verdict(f) in BY_SERIES for f in figures)
    by_sums = sum(_verdict(f) in BY_ARITHMETIC for f in figures)
    left = len(figures) - by_series - by_sums
    told = f"{_count(len(figures), 'figure')} in the text: {by_series + by_sums} checked"
    if by_sums:
        told += f" ({by_sums} only against the text's own arithmetic)"
    return f"{told}, {left} not."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _unchecked(figures: list[Figure]) -> tuple[str, ...]:
    """Why the others could not, the commonest reason first."""
    reasons = Counter(
        f.check.because[0]
        for f in figures
        if f.check and f.check.verdict == "not_checkable" and f.check.because
    )
    return tuple(f"{reason} ({_count(n, 'figure')})" for reason, n in reasons.most_common())


def _dyad(ledger: Ledger) -> str | None:
    """The two that the text is about, by its title, lead and background, whatever records
    survive; none where all that is told between them did not happen.
    """
    if ledger.pair is None or _only_denied(ledger):
        return None
    return " – ".join(str(name_of(code)) for code in ledger.pair)


def _only_denied(ledger: Ledger) -> bool:
    """Whether the events of both sides of the pair are all such as did not happen."""
    pair = set(ledger.pair or ())
    events = [r for r in ledger.records if isinstance(r, Event) and pair <= _sides(r)]
    return bool(events) and all(e.status == "negated" for e in events)


def _sides(event: Event) -> set[str]:
    return {p.actor[:3] for p in (*event.actors, *event.recipients) if p.actor}


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:TITLE_WORDS]) + (" …" if len(words) > TITLE_WORDS else "")
