"""The words that govern acts hold together: each has an example that shows what it makes of one."""

from collections import Counter
from collections.abc import Callable, Iterable

import pytest

from legation.grammar.factuality import Factuality, factuality
from legation.grammar.governors import Governor
from legation.grammar.words import words
from legation.lexicon import table
from legation.model import Sentence

ROWS = table("governors", Governor)
Parse = Callable[[str], tuple[Sentence, ...]]


def readings(sentences: Iterable[Sentence], lemma: str) -> list[Factuality]:
    """What is told of each word of some sentences by the word in question or beside it."""
    return [factuality(s, t) for s in sentences for t in s.tokens if t.tag[:1] in "VNJ"]


def shows(row: Governor, told: Factuality) -> bool:
    if row.stance is not None:
        return any(link.stance == row.stance for link in told.chain)
    if row.below == "negated":
        return not told.affirmed
    return told.status == row.below


@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r.place} {r.lemma} {'/'.join(r.frames)}")
def test_its_example_shows_what_it_makes_of_an_act(row: Governor, parse: Parse) -> None:
    assert row.example, "every row has an example"
    assert any(shows(row, told) for told in readings(parse(row.example), row.lemma))


def test_no_row_stands_twice() -> None:
    keys = Counter((row.lemma, row.place, frame) for row in ROWS for frame in row.frames or ("",))
    assert [key for key, times in keys.items() if times > 1] == []


def test_who_has_a_stance_has_one_where_he_is_silent() -> None:
    assert [row.lemma for row in ROWS if (row.stance is None) != (row.unsaid is None)] == []


def test_lemmas_and_classes_are_lower_case() -> None:
    assert [row.lemma for row in ROWS if row.lemma != row.lemma.lower()] == []
    known = words()
    held = [w for name in known.__struct_fields__ if name != "owners" for w in getattr(known, name)]
    assert [w for w in held if w != w.lower()] == []
