"""The words by which texts are repaired and told from other languages."""

from legation.documents.wording import Writing, agencies, words

KINDS = [name for name in Writing.__struct_fields__ if name != "agencies"]


def test_every_kind_has_words_without_strange_characters() -> None:
    for kind in KINDS:
        assert len(words(kind)) > 10
        assert all(word.replace("-", "").isalnum() for word in words(kind)), kind


def test_lower_case_where_texts_are_compared_in_lower_case() -> None:
    for kind in ("abbreviations", "endings", "compounds", "english", "unfinished"):
        assert all(word == word.lower() for word in words(kind)), kind


def test_a_starter_is_no_abbreviation() -> None:
    assert not {word.lower() for word in words("starters")} & words("abbreviations")


def test_agencies_keep_their_spaces() -> None:
    assert {"Reuters", "Associated Press", "Kazinform"} <= agencies()
