"""A supplier dominates the market of a raw material if over half of its world supply is its own.

"Critical raw materials" are those of the EU's list of 2023; the study gives shares at two stages,
extraction and processing, which differ widely, so both are told.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.checks import wording
from legation.checks.assertions.series import Series, question, ruled, unsettled
from legation.lexicon import table
from legation.model import Assertion, Check, Definition, Observation, Question, Reading, year

HALF = Decimal(50)
STUDY = 2023
STAGES = ("processing", "extraction")
CODE_LENGTH = 3
ALL = re.compile(
    r"\b(?:critical|strategic|rare|key)?\s*(?:raw\s+)?(?:materials?|minerals?)\b", re.IGNORECASE
)
RULE = (
    "over half of the world's supply dominates a material; over half of the materials, the market"
)


class Material(Struct, frozen=True, kw_only=True):
    """A row of ``check_materials.csv``: a material by its name in the EU's study."""

    material: str
    critical: Literal["yes", "no"]
    words: tuple[str, ...] = ()


@cache
def materials() -> tuple[Material, ...]:
    """All materials that a text may speak of."""
    return table("check_materials", Material)


def universe(assertion: Assertion) -> tuple[str, tuple[str, ...]]:
    """What a claim is about in words, and the materials of the study that it means; none where it
    names none.
    """
    words = " ".join(
        part
        for part in (assertion.subject, assertion.product.name if assertion.product else "")
        if part
    ).lower()
    named = tuple(
        m.material
        for m in materials()
        if any(re.search(rf"\b{re.escape(w)}\b", words) for w in m.words)
    )
    if named:
        return " and ".join(named) if len(named) <= 2 else "materials of that group", named
    if ALL.search(words) and re.search(r"critical|strategic|raw|mineral", words):
        return "critical raw materials", tuple(
            m.material for m in materials() if m.critical == "yes"
        )
    return "", ()


def questions(reading: Reading, assertion: Assertion) -> list[Question]:
    """The supplier's share in each material at each stage."""
    return [question(assertion, d, "share of world supply") for d in _asked(assertion)]


def _asked(assertion: Assertion) -> list[Definition]:
    return [
        _share(assertion, material, stage)
        for material in universe(assertion)[1]
        for stage in STAGES
        if _supplier(assertion)
    ]


def _share(assertion: Assertion, material: str, stage: str) -> Definition:
    return Definition(
        measure="supply_share",
        reporter="WLD",
        partner=_supplier(assertion) or "",
        scheme="CRM",
        product=material,
        period=year(STUDY),
        of=stage,
        unit="%",
    )


def _supplier(assertion: Assertion) -> str | None:
    party = assertion.object or ""
    return party if len(party) == CODE_LENGTH and party.isupper() else None


def judge(reading: Reading, assertion: Assertion, series: Series) -> Check:
    """Supported if the supplier has over half at each stage (of most materials), mixed if at one
    only.
    """
    about, named = universe(assertion)
    if not named or _supplier(assertion) is None:
        return unsettled(
            "the text does not say who dominates the market of which raw material, in terms "
            "of the EU's studies",
            series,
        )
    stages = {stage: _at(assertion, named, stage, series) for stage in STAGES}
    held = {stage: seen for stage, seen in stages.items() if seen}
    if not held:
        reasons = series.reasons(_asked(assertion))
        return unsettled(reasons[0] if reasons else "no shares of supply at hand", series)
    return _weighed(assertion, about, held, series)


Shares = list[tuple[str, Decimal, Observation | None]]


def _at(assertion: Assertion, named: Sequence[str], stage: str, series: Series) -> Shares:
    """Material, share and observation at a stage; a study that does not list the supplier gives it
    none.
    """
    held: Shares = []
    for material in named:
        definition = _share(assertion, material, stage)
        seen = series.seen(definition)
        if seen is not None:
            held.append((material, seen.value, seen))
        elif series.unpublished(definition):
            held.append((material, Decimal(0), None))
    return held


def _weighed(assertion: Assertion, about: str, held: dict[str, Shares], series: Series) -> Check:
    leading = {
        stage: [m for m, share, _ in shares if share > HALF] for stage, shares in held.items()
    }
    yes = [stage for stage in held if 2 * len(leading[stage]) > len(held[stage])]
    some = any(leading.values())
    verdict: Literal["supported", "mixed", "contradicted"]
    verdict = "supported" if len(yes) == len(held) else "mixed" if some else "contradicted"
    told = [
        _told(assertion, about, stage, shares, leading[stage]) for stage, shares in held.items()
    ]
    seen = [o for shares in held.values() for _, _, o in shares]
    return ruled(
        verdict, told, seen, series, f"{RULE}; the EU's {STUDY} study of critical raw materials"
    )


def _told(
    assertion: Assertion, about: str, stage: str, shares: Shares, leading: Sequence[str]
) -> str:
    who = wording.country(_supplier(assertion))
    if len(shares) > 1:
        return (
            f"{who} has over half of the world's {stage} of {len(leading)} of {len(shares)} {about}"
        )
    material, share, seen = shares[0]
    if seen is None:
        return f"{who} is not among the listed suppliers of the world's {stage} of {material}"
    return f"{who} has {wording.digits(share)} % of the world's {stage} of {material}"
