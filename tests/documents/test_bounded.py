"""Files that keep their reader busy or take all memory: refused by name, the others read."""

import io
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pdf_pages import at, pdf

from legation import documents
from legation.documents import bounded
from legation.model import Document, Unreadable, UnreadableDocument

SENTENCE = "Norway sold fish for 2.1 billion kroner to Iceland in 2022, the ministry in Oslo said."


@pytest.fixture(autouse=True)
def budget() -> Iterator[None]:
    before = bounded.BUDGET.get()
    yield
    bounded.BUDGET.set(before)


def slow(path: Path) -> Path:
    """A PDF of many pages, each of many operations: small, and long to read."""
    page = "\n".join(at(72, 700 - n % 600, SENTENCE[: n % 80]) for n in range(4_000))
    path.write_bytes(pdf([page] * 30))
    return path


def greedy(path: Path) -> Path:
    """A Word file that unpacks to many small elements: a few kilobytes, and hundreds of megabytes
    once parsed.
    """
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 400_000
    with ZipFile(path, "w", ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", types)
        parts.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        )
    return path


def read(*paths: Path) -> list[Document | Unreadable]:
    return list(documents.read(documents.sources([str(path) for path in paths])))


def test_a_slow_file_is_refused_by_name_and_the_others_go_on(tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text(f"{SENTENCE} {SENTENCE}", encoding="utf-8")
    documents.allow(documents.Budget(seconds=1.5))
    begun = time.monotonic()
    refused, found = read(slow(tmp_path / "a.pdf"), other)
    assert time.monotonic() - begun < 15
    assert isinstance(refused, Unreadable)
    assert "a.pdf" in refused.error
    assert "longer to read than 1.5 seconds" in refused.error
    assert isinstance(found, Document)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
def test_a_greedy_file_is_refused_by_name_and_the_others_go_on(tmp_path: Path) -> None:
    other = tmp_path / "b.pdf"
    other.write_bytes(pdf(["\n".join(at(72, 700 - 14 * n, SENTENCE) for n in range(3))]))
    documents.allow(documents.Budget(megabytes=180))
    refused, found = read(greedy(tmp_path / "a.docx"), other)
    assert isinstance(refused, Unreadable)
    assert "a.docx" in refused.error
    assert "more memory to read than 180 MB" in refused.error
    assert isinstance(found, Document), found


def test_trouble_told_by_a_reader_comes_back_in_its_words() -> None:
    read_word = bounded.reader("legation.documents.word")
    with pytest.raises(UnreadableDocument, match="damaged"):
        list(read_word(io.BytesIO(b"PK\x03\x04 no archive"), "a.docx"))
