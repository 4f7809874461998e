"""Characters, quotation marks and mark-up that a parser stumbles over."""

import pytest

from legation.documents import repair

CASES = [
    ("co\u00adoperate a\u200bb \ufeffc", "cooperate ab c"),
    ("42\u00a0000 and 5\u202f%", "42 000 and 5 %"),
    ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
    ("the ﬁnance oﬀice", "the finance office"),
    (
        "R&amp;D &quot;x&quot; &#8364;5 &nbsp;AT&T; &copyright &amp;quot;y",
        'R&D "x" €5  AT&T; &copyright "y',
    ),
    ("Kenyaâ€™s cafÃ© costs Â£5 â€œnowâ€\x9d", "Kenya’s café costs £5 “now”"),
    ("São Paulo, Ângela, naïve, Å, Ä", "São Paulo, Ângela, naïve, Å, Ä"),
    ("He said ``we agree'' and left", "He said “we agree” and left"),
    ("«We agree», he said", "“We agree”, he said"),
    ("« We agree » , he said", "“ We agree ” , he said"),
    ("„Wir“ and »so« and ‹x›", "“Wir” and “so” and ‘x’"),
    ("‘‘We agree’’ and ,,we do''", "“We agree” and “we do”"),
    ("Kenya`s and Japan´s and don‘t", "Kenya’s and Japan’s and don’t"),
    ("“plain” and 'single' and \"straight\"", "“plain” and 'single' and \"straight\""),
    ("**Bold** and *thin* and __both__ words", "Bold and thin and both words"),
    ("See [the deal](https://a.example/b_(c)) now", "See the deal now"),
    ("## Heading\n> quoted\n<!-- note -->end", "Heading\nquoted\nend"),
    ("3 * 4 = 12, a_b_c, 2**3 and [sic] (x)", "3 * 4 = 12, a_b_c, 23 and [sic] (x)"),
]


@pytest.mark.parametrize(("text", "plain"), CASES)
def test_odd_characters_are_made_plain(text: str, plain: str) -> None:
    assert repair(text).text == plain


@pytest.mark.parametrize(("text", "word", "original"), [
    ("the ﬁnance office", "finance", "ﬁnance"),
    ("to co\u00adoperate now", "cooperate", "co\u00adoperate"),
    ("a cafÃ© there", "café", "cafÃ©"),
    ("R&amp;D money", "R&D", "R&amp;D"),
    ("see [the deal](https://a.example/b) now", "the deal", "the deal"),
])  # fmt: skip
def test_repaired_words_point_at_the_original(text: str, word: str, original: str) -> None:
    repaired = repair(text)
    start = repaired.text.index(word)
    span = repaired.span(start, start + len(word))
    assert text[span.start : span.end] in {original, original[:-1]}


def test_notes_are_in_words() -> None:
    assert repair("a&amp;b \u200bx ``y''").notes == (
        "read 1 HTML sign",
        "left out 1 invisible character",
        "levelled 2 odd quotation marks",
    )


def test_half_a_character_cannot_stop_the_parser() -> None:
    made = repair("Kenya\ud800 met Japan.")
    assert made.text == "Kenya\ufffd met Japan."
    made.text.encode("utf-8")


def test_a_row_of_the_same_sign_is_cut_to_three() -> None:
    assert repair("It ended. ————————————— They left. " + "“" * 40).text.count("—") == 3
    assert repair("a......... b").text == "a......... b"
