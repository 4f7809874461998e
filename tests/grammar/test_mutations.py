"""Every guard, threshold and word class of the grammar is needed: taken away, the table of
sentences notices.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Protocol

import pytest
from msgspec.structs import replace

import legation.grammar
from legation.grammar.factuality import PLAIN
from legation.grammar.words import Words, words


class Row(Protocol):
    def differences(self) -> dict[str, tuple[str, str]]: ...


Change = tuple[str, str, Any]


def no(*_: object, **__: object) -> bool:
    return False


def yes(*_: object, **__: object) -> bool:
    return True


def none(*_: object, **__: object) -> None:
    return None


def empty(*_: object, **__: object) -> Iterator[Any]:
    return iter(())


GUARDS: list[Change] = [
    ("voice", "is_state", no),
    ("moods", "_not_only", no),
    ("moods", "_nor", none),
    ("moods", "_hearsay", empty),
    ("moods", "_marks", empty),
    ("moods", "empty", none),
    ("moods", "_foreseen", no),
    ("moods", "is_reported", no),
    ("moods", "shares_auxiliary", no),
    ("moods", "is_tensed", no),
    ("steps", "torn_from", none),
    ("steps", "_thrown_behind", yes),
    ("steps", "_wanted", none),
    ("steps", "_over_object", none),
    ("steps", "first_of", lambda _, noun: noun),
    ("steps", "predicate", lambda _, verb: verb),
    ("steps", "is_report", no),
    ("steps", "joined_to", lambda sentence, verb: sentence.head(verb)),
    ("sources", "_swallowed", none),
    ("sources", "branded", none),
    ("sources", "_thrown_in", no),
    ("sources", "_disputed_behind", empty),
    ("sources", "is_told_by", no),
    ("sources", "after_comma", no),
    ("subjects", "_swallowed", none),
    ("subjects", "_controller", none),
    ("subjects", "_of_gerund", none),
    ("subjects", "_host", none),
    ("subjects", "is_relative", no),
    ("subjects", "is_headline", no),
    ("subjects", "outermost", lambda _, verb: verb),
    ("subjects", "relative_clause", lambda _, verb: verb),
    ("subjects", "HOPS", 0),
    ("subjects", "CLIMB", frozenset()),
    ("subjects", "DONE_BY_OBJECT", frozenset()),
    ("subjects", "CALLED_ON", frozenset()),
    ("clauses", "_shared_object", none),
    ("factuality", "_behind", lambda *_: ()),
    ("factuality", "_as_subject", lambda _, above: above),
    ("factuality", "_of_report", lambda _s, _n, _a, told: told),
    ("factuality", "_through", lambda *_: PLAIN),
    ("factuality", "DEEPEST", 1),
    ("governors", "_form", lambda word, _: word.lemma),
    ("governors", "_whole", yes),
]
"""Guards with what stands in their place when they are off."""


def modules() -> list[ModuleType]:
    names = [m.name for m in iter_modules(legation.grammar.__path__)]
    return [import_module(f"legation.grammar.{name}") for name in names]


def notices(table: list[Row]) -> bool:
    """Whether some sentence is answered otherwise than wanted."""
    return any(row.differences() for row in table)


@pytest.fixture
def off(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, Any], None]:
    """Put something else in the place of a name, wherever the grammar has it."""

    def taken(module: str, name: str, instead: Any) -> None:
        held = import_module(f"legation.grammar.{module}")
        was = getattr(held, name)
        for each in modules():
            if getattr(each, name, None) is was:
                monkeypatch.setattr(each, name, instead)

    return taken


def test_nothing_is_noticed_while_all_stands(table: list[Row]) -> None:
    assert not notices(table)


@pytest.mark.parametrize(
    ("module", "name", "instead"), GUARDS, ids=[f"{m}.{n}" for m, n, _ in GUARDS]
)
def test_a_guard_that_is_taken_away_is_missed(
    table: list[Row], off: Callable[[str, str, Any], None], module: str, name: str, instead: Any
) -> None:
    off(module, name, instead)
    assert notices(table), f"nobody misses grammar.{module}.{name}"


ELSEWHERE = frozenset(
    ("containers", "days", "telling", "silent", "ask_or_tell", "open_refusals", "posted")
) | {"calendar"}
"""Classes that only rooms outside ask for, or that other tests hold."""


@pytest.mark.parametrize("name", [f for f in Words.__struct_fields__ if f not in ELSEWHERE])
def test_a_class_of_words_that_is_taken_away_is_missed(
    table: list[Row], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    without = replace(words(), **{name: frozenset()})
    for each in modules():
        if getattr(each, "words", None) is words:
            monkeypatch.setattr(each, "words", lambda: without)
    assert notices(table), f"nobody misses the words of {name}"
