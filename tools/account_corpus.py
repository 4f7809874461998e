"""The corpus of an account (``corpora/account``): articles, marks of what they say and what is the
same, as ledgers and expectations.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import Struct, convert

from legation.model import (
    Anchor,
    Assertion,
    Document,
    Event,
    Figure,
    Instrument,
    Ledger,
    Party,
    Period,
    Product,
    Proposal,
    Record,
    Span,
    Statement,
    content_id,
    value,
)
from legation.model.periods import month_end

FOLDER = Path(__file__).parent.parent / "corpora" / "account"
SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
QUALIFIERS: dict[str, Any] = {
    name: name for name in ("about", "over", "under", "at_least", "at_most")
}
KINDS = {"E": "event", "F": "figure", "I": "instrument", "P": "proposal", "S": "statement"}
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"”]?(?=\s|$)|$)")


class Article(Struct, frozen=True, kw_only=True):
    """An article with its marks."""

    id: str
    published: date
    publisher: str
    url: str
    title: str
    text: str
    marks: str = ""
    copy_of: str | None = None
    version: int = 1


class Expected(Struct, frozen=True, kw_only=True):
    """An altered copy, a conflict or a promise, as marked; each has its own of these fields."""

    document: str = ""
    source: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    of: str = ""
    between: tuple[str, ...] = ()
    outlier: str | None = None
    label: str = ""
    steps: tuple[str, ...] = ()
    said: int = 0
    amount: str | None = None
    delivered: str | None = None


class Account(Struct, frozen=True, kw_only=True):
    """A pair's file."""

    pair: tuple[str, str]
    article: tuple[Article, ...]
    altered: tuple[Expected, ...] = ()
    conflict: tuple[Expected, ...] = ()
    promise: tuple[Expected, ...] = ()
    steps: dict[str, tuple[str, ...]] = {}


class Marked(NamedTuple):
    """A record as marked, and its label."""

    label: str
    record: Record


def accounts() -> list[Account]:
    """The files of the corpus."""
    return [convert(_read(path), Account) for path in sorted(FOLDER.glob("*.toml"))]


def _read(path: Path) -> Any:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def document(article: Article) -> Document:
    """An article as a document."""
    return Document(
        id=article.id,
        title=article.title,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
        language="en",
        text=article.text.strip(),
    )


def ledger(article: Article, account: Account) -> Ledger:
    """An article with the records that are marked; a copy has those of its source that its words
    still carry.
    """
    return Ledger(
        document=document(article), records=tuple(each.record for each in marked(article, account))
    )


def marked(article: Article, account: Account) -> list[Marked]:
    """The marked records of an article."""
    lines = [line for line in article.marks.splitlines() if line.strip()]
    return [_record(article, line, number) for number, line in enumerate(lines)]


def _record(article: Article, line: str, number: int) -> Marked:
    fields = [part.strip() for part in line.split("|")]
    letter, label, *head = fields[0].split()
    text = article.text.strip()
    at = text.find(fields[-1])
    if at < 0:
        raise ValueError(f"{article.id}: “{fields[-1]}” does not stand in the text")
    span = Span(at, at + len(fields[-1]))
    common = {
        "id": content_id(article.text.strip(), letter, number),
        "evidence": (span,),
        "sentence": _sentence(text, span),
        "confidence": 0.95,
        "tier": "sure",
        "anchor": Anchor(lemma=fields[-1].split()[0].lower(), span=span, ordinal=number),
    }
    return Marked(label, _MADE[letter](head, fields[1:-1], span, common))


def _sentence(text: str, span: Span) -> Span:
    found = [Span(*match.span()) for match in SENTENCE.finditer(text)]
    return next(s for s in found if s.start <= span.start < s.end)


def _event(head: list[Any], fields: list[str], span: Span, common: Any) -> Event:
    kind, _, mode = head[0].partition(".")
    when, source = _date(head[2])
    return Event(
        **common,
        type=kind,
        mode=mode or None,
        status=head[1],
        date=when,
        date_from=source,
        actors=_parties(fields[0]),
        recipients=_parties(fields[1]),
    )


def _figure(head: list[Any], fields: list[str], span: Span, common: Any) -> Figure:
    measure, number, *rest = head
    scale = SCALES.get(rest[0], 1) if len(rest) == 3 else 1
    unit, when = rest[-2:]
    reporter, _, partner = fields[0].partition(">")
    asked = dict(option.split("=") for option in re.findall(r"\w+=[\w ]+?(?=\s\w+=|$)", fields[1]))
    period, source = _date(when)
    named = asked.get("product")
    return Figure(
        **common,
        measure=measure,
        value=value(Decimal(number), Decimal(scale), f"{number} {rest[0] if scale > 1 else ''}"),
        unit=unit,
        qualifier=QUALIFIERS.get(fields[1], "exact"),
        reporter=reporter or None,
        partner=partner or None,
        period=period,
        date_from=source,
        nature=asked.get("nature", "flow"),
        basis=asked.get("basis"),
        product=Product(scheme="name", code="", name=named) if named else None,
    )


def _instrument(head: list[Any], fields: list[str], span: Span, common: Any) -> Instrument:
    when, source = _date(head[2])
    return Instrument(
        **common,
        instrument=head[0],
        name=fields[0],
        parties=_parties(fields[1]),
        status=head[1],
        date=when,
        date_from=source,
    )


def _proposal(head: list[Any], fields: list[str], span: Span, common: Any) -> Proposal:
    by, to = _parties(fields[0]), _parties(fields[1])
    return Proposal(**common, proposal=head[0], by=by[0] if by else None, to=to, content=(span,))


def _statement(head: list[Any], fields: list[str], span: Span, common: Any) -> Statement:
    speaker = _parties(fields[0])
    return Statement(
        **common,
        stance=head[0],
        speaker=speaker[0],
        about=tuple(fields[1].split()),
        mode="direct",
        content=(span,),
    )


def _assertion(head: list[Any], fields: list[Any], span: Span, common: Any) -> Assertion:
    subject, other, measure, rest = fields
    when, _, direction = rest.partition(" ")
    period, source = _date(when)
    return Assertion(
        **common,
        assertion=head[0],
        subject=subject,
        object=other,
        measure=measure,
        period=period,
        date_from=source,
        direction=direction or None,
    )


_MADE: dict[str, Any] = {
    "E": _event,
    "F": _figure,
    "I": _instrument,
    "P": _proposal,
    "S": _statement,
    "A": _assertion,
}


def _parties(words: str) -> tuple[Party, ...]:
    return tuple(_party(part.strip()) for part in words.split(";") if part.strip())


def _party(words: str) -> Party:
    code, *named = words.split("/")
    person = next((name for name in named if name[:1].isupper()), None)
    role = next((name for name in named if name[:1].islower()), None)
    return Party(mention=None, actor=code, name=person or code, person=person, role=role)


def _date(words: str) -> tuple[Period | None, Any]:
    if words == "-":
        return None, None
    edtf = words.removeprefix("^")
    first, _, last = edtf.partition("/")
    period = Period(start=_first(first), end=_last(last or first), edtf=edtf)
    return period, "own" if edtf == words else "resolved"


def _first(words: str) -> date:
    parts = [int(part) for part in words.split("-")]
    return date(*(*parts, 1, 1)[:3])


def _last(words: str) -> date:
    parts = [int(part) for part in words.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    return month_end(*parts) if len(parts) == 2 else date(*parts)


def carriers(account: Account) -> Iterator[Article]:
    """The articles whose records count: no copies, and of versions the newest."""
    superseded = {a.copy_of for a in account.article if a.version > 1}
    for article in account.article:
        plain = article.copy_of is None and article.id not in superseded
        if plain or article.version > 1:
            yield article
