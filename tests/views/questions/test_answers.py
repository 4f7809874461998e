"""Who, find, rivals, map, compare, news, stories, digests: on the account made by hand."""

from datetime import date

import msgspec
import pytest

from legation import store
from legation.model import QuestionError
from legation.views.questions import digest as digests
from legation.views.questions.claims import claims
from legation.views.questions.compare import compare
from legation.views.questions.find import find, snippet
from legation.views.questions.news import news
from legation.views.questions.places import places
from legation.views.questions.rivals import rivals, usual
from legation.views.questions.scopes import Scope
from legation.views.questions.story import left_out, story
from legation.views.questions.who import who


@pytest.mark.parametrize("name", ["Timur Beketov", "beketov", "BEKETOV"])
def test_a_person_is_found_by_any_part_of_the_name(account: store.Reading, name: str) -> None:
    found = who(account, name)
    assert found.name == "Timur Beketov"
    assert [office.role for office in found.offices] == ["foreign minister"]
    assert [one.type for one in found.events] == ["CONSULT"]


def test_a_country_is_found_by_name_or_code(account: store.Reading) -> None:
    assert who(account, "Kazakhstan").code == who(account, "KAZ").code == "KAZ"


def test_who_is_near_is_offered(account: store.Reading) -> None:
    found = who(account, "Bekatov")
    assert not found.events
    assert found.alike == ("Timur Beketov",)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        '"',
        "*",
        "railway AND",
        "NEAR(",
        "(",
        "railway -",
        "a:b",
        "tags : xevent",
        "OR OR",
        "\x00",
    ],
)
def test_nothing_typed_is_an_error(account: store.Reading, typed: str) -> None:
    find(account, typed)


def test_words_are_found_with_the_entries_that_have_them(account: store.Reading) -> None:
    [hit] = find(account, "railway", Scope(possible=True)).hits
    assert hit.source.document == "meeting"
    assert [one.kind for one in hit.entries] == ["proposal"]
    assert "railway" in hit.snippet


@pytest.mark.parametrize(
    ("typed", "documents"),
    [
        ("Beketov", ["withdrawn", "meeting"]),
        ("Beketov -chips", ["withdrawn"]),
        ('"sold chips"', ["meeting"]),
        ('"chips sold"', []),
        ("chancellery OR railway", ["visit", "meeting"]),
        ("xevent", []),
    ],
)
def test_typed_words_mean_what_people_mean(
    account: store.Reading, typed: str, documents: list[str]
) -> None:
    assert [hit.source.document for hit in find(account, typed).hits] == documents


def test_a_search_is_narrowed_by_kind_actor_and_day(account: store.Reading) -> None:
    assert find(account, "railway", Scope(kinds=("figure",))).hits
    assert not find(account, "chancellery", Scope(kinds=("figure",))).hits
    assert find(account, "visit", actors=["DEU"]).hits
    assert not find(account, "railway", actors=["DEU"]).hits
    assert not find(account, "railway", Scope(since=date(2024, 4, 1))).hits


def test_a_snippet_is_cut_at_words() -> None:
    text = "one " * 100 + "needle " + "two " * 100
    assert snippet(text, [["needle"]]).startswith("… one")
    assert "needle" in snippet(text, [["needle"]])


def test_rivals_stand_side_by_side_with_their_stories(account: store.Reading) -> None:
    found = rivals(account, "KAZ", ["EUR", "DEU", "CHN"])
    stories = {one.side.code: one.stories for one in found.rivals}
    assert stories == {"EUR": 3, "DEU": 1, "CHN": 0}
    union = found.rivals[0]
    assert (union.meetings.sure, union.meetings.stories) == (2, 2)
    assert [one.number.written for one in union.trade if one.number] == ["€12.9 billion"]


def test_usual_rivals_are_data_and_leave_the_country_out() -> None:
    assert usual("KAZ")[:3] == ("EUR", "CHN", "RUS")
    assert "USA" not in usual("USA")


def test_only_meetings_with_a_place_are_on_the_map(account: store.Reading) -> None:
    found = places(account)
    assert [(spot.name, len(spot.entries)) for spot in found.spots] == [("Astana", 1)]
    assert [(one.origin.code, one.to.code) for one in found.journeys] == [("EUR", "KAZ")]
    assert found.elsewhere == 2


def test_pairs_are_compared_over_the_same_days(account: store.Reading) -> None:
    found = compare(account, [("EUR", "KAZ"), ("DEU", "KAZ")])
    assert [column.stories for column in found.columns] == [3, 1]
    with pytest.raises(QuestionError):
        compare(account, [("EUR", "KAZ")])


def test_claims_of_trade_stand_with_their_verdicts(account: store.Reading) -> None:
    [claim] = claims(account, "EUR", "KAZ").figures
    assert claim.number and claim.number.badge and claim.number.badge.word == "differs"


def test_the_first_page_says_what_is_new_and_between_whom(account: store.Reading) -> None:
    found = news(account)
    assert not found.empty
    assert found.documents == 4
    assert ("EUR", "KAZ") in {(pair.a.code, pair.b.code) for pair in found.pairs}
    assert found.head.made_up


def test_a_story_is_found_by_any_of_its_documents(account: store.Reading) -> None:
    found = story(account, "meeting")
    assert [(one.part, one.words) for one in found.tellings] == [("first source", 31)]
    with pytest.raises(QuestionError):
        story(account, "no such document")


def test_nothing_is_left_out_here(account: store.Reading) -> None:
    assert left_out(account).documents == ()


def test_a_digest_is_no_surer_than_its_records(account: store.Reading) -> None:
    asked = digests.Asked(between=("EUR", "KAZ"))
    found = digests.digest(account, asked)
    told = [*found.happened, *found.promised, *found.dates]
    assert all(row.marks for row in told)
    assert [row.certain for row in found.happened] == [True]
    numbers = {one.number for one in found.documents}
    assert {mark for row in told for mark in row.marks} <= numbers


def test_a_digest_goes_by_publication_where_asked(account: store.Reading) -> None:
    def texts(since: date, until: date | None = None) -> list[str]:
        asked = digests.Asked(between=("EUR", "KAZ"), since=since, until=until, published=True)
        return [one.source.document for one in digests.digest(account, asked).documents]

    assert texts(date(2024, 3, 1), date(2024, 3, 31)) == ["meeting"]
    assert texts(date(2024, 4, 1)) == []


def test_views_are_json(account: store.Reading) -> None:
    found = digests.digest(account, digests.Asked(between=("EUR", "KAZ")))
    assert msgspec.json.decode(msgspec.json.encode(found))["head"]["made_up"] is True
