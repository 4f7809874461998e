"""What the corpus teaches of figures: whose a number is, and for when."""

from collections.abc import Iterable, Iterator, Sequence

from corpus.holding import Gold, golds, held, worth
from corpus.markup import Sample
from corpus.slots import same_days, same_sides
from legation.model import Figure, Period
from legation.records.figures import cases_of, read_off
from legation.records.figures.features.case import Case
from legation.records.figures.slots import parties, times
from legation.records.figures.slots.parties import Whose
from legation.records.figures.slots.slot_filling import Learned, moment, scene
from legation.records.figures.verifier import WEIGHTS as SECOND
from legation.records.figures.verifier import features
from legation.records.measures import Sides, named
from legation.records.ranking import Preference
from training import choices
from training.choices import Example
from training.statements import Read
from training.sweeps import folds

RIDGE = 5.0
RIDGE_OF_TIMES = 3.0
UNMARKED = 0.3
"""What a mark without a time counts for there being none."""
STRENGTH = 10.0
"""The ridge of the second reader."""

Judged = tuple[list[str], bool]
"""What is seen of a figure, and whether it is right."""


def told(found: Iterable[Read], learned: Learned) -> Iterator[tuple[Sample, Case, Gold]]:
    """Each figure that we draft and the corpus marks, with its mark."""
    for sample, reading in found:
        marks = golds(sample, Figure)
        if not marks:
            continue
        for case in cases_of(reading, learned):
            gold = mark_of(case, marks)
            if gold is not None:
                yield sample, case, gold


def mark_of(case: Case, marks: Iterable[Gold]) -> Gold | None:
    """The mark at the digits of a figure, with its value."""
    draft = case.settled.draft
    for gold in marks:
        if gold.spans[0].overlaps(draft.quantity.digits) and worth(draft.value, gold):
            return gold
    return None


def sides_examples(found: Iterable[Read], learned: Learned) -> list[Example]:
    """The pairs of sides weighed for each marked figure; those whose mark is not among them teach
    nothing.
    """
    held = (
        sides_example(case, gold)
        for _, case, gold in told(found, learned)
        if parties.is_ranked(case.settled.draft)
    )
    return [example for example in held if any(example.right)]


def sides_example(case: Case, gold: Gold) -> Example:
    """One figure as a choice between pairs of sides."""
    settled = case.settled
    by_rules = Whose(settled.ruled, settled.taken)
    seen = scene(case.passage, settled.draft, case.earlier, case.around, by_rules)
    weighed = parties.candidates(seen)
    return Example(
        tuple(each.features for each in weighed),
        tuple(as_marked(each.value or Sides(), gold) for each in weighed),
    )


def as_marked(sides: Sides, gold: Gold) -> bool:
    """Whether two sides are those of a mark; of trade between two in either order."""
    joint = gold.mark.get("measure") == "trade_total" or gold.mark.get("of") == "trade"
    held = (named(sides.reporter), named(sides.partner))
    return same_sides(held, gold.mark, joint)


def train_sides(found: Iterable[Read]) -> bytes:
    """The weights of the sides as JSON."""
    return choices.written(fit_sides(found))


def fit_sides(read: Iterable[Read]) -> Preference:
    """Weights of the sides, learned beside figures whose sides the rules filled. Learned beside
    sides that weights of other folds had chosen they were no better (436 against 451 of 828 figures
    right on folds of the train part, 2026-12-01).
    """
    return choices.fit(sides_examples(read, Learned()), RIDGE)


def times_examples(found: Iterable[Read], learned: Learned) -> list[Example]:
    """The times weighed for each marked figure. Many marks leave out a time that the text gives:
    one without a time says only half as much for there being none.
    """
    held = (
        times_example(case, gold)
        for _, case, gold in told(found, learned)
        if case.settled.draft.measure in times.RANKED
    )
    return [example for example in held if any(example.right)]


def times_example(case: Case, gold: Gold) -> Example:
    """One figure as a choice between times."""
    weighed = times.candidates(moment(case.passage, case.settled.draft, case.earlier, case.around))
    return Example(
        tuple(each.features for each in weighed),
        tuple(then_as_marked(each.value, gold) for each in weighed),
        1.0 if gold.mark.get("period") else UNMARKED,
    )


def then_as_marked(ours: Period | None, gold: Gold) -> bool:
    """Whether a time is that of a mark, or both are none."""
    marked = gold.mark.get("period")
    return (
        same_days(ours, marked) if ours is not None and marked else (ours is None) == (not marked)
    )


def fit_times(read: Iterable[Read]) -> Preference:
    """Weights of the times, learned beside figures that the rules filled."""
    return choices.fit(times_examples(read, Learned()), RIDGE_OF_TIMES)


def train_times(found: Iterable[Read]) -> bytes:
    """The weights of the times as JSON."""
    return choices.written(fit_times(found))


def verdicts(read: Sequence[Read]) -> Iterator[Judged]:
    """Each figure that we draft with what is seen of it, and whether the corpus marks the same. Its
    sides are those that weights of the other folds chose: in use the weights know no text either.
    """
    for known, out in folds(read):
        learned = Learned(sides=fit_sides(known), times=fit_times(known))
        for sample, reading in out:
            made = list(read_off(reading, (), learned))
            right = {each.record.id for each in held(sample, [f for _, f in made]) if each.right}
            yield from ((features(case), figure.id in right) for case, figure in made)


def train_second(found: Iterable[Read]) -> bytes:
    """The weights of the second reader as JSON."""
    return choices.written(fit_second(list(verdicts(list(found)))))


def fit_second(given: Sequence[Judged]) -> Preference:
    """A model of which figures are right: a choice between a figure and nothing."""
    examples = [Example((tuple(told), ()), (right, not right)) for told, right in given]
    return choices.fit(examples, STRENGTH)


def train(found: Iterable[Read]) -> dict[str, bytes]:
    """The files of weights of figures."""
    read = list(found)
    return {
        parties.WEIGHTS: train_sides(read),
        times.WEIGHTS: train_times(read),
        SECOND: train_second(read),
    }
