"""Ledgers made by hand, and rules of linking simple enough to know by heart what they give."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from legation.model import (
    Anchor,
    Document,
    Event,
    Figure,
    Ledger,
    Party,
    Period,
    Record,
    Span,
    Statement,
    Value,
    content_id,
    day,
    year,
)
from legation.model.account import Affair, Altered, Conflict, ConflictValue, Member, Step
from legation.model.links import Block, Card, CopyLink, Grouping, Link, Shelf, Telling
from legation.store import Alone

FIRST = date(2024, 3, 1)


def party(code: str, person: str | None = None) -> Party:
    return Party(mention=None, actor=code, person=person, name=person)


def document(
    name: str, text: str, published: date | None = FIRST, url: str | None = None
) -> Document:
    return Document(id=name, text=text, published=published, url=url, publisher="Steppe Courier")


def parts(text: str, at: int, kind: str) -> dict[str, object]:
    return {
        "id": content_id(text, kind, at),
        "evidence": (Span(at, at + 4),),
        "sentence": Span(at, at + 4),
        "confidence": 0.9,
        "tier": "sure",
        "anchor": Anchor(lemma=text[at : at + 4], span=Span(at, at + 4)),
    }


def meeting(text: str, at: int, when: date, status: str = "actual") -> Event:
    return Event(
        **parts(text, at, "event"),  # type: ignore[arg-type]
        type="CONSULT",
        actors=(party("KAZ", "Kassym-Jomart Tokayev"),),
        recipients=(party("DEU"),),
        date=day(when),
        date_from="own",
        status=status,  # type: ignore[arg-type]
    )


def trade(text: str, at: int, amount: str) -> Figure:
    number = Decimal(amount)
    return Figure(
        **parts(text, at, "figure"),  # type: ignore[arg-type]
        measure="exports",
        value=Value(low=number, high=number, written=amount),
        unit="EUR",
        reporter="EUR",
        partner="KAZ",
        period=year(2023),
        date_from="own",
    )


def saying(text: str, at: int) -> Statement:
    return Statement(
        **parts(text, at, "statement"),  # type: ignore[arg-type]
        speaker=party("RUS"),
        about=("KAZ",),
        mode="direct",
        content=(Span(at, at + 4),),
    )


def ledger(
    name: str,
    when: date = FIRST,
    amount: str | None = "12",
    tail: str = "",
    url: str | None = None,
    visit: date | None = None,
    status: str = "actual",
) -> Ledger:
    """A text with a meeting, a figure and a statement; ``tail`` makes it another story."""
    text = f"met. exports {amount} said so. {tail or name}"
    held: list[Record] = [meeting(text, 0, visit or when, status), saying(text, 14)]
    if amount is not None:
        held.append(trade(text, 5, amount))
    return Ledger(document=document(name, text, when, url), records=tuple(held))


def several(count: int) -> list[Ledger]:
    """Documents over some days: visits told by two, amounts that disagree, copies, two versions of
    one address, one without a day, two with one id.
    """
    made = []
    for at in range(count):
        when = FIRST + timedelta(days=at // 2)
        visit = FIRST + timedelta(days=20 * (at // 4))
        amount = "12" if at % 3 else "13"
        made.append(ledger(f"doc{at}", when, amount, f"tail {at // 3}", visit=visit))
    made.append(ledger("first", FIRST, "12", "an article", "https://Example.org/a?utm_source=x"))
    made.append(ledger("second", FIRST + timedelta(3), "14", "corrected", "http://example.org/a/"))
    undated = ledger("undated", tail="no day")
    bare = Document(id="undated", text=undated.document.text)
    made.append(Ledger(document=bare, records=undated.records))
    made.append(ledger("doc0", FIRST + timedelta(30), "12", "the same id"))
    return made


class Simple(Alone):
    """Documents with one tail are copies; meetings of one type, pair and day are one affair, and a
    planned one joins; figures of one key with other values are in conflict.
    """

    def tell(self, document: Document) -> Telling:
        mark = int(content_id(document.text.rpartition(". ")[2])[:15], 16)
        return Telling(marks=(mark,), runs=document.text.encode())

    def copies(self, document: Document, telling: Telling, shelf: Shelf) -> Sequence[CopyLink]:
        made = [
            CopyLink(other=other, score=1.0, because="one tail", rule="tail")
            for other in shelf.holding(telling.marks, 50)
        ]
        held = {link.other for link in made}
        made += [
            CopyLink(other=other, score=1.0, because="one address", rule="address")
            for other in shelf.versions(document.url)
            if other not in held
        ]
        return made

    def altered(self, source: Document, changed: Document, version: bool) -> Sequence[Altered]:
        before, after = (one.text.split()[2] for one in (source, changed))
        if before == after:
            return ()
        because = "corrected" if version else "another number"
        return [
            Altered(
                document=changed.id,
                source=source.id,
                field="value",
                before=before,
                after=after,
                because=because,
            )
        ]

    def cards(self, ledger: Ledger) -> Sequence[Card | None]:
        return [self._card(record) for record in ledger.records]

    def _card(self, record: Record) -> Card | None:
        if isinstance(record, Event) and record.date is not None:
            block = Block(
                key=f"event {record.type}", day=record.date.start, day_end=record.date.end
            )
            return Card(record=record, blocks=(block,))
        if isinstance(record, Figure):
            return Card(record=record, blocks=(Block(key=f"figure {record.measure}"),))
        return None

    def links(self, card: Card, candidates: Sequence[Card]) -> Sequence[Link]:
        return [
            Link(
                one=card.key,
                other=other.key,
                relation="same" if _value(other) == _value(card) else "conflict",
                score=0.87654,
                because="same day",
                rule="day",
            )
            for other in candidates
            if type(other.record) is type(card.record)
        ]

    def group(self, cards: Sequence[Card], links: Sequence[Link]) -> Grouping:
        apart = {
            frozenset((link.one, link.other)) for link in links if link.relation == "different"
        }
        groups: list[list[Card]] = []
        for card in cards:
            for group in groups:
                free = not any(frozenset((card.key, one.key)) in apart for one in group)
                if free and _value(group[0]) == _value(card):
                    group.append(card)
                    break
            else:
                groups.append([card])
        affairs = tuple(_affair(group) for group in groups)
        return Grouping(affairs=affairs, conflicts=_conflicts(affairs, groups))

    def blocs(self, actor: str, on: date | None) -> Sequence[str]:
        return ("EUR",) if actor == "DEU" else ()


def _value(card: Card) -> str:
    return card.record.value.written if isinstance(card.record, Figure) else ""


def _affair(group: Sequence[Card]) -> Affair:
    first = group[0].record
    assert isinstance(first, Event | Figure)
    own: Period | None = first.date if isinstance(first, Event) else first.period
    status = first.status if isinstance(first, Event) else first.nature
    return Affair(
        id=first.id,
        kind="event" if isinstance(first, Event) else "figure",
        type=first.type if isinstance(first, Event) else first.measure,
        status=status,
        period=own,
        date_from="own",
        tier="sure",
        parties=first.actors if isinstance(first, Event) else (),
        steps=(Step(status=status, period=own, document=group[0].document, record=first.id),),
        members=tuple(
            Member(
                document=card.document,
                record=card.record.id,
                kind="event" if isinstance(card.record, Event) else "figure",
                evidence=card.record.evidence,
                score=0.87654,
                because="same day",
                rule="day",
            )
            for card in group
        ),
        stories=1,
        documents=1,
    )


def _conflicts(affairs: Sequence[Affair], groups: Sequence[Sequence[Card]]) -> tuple[Conflict, ...]:
    if len(affairs) < 2 or affairs[0].kind != "figure":
        return ()
    values = tuple(
        ConflictValue(
            value=_value(group[0]),
            affairs=(affair.id,),
            stories=len({card.story for card in group}),
            since=group[0].published,
        )
        for affair, group in zip(affairs, groups, strict=True)
    )
    return (Conflict(id=affairs[0].id, of="figure", values=values),)
