"""The sides of acts that nouns name, and lists told in step."""

from collections.abc import Callable

import pytest

from legation.grammar.coordination import in_step
from legation.grammar.nominals import nominal
from legation.grammar.phrases import noun_phrase
from legation.model import Sentence, Token

Find = Callable[[str, str], tuple[Sentence, Token]]
Parse = Callable[[str], tuple[Sentence, ...]]
NOUNS = [
    ("The visit of the king to Chad ended.", "visit", "", "of king, to Chad", "", ""),
    ("The visit of the ambassador to Chad ended.", "visit", "", "of ambassador", "", ""),
    ("Talks between Chad and Niger took place in Oslo.", "Talks", "", "between Chad", "took", ""),
    ("Chad-Niger talks went on.", "talks", "Chad Niger", "", "went", ""),
    ("Chad's president paid a visit to Niger.", "visit", "", "to Niger", "paid", "president"),
    ("The signing of a pact by Chad took place.", "signing", "", "of pact", "took", ""),
    ("A round of talks was held by Chad.", "talks", "", "", "held", "Chad"),
    ("Chad's invasion of Niger began in May.", "invasion", "Chad", "of Niger", "began", ""),
]  # fmt: skip
STEPS = [
    ("Exports to Chad and Niger rose 5 and 7 percent respectively.", ["Chad 5", "Niger 7"]),
    ("Chad and Niger bought oil and gas respectively.", ["Chad oil", "Niger gas"]),
    ("Imports and exports came to 3 and 4 billion, in that order.", ["Imports 3", "exports 4"]),
    ("Exports to Chad and Niger rose 5 and 7 percent.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "owners", "sides", "carrier", "subject"), NOUNS)
def test_sides_of_a_noun(
    find: Find, text: str, word: str, owners: str, sides: str, carrier: str, subject: str
) -> None:
    told = nominal(*find(text, word))
    held = [f"{prep} {noun.text}" for prep, noun in told.sides]
    assert [t.text for t in told.owners] == owners.split()
    assert [side for side in sides.split(", ") if side and side not in held] == []
    assert (told.carrier.text if told.carrier else "") == carrier
    assert (told.subject.text if told.subject else "") == subject


def test_an_office_keeps_its_own_place(find: Find) -> None:
    told = nominal(*find("The visit of the ambassador to Chad ended.", "visit"))
    assert told.after("to") == []


@pytest.mark.parametrize(("text", "pairs"), STEPS)
def test_lists_in_step(parse: Parse, text: str, pairs: list[str]) -> None:
    (sentence,) = parse(text)
    assert [" ".join(t.text for t in pair) for pair in in_step(sentence)] == pairs


def test_parts_of_a_noun_phrase(find: Find) -> None:
    sentence, noun = find("Chad's third round of talks with Niger, a long one, ended.", "round")
    told = noun_phrase(sentence, noun)
    assert told.content.text == "talks"
    assert told.possessor is not None
    assert told.possessor.text == "Chad"
    assert told.span == (0, len("Chad's third round of talks with Niger"))
