"""How well documents are linked, on the sixty articles of ``corpora/account``.

python benchmarks/links.py [--read] [-v]

First on records that were marked by hand, so that the rules are measured apart from reading; with
``--read`` also from the texts alone, where a link counts only between records that the marks know.
A pair is two records of different stories in one affair. ``-v`` names what is wrong and what is
missed. Exit status 1 where a floor is broken.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Set
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

import account_corpus as corpus
from legation.model import Ledger, Record
from legation.model.account import Affair
from legation.model.links import Grouping
from legation.reconciliation import memory

KINDS = ("event", "figure", "instrument", "statement", "assertion", "promise")
FLOORS = {"precision": 90.0, "recall": 75.0}
Pair = tuple[str, frozenset[tuple[str, str]]]


class Score(NamedTuple):
    """Right, wrong and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was said, what is right."""
        return 100 * self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Of what there is, what was said."""
        return 100 * self.right / max(1, self.right + self.missed)

    def __str__(self) -> str:
        counts = f"right {self.right:3}  wrong {self.wrong:2}  missed {self.missed:3}"
        return f"precision {self.precision:5.1f}  recall {self.recall:5.1f}   {counts}"


class Seen(NamedTuple):
    """An account made of a pair's articles, beside its marks. ``labels`` has the label of each
    record by (article, record); ``kinds`` its kind.
    """

    account: corpus.Account
    memory: memory.MemoryAccount
    grouping: Grouping
    labels: dict[tuple[str, str], str]
    kinds: dict[tuple[str, str], str]
    names: dict[str, str]


def marked(account: corpus.Account) -> Seen:
    """The account of the records that were marked by hand."""
    ledgers = [corpus.ledger(article, account) for article in account.article]
    labels, kinds = {}, {}
    for article in account.article:
        for each in corpus.marked(article, account):
            labels[article.id, each.record.id] = each.label
            kinds[article.id, each.record.id] = type(each.record).__name__.lower()
    return _seen(account, ledgers, labels, kinds)


def read(account: corpus.Account) -> Seen:
    """The account of the texts as Legation reads them; a record has the label of the mark that it
    matches.
    """
    from legation import pipeline

    ledgers, labels, kinds = [], {}, {}
    for article in account.article:
        ledger = pipeline.ledger(corpus.document(article), None)
        ledgers.append(ledger)
        marks = corpus.marked(article, account)
        for record in ledger.records:
            kinds[article.id, record.id] = type(record).__name__.lower()
            label = next((m.label for m in marks if matches(record, m.record)), None)
            if label is not None:
                labels[article.id, record.id] = label
    return _seen(account, ledgers, labels, kinds)


def matches(record: Record, mark: Record) -> bool:
    """Whether a record that was read is the one that was marked: the same kind, type and words."""
    if type(record) is not type(mark):
        return False
    for slot in ("type", "measure", "proposal"):
        if getattr(record, slot, None) != getattr(mark, slot, None):
            return False
    spans = getattr(record, "content", record.evidence)
    return any(span.overlaps(other) for span in spans for other in mark.evidence)


def _seen(
    account: corpus.Account,
    ledgers: list[Ledger],
    labels: dict[tuple[str, str], str],
    kinds: dict[tuple[str, str], str],
) -> Seen:
    held = memory.every(ledgers)
    names = {memory.digest(ledger.document): ledger.document.id for ledger in ledgers}
    return Seen(account, held, held.grouping(), labels, kinds, names)


def pairs(seen: Seen) -> Iterator[Pair]:
    """The pairs that were linked, each with its kind."""
    for affair in seen.grouping.affairs:
        kind = "promise" if affair.kind == "proposal" else affair.kind
        members = [(seen.names[m.document], m.record) for m in affair.members]
        for one, other in combinations(members, 2):
            if one[0] != other[0]:
                yield kind, frozenset((one, other))


def expected(seen: Seen) -> Iterator[Pair]:
    """The pairs that the marks make."""
    carried = {article.id for article in corpus.carriers(seen.account)}
    held = [(key, label) for key, label in seen.labels.items() if key[0] in carried]
    for (one, label), (other, like) in combinations(held, 2):
        if label != like or label == "-" or one[0] == other[0]:
            continue
        if label.startswith("p-"):
            yield "promise", frozenset((one, other))
        elif seen.kinds[one] == seen.kinds[other]:
            yield seen.kinds[one], frozenset((one, other))


def linked(seen: Seen, verbose: bool) -> dict[str, Score]:
    """The scores of links by kind; sums and deeds of a promise are counted with it alone, and a
    pair of which one record is not marked counts neither way.
    """
    found = {pair for pair in pairs(seen) if _counts(seen, pair)}
    wanted = set(expected(seen))
    if verbose:
        for what, some in (("wrong", found - wanted), ("missed", wanted - found)):
            for kind, ends in sorted(some, key=str):
                told = [f"{name}:{seen.labels.get((name, r))}" for name, r in sorted(ends)]
                print(f"    {what} {kind}: {' — '.join(told)}")
    return {
        kind: Score(
            sum(pair[0] == kind for pair in found & wanted),
            sum(pair[0] == kind for pair in found - wanted),
            sum(pair[0] == kind for pair in wanted - found),
        )
        for kind in KINDS
    }


def _counts(seen: Seen, pair: Pair) -> bool:
    kind, ends = pair
    labels = [seen.labels.get(end) for end in ends]
    if None in labels:
        return False
    return kind == "promise" or not any(label and label.startswith("p-") for label in labels)


def disputed(seen: Seen, verbose: bool) -> Score:
    """The score of conflicts."""
    label_of = {record: label for (_, record), label in seen.labels.items()}
    affair_of = {affair.id: affair for affair in seen.grouping.affairs}
    found = set()
    for conflict in seen.grouping.conflicts:
        records = [
            member
            for value in conflict.values
            for member in (
                *value.records,
                *(affair_of[a].members[0].record for a in value.affairs),
            )
        ]
        labels = frozenset(label_of.get(record, "?") for record in records)
        doubted = conflict.settled is not None and conflict.settled.by == "outlier"
        found.add((conflict.of, labels, doubted))
    wanted = {(c.of, frozenset(c.between), c.outlier is not None) for c in seen.account.conflict}
    return _scored("conflict", found, wanted, verbose)


def altered(seen: Seen, verbose: bool) -> Score:
    """The score of altered copies."""
    found = {(a.document, a.source, a.field, a.before, a.after) for a in seen.memory.altered()}
    wanted = set()
    for each in seen.account.altered:
        like = (
            a
            for a in found
            if a[:3] == (each.document, each.source, each.field)
            and each.before.startswith(a[3])
            and each.after.startswith(a[4])
        )
        wanted.add(next(like, (each.document, each.source, each.field, each.before, each.after)))
    return _scored("altered", found, wanted, verbose)


def stepped(seen: Seen, verbose: bool) -> Score:
    """The score of steps of affairs and promises, each step by its affair, status and date."""
    found: set[object] = set()
    wanted: set[object] = set()
    for label, told in seen.account.steps.items():
        wanted |= {(label, number, *step.split()) for number, step in enumerate(told)}
        affair = _of_label(seen, label)
        dated = {number: len(step.split()) > 1 for number, step in enumerate(told)}
        for number, step in enumerate(affair.steps if affair else ()):
            when = (step.period.edtf,) if step.period and dated.get(number) else ()
            found.add((label, number, step.status, *when))
    for promise in seen.account.promise:
        wanted |= {(promise.label, n, step) for n, step in enumerate(promise.steps)}
        affair = _of_label(seen, promise.label)
        found |= {
            (promise.label, n, step.status) for n, step in enumerate(affair.steps if affair else ())
        }
    return _scored("step", found, wanted, verbose)


def promised(seen: Seen, verbose: bool) -> Score:
    """The score of what promises count: how often said, how much, how much of it was paid."""
    found: set[object] = set()
    wanted: set[object] = set()
    by_id = {promise.id: promise for promise in seen.grouping.promises}
    for mark in seen.account.promise:
        wanted |= {(mark.label, "said", mark.said)}
        wanted |= {(mark.label, n, _sum(w)) for n, w in _sums(mark) if w is not None}
        affair = _of_label(seen, mark.label)
        promise = by_id.get(affair.id) if affair else None
        if promise is not None:
            found.add((mark.label, "said", promise.said))
            for name, value in (("amount", promise.amount), ("delivered", promise.delivered)):
                if value is not None:
                    found.add((mark.label, name, value.middle))
    return _scored("promise", found, wanted, verbose)


def _sums(mark: corpus.Expected) -> tuple[tuple[str, str | None], ...]:
    return (("amount", mark.amount), ("delivered", mark.delivered))


def _sum(words: str | None) -> object:
    number, *scale, _ = (words or "0 X").split()
    return Decimal(number) * (corpus.SCALES[scale[0]] if scale else 1)


def _of_label(seen: Seen, label: str) -> Affair | None:
    """The affair that has most records of a label."""
    wanted = "proposal" if label.startswith("p-") else None
    counted = Counter[str]()
    for affair in seen.grouping.affairs:
        if wanted is None or affair.kind == wanted:
            counted[affair.id] += sum(
                seen.labels.get((seen.names[m.document], m.record)) == label for m in affair.members
            )
    best = max(counted, key=lambda name: counted[name], default=None)
    if best is None or not counted[best]:
        return None
    return next(affair for affair in seen.grouping.affairs if affair.id == best)


def _scored(what: str, found: Set[object], wanted: Set[object], verbose: bool) -> Score:
    if verbose:
        for entry in sorted(map(str, found - wanted)):
            print(f"    wrong {what}: {entry}")
        for entry in sorted(map(str, wanted - found)):
            print(f"    missed {what}: {entry}")
    return Score(len(found & wanted), len(found - wanted), len(wanted - found))


def measured(accounts: list[Seen], verbose: bool = False) -> dict[str, Score]:
    """All scores of some accounts together."""
    total: dict[str, list[Score]] = {}
    for seen in accounts:
        for kind, score in linked(seen, verbose).items():
            total.setdefault(kind, []).append(score)
        for name, measure in OTHERS.items():
            total.setdefault(name, []).append(measure(seen, verbose))
    return {
        name: Score(*(sum(score[n] for score in scores) for n in range(3)))
        for name, scores in total.items()
    }


OTHERS = {
    "conflicts": disputed,
    "altered copies": altered,
    "steps": stepped,
    "promises' counts": promised,
}


def main() -> None:
    """Print the scores."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--read", action="store_true", help="also from the texts alone")
    arguments.add_argument("-v", "--verbose", action="store_true", help="name what is wrong")
    asked = arguments.parse_args()
    held = corpus.accounts()
    print("Links on records marked by hand:")
    scores = measured([marked(account) for account in held], asked.verbose)
    report(scores)
    if asked.read:
        print("From the texts alone, between records that the marks know:")
        report(measured([read(account) for account in held], asked.verbose))
    broken = [
        kind
        for kind in KINDS
        if scores[kind].precision < FLOORS["precision"] or scores[kind].recall < FLOORS["recall"]
    ]
    sys.exit(int(bool(broken) or scores["conflicts"].precision < FLOORS["precision"]))


def report(scores: dict[str, Score]) -> None:
    """Print a table."""
    for name, score in scores.items():
        print(f"  {name:16} {score}")


if __name__ == "__main__":
    main()
