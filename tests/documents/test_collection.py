"""From sources to documents: every format, every fault; one bad input never stops the others."""

import gzip
import io
import json
import random
from datetime import date
from pathlib import Path

import docx
import pypdf
import pytest

from legation import documents
from legation.documents.addresses import Page
from legation.model import Document, ForbiddenAddress, Source, Unreadable

PROSE = (
    "The ministers of Kenya and Japan met in Nairobi on Monday and agreed that trade between the "
    "two should grow.\n"
)
PAGE = (
    '<html lang="en"><head><title>Ministers meet | Example Wire</title><meta '
    'property="og:site_name" content="Example Wire">'
    '<meta property="article:published_time" '
    'content="2024-03-05T10:00:00Z"></head><body><nav>Home Sport</nav><article>'
    f"<h1>Ministers meet in Nairobi</h1><p>{PROSE}</p><p>They also spoke of a new port and "
    "of the railway that leads to it.</p>"
    "</article></body></html>"
)
FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Example Wire</title>'
    "<item><title>One</title><link>https://example.org/1</link><pubDate>Mon, 07 Oct 2024 "
    "09:00:00 GMT</pubDate>"
    "<description>&lt;p&gt;Kenya &amp;amp; Japan met.&lt;/p&gt;&lt;p&gt;They "
    "agreed.&lt;/p&gt;</description></item>"
    "<item><title>Two</title><guid>two</guid><description>Japan "
    "spoke.</description></item></channel></rss>"
)


def read(*paths: object, published: date | None = None) -> list[Document | Unreadable]:
    return list(documents.read(documents.sources([str(path) for path in paths], published)))


def one(path: object) -> Document:
    (found,) = read(path)
    assert isinstance(found, Document), found
    return found


def error(path: object) -> str:
    (found,) = read(path)
    assert isinstance(found, Unreadable), found
    return found.error


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def pdf(text: str, password: str | None = None) -> bytes:
    """A PDF of one page with one line, built by hand: pypdf reads text but does not set it."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << "
        b"/Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, part in enumerate(parts, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    start = len(made)
    made += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(
        b"%010d 00000 n \n" % place for place in places
    )
    made += b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    if password is None:
        return bytes(made)
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(bytes(made)))
    writer.encrypt(password, algorithm="RC4-128")
    sealed = io.BytesIO()
    writer.write(sealed)
    return sealed.getvalue()


def word(*paragraphs: str) -> bytes:
    file = docx.Document()
    file.core_properties.title = "A memorandum"
    for paragraph in paragraphs:
        file.add_paragraph(paragraph)
    table = file.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "exports", "€2 billion"
    held = io.BytesIO()
    file.save(held)
    return held.getvalue()


def warc(*pages: tuple[str, str, str]) -> bytes:
    made = b""
    for url, kind, body in pages:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: "
            "2024-03-05T10:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(made):012d}>\r\n"
            "Content-Type: application/http; msgtype=response\r\nContent-Length: "
            f"{len(answer)}\r\n\r\n"
        )
        made += head.encode() + answer + b"\r\n\r\n"
    return made


@pytest.mark.parametrize("text", [PROSE, "a\r\nb\r\n", "  x \t\n\n", "Kenya’s “port”"])
def test_plain_text_is_kept_to_the_character(tmp_path: Path, text: str) -> None:
    found = one(written(tmp_path, "a.txt", text))
    assert found.text == text
    assert found.id == (tmp_path / "a.txt").as_posix()
    assert found.language == "en"


def test_markdown_keeps_its_text_and_gives_its_title(tmp_path: Path) -> None:
    text = (
        "---\ntitle: A port for two\ndate: 2024-03-05\nsource: Example Wire\n---\n\n**Bold** "
        f"words. {PROSE}"
    )
    found = one(written(tmp_path, "a.md", text))
    assert (found.text, found.title, found.published, found.publisher) == (
        text,
        "A port for two",
        date(2024, 3, 5),
        "Example Wire",
    )


def test_a_page_gives_its_article_and_what_it_says_of_it(tmp_path: Path) -> None:
    found = one(written(tmp_path, "a.html", PAGE))
    assert "agreed that trade" in found.text
    assert "Sport" not in found.text
    assert (found.title, found.published, found.publisher) == (
        "Ministers meet in Nairobi",
        date(2024, 3, 5),
        "Example Wire",
    )


def test_a_feed_gives_a_document_an_entry(tmp_path: Path) -> None:
    first, second = read(written(tmp_path, "feed.xml", FEED))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == "Kenya & Japan met.\nThey agreed."
    assert (first.id, first.title, first.published, first.publisher) == (
        "https://example.org/1",
        "One",
        date(2024, 10, 7),
        "Example Wire",
    )
    assert second.id == "two"


def test_pdf_and_word(tmp_path: Path) -> None:
    assert (
        one(written(tmp_path, "a.pdf", pdf("Kenya and Japan met in Nairobi."))).text
        == "Kenya and Japan met in Nairobi."
    )
    found = one(written(tmp_path, "a.docx", word("Kenya met Japan.", "They agreed.")))
    assert found.text == "Kenya met Japan.\nThey agreed.\nexports\t€2 billion"
    assert found.title == "A memorandum"


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_pages(tmp_path: Path, packed: bool) -> None:
    archive = warc(
        ("https://a.example/1", "text/html", PAGE), ("https://a.example/x.png", "image/png", "no")
    )
    found = one(
        written(
            tmp_path,
            "a.warc.gz" if packed else "a.warc",
            gzip.compress(archive) if packed else archive,
        )
    )
    assert found.id == found.url == "https://a.example/1"
    assert "agreed that trade" in found.text


def test_json_lines_and_their_faults(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "text": "One.", "date": "2024-10-07T08:00:00Z", "title": "T", '
        '"publisher": "P", "url": "U"}',
        "not json",
        "",
        '{"id": "a", "text": "Again."}',
        '{"id": 7, "text": "Two."}',
        '{"text": "x"}',
        '{"id": "b"}',
        '{"id": "c", "text": "x", "published": "last week"}',
        '{"id": "d", "text": "\\ud800"}',
        '{"id": "e", "text": "nul \\u0000"}',
        '["id"]',
        '{"id": "z", "text": "Last."}',
    ]
    found = read(written(tmp_path, "a.jsonl", "\n".join(lines)))
    assert [entry.id for entry in found if isinstance(entry, Document)] == ["a", "7", "z"]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.published, first.title, first.publisher, first.url) == (
        date(2024, 10, 7),
        "T",
        "P",
        "U",
    )
    errors = [entry.error for entry in found if isinstance(entry, Unreadable)]
    expected = [
        "line 2: is not JSON",
        "already used",
        'no "id"',
        'no "text"',
        "no date",
        "line 9",
        "NUL",
        "no object",
    ]
    assert len(errors) == len(expected)
    assert all(said in text for said, text in zip(expected, errors, strict=True))
    assert all("a.jsonl, line " in text for text in errors)


def test_a_row_knows_its_day_better_than_the_command_line(tmp_path: Path) -> None:
    rows = '{"id": "a", "text": "x", "published": "2024-10-07"}\n{"id": "b", "text": "x"}\n'
    first, second = read(written(tmp_path, "a.jsonl", rows), published=date(2020, 1, 1))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.published, second.published) == (date(2024, 10, 7), date(2020, 1, 1))


def test_the_command_line_knows_the_day_better_than_a_page(tmp_path: Path) -> None:
    (found,) = read(written(tmp_path, "a.html", PAGE), published=date(2020, 1, 1))
    assert isinstance(found, Document)
    assert found.published == date(2020, 1, 1)


GERMAN = (
    "Der Minister hat am Montag in Berlin mit seinem Kollegen gesprochen und dabei die neuen "
    "Vorschläge für den Handel mit Kenia "
    "erläutert, wie es aus dem Amt hieß; weitere Gespräche sollen in der kommenden Woche folgen."
)
RUSSIAN = (
    "Министры двух стран встретились в понедельник и договорились о развитии торговли между "
    "двумя государствами, сообщила "
    "пресс-служба министерства иностранных дел по итогам переговоров, которые прошли в столице."
)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b"  \n\n", "is empty"),
        ("a.txt", b"abc\x00def", "NUL byte at position 3"),
        ("a.txt", bytes(range(1, 32)) * 40, "binary"),
        ("a.txt", b"x" * 5_000_000, "a line of 5,000,000 characters"),
        ("a.txt", b"word and more of it\n" * 200_000, "4,000,000 characters"),
        ("a.txt", RUSSIAN.encode("cp1251"), "no other encoding fits"),
        ("a.txt", b"\xff\xfeabc", "says that it is UTF-16"),
        ("a.txt", GERMAN, "German (de)"),
        ("a.txt", RUSSIAN, "Russian (ru)"),
        ("a.pdf", b"%PDF-1.4 nothing", "is damaged"),
        ("a.pdf", pdf("Secret words", "key"), "protected by a password"),
        ("a.pdf", pdf(""), "holds no text"),
        ("a.docx", b"PK\x03\x04 nothing", "is damaged"),
        ("a.docx", word("x")[:-200], "is damaged"),
        ("a.html", b"<html><body></body></html>", "without an article"),
        ("a.xml", b"<tei>words</tei>", "neither RSS nor Atom"),
        ("a.warc", b"nothing at all", "is damaged"),
        ("a.jsonl.gz", gzip.compress(b""), "is empty"),
    ],
    ids=lambda part: (
        part if isinstance(part, str) and len(part) < 40 else "content"
    ),  # some bytes hold the time
)
def test_what_cannot_be_read_says_so_and_names_the_file(
    tmp_path: Path, name: str, content: bytes | str, said: str
) -> None:
    path = written(tmp_path, name, content)
    message = error(path)
    assert message.startswith(path.as_posix())
    assert said in message
    assert error(path).count("\n") == 0


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.docx", "a.html", "a.xml", "a.warc", "a.jsonl", "a.txt", "a.jsonl.gz"]
)
def test_damaged_files_are_told_and_nothing_is_raised(tmp_path: Path, name: str) -> None:
    whole = {
        "a.pdf": pdf("Kenya met Japan."),
        "a.docx": word("Kenya met Japan."),
        "a.warc": warc(("https://a.example/1", "text/html", PAGE)),
        "a.xml": FEED.encode(),
        "a.jsonl.gz": gzip.compress(b'{"id": "a", "text": "x"}\n' * 50),
    }.get(name, PAGE.encode())
    chance = random.Random(name)
    for _ in range(25):
        broken = bytearray(whole[: chance.randint(len(whole) // 2, len(whole))])
        for place in chance.sample(range(len(broken)), 5):
            broken[place] = chance.randrange(256)
        path = written(tmp_path, name, bytes(broken))
        found = read(path)
        assert found
        assert all(
            entry.error.startswith(path.as_posix())
            for entry in found
            if isinstance(entry, Unreadable)
        )


def test_an_archive_that_breaks_off_is_read_so_far(tmp_path: Path) -> None:
    rows = "".join(
        json.dumps({"id": str(n), "text": f"Text {n * 7919} of many."}) + "\n" for n in range(3000)
    )
    whole = gzip.compress(rows.encode())
    found = read(written(tmp_path, "a.jsonl.gz", whole[: len(whole) // 2]))
    assert len(found) > 100
    assert isinstance(found[0], Document)
    last = found[-1]
    assert isinstance(last, Unreadable)
    assert "breaks off" in last.error


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Kenya’s port".encode("utf-8-sig"), "Kenya’s port"),
        ("Kenya’s port".encode("utf-16"), "Kenya’s port"),
        ("Kenya and its new port".encode("utf-16-le"), "Kenya and its new port"),
        (
            "It said “yes” to Côte d’Ivoire, and the port of Mombasa was glad of it "
            "in the end.".encode("cp1252"),
            None,
        ),
    ],
)
def test_encodings(tmp_path: Path, data: bytes, text: str | None) -> None:
    assert one(written(tmp_path, "a.txt", data)).text == (text or data.decode("cp1252"))


def test_a_folder_gives_its_files_and_a_missing_one_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    written(tmp_path, "b.txt", PROSE)
    written(tmp_path / "in", "a.txt", PROSE)
    written(tmp_path, ".hidden.txt", PROSE)
    written(tmp_path, "picture.png", "x")
    found = read(tmp_path, tmp_path / "none.txt")
    assert [entry.id for entry in found] == [
        (tmp_path / name).as_posix() for name in ("b.txt", "in/a.txt", "none.txt")
    ]
    assert "does not exist" in getattr(found[-1], "error", "")


def test_a_folder_without_documents(tmp_path: Path) -> None:
    assert "without documents" in error(tmp_path)


@pytest.mark.parametrize("path", ["a\x00b.txt", "x" * 5000, "~nobody/none"])
def test_impossible_paths(path: str) -> None:
    assert isinstance(read(path)[0], Unreadable)


def test_text_in_hand_is_named_after_its_content() -> None:
    source = Source(location="-", text=PROSE, title="Given")
    (first,), (second,) = list(documents.read([source])), list(documents.read([source]))
    assert isinstance(first, Document)
    assert first.id == second.id
    assert (first.text, first.title) == (PROSE, "Given")


def fetched(page: Page | Exception) -> Document | Unreadable:
    def fetch(url: str) -> Page:
        if isinstance(page, Exception):
            raise page
        return page

    (found,) = documents.read([Source(location="https://example.org/1?x=1")], fetch)
    return found


def test_a_web_address() -> None:
    found = fetched(
        Page(
            url="https://example.org/one", type="text/html", encoding="utf-8", content=PAGE.encode()
        )
    )
    assert isinstance(found, Document)
    assert found.id == "https://example.org/1?x=1"
    assert found.url == "https://example.org/one"
    assert found.title == "Ministers meet in Nairobi"


def test_a_web_address_that_serves_a_pdf_or_text() -> None:
    found = fetched(
        Page(
            url="https://example.org/a",
            type="application/pdf",
            encoding=None,
            content=pdf("Kenya met Japan."),
        )
    )
    assert isinstance(found, Document)
    assert found.text == "Kenya met Japan."
    found = fetched(
        Page(url="https://example.org/a", type="text/plain", encoding=None, content=PROSE.encode())
    )
    assert isinstance(found, Document)
    assert found.text == PROSE


def test_a_forbidden_address_is_told() -> None:
    found = fetched(ForbiddenAddress("example.org is in a private network"))
    assert found == Unreadable(
        id="https://example.org/1?x=1",
        error="https://example.org/1?x=1: example.org is in a private network",
    )
