"""From a figure, the answers of the statistics and the document's own arithmetic to one verdict
with its reasons.

The order is the contract's: ``matches``, ``matches_alt``, ``close``, ``sources_differ``,
``differs`` with a series; ``consistent``, ``inconsistent``, ``not_checkable`` without one.
``differs`` asks for much: the series of the authority named (or the reporter's) at hand, the figure
outside even its most careless reading, the mirror outside too, and nothing in the words that could
make the series the wrong one.
"""

from collections.abc import Sequence

from msgspec import Struct

from legation.checks import (
    authorities,
    definitions,
    derived,
    directions,
    doubts,
    indicators,
    leftovers,
    licences,
    members,
    settling,
    tolerances,
    wholes,
    wording,
)
from legation.checks.arithmetic import Finding
from legation.checks.comparisons import Sighting, sightings
from legation.lexicon import own_words
from legation.model import Answer, Check, Figure, FigureVerdict, Observation, Reading, Record

NO_SERIES = {
    "investment": "no series of bilateral investment at hand",
    "volume": "no series of quantities at hand",
    "count": "no series of counts at hand",
    "price": "no series of prices at hand",
    "other": "no series at hand measures this",
}


class Judgement(Struct, frozen=True):
    """A verdict that a rule has reached, with its reason and the observations that it rests on."""

    verdict: FigureVerdict
    because: str
    seen: tuple[Sighting, ...] = ()


class Case(Struct, frozen=True):
    """All that there is to judge one figure by."""

    reading: Reading
    records: Sequence[Record]
    figure: Figure
    answers: Sequence[Answer]
    seen: tuple[Sighting, ...]
    findings: tuple[Finding, ...]


def check(
    reading: Reading,
    records: Sequence[Record],
    figure: Figure,
    answers: Sequence[Answer],
    found: Sequence[Finding],
) -> Check:
    """The check of one figure.

    Args:
        reading: the document, for the words around the figure.
        records: all records of the document.
        figure: the figure.
        answers: what the statistics said to this figure's questions, in any order.
        found: what the document's own arithmetic says of this figure.
    """
    of_level = [a for a in answers if not directions.is_asked(a) and not derived.is_part(a)]
    of_level += definitions.worked_out(reading, list(records), figure, answers)
    seen = sightings(reading, figure, of_level)
    told = [*of_level, *(a for a in answers if directions.is_asked(a))]
    case = Case(reading, records, figure, told, seen, tuple(found))
    judged = _accounted(case, _by_series(case)) or _by_arithmetic(case)
    return Check(
        verdict=judged.verdict,
        because=_reasons(case, judged),
        observations=_observations(case, judged),
        nearby=_nearby(case, judged),
        tried=len({a.question.definition for a in of_level}),
    )


def _accounted(case: Case, judged: Judgement | None) -> Judgement | None:
    """A verdict by series stands only where every word of the clause has its part in it."""
    if judged is None:
        return None
    if wholes.is_beside(case.reading, case.figure):
        return Judgement("not_checkable", "it is a multiple of another flow, and no growth")
    is_whole = wholes.is_framed(case.reading, case.figure)
    when = judged.seen[0].definition.period if judged.seen else None
    words = () if is_whole else leftovers.left_over(case.reading, case.figure, case.records, when)
    terms = licences.found(licences.words_of(case.reading, case.figure)).get("terms")
    if terms and not words and not is_whole:
        words = [terms]
    if words:
        return Judgement("not_checkable", leftovers.told(words))
    turned = directions.against(case.reading, case.figure, case.answers)
    if turned is not None and judged.verdict != "differs":
        return Judgement("not_checkable", f"{judged.because}; but {turned}", judged.seen)
    return judged


def _by_series(case: Case) -> Judgement | None:
    """The first five verdicts, in their order."""
    for rule in RULES:
        judged = rule(case)
        if judged is not None:
            return judged
    return None


def _matches(case: Case) -> Judgement | None:
    for licence, verdict in (("stated", "matches"), ("licensed", "matches_alt")):
        hit = next((s for s in case.seen if s.licence == licence and s.inside), None)
        if hit is not None:
            return Judgement(verdict, hit.lies_within(case.figure), (hit,))  # type: ignore[arg-type]
    return None


def _close(case: Case) -> Judgement | None:
    hit = next((s for s in case.seen if s.licence in ("stated", "licensed") and s.nearly), None)
    return Judgement("close", hit.lies_near(case.figure), (hit,)) if hit else None


def _sources_differ(case: Case) -> Judgement | None:
    """The mirror matches: a disagreement of sources where the asked series is at hand, else its
    only official number.
    """
    hit = next((s for s in case.seen if s.licence == "mirror" and s.inside), None)
    if hit is None:
        return None
    own = next((s for s in case.seen if s.licence in ("stated", "licensed")), None)
    if own is not None:
        return Judgement(
            "sources_differ", f"{hit.lies_within(case.figure)}, but {own.has()}", (hit, own)
        )
    named = authorities.whose(case.figure)
    if named.side in ("reporter", "other"):
        return None
    return Judgement("matches_alt", f"{hit.lies_within(case.figure)}: {hit.because}", (hit,))


def _differs(case: Case) -> Judgement | None:
    decisive = _decisive(case)
    if decisive is None or _excused(case):
        return None
    outside = [s for s in case.seen if s.licence != "unlicensed"]
    if all(s.far for s in outside) and not decisive.beyond(case.figure):
        return Judgement("differs", decisive.lies_outside(case.figure), tuple(outside))
    return None


RULES = (_matches, _close, _sources_differ, _differs)
"""The verdicts by series, in the contract's order."""


def _decisive(case: Case) -> Sighting | None:
    """The series that may say ``differs``: that of the authority named, or if none is, the
    reporter's own.
    """
    named = authorities.whose(case.figure)
    owner = {
        "none": case.figure.reporter,
        "reporter": case.figure.reporter,
        "partner": case.figure.partner,
    }.get(named.side)
    return next(
        (
            s
            for s in case.seen
            if s.licence in ("stated", "licensed") and s.definition.reporter == owner
        ),
        None,
    )


def _excused(case: Case) -> list[str]:
    return doubts.against_differs(case.reading, case.records, case.figure)


def _by_arithmetic(case: Case) -> Judgement:
    """The last three verdicts. A figure whose series is at hand, outside, yet excused, is never
    called consistent.
    """
    against = next((f for f in case.findings if f.verdict == "inconsistent"), None)
    if against is not None:
        return Judgement("inconsistent", against.reason)
    if any(s.licence in ("stated", "licensed") for s in case.seen):
        return Judgement("not_checkable", _too_doubtful(case))
    agreeing = next((f for f in case.findings if f.verdict == "consistent"), None)
    if agreeing is not None:
        return Judgement("consistent", agreeing.reason)
    return Judgement("not_checkable", _nothing_at_hand(case))


def _too_doubtful(case: Case) -> str:
    own = next(s for s in case.seen if s.licence in ("stated", "licensed"))
    excuses = _excused(case)
    if excuses:
        return f"{own.has()}, which is not the same, but {excuses[0]}"
    if _decisive(case) is None:
        named = authorities.whose(case.figure).name or wording.country(case.figure.reporter)
        return f"{own.has()}, but the figure is on the word of {named}, whose series is not at hand"
    if own.far and not own.beyond(case.figure):
        return (
            f"{own.has()}, which is not the same, but another reading of the words "
            "comes too near to call"
        )
    if own.beyond(case.figure):
        return (
            f"{own.has()}: so far from {case.figure.value.written} that the sentence may mean "
            "something else"
        )
    if members.room_for_28(case.reading, own.definition):
        return f"{own.has()}, but the EU had 28 members at the time, and that series is not at hand"
    if tolerances.coarse(case.figure).holds(own.value):
        return (
            f"{own.has()}; {case.figure.value.written} may be rounded so coarsely: too near to call"
        )
    return (
        f"{own.has()}, just outside "
        f"{wording.interval(tolerances.printed(case.figure), case.figure.unit)}: too near to call"
    )


def _nothing_at_hand(case: Case) -> str:
    figure, asked = case.figure, absences(case.answers)
    if indicators.measured(case.reading, figure):
        why = indicators.missing(case.reading, figure)
        return why or (asked[0] if asked else "no series at hand measures this")
    if figure.measure in NO_SERIES:
        return NO_SERIES[figure.measure]
    slot = definitions.missing(figure, definitions.partner_of(case.reading, figure))
    if slot is not None:
        return slot
    return asked[0] if asked else "the words do not say which series would settle it"


def absences(answers: Sequence[Answer]) -> list[str]:
    """Why the series that the text speaks for gave nothing, without repeats; a mirror only where
    nothing else was asked.
    """
    order = {"stated": 0, "licensed": 1, "mirror": 2}
    asked = sorted(
        (a for a in answers if a.question.licence in order),
        key=lambda a: (order[a.question.licence], a.reason),
    )
    return list(dict.fromkeys(a.reason for a in asked if a.observation is None and a.reason))


def _reasons(case: Case, judged: Judgement) -> tuple[str, ...]:
    """The rule's own reason, what arithmetic says, and, where no series gave the verdict, what is
    not at hand.
    """
    told = [judged.because, *(f.reason for f in case.findings)]
    if judged.verdict in ("consistent", "inconsistent"):
        told += absences(case.answers)[:1]
    if judged.verdict not in ("matches", "matches_alt"):
        told += _why_nearby(case)
    if judged.seen:
        told += _by_own_words(case)
    gap = next((s for s in case.seen if s.licence == "mirror" and s not in judged.seen), None)
    if gap is not None:
        told.append(f"on the other side, {gap.has()}")
    if judged.verdict == "not_checkable":
        told += settling.words(case.figure, case.answers, judged.because)
    return tuple(dict.fromkeys(told))


def _observations(case: Case, judged: Judgement) -> tuple[Observation, ...]:
    official = [*judged.seen, *(s for s in case.seen if s.licence != "unlicensed")]
    return tuple(dict.fromkeys(s.observation for s in official))


def _nearby(case: Case, judged: Judgement) -> tuple[Observation, ...]:
    """Official numbers that look alike under definitions which the text does not license; they
    have no say.
    """
    return tuple(dict.fromkeys(s.observation for s in _alike(case)))


def _by_own_words(case: Case) -> list[str]:
    """The words that only the user's own list takes as neutral: a verdict names them."""
    if not own_words.neutral():
        return []
    words = leftovers.by_own_list(case.reading, case.figure, case.records)
    named = ", ".join(f"“{word}”" for word in words)
    return [f"{named}: neutral by your own list ({own_words.place()})"] if words else []


def _alike(case: Case) -> list[Sighting]:
    used = {s.observation for s in case.seen if s.licence != "unlicensed"}
    return [
        s
        for s in case.seen
        if s.licence == "unlicensed" and (s.inside or s.nearly) and s.observation not in used
    ]


def _why_nearby(case: Case) -> list[str]:
    """Why the numbers that look alike give no verdict, each by its own definition."""
    return [
        f"nearby, and no verdict: {s.has()}; the text does not speak of {_licensed(s)}"
        for s in dict.fromkeys(_alike(case))
    ]


def _licensed(nearby: Sighting) -> str:
    """What the text would have to say."""
    return {"another flow": "that flow", "another currency": "that currency"}.get(
        nearby.because, nearby.because
    )
