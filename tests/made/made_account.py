"""Ledgers made by hand: a small account of the European Union, Kazakhstan and Germany."""

from datetime import date
from decimal import Decimal

from legation.model import (
    Anchor,
    Check,
    Document,
    Event,
    Figure,
    Ledger,
    Party,
    Period,
    Proposal,
    Span,
    Statement,
    Value,
    content_id,
    day,
    year,
)
from legation.model.records import Location

MINISTER = Party(
    mention=None, actor="KAZ", name="Kazakhstan", person="Timur Beketov", role="foreign minister"
)
ENVOY = Party(mention=None, actor="EUR", name="European Union", person="Daniel Overbeck")
CHANCELLOR = Party(mention=None, actor="DEU", name="Germany", person="Konrad Reinhardt")
KAZAKHSTAN = Party(mention=None, actor="KAZ", name="Kazakhstan")
UNION = Party(mention=None, actor="EUR", name="European Union")
MEETING = (
    "Timur Beketov met Daniel Overbeck in Astana on 5 March 2024. Kazakhstan denied that it sold "
    "chips. EU exports to Kazakhstan were €12.9 billion in 2023. The Union offered a railway."
)
VISIT = "Konrad Reinhardt will visit Kazakhstan on 1 June 2024, the chancellery said."
UNDATED = "The European Union met Kazakhstan again, =cmd and <b>tags</b> aside."
WITHDRAWN = "Timur Beketov said that trade was growing."


def spans(text: str, words: str) -> tuple[Span, ...]:
    at = text.index(words)
    return (Span(at, at + len(words)),)


def common(text: str, words: str, *, sure: bool = True) -> dict[str, object]:
    where = spans(text, words)
    return {
        "id": content_id(text, words),
        "evidence": where,
        "sentence": where[0],
        "confidence": 0.95 if sure else 0.6,
        "tier": "sure" if sure else "possible",
        "anchor": Anchor(lemma=words.split()[0].lower(), span=where[0]),
    }


def event(text: str, words: str, sure: bool = True, **fields: object) -> Event:
    return Event(**{**common(text, words, sure=sure), "type": "CONSULT", **fields})  # type: ignore[arg-type]


def ledgers() -> list[Ledger]:
    """The four, each with its records."""
    return [_meeting(), _visit(), _undated(), _withdrawn()]


def document(name: str, text: str, published: date | None, publisher: str) -> Document:
    return Document(
        id=name,
        title=f"Title of {name}",
        published=published,
        publisher=publisher,
        url=f"https://example.org/{name}",
        language="en",
        text=text,
    )


def _meeting() -> Ledger:
    figure = Figure(
        **common(MEETING, "€12.9 billion"),  # type: ignore[arg-type]
        measure="exports",
        value=Value(
            low=Decimal("12850000000"), high=Decimal("12950000000"), written="€12.9 billion"
        ),
        unit="EUR",
        reporter="EUR",
        partner="KAZ",
        period=year(2023),
        date_from="own",
        check=Check(verdict="differs", because=("12.110 bn EUR, not €12.85–12.95 bn",)),
    )
    denial = Statement(
        **common(MEETING, "that it sold chips"),  # type: ignore[arg-type]
        stance="denies",
        about=("EUR", "KAZ"),
        speaker=KAZAKHSTAN,
        mode="indirect",
        content=spans(MEETING, "that it sold chips"),
        cue=spans(MEETING, "denied"),
    )
    offer = Proposal(
        **common(MEETING, "a railway"),  # type: ignore[arg-type]
        proposal="offer",
        by=UNION,
        to=(KAZAKHSTAN,),
        content=spans(MEETING, "a railway"),
    )
    met = event(
        MEETING,
        "met",
        actors=(MINISTER, ENVOY),
        date=day(date(2024, 3, 5)),
        date_from="own",
        place=Location(name="Astana", country="KAZ", lat=51.1, lon=71.4),
    )
    return Ledger(
        document=document("meeting", MEETING, date(2024, 3, 6), "Steppe Courier"),
        records=(met, denial, figure, offer),
    )


def _visit() -> Ledger:
    planned = event(
        VISIT,
        "visit",
        mode="visit",
        actors=(CHANCELLOR,),
        recipients=(KAZAKHSTAN,),
        date=day(date(2024, 6, 1)),
        date_from="own",
        status="planned",
    )
    return Ledger(
        document=document("visit", VISIT, date(2024, 5, 2), "Capital Review"), records=(planned,)
    )


def _undated() -> Ledger:
    again = event(UNDATED, "met", actors=(UNION, KAZAKHSTAN))
    guessed = event(
        UNDATED,
        "=cmd and <b>tags</b>",
        sure=False,
        type="REQUEST",
        actors=(UNION,),
        recipients=(KAZAKHSTAN,),
        date=Period(start=date(2024, 4, 9), end=date(2024, 4, 9), edtf="2024-04-09"),
        date_from="published",
    )
    return Ledger(
        document=document("undated", UNDATED, date(2024, 4, 9), "Caspian Wire"),
        records=(again, guessed),
    )


def _withdrawn() -> Ledger:
    said = Statement(
        **common(WITHDRAWN, "that trade was growing"),  # type: ignore[arg-type]
        about=("EUR",),
        speaker=MINISTER,
        mode="indirect",
        content=spans(WITHDRAWN, "that trade was growing"),
        cue=spans(WITHDRAWN, "said"),
    )
    return Ledger(
        document=document("withdrawn", WITHDRAWN, date(2024, 7, 1), "Almaty Evening"),
        records=(said,),
    )


SECOND = (
    "Kazakhstan's foreign minister Timur Beketov received Daniel Overbeck in Astana on 5 March. "
    "EU exports to Kazakhstan reached €12.1 billion in 2023, Overbeck said."
)
CAME = (
    "Konrad Reinhardt visited Kazakhstan on 1 June 2024 and spoke about oil. Beketov declined to "
    "say whether a price was agreed."
)
PLEDGED = "The European Union pledged a railway loan of €300 million to Kazakhstan in April."
AGAIN = "The European Union signed the railway loan of €300 million with Kazakhstan on 3 July 2024."


def more() -> list[Ledger]:
    """Four texts that tell some of the same: a meeting again, a visit that was planned, a loan."""
    return [_second(), _came(), _pledged(), _copy()]


def exports(text: str, words: str, low: str, high: str, verdict: str, because: str) -> Figure:
    return Figure(
        **common(text, words),  # type: ignore[arg-type]
        measure="exports",
        value=Value(low=Decimal(low), high=Decimal(high), written=words),
        unit="EUR",
        reporter="EUR",
        partner="KAZ",
        period=year(2023),
        date_from="own",
        basis="goods",
        check=Check(verdict=verdict, because=(because,)),  # type: ignore[arg-type]
    )


def _second() -> Ledger:
    met = event(
        SECOND,
        "received",
        actors=(MINISTER, ENVOY),
        date=day(date(2024, 3, 5)),
        date_from="own",
        place=Location(name="Astana", country="KAZ", lat=51.1, lon=71.4),
    )
    figure = exports(
        SECOND,
        "€12.1 billion",
        "12050000000",
        "12150000000",
        "matches",
        "12.110 bn EUR lies within €12.05–12.15 bn",
    )
    return Ledger(
        document=document("second", SECOND, date(2024, 3, 7), "Capital Review"),
        records=(met, figure),
    )


def _came() -> Ledger:
    came = event(
        CAME,
        "visited",
        mode="visit",
        actors=(CHANCELLOR,),
        recipients=(KAZAKHSTAN,),
        date=day(date(2024, 6, 1)),
        date_from="own",
    )
    silent = Statement(
        **common(CAME, "whether a price was agreed"),  # type: ignore[arg-type]
        stance="declines",
        about=("EUR", "KAZ"),
        speaker=MINISTER,
        mode="indirect",
        content=spans(CAME, "whether a price was agreed"),
        cue=spans(CAME, "declined to say"),
    )
    return Ledger(
        document=document("came", CAME, date(2024, 6, 2), "Steppe Courier"), records=(came, silent)
    )


def loan(text: str, name: str, published: date, status: str, words: str, on: date) -> Ledger:
    told = event(
        text,
        words,
        type=status,
        actors=(UNION,),
        recipients=(KAZAKHSTAN,),
        date=day(on),
        date_from="own",
    )
    sum_of = Figure(
        **common(text, "€300 million"),  # type: ignore[arg-type]
        measure="other",
        value=Value(low=Decimal("299500000"), high=Decimal("300500000"), written="€300 million"),
        unit="EUR",
        reporter="EUR",
        partner="KAZ",
        nature="pledge",
    )
    return Ledger(document=document(name, text, published, "Caspian Wire"), records=(told, sum_of))


def _pledged() -> Ledger:
    return loan(PLEDGED, "pledged", date(2024, 4, 20), "AGREE", PLEDGED[:-1], date(2024, 4, 19))


def _copy() -> Ledger:
    return loan(AGAIN, "again", date(2024, 7, 4), "SUPPORT", AGAIN[:-1], date(2024, 7, 3))
