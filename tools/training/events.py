"""The linear models of events, trained on what our lexicon drafts from the corpus: who takes which
part, what a draft is, and whether its core is right.

Each learns from what the ones before it say of samples that they had not seen, by folds of files:
else it would believe them too much.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from zlib import crc32

from msgspec import Struct
from msgspec.structs import replace

from corpus.holding import Gold, golds, has_core, marked, repeats
from corpus.markup import Sample
from corpus.slots import land
from legation.model import Event, Reading, Span
from legation.records import statements
from legation.records.events import verifier
from legation.records.events.assembly import found
from legation.records.events.candidates.drafts import Draft
from legation.records.events.candidates.parties import Candidate, candidates
from legation.records.events.features.core import NONE, known
from legation.records.events.features.telling import features
from legation.records.events.slots import parties
from legation.records.events.slots.roles import told
from legation.records.events.verifier import RIGHT, typed
from legation.records.predicates import Cast
from legation.records.ranking import Linear
from training.linear import Example, fit, written
from training.statements import Read

SIDES, TYPES, CORE = 0.1, 0.3, 0.1
"""Inverses of the ridges, swept over 0.03 … 0.3 by folds of the train part."""
NEAR = 2
"""Tokens between a draft's trigger and the marked one: "paid a visit" may be drafted at either
word.
"""
FOLDS = 3
WRONG = "wrong"


class Case(Struct, frozen=True):
    """A draft of a sample with all candidates for its sides, and the mark that it should tell."""

    sample: Sample
    draft: Draft
    among: tuple[Candidate, ...]
    gold: Gold | None

    @property
    def fold(self) -> int:
        return crc32(self.sample.id.split(":")[0].encode()) % FOLDS


def cases(read: Iterable[Read]) -> list[Case]:
    """What the lexicon makes of each sample, before anybody judges it."""
    return [case for sample, reading in read for case in _cases(sample, reading)]


def _cases(sample: Sample, reading: Reading) -> Iterator[Case]:
    cast = Cast(reading, statements.extract(reading))
    for draft in found(reading, cast):
        among = tuple(candidates(draft, cast, reading))
        yield Case(sample, draft, among, gold_of(sample, draft))


def gold_of(sample: Sample, draft: Draft) -> Gold | None:
    """The mark at the trigger; for a frame that fits also one of its type beside it."""
    marks = golds(sample, Event)
    exact = [gold for gold in marks if gold.spans[0].overlaps(draft.trigger.span)]
    if exact:
        return next((g for g in exact if g.mark.get("type") == draft.type), exact[0])
    if draft.frame == "open":
        return None
    at = draft.trigger.i - draft.sentence.first
    around = draft.sentence.tokens[max(0, at - NEAR) : at + NEAR + 1]
    window = Span(around[0].start, around[-1].end)
    near = (g for g in marks if g.spans[0].overlaps(window))
    return next((g for g in near if g.mark.get("type") == draft.type), None)


def part_of(candidate: Candidate, gold: Gold) -> str | None:
    """The part that a mark gives a candidate; None where it gives both."""
    acts, suffers = (_is_among(candidate, gold.mark.codes(n)) for n in ("actors", "recipients"))
    if acts and suffers:
        return None
    return parties.ACTOR if acts else parties.RECIPIENT if suffers else parties.NONE


def _is_among(candidate: Candidate, codes: Sequence[str]) -> bool:
    one = candidate.party
    if one.actor is not None:
        return land(one.actor) in marked(codes)
    if candidate.head is None:
        return False
    own = {w.lower().rstrip("s") for w in (one.name or "").replace("-", " ").split()}
    names = (code[1:].lower().split("_") for code in codes if code.startswith("?"))
    return any(word.rstrip("s") in own for name in names for word in name)


def sides_examples(held: Iterable[Case]) -> list[Example]:
    """Each candidate of the drafts that are marked, with its part."""
    return [
        (told(case.draft, each, case.among), part)
        for case in held
        if case.gold is not None
        for each in case.among
        if (part := part_of(each, case.gold)) is not None
    ]


def types_examples(held: Iterable[Case]) -> list[Example]:
    """Each draft with the type that its trigger is marked with, or none; what tells again is
    neither.
    """
    return [
        (features(case.draft), case.gold.mark.get("type") if case.gold else NONE)
        for case in held
        if case.gold is not None or not _tells_again(case)
    ]


def _tells_again(case: Case) -> bool:
    """Whether an unmarked draft of an article has the type and sides of a mark elsewhere."""
    own = {land(p.actor) for p in (*case.draft.actors, *case.draft.recipients)} - {None}
    if case.sample.form != "article" or not own:
        return False
    like = (g for g in golds(case.sample, Event) if g.mark.get("type") == case.draft.type)
    return any(own <= marked((*g.mark.codes("actors"), *g.mark.codes("recipients"))) for g in like)


def core_examples(held: Iterable[tuple[Case, Linear]]) -> list[Example]:
    """Each draft that the model of types keeps, with whether its core is right."""
    made: list[Example] = []
    for case, model in held:
        likely = model.likely(features(case.draft))
        for draft, _ in typed(case.draft, likely):
            right = _is_right(case, draft)
            if right is not None:
                made.append((known(draft, likely), RIGHT if right else WRONG))
    return made


def _is_right(case: Case, draft: Draft) -> bool | None:
    """Whether the core of a draft is as marked; None where it tells again, and not quite the
    same.
    """
    if case.gold is not None:
        return has_core(draft, case.gold)
    if case.sample.form == "article" and repeats(draft, golds(case.sample, Event)):
        return True
    return None if _tells_again(replace(case, draft=draft)) else False


def sided(case: Case, model: Linear) -> Case:
    """The case with the sides that a model chooses."""
    return replace(case, draft=parties.chosen(case.draft, case.among, model))


def crossed(
    held: Sequence[Case], make: Callable[[list[Case]], Linear]
) -> list[tuple[Case, Linear]]:
    """Each case with the model that the other folds give."""
    models = [make([case for case in held if case.fold != n]) for n in range(FOLDS)]
    return [(case, models[case.fold]) for case in held]


def make_sides(held: Iterable[Case]) -> Linear:
    """The model of sides."""
    return fit(sides_examples(held), SIDES)


def make_types(held: Iterable[Case]) -> Linear:
    """The model of types."""
    return fit(types_examples(held), TYPES)


def train(read: Iterable[Read]) -> dict[str, bytes]:
    """The weights of the three models by file name."""
    held = cases(read)
    placed = [sided(case, model) for case, model in crossed(held, make_sides)]
    core = fit(core_examples(crossed(placed, make_types)), CORE)
    models = {
        parties.WEIGHTS: make_sides(held),
        verifier.WEIGHTS: make_types(placed),
        verifier.CORE: core,
    }
    return {name: written(model) for name, model in models.items()}
