"""Word files: what a reader sees on the page, no text lost without a word."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from legation import documents
from legation.model import Document, Unreadable

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def file(body: str, head: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", TYPES)
        parts.writestr(
            "word/document.xml",
            f'<?xml version="1.0"?>{head}<w:document {NAMES}><w:body>{body}</w:body></w:document>',
        )
    return held.getvalue()


def read(folder: Path, body: str, head: str = "") -> Document:
    path = folder / "a.docx"
    path.write_bytes(file(body, head))
    (found,) = documents.read(documents.sources([str(path)]))
    assert isinstance(found, Document), found
    return found


BOX = f"<w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (
            paragraph(
                run("Fiji sent "),
                f'<w:ins w:id="1">{run("three ")}</w:ins>',
                '<w:del w:id="2"><w:r><w:delText>two </w:delText></w:r></w:del>',
                run("ships."),
            ),
            "Fiji sent three ships.",
        ),
        (
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
            f"{run('Fiji and ')}</w:p>{paragraph(run('Samoa met.'))}",
            "Fiji and Samoa met.",
        ),
        (
            paragraph(
                f"<w:moveFrom>{run('Gone. ')}</w:moveFrom><w:moveTo>{run('Here.')}</w:moveTo>"
            ),
            "Here.",
        ),
        (
            "<w:sdt><w:sdtContent>"
            + paragraph(run("From "), f"<w:sdt><w:sdtContent>{run('Tonga')}</w:sdtContent></w:sdt>")
            + "</w:sdtContent></w:sdt>",
            "From Tonga",
        ),
        (
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + paragraph(run("Click here to enter text"))
            + f"</w:sdtContent></w:sdt>{paragraph(run('Filled in.'))}",
            "Filled in.",
        ),
        (paragraph(f"<w:smartTag>{run('Nauru')}</w:smartTag>", run(" voted.")), "Nauru voted."),
        (
            paragraph(
                run("Around. "),
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
                f"{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}"
                "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            ),
            "Around.\nIn a box.",
        ),
        (
            "<w:tbl><w:tr><w:tc>"
            + paragraph(run("left"))
            + "</w:tc><w:sdt><w:sdtContent><w:tc>"
            + paragraph(run("right"))
            + f"<w:tbl><w:tr><w:tc>{paragraph(run('inner'))}</w:tc></w:tr></w:tbl>"
            + "</w:tc></w:sdtContent></w:sdt></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
            + paragraph(run("struck"))
            + "</w:tc></w:tr></w:tbl>",
            "left\tright\ninner",
        ),
        (
            paragraph(
                run("Exports were 3.5"),
                run("12", '<w:vertAlign w:val="superscript"/>'),
                run(" billion on 40 km"),
                run("2", '<w:vertAlign w:val="superscript"/>'),
                run(", on the 1"),
                run("st", '<w:vertAlign w:val="superscript"/>'),
                run(" of May."),
            ),
            "Exports were 3.5 billion on 40 km², on the 1st of May.",
        ),
        (
            paragraph(run("a"), "<w:r><w:tab/><w:noBreakHyphen/><w:br/></w:r>", run("b")),
            "a\t-\nb",
        ),
    ],
)
def test_the_words_on_the_page(tmp_path: Path, body: str, text: str) -> None:
    found = read(tmp_path, body)
    assert found.text == text
    assert found.notes == ()


@pytest.mark.parametrize(
    ("body", "text", "said"),
    [
        (paragraph(run("Seen."), run("Unseen.", "<w:vanish/>")), "Seen.", "marked as hidden"),
        (
            paragraph(run("Said."), "<w:r><w:footnoteReference w:id='2'/></w:r>"),
            "Said.",
            "footnotes are left out",
        ),
        (
            paragraph(run("It cost &price; in all.")),
            "It cost &price; in all.",
            "&price; is not defined",
        ),
    ],
)
def test_what_is_left_out_is_told(tmp_path: Path, body: str, text: str, said: str) -> None:
    found = read(tmp_path, body)
    assert found.text == text
    assert any(said in note for note in found.notes)


def test_an_entity_of_the_file_s_own_is_not_expanded(tmp_path: Path) -> None:
    head = '<!DOCTYPE d [<!ENTITY price "forty">]>'
    found = read(tmp_path, paragraph(run("It cost &price; in all.")), head)
    assert found.text == "It cost &price; in all."
    assert any("&price;" in note for note in found.notes)


def test_millions_of_paragraphs_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "big.docx"
    path.write_bytes(file(paragraph(run("a")) * 700_000))
    begun = time.process_time()
    (found,) = documents.read(documents.sources([str(path)]))
    assert isinstance(found, Unreadable)
    assert "unpacks to more" in found.error or "more paragraphs" in found.error
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("xl/workbook.xml", "an Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint file"),
        ("META-INF/container.xml", "an EPUB book"),
        ("content.xml", "an OpenDocument file"),
        ("a.txt", "a zip archive"),
    ],
)
def test_other_archives_are_refused_by_name(tmp_path: Path, member: str, said: str) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr(member, "x")
    (found,) = documents.read(documents.sources([str(path)]))
    assert isinstance(found, Unreadable)
    assert said in found.error
