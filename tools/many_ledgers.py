"""Ledgers by the hundred thousand, made up and varied, the same for the same seed: to measure and
try out the store, never the reading.

The shares follow what was measured of real news (2026-11): of the events a few have two sides and a
day of their own, of the figures one in ten has the full key; a small part of the pairs has most of
what is told; one meeting is told by several papers.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from legation.model import (
    Anchor,
    Assertion,
    Check,
    Document,
    Event,
    Figure,
    Instrument,
    Ledger,
    Location,
    Measure,
    Party,
    Proposal,
    Record,
    Span,
    Statement,
    content_id,
    day,
    value,
    year,
)

BILLION = Decimal(10) ** 9
FIRST = date(2021, 1, 1)
DAYS = 1_800
CODES = [
    "EUR",
    "KAZ",
    "CHN",
    "RUS",
    "TUR",
    "USA",
    "UZB",
    "GBR",
    "DEU",
    "FRA",
    "ITA",
    "JPN",
    "IND",
    "KOR",
    "IRN",
    "AZE",
    "GEO",
    "ARM",
    "KGZ",
    "TJK",
    "TKM",
    "POL",
    "UKR",
    "MNG",
    "PAK",
    "AFG",
    "SAU",
    "ARE",
    "QAT",
    "EGY",
    "ETH",
    "KEN",
    "NGA",
    "ZAF",
    "BRA",
    "ARG",
    "CHL",
    "MEX",
    "CAN",
    "AUS",
    "NZL",
    "VNM",
    "IDN",
    "MYS",
    "THA",
    "PHL",
    "ISR",
    "IRQ",
    "SYR",
    "LBN",
    "SRB",
    "HUN",
    "GRC",
    "ROU",
    "BGR",
    "NLD",
    "BEL",
    "ESP",
    "PRT",
    "SWE",
    "FIN",
    "NOR",
    "CHE",
    "AUT",
    "CZE",
    "SVK",
    "EUR:commission",
]
TYPES = ("CONSULT", "AGREE", "COOPERATE", "AID", "SUPPORT", "REQUEST", "ACCUSE", "SANCTION")
MEASURES: tuple[Measure, ...] = (
    "exports",
    "imports",
    "trade_total",
    "investment",
    "growth",
    "count",
    "other",
)
SYLLABLES = [
    "ka",
    "ro",
    "mi",
    "ten",
    "sul",
    "var",
    "do",
    "pri",
    "lan",
    "ges",
    "to",
    "bur",
    "ne",
    "sha",
    "lo",
    "qui",
    "ver",
    "an",
    "fe",
    "cor",
]
HAPPENINGS = 6_000
"""Meetings that several texts tell of."""


def ledgers(count: int, seed: int = 1, records: int = 20) -> Iterator[Ledger]:
    """Ledgers of made-up texts, over five years, in no order of days."""
    source = _Source(seed)
    for number in range(count):
        yield source.ledger(number, records)


class _Source:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.words = [self._word() for _ in range(6_000)]
        self.persons = [f"{self._word().title()} {self._word().title()}" for _ in range(900)]
        self.places = [(self._word().title(), self.random.choice(CODES[1:30])) for _ in range(200)]
        self.papers = [f"{self._word().title()} {self._word().title()}" for _ in range(60)]
        self.happenings = [self._happening() for _ in range(HAPPENINGS)]

    def _word(self) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.choice((2, 3, 3))))

    def _code(self) -> str:
        """A few are told of most."""
        return CODES[min(int(self.random.paretovariate(0.6)) - 1, len(CODES) - 1) % len(CODES)]

    def _pair(self) -> tuple[str, str]:
        one = self._code()
        other = self._code()
        while other == one:
            other = self.random.choice(CODES)
        return one, other

    def _happening(self) -> tuple[str, str, str, str, date, str]:
        one, other = self._pair()
        when = FIRST + timedelta(self.random.randrange(DAYS))
        words = " ".join(self.random.choices(self.words, k=9))
        return one, other, self.random.choice(self.persons), self.random.choice(TYPES), when, words

    def ledger(self, number: int, records: int) -> Ledger:
        sentences = [
            " ".join(self.random.choices(self.words, k=self.random.randrange(8, 20))).capitalize()
            for _ in range(records)
        ]
        published = FIRST + timedelta(self.random.randrange(DAYS))
        told = self._near(published) if self.random.random() < 0.6 else None
        if told is not None:
            sentences[0] = told[5].capitalize()
        text = ". ".join(sentences) + "."
        document = Document(
            id=f"made-{number}",
            title=sentences[1][:60],
            published=published if number % 50 else None,
            publisher=self.random.choice(self.papers),
            url=f"https://example.org/{number}",
            language="en",
            text=text,
        )
        made = []
        at = 0
        for place, sentence in enumerate(sentences):
            span = Span(at, at + len(sentence))
            made.append(self._record(text, span, place, published, told))
            at += len(sentence) + 2
        return Ledger(document=document, records=tuple(made))

    def _near(self, published: date) -> tuple[str, str, str, str, date, str]:
        """A happening, with its text dated near it by the caller's luck: one of many."""
        found = self.random.choice(self.happenings)
        return (*found[:4], published - timedelta(self.random.randrange(3)), found[5])

    def _record(
        self,
        text: str,
        span: Span,
        place: int,
        published: date,
        told: tuple[str, str, str, str, date, str] | None,
    ) -> Record:
        parts = self._parts(text, span, place)
        if place == 0 and told is not None:
            return self._told(parts, told)
        makers = (self._event, self._figure, self._statement, self._figure, self._statement)
        rare = (self._instrument, self._proposal, self._assertion)
        maker = rare[place // 6 % 3] if place % 6 == 5 else makers[place % 5]
        return maker(parts, span, published)

    def _parts(self, text: str, span: Span, place: int) -> dict[str, Any]:
        sure = self.random.random() < 0.4
        return {
            "id": content_id(text, place),
            "evidence": (Span(span.start, span.start + 30),),
            "sentence": span,
            "confidence": round(self.random.uniform(0.5, 1), 3),
            "tier": "sure" if sure else "possible",
            "anchor": Anchor(lemma=text[span.start : span.start + 4], span=span),
        }

    def _party(self, code: str, named: bool = False) -> Party:
        person = self.random.choice(self.persons) if named else None
        return Party(mention=None, actor=code, name=person or code, person=person)

    def _told(self, parts: dict[str, Any], told: tuple[str, str, str, str, date, str]) -> Event:
        one, other, person, type_, when, _ = told
        actor = Party(mention=None, actor=one, name=person, person=person)
        return Event(
            **parts,
            type=type_,
            actors=(actor,),
            recipients=(self._party(other),),
            date=day(when),
            date_from="resolved",
        )

    def _event(self, parts: dict[str, Any], span: Span, published: date) -> Event:
        one, other = self._pair()
        whole = self.random.random() < 0.5
        own = self.random.random()
        where = self.random.choice(self.places) if own < 0.1 else None
        when = published - timedelta(self.random.randrange(400)) if own < 0.2 else published
        return Event(
            **parts,
            type=self.random.choice(TYPES),
            actors=(self._party(one, own < 0.3),),
            recipients=(self._party(other),) if whole else (),
            date=day(when) if own < 0.5 else None,
            date_from=("resolved" if own < 0.2 else "published") if own < 0.5 else None,
            place=Location(name=where[0], country=where[1]) if where else None,
            status=self.random.choice(("actual", "actual", "planned", "negated")),
        )

    def _figure(self, parts: dict[str, Any], span: Span, published: date) -> Figure:
        one, other = self._pair()
        whole = self.random.random() < 0.12
        amount = Decimal(self.random.randrange(10, 900)) / 10
        return Figure(
            **parts,
            measure=self.random.choice(MEASURES),
            value=value(amount, BILLION, f"{amount} billion"),
            unit="EUR",
            reporter=one if whole or self.random.random() < 0.3 else None,
            partner=other if whole else None,
            period=year(published.year - 1) if whole or self.random.random() < 0.4 else None,
            date_from="own",
            check=Check(verdict="not_checkable", because=("no series at hand",)),
        )

    def _statement(self, parts: dict[str, Any], span: Span, published: date) -> Statement:
        one, other = self._pair()
        return Statement(
            **parts,
            stance=self.random.choice(("affirms", "affirms", "denies", "doubts")),
            about=(other,) if self.random.random() < 0.5 else (),
            speaker=self._party(one, True),
            mode="indirect",
            content=(Span(span.start + 5, span.end),),
        )

    def _instrument(self, parts: dict[str, Any], span: Span, published: date) -> Instrument:
        name = " ".join(self.random.choices(self.words, k=3)).title()
        parties = tuple(self._party(code) for code in self._pair())
        return Instrument(
            **parts, instrument="agreement", name=name, parties=parties, status="signed"
        )

    def _proposal(self, parts: dict[str, Any], span: Span, published: date) -> Proposal:
        one, other = self._pair()
        return Proposal(
            **parts,
            proposal=self.random.choice(("offer", "plan", "request")),
            by=self._party(one),
            to=(self._party(other),),
            content=(span,),
        )

    def _assertion(self, parts: dict[str, Any], span: Span, published: date) -> Assertion:
        one, other = self._pair()
        return Assertion(
            **parts,
            assertion="trend",
            subject=one,
            measure="exports",
            about=(other,),
            period=year(published.year),
        )
