"""The account as a folder of static pages that opens without a server: quoted sentences and
citations, never whole texts of others, no paths, no names of judges.
"""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct

from legation import store
from legation.model.errors import Refused
from legation.views.questions.news import news
from legation.views.questions.scopes import Scope
from legation.web.application import Settings, application
from legation.web.guard import Addresses, Message
from legation.web.pages import pairs

HOST = "published.invalid"
"""The pages are asked of the application itself; nothing is sent anywhere."""
LINK = re.compile(r'(href|src|action)="(/[^"]*)"')
FORM = re.compile(r"<form.*?</form>", re.DOTALL)
TOOLS = re.compile(r'<div class="tools">.*?</div>(?=\s*</div>)', re.DOTALL)
NOTE = (
    '<p class="none">A published copy: entries with the words that carry them, not the whole '
    "texts.</p>"
)
PLACES = ("/", "/dyads", "/conflicts", "/promises", "/map", "/actors", "/about")
JUDGED = re.compile(r'<section aria-labelledby="judged">.*?</section>', re.DOTALL)
MARKER = "legation-published.txt"
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class Written(Struct, frozen=True):
    """What was written: how many pages, and where."""

    pages: int
    folder: Path


def publish(ledger: Path, folder: Path, *, with_texts: bool = False) -> Written:
    """Write the pages of an account into a folder.

    Args:
        ledger: the account's file.
        folder: made where there is none; one that holds other things is refused.
        with_texts: also the briefs, which hold whole texts: for one's own articles only.

    Raises:
        Refused: the folder holds files that were not published from here.
        LedgerError: the account cannot be read.
    """
    _make_ready(folder)
    made = Addresses(hosts=frozenset({HOST}), origins=frozenset({f"http://{HOST}"}))
    served = application(Settings(ledger=ledger, where=made))
    waiting, seen = [*PLACES, *_pairs(ledger)], set[str]()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        body = _asked(served, address)
        if body is None:
            continue
        waiting += [one for one in _linked(body) if _is_published(one, with_texts)]
        target = folder / _file(address)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_static(body, with_texts), encoding="utf-8")
    _files(folder)
    return Written(pages=len(seen), folder=folder)


def _make_ready(folder: Path) -> None:
    held = list(folder.iterdir()) if folder.exists() else []
    if held and not (folder / MARKER).exists():
        raise Refused(f"{folder} holds other files; publish into a new or empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARKER).write_text("Pages published by Legation; written anew each time.\n", "utf-8")


def _pairs(ledger: Path) -> Iterator[str]:
    with store.reading(ledger) as account:
        for pair in news(account, None, Scope()).pairs:
            yield f"/dyad/{pair.a.code}/{pair.b.code}"


def _asked(served: object, address: str) -> str | None:
    """The page of an address, asked of the application in this process."""
    bare, _, query = address.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(bare),
        "raw_path": bare.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", HOST.encode())],
        "client": None,
        "server": (HOST, 80),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await served(scope, receive, send)  # type: ignore[operator]

    with ThreadPoolExecutor(1) as apart:  # a caller may have a loop of its own
        apart.submit(lambda: asyncio.run(run())).result()
    if not sent or sent[0]["status"] != 200:
        return None
    return b"".join(message.get("body", b"") for message in sent[1:]).decode()


def _linked(body: str) -> Iterator[str]:
    for _, address in LINK.findall(body):
        yield address.partition("#")[0].replace("&amp;", "&")


def _is_published(address: str, with_texts: bool) -> bool:
    """Pages without a query; files, forms and, unless they are one's own, texts stay behind."""
    if "?" in address or address.startswith(("/static/", "/read", "/search", "/judge", "/keep")):
        return False
    if address.startswith("/document/"):
        return with_texts and not address.endswith((".bib", ".json"))
    return not address.endswith((".csv", ".json", ".bib"))


def _file(address: str) -> str:
    """The file of an address: letters, digits, dots and dashes only."""
    path = unquote(urlsplit(address).path).strip("/")
    return f"{UNSAFE.sub('-', path) or 'index'}.html"


def _static(body: str, with_texts: bool) -> str:
    """The page with links to files; what needs a server, and who judged, is taken out."""
    bare = JUDGED.sub("", FORM.sub("", TOOLS.sub("", body)))
    bare = bare.replace('<script src="/static/legation.js" defer></script>', "")

    def written(match: "re.Match[str]") -> str:
        kind, address = match.groups()
        page, mark, rest = address.partition("#")
        if page.startswith("/static/"):
            return f'{kind}="{page.removeprefix("/")}"'
        if page and not _is_published(page, with_texts):
            return f'{kind}="about.html"'
        return f'{kind}="{_file(page) if page else ""}{mark}{rest}"'

    return LINK.sub(written, bare).replace('<main id="main"', f'{NOTE}<main id="main"', 1)


def _files(folder: Path) -> None:
    """The style sheet and fonts beside the pages."""
    own = resources.files("legation.web") / "static"
    target = folder / "static"
    (target / "fonts").mkdir(parents=True, exist_ok=True)
    for name in ("legation.css", *(f"fonts/{f.name}" for f in (own / "fonts").iterdir())):
        (target / name).write_bytes((own / name).read_bytes())
    (target / "pairs.css").write_text(pairs(), encoding="utf-8")
