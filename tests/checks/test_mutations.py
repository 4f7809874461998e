"""Every guard of a verdict is needed: taken away, the table of sentences notices.

Each sentence stands with the verdicts that its figures and assertions get, in the order of the
text (EU trade of Eurostat Comext, the embedded snapshot); each guard with what stands in its place
when it is off.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from msgspec.structs import replace

from legation import background, checks, documents, mentions, reconciliation, records
from legation.checks import leftovers, licences, verdicts
from legation.model import Assertion, Document, Figure, Reading, Record
from legation.statistics import embedded

Alter = Callable[[Figure], Figure]


@dataclass(frozen=True)
class Row:
    """A sentence with its verdicts; ``alter`` changes its figures before they are judged."""

    text: str
    wanted: str
    published: date | None = date(2024, 11, 20)
    alter: Alter | None = None


def possible(figure: Figure) -> Figure:
    return replace(figure, tier="possible")


def sure(figure: Figure) -> Figure:
    return replace(figure, tier="sure")


def sure_of_all(figure: Figure) -> Figure:
    return replace(figure, tier="sure", inherited=())


OLD = date(2019, 12, 2)
ROWS = [
    Row("EU exports to Georgia were €3.6 billion in 2023.", "matches"),
    Row("EU exports to Georgia were €5.9 billion in 2023.", "differs"),
    Row("EU exports to Georgia were €5.9 billion in 2023.", "not_checkable", alter=possible),
    Row(
        "EU exports to Armenia were €757 million in 2021 and €1.89 billion in 2022. EU exports to "
        "Georgia were €5.9 billion.",
        "matches matches not_checkable",
        alter=sure,
    ),
    Row("EU exports to the United States were $490 billion in 2021.", "sources_differ"),
    Row("US imports from the EU were about $480 billion in 2021.", "matches"),
    Row("Türkiye absorbed 4.4% of EU exports in 2023.", "matches"),
    Row("In dollar terms EU exports to Georgia rose 15.2% in 2023.", "matches_alt"),
    Row("EU exports to Georgia totalled €5.9 billion over 2022 and 2023.", "not_checkable"),
    Row("EU exports to Georgia exceeded its imports from Georgia in 2023.", "not_checkable"),
    Row("The GDP of Kazakhstan was $400 billion in 2022.", "not_checkable", alter=sure),
    Row(
        "According to the World Bank, EU exports to Georgia were €5.9 billion in 2023.",
        "not_checkable",
    ),
    Row("EU exports to the world were €1.2 trillion in 2023.", "not_checkable"),
    Row("EU exports were €1.2 trillion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were six billion euros in 2023.", "not_checkable"),
    Row("EU exports to Georgia were €6 to €7 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were between €6 billion and €7 billion in 2023.", "differs"),
    Row("EU imports of oil from Kazakhstan were €9.3 billion in 2021.", "not_checkable"),
    Row("EU exports to Georgia were €5.9 billion in 2024.", "not_checkable"),
    Row("EU exports to Georgia were €5.9 billion in 2023.", "not_checkable", date(2023, 11, 2)),
    Row("EU exports to Georgia were €5.9 billion in 2022 and 2023.", "not_checkable"),
    Row("EU exports to Georgia were €9.9 billion from 2021 to 2023.", "not_checkable"),
    Row("EU exports to Georgia and Armenia were €9.9 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia and Armenia together were €9.9 billion in 2023.", "differs"),
    Row("EU exports to Georgia and its neighbours were €5.9 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia rose 31% in 2023.", "differs"),
    Row("EU exports to Georgia rose 14% in 2023.", "not_checkable"),
    Row("EU exports to Georgia rose 41% to $3.92 billion in 2023.", "matches_alt not_checkable"),
    Row("In dollar terms EU exports to Georgia rose 31% in 2023.", "differs"),
    Row("EU exports to Georgia have tripled, 2023 data show.", "not_checkable"),
    Row("EU exports to Georgia doubled in 2023.", "differs"),
    Row("EU exports to Georgia were not €3.6 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia by rail were €3.6 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia fell to €3.6 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were over €3.6 billion in 2023.", "matches"),
    Row("EU exports to Georgia were over €2.6 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were about €3.7 billion in 2023.", "matches"),
    Row("EU exports to Georgia were about €3.9 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were €3.66 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were €23.6 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were $4.1 billion in 2023.", "not_checkable"),
    Row("EU exports to Georgia were $3.9 billion in 2023.", "matches_alt"),
    Row("EU exports to the United States were €405 billion in 2018.", "not_checkable", OLD),
    Row(
        "EU exports to Kazakhstan were €11 billion in 2023, Kazakhstan's statistics office said.",
        "not_checkable",
    ),
    Row("The EU's total trade with Russia was €150 billion in 2021.", "differs"),
    Row("EU exports of goods and services to Georgia were €5.9 billion in 2023.", "not_checkable"),
    Row("European exports to Georgia were €5.9 billion in 2023.", "not_checkable"),
    Row("In real terms EU exports to Georgia rose 31% in 2023.", "not_checkable"),
    Row("The EU's non-oil exports to Georgia were €5.9 billion in 2023.", "not_checkable"),
    Row("In fiscal 2023 EU exports to Georgia were €5.9 billion.", "not_checkable"),
    Row("Since independence the EU exported €5.9 billion to Georgia in 2023.", "not_checkable"),
    Row("EU exports to Georgia are forecast at €5.9 billion in 2023.", "not_checkable"),
    Row("Bilateral trade of the EU and Russia was $150 billion in 2021.", "not_checkable"),
    Row("Kazakhstan's GDP was $900 billion in 2022.", "not_checkable"),
    Row("Germany accounted for 41% of EU exports to Kazakhstan in 2023.", "differs"),
    Row(
        "Germany accounted for 41% of EU machinery exports to Kazakhstan in 2023.", "not_checkable"
    ),
    Row("The EU exported more to Japan than to Brazil in 2023.", "supported"),
    Row("The EU exported more to Brazil than to Japan in 2023.", "contradicted"),
    Row("EU exports to Türkiye were three times its exports to Ukraine in 2023.", "supported"),
    Row("Germany was the EU's second largest exporter to Georgia in 2023.", "contradicted"),
]


WORDS = [
    Row(f"{text}.", "not_checkable")
    for text in (
        "EU exports of goods and services to Georgia were €5.9 billion in 2023",
        "Like its services trade, EU exports to Georgia grew, to €5.9 billion in 2023",
        "Europe exported €5.9 billion of goods to Georgia in 2023",
        "By volume, EU exports to Georgia rose 31% in 2023",
        "EU exports to Georgia, net of transit, were €5.9 billion in 2023",
        "EU exports to Georgia were €5.9 billion in 2023 respectively",
        "Bilateral trade between the EU and Russia was $150 billion in 2021",
        "In the marketing year, EU exports to Georgia were €5.9 billion in 2023",
        "All told, EU exports to Georgia were €5.9 billion in 2023",
        "EU exports to Georgia were €5.9 billion in 2023, as projected",
        "Contrary to myth, EU exports to Georgia were €5.9 billion in 2023",
        "EU exports to Georgia totalled €5.9 billion over 2022 and 2023",
        "EU exports to Georgia were not €3.6 billion in 2023",
    )
] + [
    Row(
        "EU exports to Moldova were more than quadruple its exports to Armenia in 2022.",
        "contradicted not_checkable",
        alter=sure_of_all,
    ),
]
"""Judged as if every word were accounted for: the cues alone keep them from a verdict."""


@cache
def read(row: Row) -> tuple[Reading, tuple[Record, ...]]:
    text = row.text
    document = Document(id="x", text=text, published=row.published, language="en")
    reading = background.survey(mentions.find(document, documents.repair(text)))
    entries: Sequence[Record] = reconciliation.within(reading, records.extract(reading))
    alter = row.alter
    if alter is not None:
        entries = [alter(r) if isinstance(r, Figure) else r for r in entries]
    return reading, tuple(entries)


def given(row: Row) -> str:
    """The verdicts of a row as things stand."""
    reading, entries = read(row)
    answers = embedded().observe(checks.questions(reading, entries))
    judged = checks.judge(reading, entries, answers)
    held = [r for r in judged if isinstance(r, Figure | Assertion) and r.check]
    return " ".join(r.check.verdict for r in held if r.check)


def noticed(rows: Sequence[Row]) -> list[str]:
    """The sentences whose verdicts are not the wanted ones."""
    licences._found.cache_clear()
    found = []
    for row in rows:
        try:
            told = given(row)
        except (IndexError, AttributeError) as fault:  # a guard against it is off
            told = type(fault).__name__
        if told != row.wanted:
            found.append(f"{row.text}: {told}")
    return found


def bare(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The same of the sentences that only cues guard."""
    monkeypatch.setattr(leftovers, "left_over", nothing)
    return noticed(WORDS)


def nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def none(*_: object, **__: object) -> None:
    return None


def no(*_: object, **__: object) -> bool:
    return False


def yes(*_: object, **__: object) -> bool:
    return True


GUARDS: list[tuple[str, str, Any]] = [
    ("doubts", "_by_certainty", nothing),
    ("doubts", "_by_slots", nothing),
    ("doubts", "_by_product", nothing),
    ("doubts", "_by_partner", nothing),
    ("doubts", "_by_indicator", nothing),
    ("doubts", "_by_number", nothing),
    ("doubts", "_by_date", nothing),
    ("doubts", "_by_other_years", nothing),
    ("doubts", "_by_length", nothing),
    ("doubts", "_by_currency", nothing),
    ("doubts", "_by_total", nothing),
    ("doubts", "_is_plain_ratio", yes),
    ("doubts", "_is_plain_ratio", no),
    ("doubts", "_is_total", no),
    ("doubts", "_is_total", yes),
    ("tolerances", "is_between", no),
    ("tolerances", "is_between", yes),
    ("tolerances", "in_words", no),
    ("tolerances", "ABOUT", Decimal(0)),
    ("tolerances", "ABOUT_EXCUSED", Decimal("0.05")),
    ("tolerances", "IN_WORDS", Decimal(1)),
    ("comparisons", "RATE_EXCUSED", Decimal(0)),
    ("comparisons", "REVISION_EXCUSED", Decimal(0)),
    ("comparisons", "GROWTH_EXCUSED", Decimal(0)),
    ("comparisons", "SLIP", 1000),
    ("members", "room_for_28", lambda *_: Decimal(0)),
    ("leftovers", "left_over", nothing),
    ("denials", "against", none),
    ("directions", "against", none),
    ("wholes", "is_framed", no),
    ("wholes", "definition", none),
    ("wholes", "is_beside", no),
    ("wholes", "is_beside", no),
    ("totals", "read", none),
    ("derived", "_growth", none),
    ("verdicts", "_excused", nothing),
    ("authorities", "_side", lambda *_: "reporter"),
    ("slots", "_only_period", yes),
    ("verdicts", "all", any),
    ("verdicts", "RULES", (verdicts._close, verdicts._matches)),
    ("verdicts", "RULES", (verdicts._matches, verdicts._close, verdicts._differs)),
    ("verdicts", "RULES", (verdicts._sources_differ, verdicts._matches, verdicts._close)),
    ("verdicts", "RULES", (verdicts._matches, verdicts._close, verdicts._sources_differ)),
    ("assertions.framed", "frame", none),
    ("assertions.framed", "ROUND", Decimal(1)),
    ("assertions.framed", "all", any),
]


@pytest.fixture
def off(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, Any], None]:
    """Put something else in the place of a name; of a builtin, for that module alone."""

    def taken(module: str, name: str, instead: Any) -> None:
        held = import_module(f"legation.checks.{module}")
        monkeypatch.setattr(held, name, instead, raising=name not in ("all", "any"))

    return taken


def test_nothing_is_noticed_while_all_stands() -> None:
    assert noticed(ROWS) == []


@pytest.mark.parametrize(
    ("module", "name", "instead"),
    GUARDS,
    ids=[f"{m}.{n}.{i}" for i, (m, n, _) in enumerate(GUARDS)],
)
def test_a_guard_that_is_taken_away_is_missed(
    off: Callable[[str, str, Any], None],
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    name: str,
    instead: Any,
) -> None:
    off(module, name, instead)
    assert noticed(ROWS) or bare(monkeypatch), f"nobody misses checks.{module}.{name}"


@pytest.mark.parametrize("meaning", sorted({cue.means for cue, _ in licences.cues()}))
def test_a_meaning_of_words_that_is_taken_away_is_missed(
    monkeypatch: pytest.MonkeyPatch, meaning: str
) -> None:
    assert bare(monkeypatch) == []
    left = tuple((cue, pattern) for cue, pattern in licences.cues() if cue.means != meaning)
    monkeypatch.setattr(licences, "cues", lambda: left)
    assert noticed(WORDS), f"nobody misses the cues of {meaning}"


def test_every_doubt_stands_in_the_table() -> None:
    source = import_module("legation.checks.doubts")
    held = {name for name in vars(source) if name.startswith("_by_")}
    assert held - {"_by_words"} == {name for module, name, _ in GUARDS if name.startswith("_by_")}
