"""Every question is a range of an index or a table made for it: none walks through all records."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from legation import store
from legation.views.questions import digest as digests
from legation.views.questions.claims import claims
from legation.views.questions.compare import compare
from legation.views.questions.conflicts import conflicts
from legation.views.questions.dyad import dyad, timeline
from legation.views.questions.find import find
from legation.views.questions.promises import promises
from legation.views.questions.rivals import rivals
from legation.views.questions.scopes import Scope
from legation.views.questions.story import story
from legation.views.questions.who import who

LARGE = {
    "record", "record_actor", "record_person", "record_place", "affair", "dyad", "dyad_time",
    "dyad_month", "dyad_story", "dyad_month_stories", "dyad_changed", "dyad_conflict",
    "dyad_promise", "body", "link", "step",
}  # fmt: skip
SCAN = re.compile(r"^SCAN (\w+)(?! USING (?:COVERING )?INDEX)")


class Watched:
    """A ledger that tells what SQLite plans for each statement."""

    def __init__(self, ledger: store.Reading) -> None:
        self.inner = ledger
        self.scans: list[tuple[str, str]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows; what would be walked through whole is noted."""
        names = dict(re.findall(r"(?:FROM|JOIN) (\w+)(?: AS)? (\w+)", sql))
        for *_, step in self.inner.rows(f"EXPLAIN QUERY PLAN {sql}", values):
            found = SCAN.match(step)
            aliases = {alias: table for table, alias in names.items()}
            if found and aliases.get(found[1], found[1]) in LARGE:
                self.scans.append((step, sql))
        return self.inner.rows(sql, values)


QUESTIONS: dict[str, Callable[[Any], object]] = {
    "dyad": lambda ledger: dyad(ledger, "EUR", "KAZ", Scope(possible=True)),
    "timeline": lambda ledger: timeline(ledger, "EUR", "KAZ", Scope(limit=2)),
    "conflicts": lambda ledger: conflicts(ledger, ("EUR", "KAZ")),
    "promises": lambda ledger: promises(ledger, ("EUR", "KAZ")),
    "rivals": lambda ledger: rivals(ledger, "KAZ"),
    "compare": lambda ledger: compare(ledger, [("EUR", "KAZ"), ("DEU", "KAZ")]),
    "claims": lambda ledger: claims(ledger, "EUR", "KAZ"),
    "who, a country": lambda ledger: who(ledger, "KAZ"),
    "who, a person": lambda ledger: who(ledger, "Timur Beketov"),
    "find": lambda ledger: find(ledger, "railway"),
    "story": lambda ledger: story(ledger, "meeting"),
    "digest": lambda ledger: digests.digest(ledger, digests.Asked(between=("EUR", "KAZ"))),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_question_walks_through_a_large_table(linked: store.Reading, name: str) -> None:
    watched = Watched(linked)
    QUESTIONS[name](watched)
    assert watched.scans == []


def test_a_walk_would_be_seen(linked: store.Reading) -> None:
    watched = Watched(linked)
    watched.rows("SELECT count(*) FROM record AS r WHERE r.judged = 1")
    assert len(watched.scans) == 1
