"""What to ask for a claim: its parts, the series that may settle it, and what forbids a verdict
from the start.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from legation.checks.claims import entities, indicators, words
from legation.checks.claims.amounts import Amount, convertible, unit
from legation.checks.claims.clauses import Clause, clauses
from legation.checks.claims.indicators import Catalogue, Scored
from legation.checks.claims.parts import THAN, Part, parts
from legation.model import Document, Reading, Span, Token
from legation.model.claims import Heading

ALIKE = 0.03
"""Series whose scores differ by no more mean the same; those within the margin must only not
contradict.
"""
MOST = 12
DIGITS = re.compile(r"(?<![\w-])\d[\d,.]*")
MOVING = ("up", "down", "flat", "max", "min")
"""Cues that say how a measure moves, not which measure it is."""
RATE = re.compile(r"P1[DW]$")
"""Every day, every week: how often, not when."""
UNSPOKEN = ("bound", "pace")
"""A series of bounds or of growth is only meant where the claim says so."""
HASHTAG = re.compile(r"[#@]\w+|https?://\S+")
TAGS = frozenset({"NN", "NNS", "JJ"})
DATED = re.compile(r"/(20[012]\d)[/-](?:\d\d|[a-z]{3})\b")
IN_A_YEAR = re.compile(r"\d{4}-(?:\d\d|Q\d|H\d|W)|P\d+[MWD]|P\d*XM|PXM|.*-(?:SP|SU|FA|WI)")


class Choice(Struct, frozen=True):
    """A series, or two to be added up, that may be what a claim is about."""

    names: tuple[str, ...]
    score: float


class Inquiry(Struct, frozen=True, kw_only=True):
    """A claim ready to be judged; ``doubts`` forbid a verdict."""

    claim: Document
    parts: tuple[Part, ...] = ()
    choices: tuple[Choice, ...] = ()
    doubts: tuple[str, ...] = ()
    year: int | None = None

    @property
    def series(self) -> tuple[str, ...]:
        """The names of the series that it needs."""
        return tuple(dict.fromkeys(name for choice in self.choices for name in choice.names))


def inquire(claim: Document, reading: Reading, catalogue: Catalogue) -> Inquiry:
    """What a claim asks of the series of a catalogue."""
    cut = clauses(reading)
    said = _spread(parts(cut))
    doubts = tuple(_doubts(reading, cut, said))
    choices: tuple[Choice, ...] = ()
    if not doubts:
        spoken = concepts(reading, cut)
        found = [
            s
            for s in catalogue.search(n for c in spoken for n in c.names)
            if _readable(s.heading, said, claim.text)
        ][:MOST]
        choices = tuple(_choices(catalogue, found, spoken, claim.text))
        doubts = (*_unfound(found, choices), *_elsewhere(reading, choices, found))
    return Inquiry(
        claim=claim, parts=tuple(said), choices=choices, doubts=doubts, year=_year(claim)
    )


def _spread(said: list[Part]) -> list[Part]:
    """A change without years of its own is between the two times of which the claim gives
    values.
    """
    sized = any(
        part.kind in {"change", "growth"} or (part.kind == "level" and part.direction)
        for part in said
    )
    said = [
        part for part in said if not (sized and part.kind == "trend" and part.time.kind == "now")
    ]
    timed = [
        part
        for part in said
        if part.kind == "level" and part.amount and part.time.kind in {"range", "point"}
    ]
    if len(timed) != 2 or timed[0].time == timed[1].time:
        return said
    between = {"since": timed[0].time, "time": timed[1].time}
    return [
        replace(p, **between)
        if p.kind == "growth"
        and (p.time.kind == "now" or p.time.span.end <= timed[0].time.span.end)
        else p
        for p in said
    ]


def _year(claim: Document) -> int | None:
    """When it was said: as given, else as the address of the page says ("/2019/03/")."""
    if claim.published:
        return claim.published.year
    match = DATED.search(claim.url or "")
    return int(match[1]) if match else None


def concepts(reading: Reading, cut: Sequence[Clause]) -> list[words.Concept]:
    """What the claim speaks of, without who, when and how much."""
    text = reading.document.text
    masked = list(text)
    for span in _masks(reading, cut):
        masked[span.start : span.end] = " " * (span.end - span.start)
    tokens = {token.start: token for sentence in reading.sentences for token in sentence.tokens}
    known = set(words.phrases().values())
    found = [_verb(c, tokens.get(c.start)) for c in words.concepts("".join(masked))]
    asked = [
        c
        for c in found
        if c.names in known or (_content(tokens.get(c.start)) and c.names[0] not in indicators.STOP)
    ]
    return [c for c in asked if not any(words.has(cue, text[c.start : c.end]) for cue in MOVING)]


def _verb(concept: words.Concept, token: Token | None) -> words.Concept:
    """A verb is looked up by its stem: "exported" is an export."""
    if token is None or not token.tag.startswith("VB") or len(concept.names) != 1:
        return concept
    names = words.phrases().get((token.lemma,))
    return (
        replace(concept, names=names)
        if names and concept.names == (words.singular(token.text),)
        else concept
    )


def _content(token: Token | None) -> bool:
    return token is not None and token.tag in TAGS


def _masks(reading: Reading, cut: Sequence[Clause]) -> Iterator[Span]:
    text = reading.document.text
    for clause in cut:
        yield from (time.span for time in clause.times)
        yield from (group.span for group in clause.groups)
        for country in clause.countries:
            yield from _capitals(text, country.span)
    yield from (quantity.span for quantity in reading.quantities)
    yield from (actor.span for actor in reading.actors if actor.actor and ":" in actor.actor)
    yield from (Span(*match.span()) for match in HASHTAG.finditer(text))


def _capitals(text: str, span: Span) -> Iterator[Span]:
    """Of "Ukrainian soldiers" only the country is who; the soldiers are of whom."""
    for match in re.finditer(r"[^\W\d_][\w’'.-]*", span.of(text)):
        if match[0][0].isupper() or match[0] in {"the", "of", "and"}:
            yield Span(span.start + match.start(), span.start + match.end())


def _readable(heading: Heading, said: Sequence[Part], text: str) -> bool:
    """Whether the numbers of the claim can be read in the unit of a series."""
    kind = unit(heading.unit)
    if kind is None or kind.kind == "none":
        return False
    if any(words.has(cue, heading.title) and not words.has(cue, text) for cue in UNSPOKEN):
        return False
    numbers = [a for p in said for a in _levels(p)]
    return all(convertible(a, kind) for a in numbers)


def _levels(part: Part) -> Iterator[Amount]:
    if part.kind in {"level", "change"} and not part.of_world:
        yield from (
            amount
            for amount in (part.before, part.amount)
            if amount and not (amount.kind == "count" and amount.middle == 0)
        )


def _choices(
    catalogue: Catalogue, found: list[Scored], spoken: list[words.Concept], text: str
) -> Iterator[Choice]:
    pairs = catalogue.pairs(found, spoken, text)
    if pairs:
        one, two = pairs[0]
        yield Choice((one.name, two.name), 1.0)
        return
    fit = _of_a_kind([s for s in found if s.score >= indicators.ENOUGH and not s.unexplained], text)
    yield from (
        Choice((s.heading.name,), s.score)
        for s in fit
        if s.score >= found[0].score - indicators.MARGIN
    )


def _of_a_kind(fit: list[Scored], text: str) -> list[Scored]:
    """Where a claim says "rate", a count is not meant if a rate is at hand, nor a rate where it
    says "number".
    """
    if words.has("pace", text) and any(words.has("pace", s.heading.title) for s in fit):
        fit = [s for s in fit if words.has("pace", s.heading.title)]
    counts = [s for s in fit if (kind := unit(s.heading.unit)) and kind.kind == "count"]
    rates = [s for s in fit if s not in counts]
    if counts and rates and words.has("rate", text):
        return rates
    return counts if counts and rates and words.has("counted", text) else fit


def _unfound(found: list[Scored], choices: Sequence[Choice]) -> Iterator[str]:
    if not found:
        yield "no series speaks of this"
    elif not choices:
        left = (
            f"; it does not speak of {', '.join(found[0].unexplained[:3])}"
            if found[0].unexplained
            else ""
        )
        yield f"no series is plainly about this; the nearest is {found[0].heading.title}{left}"


def _elsewhere(
    reading: Reading, choices: Sequence[Choice], found: Sequence[Scored]
) -> Iterator[str]:
    """Places that are no country, unless the series is of them ("Arctic sea ice")."""
    titles = " ".join(
        s.heading.title.lower()
        for s in found
        if any(s.heading.name in choice.names for choice in choices)
    )
    for span in entities.named(reading).unknown:
        if span.of(reading.document.text).lower() not in titles:
            yield f"the series are of countries, not of {span.of(reading.document.text)}"
            return


def _doubts(reading: Reading, cut: Sequence[Clause], said: Sequence[Part]) -> Iterator[str]:
    text = reading.document.text
    if not said:
        yield "it says nothing that a series could settle"
    for cue, why in (
        ("will", "it speaks of plans or of what is to come"),
        ("cause", "it is about causes"),
        ("restrict", "it speaks of a part of a year"),
    ):
        if words.has(cue, text):
            yield why
    today = [time.span for clause in cut for time in clause.times if time.kind == "now"]
    dates = [when for when in reading.dates if not any(when.span.overlaps(span) for span in today)]
    if any(IN_A_YEAR.match(when.value) and not RATE.match(when.value) for when in dates):
        yield "it speaks of a part of a year; the series are yearly"
    known = [
        span for c in cut for span in (*(a.span for a in c.amounts), *(t.span for t in c.times))
    ]
    for match in DIGITS.finditer(text):
        if not any(span.overlaps(Span(*match.span())) for span in known):
            yield f"the number {match[0]} is not understood"
            return
    yield from _muddled(cut, text)


def _muddled(cut: Sequence[Clause], text: str) -> Iterator[str]:
    """Several countries that are neither listed nor compared."""
    for clause in cut:
        for one, two in zip(clause.countries, clause.countries[1:], strict=False):
            between = text[one.span.end : two.span.start]
            compared = THAN.search(between)
            if one.code != two.code and not compared and not entities.listed(text, one, two):
                yield "how the countries belong together is not plain"
                return
