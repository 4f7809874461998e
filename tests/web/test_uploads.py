"""What is sent to be read: refused by name where it is too much, of no kind we read, or a bomb."""

import io
import time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from asking import HERE, Answer, ask

from legation.web.application import Settings, application
from legation.web.guard import Application, addresses

OWN = (HERE, ("sec-fetch-site", "same-origin"))
BOUNDARY = "b0undary"
MULTIPART = ("content-type", f"multipart/form-data; boundary={BOUNDARY}")
QUICK = 30.0
"""Seconds within which a refusal comes, on a shared machine."""


@pytest.fixture
def served(tmp_path: Path) -> Application:
    return application(Settings(ledger=tmp_path / "a.sqlite", where=addresses(8310)))


def sent(served: Application, *files: tuple[str, str, bytes]) -> Answer:
    """Files as (field, name, bytes), as a browser sends them."""
    body = b"".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n".encode()
        + held
        + b"\r\n"
        for field, name, held in files
    )
    whole = body + f"--{BOUNDARY}--\r\n".encode()
    return ask(served, "/read", [*OWN, MULTIPART], "POST", [whole])


def bomb(size: int) -> bytes:
    """A Word file whose text unpacks to so many bytes."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(size // 1_000_000):
                member.write(b" " * 1_000_000)
    return made.getvalue()


@pytest.mark.parametrize(
    "files",
    [
        (("file", "a.png", b"\x89PNG\r\n\x1a\n" + bytes(200)),),
        (("file", "a.exe", b"MZ" + bytes(200)),),
        (("file", "a.xlsx", b"PK\x03\x04" + bytes(50)),),
        (("file", "a.pdf", b"not one"),),
        (("file", "a.docx", b"not one"),),
        (("file", "a.txt", b""),),
        (("file", "a.txt", b"one"), ("file", "b.txt", b"two")),
        (("text", "a.txt", b"a text is no file"),),
    ],
)
def test_what_is_no_text_or_too_many_is_refused_by_name(
    served: Application, files: tuple[tuple[str, str, bytes], ...]
) -> None:
    answer = sent(served, *files)
    assert answer.status == 400
    assert "/tmp" not in answer.text and "Traceback" not in answer.text


def test_a_packed_bomb_is_never_unpacked(served: Application) -> None:
    held = bomb(200_000_000)
    assert len(held) < 1_000_000
    began = time.monotonic()
    answer = sent(served, ("file", "a.docx", held))
    assert answer.status == 400 and time.monotonic() - began < QUICK


@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
def test_what_is_no_form_is_refused(served: Application, kind: str) -> None:
    answer = ask(served, "/read", [*OWN, ("content-type", kind)], "POST", [b'{"text": "a"}'])
    assert answer.status == 415


@pytest.mark.parametrize("path", ["/judge", "/pin", "/keep"])
def test_too_much_is_refused_wherever_it_is_sent(served: Application, path: str) -> None:
    kind = ("content-type", "application/x-www-form-urlencoded")
    pieces = [b"because=", *[b"x" * 1_000_000] * 11]
    assert ask(served, path, [*OWN, kind], "POST", pieces).status == 413
    assert ask(served, path, [*OWN, kind], "POST", [b"of=" + b"x" * 5_000]).status in {400, 413}
