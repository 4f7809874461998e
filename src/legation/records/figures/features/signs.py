"""What a second reader sees of a drafted figure: plain facts as names, for and against it."""

from collections.abc import Iterator

from legation.records.figures.candidates.units import is_money
from legation.records.figures.features.case import Case
from legation.records.figures.slots.parties import is_ranked
from legation.records.figures.slots.times import RANKED, grain

STEPS = 5
"""Into how many steps a likelihood is cut."""
MANY = 4
"""Numbers or parties of a sentence from which on they are many."""
LONG = 30
"""Words of a long sentence."""
FLOWS = ("trade_total", "exports", "imports", "balance")


def signs(case: Case) -> list[str]:
    """The facts of a figure, each once; the doubts about it are told apart."""
    return list(dict.fromkeys([*_kind(case), *_sides(case), *_time(case), *_words(case)]))


def _kind(case: Case) -> Iterator[str]:
    settled, drafted = case.settled, case.settled.draft
    measure = drafted.measure
    yield f"measure={measure}"
    yield f"how={drafted.how}"
    yield f"how={drafted.how}|{_family(measure)}"
    unit = drafted.quantity.unit
    yield f"unit={'money' if is_money(drafted.quantity) else unit}|{_family(measure)}"
    yield f"nature={settled.nature}"
    yield f"nature={settled.nature}|{_family(measure)}"
    yield f"qualifier={drafted.quantity.qualifier}"
    yield f"product={settled.product is not None}|{_family(measure)}"
    if measure in ("share", "growth"):
        yield f"of={bool(drafted.of)}|{measure}"
        yield f"of flow={case.anchor is not None and case.anchor.measure in FLOWS}|{measure}"
    if drafted.change is not None:
        yield f"change={drafted.change}|based={settled.base is not None}"
    if case.anchor is not None:
        yield f"word={case.anchor.token.lemma}"
        yield f"word is a {case.anchor.word.pos}|{_family(measure)}"


def _family(measure: str) -> str:
    """Levels of trade as one, everything else by itself."""
    return "trade" if measure in FLOWS else measure


def _sides(case: Case) -> Iterator[str]:
    settled = case.settled
    sides, family = settled.sides, _family(settled.draft.measure)
    filled = f"{bool(sides.reporter)}{bool(sides.partner)}"
    lent = [name for name in ("reporter", "partner") if name in settled.inherited]
    yield f"sides={filled}|{family}"
    yield f"sides={filled}|lent={','.join(lent)}"
    yield from (f"lent {name}|{family}" for name in settled.inherited)
    yield f"lent={min(len(settled.inherited), 3)}"
    if is_ranked(settled.draft):
        yield f"likely={int(settled.likely_sides * STEPS)}"
        yield f"likely={int(settled.likely_sides * STEPS)}|{family}"
    ruled = (settled.ruled.reporter, settled.ruled.partner)
    yield f"as ruled={ruled == (sides.reporter, sides.partner)}"


def _time(case: Case) -> Iterator[str]:
    settled = case.settled
    family = _family(settled.draft.measure)
    lent = "period" in settled.inherited
    length = grain(settled.period) if settled.period is not None else "none"
    yield f"time={length}|{family}"
    yield f"time={length}|lent={lent}"
    if settled.draft.measure in RANKED:
        yield f"likely time={int(settled.likely_time * STEPS)}"
        yield f"likely time={int(settled.likely_time * STEPS)}|{family}"
    here = len(case.passage.dates)
    yield f"dates={min(here, 3)}|told={settled.period is not None and not lent}"
    if settled.is_back:
        yield "time looked back to"


def _words(case: Case) -> Iterator[str]:
    passage, drafted = case.passage, case.settled.draft
    numbers = sum(q.unit != "count" for q in passage.quantities)
    yield f"numbers={min(numbers, MANY)}"
    yield f"numbers={min(numbers, MANY)}|{_family(drafted.measure)}"
    named = {code for t in passage.sentence.tokens for code in passage.parties([t])}
    yield f"parties={min(len(named), MANY)}"
    yield f"long={len(passage.sentence.tokens) > LONG}"
    before = [t.lemma for t in case.leading if t.tag not in ("$", "SYM", "CD")][-1:]
    yield from (f"before={word}" for word in before)
    if case.anchor is not None:
        gap = drafted.quantity.digits.start - case.anchor.token.start
        yield f"word {'behind' if gap < 0 else 'near' if gap < 40 else 'far'}"
