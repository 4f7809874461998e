"""For when a number holds is chosen among all the times that the text tells."""

from datetime import date

import pytest
from msgspec.structs import replace

from legation import background, documents, mentions
from legation.model import Document, Period, Reading
from legation.records import figures
from legation.records.figures.slots.slot_filling import Learned, moment
from legation.records.figures.slots.times import Moment, candidates, chosen
from legation.records.ranking import Candidate, Preference


def reading(text: str) -> Reading:
    document = Document(id="x", text=text, published=date(2024, 6, 10), language="en")
    return background.survey(mentions.find(document, documents.repair(text)))


def moments(text: str) -> list[Moment]:
    found = figures.cases_of(reading(text), Learned())
    return [moment(c.passage, c.settled.draft, c.earlier, c.around) for c in found]


def weighed(seen: Moment) -> dict[str | None, Candidate[Period]]:
    return {each.value.edtf if each.value else None: each for each in candidates(seen)}


TEXT = (
    "Togo's exports to Ghana rose to $40 million in the first half of 2022. A port is to open in "
    "2026. Togo's imports from Ghana fell to $3 million over the period."
)


def test_the_times_of_the_text_and_none_are_candidates() -> None:
    held = weighed(moments(TEXT)[-1])
    assert {"2022-H1", "2021-01/2021-06", None} <= set(held)
    assert held[None].source == "none"
    assert held["2022-H1"].source == "context"


def test_a_date_of_the_sentence_is_a_candidate_of_its_words() -> None:
    seen = moments("Togo's exports rose to $4 million in 2022, against $3 million in 2019.")[0]
    held = weighed(seen)
    assert held["2022"].source == "words"
    assert held["2019"].source == "words"
    assert "ruled" in held["2022"].features
    assert "rules know another" in held["2019"].features


def test_each_time_is_weighed_once_with_all_that_speaks_for_it() -> None:
    seen = moments(TEXT)[-1]
    spans = [(c.value.start, c.value.end) for c in candidates(seen) if c.value is not None]
    assert len(spans) == len(set(spans))
    facts = weighed(seen)["2022-H1"].features
    assert {"first told", "before 0|above|plain"} <= set(facts)


def test_without_weights_the_rules_answer_stands() -> None:
    for seen in moments(TEXT):
        first = chosen(seen, Preference({})).value
        assert seen.rules.period is None or (first is not None and first.same(seen.rules.period))


@pytest.mark.parametrize(
    ("weights", "edtf"),
    [
        ({"first told": 9.0}, "2022-H1"),
        ({"nothing": 9.0}, None),
        ({"year before the one before|above": 9.0}, "2021-01/2021-06"),
    ],
)
def test_weights_choose_the_time(weights: dict[str, float], edtf: str | None) -> None:
    made = chosen(moments(TEXT)[-1], Preference(weights))
    assert (made.value.edtf if made.value else None) == edtf


def test_the_day_of_publication_gives_no_time() -> None:
    assert set(weighed(moments("Togo's exports rose to $4 million.")[0])) == {None}


def test_a_time_that_the_sentence_tells_is_not_left_out() -> None:
    seen = moments("Togo's exports rose to $4 million in 2022.")[0]
    assert None not in weighed(seen)
    assert None in weighed(replace(seen, lent=True))


def test_a_time_that_context_gave_is_inherited_and_one_of_the_sentence_is_not() -> None:
    found = figures.cases_of(reading(TEXT), Learned(times=Preference({"first told": 9.0})))
    assert [c.settled.period.edtf for c in found if c.settled.period] == ["2022-H1"] * 2
    assert ["period" in c.settled.inherited for c in found] == [False, True]


def test_a_base_is_no_time_of_its_own_figure() -> None:
    text = "Togo's exports rose 5 percent in 2022 from 2019."
    found = figures.cases_of(reading(text), Learned(times=Preference({"here base": 9.0})))
    settled = found[0].settled
    assert settled.base is None or settled.period is None or not settled.base.same(settled.period)


COMPARED = (
    "Trade between Togo and Ghana was worth $40 million in January through October 2022, up 3 "
    "percent on the same period of 2021.\n\nCocoa made up 7 percent of what Ghana bought."
)


def test_what_the_text_only_compares_with_is_lent_to_nobody() -> None:
    held = weighed(moments(COMPARED)[-1])
    assert "2022-01/2022-10" in held
    assert "2021-01/2021-10" not in held


def test_a_start_lends_its_time_only_to_another_start() -> None:
    seen = moments(
        "Togo's exports to Ghana doubled to $40 million in 2022, from $20 million in 2019, but "
        "stay below 1 percent of the total."
    )
    share = next(m for m in seen if m.draft.measure == "share")
    facts = {f for f in weighed(share)["2019"].features if f.startswith("before")}
    assert facts == set()
