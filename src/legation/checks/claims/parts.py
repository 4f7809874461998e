"""A claim in its parts: each says one thing that a series can settle, or something that none
can.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.checks.claims import words
from legation.checks.claims.amounts import Amount
from legation.checks.claims.clauses import Clause
from legation.checks.claims.entities import Grouping
from legation.checks.claims.times import NOW, Time
from legation.lexicon import word_list
from legation.model.mentions import Qualifier

Kind = Literal[
    "untold",
    "level",
    "change",
    "growth",
    "trend",
    "rank",
    "peak",
    "compared",
    "zero",
    "dominance",
    "flat",
]
Direction = Literal["up", "down"]
BACK_AND_FORTH: dict[Qualifier, Qualifier] = {
    "over": "at_most",
    "at_least": "under",
    "under": "at_least",
    "at_most": "over",
    "exact": "exact",
    "about": "about",
}
SOURCE = re.compile(
    r"\b(?:largest|biggest|main|dominant|primary|leading|top|most important"
    r"|greatest)\s+(?:source|form|part|share|contributor)",
    re.I,
)
ORDINAL = re.compile(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|2nd|3rd|4th|5th)[- "
    r"](?:\w+[- ]){0,1}"
    r"(?=\w*est\b|most\b)",
    re.I,
)
ORDINALS = word_list("checks", "parts.ordinals")
MORE = re.compile(
    r"\b(?:(?:more|higher|larger|greater|bigger|longer|taller)\b[^,;.]{0,60}\bthan|exceed\w*"
    r"|above|ahead of|overt\w+)\b",
    re.I,
)
LESS = re.compile(
    r"\b(?:(?:less|lower|fewer|smaller|shorter)\b[^,;.]{0,60}\bthan|below|behind)\b", re.I
)
MORE_OR_FEWER = re.compile(
    r"\b(more|fewer) (?:and (?:more|fewer) )?(?:people|women|men|children)\b(?!.*\bthan\b)", re.I
)
THAN = re.compile(r"\b(?:than|exceed\w*|above|below|behind|ahead of|overt\w+)\b", re.I)
DENIED = re.compile(
    r"\b(?:do|does|did|is|are|was|were|has|have|had|can|could)(?:n[’']t|\s+not)\b", re.I
)
SHORT = re.compile(
    r"(?<!make )(?<!makes )(?<!made )(?<!making )\b(up"
    r"|down)\s+(?:by\s+)?(?:(?!to\b|from\b|at\b|below\b)[a-z]+\s)?$",
    re.I,
)
VAGUE = re.compile(r"\b(?:one of|among) (?:the|its)\b", re.I)
ONCE = re.compile(
    r"\b(?:level|point|share|(?:its|their) (?:highest|lowest|largest|smallest)|total|rate"
    r"|figure|value|number|since|ever"
    r"|in (?:over |more than |nearly |almost |about )?\w+ (?:years|decades)|on record|in "
    r"history|record|all[- ]time)\b",
    re.I,
)
NEGATED = re.compile(r"\b(?:never|not|no|n[’']t)\b[^,;.]{0,24}$", re.I)


class Part(Struct, frozen=True, kw_only=True):
    """One thing said. ``subjects`` are codes, each of which it is said of, or their sum if
    ``combined``.
    """

    kind: Kind
    words: str
    subjects: tuple[str, ...] = ()
    combined: bool = False
    amount: Amount | None = None
    before: Amount | None = None
    time: Time = NOW
    since: Time | None = None
    always: bool = False
    averaged: bool = False
    mean: bool = False
    """Whether it speaks of an average in so many words."""
    negated: bool = False
    grouped: bool = False
    """Whether the subjects are the members of a group that is spoken of as one ("Africans")."""
    direction: Direction | None = None
    steadily: bool = False
    other: str | None = None
    group: Grouping | None = None
    ordinal: int = 1
    vague: bool = False
    only: bool = False
    of_world: bool = False


def parts(found: Sequence[Clause]) -> list[Part]:
    """What the clauses say; each takes its subject and time from those before it if it names
    none.
    """
    said: list[Part] = []
    subjects, time = next(((_codes(c), None) for c in found if c.countries), ((), None))
    group = next((g for c in found for g in c.groups if g.members), None) if not subjects else None
    for clause in found:
        subjects = _codes(clause) or subjects or (group.members if group else ())
        base = Part(
            kind="level",
            words=clause.text,
            subjects=subjects,
            combined=words.has("combined", clause.text),
            grouped=bool(group),
        )
        made = [_timed(part, clause, time) for part in _said(clause, base)] or [
            replace(base, kind="untold")
        ]
        said.extend(made)
        time = next(
            (part.time for part in made if part.time is not NOW),
            clause.times[-1] if clause.times else time,
        )
    return said


def _codes(clause: Clause) -> tuple[str, ...]:
    return tuple(dict.fromkeys(country.code for country in clause.countries))


def _timed(part: Part, clause: Clause, earlier: Time | None) -> Part:
    if part.time is not NOW:
        return part
    if part.kind == "peak":  # its own time says since when it is the highest, not when
        return replace(part, time=earlier) if earlier and earlier.kind == "point" else part
    own = next(iter(clause.times), None) or earlier
    return replace(part, time=own) if own else part


def _said(clause: Clause, base: Part) -> Iterator[Part]:
    """The parts of a clause: the numbers first, what is left of it by its words."""
    text = clause.text
    base = replace(
        base,
        always=words.has("always", text),
        averaged=words.has("average", text) or words.has("annual", text),
        mean=words.has("average", text),
    )
    levels = [amount for amount in clause.amounts if amount.kind != "x"]
    pair = _from_to(clause, levels)
    if pair:
        yield replace(base, kind="change", before=pair[0], amount=pair[1], **_ends(clause, pair))
    elif levels:
        yield from (_level(clause, base, amount) for amount in levels)
    factors = [amount for amount in clause.amounts if amount.kind == "x"]
    for factor in factors:
        yield replace(base, kind="growth", amount=factor, direction=_direction(text))
    yield from _compared(clause, base, bool(levels or factors))


def _level(clause: Clause, base: Part, amount: Amount) -> Part:
    text, at = clause.text, amount.span.start - clause.span.start
    direction, before = _direction(text), text[max(0, at - 34) : at]
    short = SHORT.search(before)
    if short and amount.kind == "%":
        return replace(
            base,
            kind="growth",
            amount=amount,
            direction="up" if short[1].lower() == "up" else "down",
        )
    if direction and amount.kind in {"%", "x"} and _by(text, before, amount, clause):
        return replace(base, kind="growth", amount=amount, direction=direction)
    time = _nearest(clause, amount)
    asked = _related(text[:at], amount)
    if DENIED.search(text) and asked.qualifier == amount.qualifier and amount.middle:
        return replace(
            base, kind="untold"
        )  # "half of them do not have one" is about the other half
    of_world = bool(
        re.match(
            r"\s*of (?:all )?(?:the )?(?:world|global)",
            text[amount.span.end - clause.span.start :],
            re.I,
        )
    )
    trend = direction if re.search(r"\bto\b[^,;]{0,16}$", before) else None
    return replace(base, amount=asked, time=time or NOW, direction=trend, of_world=of_world)


def _by(text: str, before: str, amount: Amount, clause: Clause) -> bool:
    """Whether a per cent is the size of a change: "rose by 5 %", "a 5 % rise", "rose 5 %"."""
    if re.search(r"\bby\b[^,;]{0,22}$", before):
        return True
    after = text[amount.span.end - clause.span.start :][:24]
    close = re.match(
        r"\s*(?:\w+\s)?(?:rise|increase|growth|drop|fall|decline|decrease|reduction|jump|surge)\b",
        after,
        re.I,
    )
    verb = re.search(
        r"\b(?:rose|fell|grew|dropped|declined|decreased|increased|risen|fallen|grown|jumped"
        r"|surged)\s+(?:\w+\s){0,2}$",
        before,
        re.I,
    )
    return bool(close or (verb and not re.search(r"\b(?:to|from|below|above|under|at)\b", before)))


def _related(before: str, amount: Amount) -> Amount:
    """The number with the relation that the words before it state ("falls short of the recommended
    1:600").
    """
    near, qualifier = before[-70:], amount.qualifier
    if qualifier in {"exact", "about"}:
        if words.has("fallshort", near) or re.search(
            r"\b(?:below|under|beneath)\b[^,;.%]{0,30}$", near, re.I
        ):
            qualifier = "under"
        elif re.search(r"\b(?:exceed\w*|above|surpass\w*|over)\b[^,;.%]{0,30}$", near, re.I):
            qualifier = "over"
    return replace(
        amount, qualifier=BACK_AND_FORTH[qualifier] if NEGATED.search(near[-40:]) else qualifier
    )


def _from_to(clause: Clause, levels: list[Amount]) -> tuple[Amount, Amount] | None:
    """The two ends of "from 2.5 % to 17 %"."""
    if len(levels) != 2 or levels[0].kind == levels[1].kind == "x":
        return None
    one, two = levels
    start = clause.span.start
    before, between = (
        clause.text[: one.span.start - start],
        clause.text[one.span.end - start : two.span.start - start],
    )
    from_one = re.search(r"\bfrom\b[^,;]{0,24}$", before, re.I)
    return (one, two) if from_one and re.search(r"\bto\b[^,;]{0,24}$", between, re.I) else None


def _ends(clause: Clause, pair: tuple[Amount, Amount]) -> dict[str, Time | None]:
    """The times of the two ends: each its own, or the ends of the stretch that the clause names."""
    own = [t for t in clause.times if pair[0].span.end <= t.span.start < pair[1].span.start]
    later = [t for t in clause.times if t.span.start >= pair[1].span.end]
    if own and later:
        return {"since": own[0], "time": later[0]}
    return {"since": None, "time": next(iter(clause.times), NOW)}


def _nearest(clause: Clause, amount: Amount) -> Time | None:
    """The time that belongs to a number: the one after it, else the one before it."""
    after = [t for t in clause.times if t.span.start >= amount.span.end]
    before = [t for t in clause.times if t.span.end <= amount.span.start]
    return after[0] if after else before[-1] if before else None


def _direction(text: str) -> Direction | None:
    up, down = (next(words.cues(cue, text), None) for cue in ("up", "down"))
    if up and down:
        return None
    if (up or down) is None and (match := MORE_OR_FEWER.search(text)):
        return "up" if match[1].lower() == "more" else "down"
    return "up" if up else "down" if down else None


def _compared(clause: Clause, base: Part, numbered: bool) -> Iterator[Part]:
    """What the clause says besides its numbers: ranks, peaks, comparisons, trends, nothing at
    all.
    """
    text = clause.text
    group = clause.groups[-1] if clause.groups else None
    any_other = (
        "up" if words.has("moreany", text) else "down" if words.has("lessany", text) else None
    )
    side: Direction | None = (
        "up" if words.has("max", text) else "down" if words.has("min", text) else None
    )
    if (
        any_other
        or (side and group and not SOURCE.search(text))
        or (words.has("only", text) and group)
    ):
        number = ORDINAL.search(text)
        place = _place(number[1]) if number else 1
        yield replace(
            base,
            kind="rank",
            direction=any_other or side or "up",
            group=group,
            ordinal=place,
            vague=bool(VAGUE.search(text)),
            only=words.has("only", text),
        )
    elif SOURCE.search(text):
        yield replace(base, kind="dominance", always=True)
    elif side and ONCE.search(text) and not numbered:
        since = next((t for t in reversed(clause.times) if t.kind in {"back", "since"}), None)
        yield replace(base, kind="peak", direction=side, since=since)
    elif not numbered:
        yield from _plain(clause, base)


def _place(written: str) -> int:
    return ORDINALS.index(written.lower()) + 1 if written.lower() in ORDINALS else int(written[0])


def _plain(clause: Clause, base: Part) -> Iterator[Part]:
    text = clause.text
    compared = _comparison(clause)
    if compared:
        one, two, side = compared
        yield replace(base, kind="compared", subjects=(one,), other=two, direction=side)
    elif direction := _direction(text):
        negated = bool(re.search(r"\b(?:not|never)\b|n[’']t\b", text))
        yield replace(
            base,
            kind="trend",
            direction=direction,
            steadily=words.has("steadily", text),
            negated=negated,
        )
    elif words.has("flat", text):
        yield replace(base, kind="flat")
    elif words.has("zero", text) and not words.has("max", text):
        yield replace(base, kind="zero", always=True)


def _comparison(clause: Clause) -> tuple[str, str, Direction] | None:
    """The two countries of "more than" and "lower than in", and which of the words it is."""
    if len(clause.countries) != 2 or clause.countries[0].code == clause.countries[1].code:
        return None
    one, two = clause.countries
    for rule, side in ((MORE, "up"), (LESS, "down")):
        match = rule.search(clause.text)
        if match and one.span.end <= match.end() + clause.span.start <= two.span.start:
            return one.code, two.code, side  # type: ignore[return-value]
    return None
