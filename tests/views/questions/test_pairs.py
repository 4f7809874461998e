"""What a pair's page counts and shows."""

from datetime import date

import pytest

from legation import store
from legation.model import QuestionError
from legation.views.questions.dyad import dyad, timeline
from legation.views.questions.scopes import Scope


def test_sides_stand_as_they_were_asked_for(account: store.Reading) -> None:
    found = dyad(account, "KAZ", "EUR")
    assert (found.a.code, found.b.code) == ("KAZ", "EUR")


def test_less_certain_ones_are_counted_beside(account: store.Reading) -> None:
    [events] = [one for one in dyad(account, "EUR", "KAZ").counts if one.kind == "event"]
    assert (events.tally.sure, events.tally.possible) == (2, 1)


def test_a_month_says_how_many_stories_stand_behind_it(account: store.Reading) -> None:
    months = {one.month: one.stories for one in dyad(account, "EUR", "KAZ").months}
    assert months["2024-03"] == 1


def test_the_undated_stand_apart(account: store.Reading) -> None:
    found = dyad(account, "EUR", "KAZ")
    assert [one.when.undated for one in found.undated] == [True]
    assert not any(one.when.undated for one in found.events)


def test_a_lent_day_is_told_as_reported(account: store.Reading) -> None:
    found = dyad(account, "EUR", "KAZ", Scope(possible=True))
    [lent] = [one for one in found.events if one.when.lent]
    assert lent.when.words == "reported 9 Apr 2024"
    assert lent.line.endswith(" ?")


def test_a_denial_says_denied(account: store.Reading) -> None:
    said = dyad(account, "EUR", "KAZ").statements_b
    [denial] = [one for one in said if one.stance == "denies"]
    assert denial.line == "Kazakhstan denied: it sold chips"


def test_every_entry_can_be_cited(account: store.Reading) -> None:
    [event] = dyad(account, "EUR", "KAZ").events
    [source] = event.sources
    assert source.words == "met"
    assert (source.document, source.publisher) == ("meeting", "Steppe Courier")
    assert source.span == (14, 17)
    assert source.made_up


def test_members_stand_in_their_bloc_only_where_asked(account: store.Reading) -> None:
    with_members = timeline(account, "EUR", "KAZ", Scope(possible=True))
    without = timeline(account, "EUR", "KAZ", Scope(possible=True, members=False))
    assert all(one.via is None for one in without.entries)
    assert {one.id for one in without.entries} <= {one.id for one in with_members.entries}


def test_pages_follow_each_other_without_loss(account: store.Reading) -> None:
    whole = timeline(account, "EUR", "KAZ", Scope(possible=True))
    seen: list[str] = []
    cursor = None
    while True:
        page = timeline(account, "EUR", "KAZ", Scope(possible=True, cursor=cursor, limit=2))
        seen += [one.id for one in page.entries]
        cursor = page.paging.next
        if cursor is None:
            break
    assert seen == [one.id for one in whole.entries]
    assert len(seen) == len(set(seen)) > 2


def test_days_of_the_entries_own_period_are_asked_for(account: store.Reading) -> None:
    found = timeline(account, "EUR", "KAZ", Scope(since=date(2024, 3, 1), until=date(2024, 3, 5)))
    assert [one.kind for one in found.entries] == ["event"]


@pytest.mark.parametrize(
    ("one", "other", "scope"),
    [
        ("EUR", "EUR", Scope()),
        ("EUR", "XXY", Scope()),
        ("EUR", "KAZ", Scope(cursor="no cursor")),
        ("EUR", "KAZ", Scope(kinds=("rumour",))),
        ("EUR", "KAZ", Scope(since=date(2024, 2, 1), until=date(2024, 1, 1))),
    ],
)
def test_what_cannot_be_asked_is_told(
    account: store.Reading, one: str, other: str, scope: Scope
) -> None:
    with pytest.raises(QuestionError, match=r"\w"):
        timeline(account, one, other, scope)


def test_a_pair_without_texts_still_has_the_facts_of_the_register(
    account: store.Reading,
) -> None:
    found = dyad(account, "EUR", "GEO")
    assert not found.events
    assert any(fact.what.startswith("Association Agreement") for fact in found.register)
    assert all(fact.source for fact in found.register)
