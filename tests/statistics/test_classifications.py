"""Products under other classifications."""

from legation.statistics import classifications, products


def test_crude_oil_in_other_classifications() -> None:
    found = {other.scheme: other.code for other in classifications.others("270900")}
    assert found == {"SITC4": "3330", "BEC4": "31"}
    assert classifications.others("27090090") == classifications.others("270900")
    assert classifications.others("000000") == ()


def test_a_title_of_every_level() -> None:
    assert [
        p.section for c in ("27", "2709", "270900", "27090090") if (p := classifications.product(c))
    ] == ["V"] * 4
    assert classifications.product("??") is None


def test_products_are_found_by_words_chapters_first() -> None:
    assert classifications.find("mineral fuels")[0].code == "27"
    assert classifications.find("") == ()


def test_the_chapters_of_the_lexicon_are_those_of_the_snapshot() -> None:
    chapters = {code: held for code, held in products.titles().items() if code.isdigit()}
    assert {code: held.title.lower() for code, held in chapters.items()} == {
        code: classifications.products()[code].title.lower() for code in chapters
    }
    assert len([code for code in chapters if len(code) == 2]) == 97
