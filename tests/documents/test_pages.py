"""Web pages: what is hidden, raised, deep, ambiguous, or no article at all."""

from pathlib import Path

import pytest

from legation import documents
from legation.model import Document, Unreadable

PROSE = "".join(
    f"<p>Togo and Benin agreed in round {n} of their talks on roads and bridges that both will pay "
    "half of the cost, and that the works begin in autumn.</p>"
    for n in ("one", "two", "three", "four")
)


def read(folder: Path, page: str | bytes) -> Document | Unreadable:
    path = folder / "a.html"
    path.write_bytes(page.encode("utf-8") if isinstance(page, str) else page)
    (found,) = documents.read(documents.sources([str(path)]))
    return found


def article(folder: Path, body: str, head: str = "") -> Document:
    found = read(
        folder,
        f"<html><head><title>T</title>{head}</head><body><article><h1>Roads</h1>{body}</article>"
        "</body></html>",
    )
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(
    ("hidden", "head"),
    [
        ("<div style='display: none'><p>{}</p></div>", ""),
        ("<p style='visibility:hidden'>{}</p>", ""),
        ("<div hidden><p>{}</p></div>", ""),
        ("<p class='sr-only'>{}</p>", ""),
        ("<p class='promo'>{}</p>", "<style>.x{color:red} .promo{display:none}</style>"),
        ("<template><p>{}</p></template>", ""),
        ("<noscript><p>{}</p></noscript>", ""),
        ("<dialog><p>{}</p></dialog>", ""),
        ("<div id='cookie-banner'><p>{}</p></div>", ""),
    ],
)
def test_what_a_reader_does_not_see_is_left_out(tmp_path: Path, hidden: str, head: str) -> None:
    secret = "Chad attacked Norway on Monday, officials in the capital told the reporters there."
    found = article(tmp_path, PROSE + hidden.format(secret) + PROSE, head)
    assert "Chad" not in found.text
    assert "Togo and Benin" in found.text


def test_what_only_a_printer_hides_is_read(tmp_path: Path) -> None:
    head = "<style>@media print{.lead{display:none}}</style>"
    said = "<p class='lead'>Fiji joined the talks on roads and bridges on the second day.</p>"
    assert "Fiji" in article(tmp_path, said + PROSE, head).text


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("1.5<sup>3</sup> million tonnes", "1.5 million tonnes"),
        ("1.5<sup><a href='#n'>[3]</a></sup> million", "1.5 million"),
        ("1.5<span style='vertical-align:super'>3</span> million", "1.5 million"),
        ("12<sub>1</sub> roads", "12 roads"),
        ("40 km<sup>2</sup> of land", "40 km² of land"),
        ("10<sup>6</sup> tonnes", "10⁶ tonnes"),
        ("on the 21<sup>st</sup> of May", "on the 21st of May"),
        ("CO<sub>2</sub> fell", "CO2 fell"),
    ],
)
def test_raised_signs_never_glue_to_a_number(tmp_path: Path, written: str, read_as: str) -> None:
    body = f"{PROSE}<p>In that year the two of them counted {written} in all, they said.</p>"
    assert f"counted {read_as} in all" in article(tmp_path, body).text


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta name='date' content='05/04/2023'>", None),
        ("<meta name='date' content='25/04/2023'>", "2023-04-25"),
        ("<meta property='article:published_time' content='2023-04-05T10:00:00Z'>", "2023-04-05"),
        ("<meta name='date' content='05/04/2023'><!-- 5 April 2023 -->", "2023-04-05"),
    ],
)
def test_a_day_in_figures_stays_open(tmp_path: Path, head: str, day: str | None) -> None:
    found = article(tmp_path, PROSE, head)
    assert (found.published.isoformat() if found.published else None) == day
    assert bool(found.notes) == (day is None)


@pytest.mark.parametrize("depth", [300, 5_000])
def test_deep_pages_are_read(tmp_path: Path, depth: int) -> None:
    page = f"<html><body><article>{'<div><span>' * depth}{PROSE}{'</span></div>' * depth}</article>"
    found = read(tmp_path, page)
    assert isinstance(found, Document), found
    assert found.text.count("Togo and Benin") == 4


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            "<div id='root'></div><p>You need to enable JavaScript to run this app and to see what "
            "it holds.</p>",
            "without scripts",
        ),
        (
            "<h1>One more step</h1><p>Please complete the security check to go on to the site that "
            "you asked for. This may take some seconds.</p>",
            "keeps programs out",
        ),
        (
            "<h1>Before you go on</h1><p>Your privacy counts. With your consent we and our "
            "partners use cookies to store and/or access information. You may "
            "withdraw your consent.</p>"
            "<p>Read our privacy policy.</p><button>Accept all</button><button>Reject all</button>",
            "asks for consent",
        ),
        ("<div id='app'></div><noscript>Scripts are off.</noscript>", "without an article"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(
    tmp_path: Path, body: str, said: str
) -> None:
    found = read(tmp_path, f"<html><head><title>T</title></head><body>{body}</body></html>")
    assert isinstance(found, Unreadable)
    assert said in found.error


def test_an_article_about_cookies_is_an_article(tmp_path: Path) -> None:
    said = (
        "<p>The regulator fined the firm because its cookies were set without consent, and said "
        "that our partners is too vague a word for vendors.</p>"
    )
    assert "regulator" in article(tmp_path, said + PROSE * 6).text


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
def test_the_page_s_own_word_on_its_encoding(tmp_path: Path, encoding: str) -> None:
    head = f"<meta charset='{encoding}'>" if encoding != "utf-16" else ""
    said = "<p>It cost €3 billion, “too much”, they said there.</p>"
    page = f"<html><head><title>T</title>{head}</head><body><article>{PROSE}{said}</article></body>"
    found = read(tmp_path, page.encode(encoding))
    assert isinstance(found, Document), found
    assert "€3 billion, “too much”" in found.text
