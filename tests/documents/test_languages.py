"""English is read; another language is named."""

import sys

import pytest

from legation.documents import languages
from legation.model import UnknownLanguage

ENGLISH = (
    "The ministers of the two countries met on Monday and said that trade between them should "
    "grow in the years that are to come."
)
FRENCH = (
    "Les ministres des deux pays se sont rencontrés lundi et ont déclaré que le commerce "
    "entre eux devrait croître dans les "
    "années à venir, notamment grâce à la nouvelle ligne de chemin de fer."
)
CHINESE = (
    "两国外交部长星期一"
    "在首都举行会谈，就进一步发展双边贸易关系交换了意见，并同意在未来几年内扩大合作。"
)


def test_english_needs_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert languages.read_as(ENGLISH, None) == "en"


@pytest.mark.parametrize(("text", "name"), [(FRENCH, "French"), (CHINESE, "Chinese")])
def test_other_languages_are_named(text: str, name: str) -> None:
    with pytest.raises(UnknownLanguage, match=name):
        languages.read_as(text, None)


def test_a_short_text_is_read_as_english() -> None:
    assert languages.read_as("Les ministres des deux pays.", None) == "en"


def test_the_caller_knows_better() -> None:
    assert languages.read_as(FRENCH, "en-GB") == "en-GB"
    with pytest.raises(UnknownLanguage, match="German"):
        languages.read_as(ENGLISH, "de")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il ministro degli esteri ha firmato un accordo a Roma.", "Italian"),
        ("Die Ministerin hat den Vertrag gestern nicht unterzeichnet.", "German"),
        ("Le conseil a signé un traité.", "French"),
        ("Kenya recalls envoy over bridge", None),
        ("Chile signed a pact with Peru in Lima on Monday.", None),
        ("EU exports to Kazakhstan were €12.1 billion in 2023.", None),
        ("Yes.", None),
    ],
)
def test_a_short_text_that_is_not_english_is_told(text: str, name: str | None) -> None:
    told = languages.doubt(text)
    assert (name in told) if name and told else told is name
