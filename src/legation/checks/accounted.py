"""What accounts for the words of a clause: the slots of its record, mentions, neutral words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from legation.checks import currencies, indicators, licences, neutrality, partners, products, totals
from legation.lexicon import own_words, table, word_set
from legation.model import Actor, Assertion, Date, Figure, Period, Quantity, Reading, Span, Token

COMMON = frozenset({"NN", "NNS", "JJ"})
SPEAKING = frozenset({"person", "title", "pronoun"})
A_MINUS = re.compile(r"\ba\s+(?:minus|plus)\s+of\b", re.IGNORECASE)
"""A balance in other words; elsewhere "minus" cuts something off."""
OF_MEANS = word_set("checks", "accounted.of_means")
PART_OF_A_YEAR = re.compile(r"\b(?:quarters?|half|halves|months?|weeks?|days?|season)\b")
SHORT = re.compile(r"P(?:1|X)[QMWD]")
"""A stretch of less than a year, as TimeML writes it: "in the last quarter"."""
WEEK = 7
"""Days: what is shorter is when something was told."""
YEAR = re.compile(r"(?:19|20)\d\d")
DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|W[\dX]{2}(?:-\d)?)")
"""A day or a week, as EDTF: when something was told, not of when it is."""


class Neutral(Struct, frozen=True, kw_only=True):
    """A row of ``neutral_words.csv``: a lemma that changes no number, and an example."""

    lemma: str
    example: str
    but_in: tuple[str, ...] = ()


@cache
def neutral(measure: str) -> frozenset[str]:
    """The lemmas that have no part in a number of that measure and change none."""
    rows = table("neutral_words", Neutral)
    return frozenset(row.lemma for row in rows if measure not in row.but_in)


class Accounted:
    """What a record's slots, its mentions and the tables of words account for."""

    def __init__(
        self,
        reading: Reading,
        records: Sequence[Figure | Assertion],
        when: Period | None = None,
    ) -> None:
        own = records[0]
        self.spans = [span for record in records for span in _spans(reading, record)]
        self.bodies = [actor.span for actor in reading.actors if actor.form == "body"]
        self.times = [date.span for date in reading.dates if date.type == "DATE"]
        self.narrow_times = [d.span for d in _narrower(reading, own, when)]
        self.is_since = any(_begins(r) for r in records)
        self.own_times = [d.span for d in reading.dates if any(_told(d, r) for r in records)]
        self.named = frozenset[str]().union(*(_slot_words(record) for record in records))
        self.words = neutral(own.measure or "") | _of_mean(own)
        self.sentence = reading.sentences[0]
        self.parties = [a.span for a in reading.actors if a.actor and a.actor[:3] in _codes(own)]
        self.is_trade = isinstance(own, Figure) and not indicators.measured(reading, own)

    def has(self, token: Token) -> bool:
        """Whether a word has its part."""
        if _lies_in(token, self.narrow_times):
            return False
        if token.lower == "since":
            return self.is_since
        if token.tag == "CD" and YEAR.fullmatch(token.text):
            return _lies_in(token, self.own_times)
        if token.lemma in self.named or token.lower in self.named:
            return True
        if self.is_own(token):
            return True
        in_span = _lies_in(token, self.spans)
        if in_span and not (token.tag in COMMON and _lies_in(token, self.bodies)):
            return True
        if token.lemma in self.words or token.lower in self.words:
            return not self.is_trade or not neutrality.narrows(self.sentence, token, self.parties)
        return False  # "German carmakers" are not Germany, though their name holds it

    def is_own(self, token: Token) -> bool:
        """Whether a word is accounted for by the user's own list."""
        return bool({token.lemma, token.lower} & own_words.neutral())

    def other_time(self, token: Token) -> bool:
        """Whether a number is (part of) a date: one that is not the record's is left over."""
        if _lies_in(token, self.narrow_times):
            return token.tag.startswith(("NN", "JJ", "CD"))
        if token.tag != "CD":
            return False
        return _lies_in(token, self.times) or YEAR.fullmatch(token.text) is not None


def _lies_in(token: Token, spans: Sequence[Span]) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def _spans(reading: Reading, record: Figure | Assertion) -> Iterator[Span]:
    yield from (_of_quantity(quantity, record) for quantity in reading.quantities)
    yield from (date.span for date in reading.dates if _told(date, record))
    yield from (
        _matched(match) for match in currencies.CURRENCY_TERMS.finditer(reading.document.text)
    )
    if isinstance(record, Figure):
        yield from (_matched(m) for m in licences.both_kinds(reading.document.text))
    if record.measure == "balance":
        yield from (_matched(match) for match in A_MINUS.finditer(reading.document.text))
    yield from _of_indicator(reading, record)
    codes = _codes(record)
    total = totals.read(reading, record) if isinstance(record, Figure) else None
    codes |= frozenset(total.codes if total is not None else ())
    is_group = isinstance(record, Figure) and partners.group(reading, record) is not None
    for actor in reading.actors:
        if _is_party(actor, codes) or (is_group and actor.members) or _tells(reading, actor):
            yield actor.span


def _of_quantity(quantity: Quantity, record: Figure | Assertion) -> Span:
    """What a number accounts for: of things counted beside it ("ten companies") itself alone."""
    is_own = any(quantity.digits.overlaps(e) for e in record.evidence)
    return quantity.span if is_own or quantity.unit != "count" else quantity.digits


def _is_party(actor: Actor, codes: frozenset[str]) -> bool:
    """Whether a name is one of the record's parties, or of somebody who only speaks."""
    if actor.actor is None:
        return not actor.members
    return actor.actor[:3] in codes or actor.form in SPEAKING


def _tells(reading: Reading, actor: Actor) -> bool:
    """Whether a body only says it: "Eurostat said", "according to the Commission"."""
    held = (t for t in reading.sentences[0].tokens if actor.span.holds(t.span))
    return any(neutrality.tells(reading.sentences[0], token) for token in held)


def _matched(match: re.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _of_indicator(reading: Reading, record: Figure | Assertion) -> Iterator[Span]:
    """Of a number of a country (duty, product, population): the words that name it, and with whom
    it is.
    """
    if not isinstance(record, Figure) or not indicators.measured(reading, record):
        return
    yield from (actor.span for actor in reading.actors)
    patterns = [pattern for _, pattern in indicators.rows()]
    for pattern in (*patterns, indicators.DUTIES):
        for match in pattern.finditer(reading.document.text):
            yield Span(match.start(), match.end())


def _codes(record: Figure | Assertion) -> frozenset[str]:
    """The parties of a record, and whose word it is."""
    held = [record.reporter, record.partner]
    if isinstance(record, Figure):
        held.append(record.in_favour_of)
    else:
        held += [record.subject, record.object, *record.about]
    if record.attributed_to is not None:
        held.append(record.attributed_to.actor)
    return frozenset(code[:3] for code in held if code)


def _begins(record: Figure | Assertion) -> bool:
    """Whether a record tells since when it is."""
    if isinstance(record, Figure):
        return record.change is not None and record.change.base is not None
    return record.period is not None


def _narrower(reading: Reading, record: Figure | Assertion, when: Period | None) -> Iterator[Date]:
    """The dates that are only a part of the record's time; of a total its years are none."""
    total = totals.read(reading, record) if isinstance(record, Figure) else None
    if total is not None and total.period is not None:
        return
    for date in reading.dates:
        words = reading.text(date.span).lower()
        if date.edtf is None and PART_OF_A_YEAR.search(words) is None:
            continue
        if "year" not in words and _narrows(date, record, when):
            yield date


def _narrows(date: Date, record: Figure | Assertion, when: Period | None) -> bool:
    """Whether a date is only a part of the record's time ("in the first quarter", "until June"),
    and not the one that its series was asked for."""
    if record.period is None:
        return False
    if date.type == "DURATION":
        is_short = SHORT.fullmatch(date.value) is not None
        return is_short and date.period is not None and date.period.start is None
    if date.type != "DATE":
        return False
    if date.edtf is None:
        return True
    if date.period is None or (date.period.start is None and date.period.end is None):
        return DAY.fullmatch(date.edtf) is None
    if when is not None and date.period.same(when):
        return False
    return _lies_within(date.period, record.period)


def _lies_within(part: Period, whole: Period) -> bool:
    if part.start is None or part.end is None or whole.start is None or whole.end is None:
        return False
    if part.same(whole) or (part.end - part.start).days < WEEK:
        return False
    return whole.start <= part.start and part.end <= whole.end


def _told(date: Date, record: Figure | Assertion) -> bool:
    """Whether a date is the record's own, its base, or a day of telling."""
    period = date.period
    if date.type == "SET":
        return False
    if period is None or period.start is None or period.end is None:
        return True
    if (period.end - period.start).days < WEEK:
        return True
    return any(_meets(period, other) for other in _periods(record))


def _periods(record: Figure | Assertion) -> Sequence[Period]:
    held = [record.period]
    if isinstance(record, Figure) and record.change:
        held.append(record.change.base)
    return [period for period in held if period is not None]


def _meets(one: Period, other: Period) -> bool:
    """Whether two periods overlap."""
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    return one.start <= other.end and other.start <= one.end


def _of_mean(record: Figure | Assertion) -> frozenset[str]:
    """The words by which a number is a mean of months, where its unit holds them."""
    is_mean = isinstance(record, Figure) and record.unit.endswith(currencies.A_MONTH)
    return OF_MEANS if is_mean else frozenset()


def _slot_words(record: Figure | Assertion) -> frozenset[str]:
    """The words by which the record's goods are named."""
    if record.product is None:
        return frozenset()
    name = record.product.name.lower()
    held = {
        word
        for row in products.known()
        if row.name == name
        for words in row.words
        for word in words.split()
    }
    return frozenset({*name.split(), *held})
