"""The status of an instrument by the words around its name: "which entered into force in 2020"."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from legation.grammar.clauses import Clause, clause
from legation.grammar.factuality import factuality
from legation.grammar.outcomes import EventStatus, event_status, overall
from legation.lexicon import table, word_set
from legation.model import Period, Reading, Sentence, Token
from legation.records.instruments.candidates.names import Named
from legation.records.instruments.candidates.register import Status
from legation.records.predicates import Condition, conditions


class StatusRow(Struct, frozen=True, kw_only=True):
    """A row of ``instrument_status.csv``: a verb over an instrument and the status that it
    tells.
    """

    lemma: str
    frame: str = ""
    status: Status
    kinds: tuple[str, ...] = ()
    example: str = ""


class Standing(Struct, frozen=True):
    """What the words around a name say of it, since when, and the verb that says so."""

    status: Status
    period: Period | None = None
    verb: Token | None = None
    denied: Status | None = None
    """A step that the text says was not taken: "has yet to enter into force"; the status is
    unknown then.
    """
    place: str | None = None
    """The town where the text says that it happened."""


UNKNOWN = Standing("unknown")
Reads = tuple[StatusRow, tuple[Condition, ...]]


@cache
def rows() -> Mapping[str, tuple[Reads, ...]]:
    """Status verbs by lemma, those with a condition first."""
    held: dict[str, list[Reads]] = defaultdict(list)
    for row in table("instrument_status", StatusRow):
        held[row.lemma].append((row, conditions(row.frame)))
    return {lemma: tuple(sorted(found, key=lambda f: -len(f[1]))) for lemma, found in held.items()}


def of(reading: Reading, named: Named) -> Standing:
    """The status that the sentence gives to the instrument named in it."""
    apex = named.sentence.apex(named.span)
    if apex is None:
        return UNKNOWN
    for verb in _verbs(named.sentence, apex):
        around = clause(named.sentence, verb)
        row = _row(named, around)
        if row is not None:
            told = _as_happened(row.status, _happening(around))
            denied = row.status if told is None and _is_denied(around) else None
            if told is not None or denied is not None:
                period, place = (
                    _period(reading, named.sentence, verb),
                    _place(reading, named.sentence, verb),
                )
                return Standing(told or "unknown", period, verb, denied, place)
    return UNKNOWN


def _verbs(sentence: Sentence, apex: Token) -> Iterator[Token]:
    """The verbs that may speak of a noun, the closest first: its relative clause, then the verb
    above it.
    """
    yield from sentence.children(apex, "relcl", "acl")
    seen = apex
    for above in sentence.ancestors(apex):
        if above.tag[:1] == "V":
            yield above
            yield from (t for t in sentence.children(above, "conj", "relcl", "acl") if t.i > apex.i)
            yield from (t for t in sentence.children(above, "xcomp") if _is_yet(sentence, above))
            if above.dep not in {"xcomp", "ccomp"} or seen.dep in {"nsubj", "nsubjpass"}:
                return
        elif (
            above.dep in {"nsubj", "dobj", "pobj", "attr"}
            and above.tag[:1] == "N"
            and above.lemma not in _CARRIERS
        ):
            return
        seen = above


_CARRIERS = word_set("instruments", "status.carriers")


def _row(named: Named, around: Clause) -> StatusRow | None:
    """What the verb tells of such an instrument."""
    for row, wanted in rows().get(around.verb.lemma, ()):
        if (not row.kinds or named.kind in row.kinds) and all(_fits(c, around) for c in wanted):
            return row
    return None


def _is_denied(around: Clause) -> bool:
    """ "has not been ratified", "has yet to enter into force"; not what may come or would have."""
    return _happening(around) == "negated"


def _is_yet(sentence: Sentence, verb: Token) -> bool:
    """ "has yet to", "is yet to": what hangs from the verb has not been done."""
    return verb.lemma in {"have", "be", "remain"} and any(
        t.lower == "yet" for t in sentence.children(verb, "advmod")
    )


def _fits(condition: Condition, around: Clause) -> bool:
    if condition.slot == "obj":
        return around.object is not None and around.object.lemma in condition.words
    return any(noun.lemma in condition.words for noun in around.after(condition.slot))


def _happening(around: Clause) -> EventStatus:
    """Whether a step was taken; what somebody denies, doubts or leaves unsaid counts as not."""
    told = factuality(around.sentence, around.verb)
    return event_status(told) if overall(told) == "affirms" else "negated"


def _as_happened(told: Status, happened: EventStatus) -> Status | None:
    """ "will be signed" is planned, "may be signed" proposed, "has not been signed" says nothing
    that we know.
    """
    if happened == "actual" or told in {"proposed", "planned"}:
        return told
    if happened in {"negated", "none"}:
        return "planned" if told in {"ended", "operating"} else None
    if told in {"ended", "suspended"} and happened != "planned":
        return None
    return "planned" if happened == "planned" else "proposed"


def _period(reading: Reading, sentence: Sentence, verb: Token) -> Period | None:
    below = {t.i for t in sentence.subtree(verb)}
    near = [
        d
        for d in reading.dates
        if d.period is not None
        and sentence.span.holds(d.span)
        and any(t.i in below for t in sentence.within(d.span))
    ]
    chosen = min(near, key=lambda d: abs(d.span.start - verb.start), default=None)
    return chosen.period if chosen is not None else None


def _place(reading: Reading, sentence: Sentence, verb: Token) -> str | None:
    """The town after "in" or "at" that hangs from the verb itself."""
    for preposition in sentence.children(verb, "prep"):
        for noun in (
            sentence.children(preposition, "pobj") if preposition.lower in {"in", "at"} else ()
        ):
            found = next(
                (
                    p
                    for p in reading.places
                    if p.span.overlaps(noun.span) and p.geonames is not None
                ),
                None,
            )
            if found is not None:
                return found.name or reading.text(found.span)
    return None
