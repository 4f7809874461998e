"""Every sentence of ``sentences.csv`` is answered as wanted: subject, object, status, polarity and
chain.
"""

from collections.abc import Callable
from typing import Protocol

from legation.grammar.factuality import factuality
from legation.grammar.subjects import surface_subject
from legation.model import Sentence, Token


class Row(Protocol):
    def differences(self) -> dict[str, tuple[str, str]]: ...


Find = Callable[[str, str], tuple[Sentence, Token]]
MANY = 180


def test_the_grammar_answers_as_wanted(asked: Row) -> None:
    assert asked.differences() == {}


def test_the_table_is_not_cut_short(table: list[Row]) -> None:
    assert len(table) >= MANY


def test_cues_are_words_of_the_sentence(find: Find) -> None:
    sentence, token = find("He denied that the minister had refused to sign the treaty.", "sign")
    told = factuality(sentence, token)
    assert told.polarity_cue is not None
    assert told.polarity_cue.text == "refused"
    assert [link.cue.text for link in told.chain] == ["denied"]


def test_a_status_has_its_cue(find: Find) -> None:
    told = factuality(*find("Chad may visit Niger.", "visit"))
    assert told.status_cue is not None
    assert told.status_cue.text == "may"


def test_what_somebody_argues_beside_is_not_denied_with_what_he_did_not_do(find: Find) -> None:
    sentence, token = find("He did not hide, arguing that the port stays open.", "stays")
    told = factuality(sentence, token)
    assert [link.stance for link in told.chain] == ["affirms"]


def test_a_clause_thrown_in_does_not_keep_the_subject_before_it(find: Find) -> None:
    told = "EU stakes in West Africa, a region the union has kept at a distance, are increasing."
    subject = surface_subject(*find(told, "increasing"))
    assert subject is not None and subject.text == "stakes"
