"""The articles kept aside are as their README says, and are scored field by field."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from corpus.checking import PERIOD, known
from corpus.markup import samples
from corpus.nearness import shingles
from corpus.words import REGIONS, STYLES
from legation.model import Event, Figure, Party, Record, Span, Value
from scoring.aside import FOLDER, Article, articles, missing, table, tally
from scoring.expectations import CORE, TESTS, Expectation, asked, load

EACH = pytest.mark.parametrize("article", articles(), ids=lambda each: each.name)
NINE = 9


def test_every_file_belongs_to_one_of_ten_articles() -> None:
    names = {each.name for each in articles()}
    assert len(names) == 10
    assert {path.name for path in FOLDER.iterdir()} == {
        *(f"{name}{end}" for name in names for end in (".txt", ".expected.json")),
        "README.md",
        "days.csv",
    }


@EACH
def test_an_article_is_whole(article: Article) -> None:
    assert article.style in STYLES
    assert article.region in REGIONS
    paragraphs = article.document().text.strip().split("\n\n")
    assert 6 <= len(paragraphs) <= 14
    assert not any("\n" in paragraph for paragraph in paragraphs)


@EACH
def test_every_quotation_stands_once_in_its_text(article: Article) -> None:
    text = article.document().text
    assert {want.quote: text.count(want.quote) for want in article.expected()} == {
        want.quote: 1 for want in article.expected()
    }


@EACH
def test_what_is_asked_can_be_answered(article: Article) -> None:
    expected = article.expected()
    assert len(expected) >= 10
    for want in expected:
        assert want.kind in CORE
        codes = (*(want.parties or ()), *(want.actors or ()), *(want.recipients or ()))
        assert all(known(code) for code in codes)
        assert want.period is None or PERIOD.fullmatch(want.period)
        if want.kind == "figure" and not want.forbidden:
            assert {"measure", "value", "unit"} <= {*asked(want)}


def test_nothing_of_them_is_trained_on() -> None:
    """No nine words in a row of them stand in the corpus that is learned from."""
    own = {run for each in articles() for run in shingles(each.document().text, NINE)}
    assert not own & {run for each in samples() for run in shingles(each.text, NINE)}


def test_a_field_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.expected.json"
    path.write_text('[{"kind": "event", "quote": "met", "colour": "red"}]', encoding="utf-8")
    with pytest.raises(msgspec.ValidationError, match="colour"):
        load(path)


TEXT = "Kenya sold Oman tea for $12 million in 2024. Oman thanked Kenya."


def figure(**changed: Any) -> Figure:
    value = Value(low=Decimal(11_500_000), high=Decimal(12_500_000), written="$12 million")
    start = TEXT.index("$12 million")
    told: dict[str, Any] = {"reporter": "KEN", "partner": "OMN", "measure": "exports", **changed}
    return Figure(
        id="f",
        evidence=(Span(start, start + 11),),
        sentence=Span(0, 44),
        confidence=0.9,
        **{"tier": "sure", "unit": "USD", "value": value, **told},
    )


def event(**changed: Any) -> Event:
    start = TEXT.index("thanked")
    told: dict[str, Any] = {"type": "SUPPORT", "tier": "sure", **changed}
    return Event(
        id="e",
        evidence=(Span(start, start + 7),),
        sentence=Span(45, 64),
        confidence=0.9,
        actors=(Party(mention=None, actor="OMN"),),
        recipients=(Party(mention=None, actor="KEN"),),
        **told,
    )


SOLD = Expectation(
    "figure",
    "$12 million",
    measure="exports",
    value=Decimal(12_000_000),
    unit=("USD", "EUR"),
    parties=("KEN", "OMN"),
)
THANKED = Expectation("event", "thanked", sort="SUPPORT", actors=("OMN",), recipients=("KEN",))


@pytest.mark.parametrize(
    ("want", "records", "found"),
    [
        (SOLD, [figure()], {"met": 1, "shown": 1, "stands": 1, "core": 1}),
        (SOLD, [figure(tier="possible")], {"met": 1, "shown": 0, "stands": 0, "core": 0}),
        (SOLD, [figure(partner="YEM")], {"met": 0, "shown": 0, "stands": 1, "core": 0}),
        (SOLD, [figure(unit="KES")], {"met": 0, "core": 0, "figure.unit right": 0}),
        (SOLD, [], {"met": 0, "stands": 0, "figure.value asked": 1, "figure.value stands": 0}),
        (SOLD, [event()], {"met": 0, "stands": 0}),
        (SOLD, [figure(measure="imports"), figure()], {"met": 1, "figure.measure right": 1}),
        (THANKED, [event()], {"met": 1, "event.recipients right": 1}),
        (THANKED, [event(type="ACCUSE")], {"met": 0, "core": 0, "event.actors right": 1}),
    ],
)
def test_an_expectation_is_met_by_one_record_in_all_its_fields(
    want: Expectation, records: list[Record], found: dict[str, int]
) -> None:
    counts = tally(TEXT, [want], records)
    assert {name: counts[name] for name in found} == found


def test_what_lies_outside_the_core_can_be_wrong_while_the_core_is_right() -> None:
    want = msgspec.structs.replace(THANKED, period="2024-01-01")
    counts = tally(TEXT, [want], [event()])
    assert (counts["met"], counts["core"]) == (0, 1)


def test_a_forbidden_record_is_kept_out_or_told() -> None:
    want = Expectation("event", "thanked", forbidden=True, status="actual")
    assert tally(TEXT, [want], [event(status="planned")])["kept"] == 1
    assert tally(TEXT, [want], [event()])["kept"] == 0
    assert [each for each, *_ in missing(TEXT, [want], [event()])] == [want]


def test_what_is_missing_is_named_with_its_wrong_fields() -> None:
    wrong = [fields for *_, fields in missing(TEXT, [SOLD], [figure(unit="KES", partner="YEM")])]
    assert wrong == [["unit", "parties"]]


def test_every_field_of_the_format_has_a_test() -> None:
    fields = {field.name for field in msgspec.structs.fields(Expectation)}
    assert fields - {"kind", "quote", "forbidden"} == TESTS.keys()


def test_the_table_sums_the_articles() -> None:
    counts = tally(TEXT, [SOLD, THANKED], [figure()])
    told = "\n".join(table({"one": counts, "two": counts}))
    assert "| **all** | 2 of 4 (50 %) |" in told
    assert "| event.is | 2 | 0 | 0 |" in told
