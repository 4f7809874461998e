"""The parts of a claim against the series: by every series that may be meant, from every day that
it may have been said.
"""

from collections.abc import Callable, Mapping, Sequence

from legation.checks.claims import changes, levels, ranks
from legation.checks.claims.amounts import unit
from legation.checks.claims.inquiries import ALIKE, Choice, Inquiry
from legation.checks.claims.lines import ADDED, Line, Table
from legation.checks.claims.outcomes import Outcome, all_of, untold
from legation.checks.claims.parts import Part
from legation.model.claims import WORLD, Judged, YearlySeries

RECENT, FEW, STALE = 10, 4, 3
"""A claim of unknown date must stand, or fall, in each of the last ten years; of a dated one three
years before it count.
"""
KNOWN = 0.7

OF_ONE: dict[str, Callable[[Part, Line, int], Outcome]] = {
    "level": levels.level,
    "zero": levels.zero,
    "dominance": levels.dominance,
    "change": changes.change,
    "growth": changes.growth,
    "trend": changes.trend,
    "flat": changes.flat,
    "peak": ranks.peak,
}
OF_ALL: dict[str, Callable[[Part, Table, int], Outcome]] = {
    "rank": ranks.rank,
    "compared": ranks.compared,
}


def judge(inquiry: Inquiry, series: Mapping[str, YearlySeries]) -> Judged:
    """The verdict on a claim, with the values that it rests on."""
    if inquiry.doubts:
        return Judged(id=inquiry.claim.id, verdict="not_checkable", because=inquiry.doubts)
    found = [
        (choice, _by(inquiry, choice, series))
        for choice in inquiry.choices
        if all(name in series for name in choice.names)
    ]
    if not found:
        return Judged(
            id=inquiry.claim.id,
            verdict="not_checkable",
            because=("the series that it needs cannot be read",),
        )
    outcome = _agreed(found)
    verdict = {True: "supported", False: "contradicted", None: "not_checkable"}[outcome.holds]
    return Judged(id=inquiry.claim.id, verdict=verdict, because=(outcome.reason,))  # type: ignore[arg-type]


def _agreed(found: Sequence[tuple[Choice, Outcome]]) -> Outcome:
    """The best series decide; the others that may be meant must not contradict them."""
    best = max(choice.score for choice, _ in found)
    first = [outcome for choice, outcome in found if choice.score >= best - ALIKE]
    told = next((outcome for outcome in first if outcome.holds is not None), None)
    if told is None:
        return first[0]
    against = next(
        (
            outcome
            for _, outcome in found
            if outcome.holds is not None and outcome.holds is not told.holds
        ),
        None,
    )
    return untold(f"two series disagree: {told.reason}; but {against.reason}") if against else told


def _by(inquiry: Inquiry, choice: Choice, series: Mapping[str, YearlySeries]) -> Outcome:
    held = tuple(series[name] for name in choice.names)
    kind = unit(held[0].heading.unit)
    if kind is None:
        return untold(f"the unit of {held[0].heading.title} is not understood")
    table = Table(held, kind)
    return all_of(_part(part, table, inquiry.year) for part in inquiry.parts)


def _part(part: Part, table: Table, year: int | None) -> Outcome:
    if part.kind == "untold":
        return untold(f"what it says here is not understood: {part.words.strip()}")
    lines = _lines(part, table)
    if not lines or not all(line.values for line in lines):
        return untold(
            f"{table.title} has nothing on "
            f"{'the group as a whole' if part.grouped else ', '.join(part.subjects) or 'it'}"
        )
    days = _days(part, lines[0], year)
    if not days:
        return untold(f"{table.title} ends in {max(lines[0].values)}, before the claim")
    if part.kind in OF_ALL:
        return _over([OF_ALL[part.kind](part, table, day) for day in days], year, part)
    if part.of_world:
        lines = [_share(line, table.line(WORLD)) for line in lines]
    return all_of(
        _over([OF_ONE[part.kind](part, line, day) for day in days], year, part) for line in lines
    )


def _lines(part: Part, table: Table) -> list[Line]:
    """Whose values are asked; a series of one place alone ("Arctic sea ice") needs none named."""
    if not part.subjects:
        return [table.line(code) for code in table.alone()]
    if part.grouped:
        return [table.together(part.subjects)] if table.unit.kind in ADDED else []
    return (
        [table.summed(part.subjects)]
        if part.combined
        else [table.line(code) for code in part.subjects]
    )


def _share(line: Line, world: Line) -> Line:
    from legation.checks.claims.amounts import Unit

    values = {
        year: 100 * value / world.values[year]
        for year, value in line.values.items()
        if world.values.get(year)
    }
    return Line(f"{line.title}, share of the world", Unit("%", 1.0), "%", values)


def _days(part: Part, line: Line, year: int | None) -> list[int]:
    """The years from which the claim may be speaking, newest first."""
    newest = sorted(line.values, reverse=True)
    if not part.time.moving and not (part.since and part.since.moving):
        return newest[:1]
    if year is not None:
        return [day for day in newest if year - STALE <= day <= year][:STALE]
    least = (part.time.first or 0) + STALE - 1 if part.time.kind == "since" else 0
    recent = FEW if part.time.kind == "back" and part.time.years >= 20 else RECENT
    return [day for day in newest[:recent] if day >= least]


def _over(outcomes: Sequence[Outcome], year: int | None, part: Part) -> Outcome:
    """One outcome for all days: of a known date any may be meant, of an unknown one all must
    agree.
    """
    told = [outcome for outcome in outcomes if outcome.holds is not None]
    if not told:
        return outcomes[0]
    true = [outcome for outcome in told if outcome.holds]
    if year is not None and len(outcomes) <= STALE:
        return (
            true[0]
            if true
            else told[0]
            if len(told) == len(outcomes)
            else untold(outcomes[0].reason)
        )
    if outcomes[0].holds is None and not true:
        return outcomes[0]  # what the newest value does not refute is not refuted by older ones
    reaching = part.time.kind == "back" and outcomes[0].holds is not None
    if (len(told) < KNOWN * len(outcomes) and not reaching) or len(true) not in {0, len(told)}:
        return untold(f"it depends on the year of the claim: {told[0].reason}")
    return told[0]
