"""The server's frame: files of its own, faults told without traces, bodies that end."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from asking import HERE, Answer, ask

from legation.web.application import Settings, application
from legation.web.guard import Application, addresses

FORM = ("content-type", "application/x-www-form-urlencoded")
OWN = (HERE, ("sec-fetch-site", "same-origin"), FORM)
TOKEN = "k" * 43


@pytest.fixture
def served(tmp_path: Path) -> Application:
    return application(Settings(ledger=tmp_path / "a.sqlite", where=addresses(8310)))


def posted(
    served: Application, path: str, fields: dict[str, str], *more: tuple[str, str]
) -> Answer:
    return ask(served, path, [*OWN, *more], "POST", [urlencode(fields).encode()])


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("legation.css", "text/css; charset=utf-8"),
        ("pairs.css", "text/css; charset=utf-8"),
        ("legation.js", "text/javascript; charset=utf-8"),
        ("fonts/source-sans-3-latin-wght-normal.woff2", "font/woff2"),
    ],
)
def test_our_files(served: Application, name: str, kind: str) -> None:
    answer = ask(served, f"/static/{name}")
    assert (answer.status, answer.header("content-type")) == (200, kind)
    assert answer.body


@pytest.mark.parametrize(
    "name",
    [
        "../guard.py",
        "..%2fguard.py",
        "%2e%2e/guard.py",
        "fonts/../legation.css",
        "..\\guard.py",
        "/etc/passwd",
        "legation.css\x00",
        "fonts",
        "",
        "legation.css/",
    ],
)
def test_nothing_else_is_served(served: Application, name: str) -> None:
    assert ask(served, f"/static/{name}").status == 404


def test_the_script_is_small_and_nothing_of_the_style_is_elsewhere(served: Application) -> None:
    assert len(ask(served, "/static/legation.js").body) <= 4096
    style = ask(served, "/static/legation.css").text
    assert "http" not in style and "@import" not in style


def test_a_missing_page_is_told_without_a_path_or_trace(served: Application) -> None:
    answer = ask(served, "/no/such/<script>")
    assert answer.status == 404
    assert "There is no such page" in answer.text and "<script>" not in answer.text
    assert ask(served, "/no/such.json").text.startswith('{"error"')


def test_a_fault_of_ours_is_told_by_a_number(
    served: Application, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise ValueError("secret place /srv/x")

    monkeypatch.setattr("legation.web.reading.page", broken)
    answer = ask(served, "/read")
    assert answer.status == 500
    assert "report it with the number" in answer.text and "secret" not in answer.text
    assert "secret place" in caplog.text


def test_a_pasted_text_is_read_and_nothing_is_stored(served: Application) -> None:
    text = "ASTANA - The EU exported goods worth €12.11 billion to Kazakhstan in 2023."
    answer = posted(served, "/read", {"text": text, "published": "2024-10-07", "title": "<b>T"})
    assert answer.status == 200
    assert "12.11 billion" in answer.text and "&lt;b&gt;T" in answer.text
    assert "0 stories in 0 documents" in ask(served, "/about").text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"text": "a", "address": "https://example.org"}, 400),
        ({"address": "https://example.org"}, 403),
        ({"text": "a", "published": "yesterday"}, 400),
        ({"text": "x" * 1_000_001}, 413),
        ({str(n): "x" for n in range(30)}, 400),
    ],
)
def test_what_cannot_be_read_is_told(
    served: Application, fields: dict[str, str], status: int
) -> None:
    assert posted(served, "/read", fields).status == status


def test_what_is_too_large_ends_early(served: Application) -> None:
    announced = posted(served, "/read", {"text": "a"}, ("content-length", "20000000"))
    assert announced.status == 413
    pieces = [b"text=", *[b"x" * 1_000_000] * 12]
    assert ask(served, "/read", OWN, "POST", pieces).status == 413
    boundary = ("content-type", "multipart/form-data; boundary=b")
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
    sent = ask(served, "/read", [*OWN[:2], boundary], "POST", [head, *[b"x" * 1_000_000] * 12])
    assert sent.status == 413


def test_a_file_is_read_by_its_ending_and_its_name_is_never_a_path(served: Application) -> None:
    boundary = ("content-type", "multipart/form-data; boundary=b")
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file"; filename="../../etc/a.md"\r\n'
        b"Content-Type: text/markdown\r\n\r\n# Talks\n\nKenya and Norway met in Oslo on Monday."
        b"\r\n--b--\r\n"
    )
    answer = ask(served, "/read", [*OWN[:2], boundary], "POST", [body])
    assert answer.status == 200 and "Norway" in answer.text and "etc" not in answer.text


def test_signing_in_gives_a_cookie_and_never_an_address(tmp_path: Path) -> None:
    served = application(
        Settings(
            ledger=tmp_path / "a.sqlite",
            where=addresses(8310, origin="https://desk.example"),
            token=TOKEN,
        )
    )
    there = (("host", "desk.example"), ("origin", "https://desk.example"), FORM)
    asked = ask(served, "/read", there)
    assert (asked.status, asked.header("location")) == (303, "/sign-in")
    wrong = ask(served, "/sign-in", there, "POST", [b"token=wrong"])
    assert wrong.status == 403 and wrong.header("set-cookie") is None
    right = ask(served, "/sign-in", there, "POST", [f"token={TOKEN}".encode()])
    cookie = right.header("set-cookie") or ""
    assert right.status == 303 and TOKEN not in cookie
    assert all(word in cookie for word in ("HttpOnly", "SameSite=strict", "Secure"))
    session = cookie.split(";")[0]
    assert ask(served, "/read", (*there, ("cookie", session))).status == 200
