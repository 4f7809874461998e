"""What the corpus teaches of figures: whose a number is, and for when."""

from collections.abc import Iterable, Iterator

from corpus.holding import Gold, golds, worth
from corpus.markup import Sample
from corpus.slots import same_sides
from legation.model import Figure
from legation.records.figures import cases_of
from legation.records.figures.features.case import Case
from legation.records.figures.slots import parties
from legation.records.figures.slots.parties import Whose
from legation.records.figures.slots.slot_filling import Learned, scene
from legation.records.measures import Sides, named
from legation.records.ranking import Preference
from training import choices
from training.choices import Example
from training.statements import Read

RIDGE = 5.0


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
