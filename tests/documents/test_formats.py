"""Which reader a file gets: lists of JSON, mails, old encodings, and what is refused by name."""

import json
from datetime import date
from pathlib import Path

import pytest

from legation import documents
from legation.model import Document, Unreadable

SAID = "Laos and Nepal opened a shared consulate on the coast, both foreign ministries said there."


def read(folder: Path, name: str, content: bytes | str) -> list[Document | Unreadable]:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return list(documents.read(documents.sources([str(path)])))


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt", "a"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_objects_is_documents(tmp_path: Path, name: str, indent: int | None) -> None:
    rows = [{"id": "a", "text": SAID}, {"id": "b"}, "c", {"id": "d", "text": SAID, "title": "T"}]
    found = read(tmp_path, name, json.dumps(rows, indent=indent))
    assert [type(entry) for entry in found] == [Document, Unreadable, Unreadable, Document]
    assert [entry.id for entry in found][::3] == ["a", "d"]


def test_one_object_over_several_lines_is_a_document(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.json", json.dumps({"id": "a", "text": SAID}, indent=4))
    assert isinstance(found, Document)
    assert found.text == SAID


def test_a_text_that_begins_with_a_bracket_is_a_text(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.txt", f"[Correction] {SAID}")
    assert isinstance(found, Document)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", rb"{\rtf1\ansi " + SAID.encode() + rb"\par}", "is an RTF file"),
        ("a.rtf", SAID.encode(), "is an RTF file"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 100, "an old Word"),
        ("a.odt", b"PK\x05\x06" + b"\x00" * 18, "an OpenDocument file"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "is a picture"),
        ("a.txt", b"%!PS-Adobe-3.0\n(words) show", "a PostScript file"),
        ("a.txt", b"7z\xbc\xaf\x27\x1c" + b"x" * 50, "a packed archive"),
    ],
)
def test_what_is_not_read_is_refused_by_name(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (found,) = read(tmp_path, name, content)
    assert isinstance(found, Unreadable)
    assert said in found.error


def test_a_folder_tells_of_the_documents_that_it_cannot_read(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_text("x", "utf-8")
    (tmp_path / "b.txt").write_text(SAID, "utf-8")
    (tmp_path / "c.css").write_text("x", "utf-8")
    found = list(documents.read(documents.sources([str(tmp_path)])))
    assert [type(entry) for entry in found] == [Unreadable, Document]


MAIL = (
    "From: press@laos.example\nTo: all\nSubject: A shared\n consulate\n"
    "Date: Tue, 3 Mar 2020 23:30:00 -0800\nMIME-Version: 1.0\n"
)


@pytest.mark.parametrize("name", ["a.eml", "a.txt"])
@pytest.mark.parametrize(
    "body",
    [
        f"Content-Type: text/plain; charset=utf-8\n\n{SAID}\n",
        "Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/html\n\n"
        f"<p>no</p>\n--x\nContent-Type: text/plain\n\n{SAID}\n--x--\n",
    ],
)
def test_a_mail_gives_its_text_and_day(tmp_path: Path, name: str, body: str) -> None:
    (found,) = read(tmp_path, name, MAIL + body)
    assert isinstance(found, Document), found
    assert (found.text, found.title, found.published) == (
        SAID,
        "A shared consulate",
        date(2020, 3, 3),
    )


def test_what_is_attached_to_a_mail_is_told(tmp_path: Path) -> None:
    body = (
        "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
        f"{SAID}\n--x\nContent-Type: application/pdf\nContent-Disposition: attachment; "
        "filename=a.pdf\n\nzzz\n--x--\n"
    )
    (found,) = read(tmp_path, "a.eml", MAIL + body)
    assert isinstance(found, Document)
    assert found.notes == ("what is attached to the mail is left out",)


ODD = "It cost €40 million – “too much”, said José Ramírez of Panamá’s ministry in a long talk. "


@pytest.mark.parametrize(
    ("encoding", "doubted"), [("cp1252", False), ("mac_roman", True), ("utf-8", False)]
)
def test_old_encodings(tmp_path: Path, encoding: str, doubted: bool) -> None:
    (found,) = read(tmp_path, "a.txt", (SAID * 5 + ODD).encode(encoding))
    assert isinstance(found, Document), found
    assert found.text == SAID * 5 + ODD
    assert bool(found.notes) == doubted


def test_dos_letters(tmp_path: Path) -> None:
    text = f"{SAID} The envoy, José Núñez, spoke to Zoë Müller in São Tomé of the café."
    (found,) = read(tmp_path, "a.txt", text.encode("cp850"))
    assert isinstance(found, Document), found
    assert found.text == text
    assert "code page 850" in found.notes[0]


def test_bytes_that_fit_nothing_are_refused(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.txt", SAID.encode() + b" \x81\x8d\xdb \xa4x\xa4 \x90")
    assert isinstance(found, Unreadable)
    assert "no other encoding fits" in found.error


def test_a_text_cut_within_a_sign_is_read(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "a.txt", f"{SAID} It cost €".encode()[:-1])
    assert isinstance(found, Document)
    assert found.text == f"{SAID} It cost "
    assert "breaks off" in found.notes[0]
