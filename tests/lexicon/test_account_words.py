"""The tables by which an account is told: sentences of events, and rivals by country."""

import tomllib
from importlib.resources import files

from legation import lexicon
from legation.views.questions.rivals import Choice
from legation.views.questions.sentences import Verb, verbs
from legation.views.wording import names


def test_every_type_of_event_has_a_sentence() -> None:
    plover = tomllib.loads(
        (files("legation.lexicon") / "data" / "plover.toml").read_text(encoding="utf-8")
    )
    assert set(plover["types"]) == {type for type, mode in verbs() if not mode}


def test_no_sentence_stands_twice() -> None:
    rows = lexicon.table("event_sentences", Verb)
    assert len(rows) == len(verbs())
    assert all(row.past and row.base and row.joint_past and row.noun for row in rows)


def test_rivals_are_known_and_nobody_is_its_own() -> None:
    rows = lexicon.table("rivals", Choice)
    assert len({row.country for row in rows}) == len(rows)
    for row in rows:
        assert {*row.rivals, *([row.country] if row.country else [])} <= names().keys()
        assert row.country not in row.rivals
        assert len(set(row.rivals)) == len(row.rivals)
