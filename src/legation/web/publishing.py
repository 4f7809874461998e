"""The account as a folder of static pages that opens without a server: quoted sentences and
citations, never whole texts of others, no paths, no names of judges.
"""

import asyncio
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import resources
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from legation import store
from legation.model.errors import Refused
from legation.store import dossiers
from legation.views.questions.dossiers import bundle
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
NAV = re.compile(r'<nav class="nav".*?</nav>', re.DOTALL)
STAY = ("/static/", "/read", "/search", "/judge", "/keep", "/pin", "/judgements", "/dossiers")
MARKER = "legation-published.txt"
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class Written(Struct, frozen=True):
    """What was written: how many pages, and where."""

    pages: int
    folder: Path


class Plan(Struct, frozen=True, kw_only=True):
    """What is published: the page that opens the folder, where to begin, and, of a dossier, the
    only addresses that may be written (``None``: whatever pages lead to).
    """

    home: str = "/"
    begin: tuple[str, ...] = ()
    only: frozenset[str] | None = None
    with_texts: bool = False

    def holds(self, address: str) -> bool:
        """Whether a page is written: none with a query; files, forms, what people decided and,
        unless they are one's own, texts stay behind.
        """
        bare = unquote(address)
        if self.only is not None and bare not in self.only:
            return False
        if "?" in address or bare.startswith(STAY) or bare.endswith((".csv", ".json", ".bib")):
            return False
        if bare.startswith("/dossier"):
            return self.only is not None
        return self.with_texts or not bare.startswith("/document/")

    def file(self, address: str) -> str:
        """The file of an address: letters, digits, dots and dashes only."""
        path = unquote(urlsplit(address).path)
        if path == self.home:
            return "index.html"
        return f"{UNSAFE.sub('-', path.strip('/')) or 'start'}.html"


def publish(
    ledger: Path, folder: Path, *, with_texts: bool = False, dossier: str | None = None
) -> Written:
    """Write the pages of an account into a folder.

    Args:
        ledger: the account's file.
        folder: made where there is none; one that holds other things is refused. What was
            published into it before is taken away first.
        with_texts: also the briefs, which hold whole texts: for one's own articles only.
        dossier: only the lines that were pinned under this name.

    Raises:
        Refused: the folder holds files that were not published from here, or nothing is pinned
            under the name.
        LedgerError: the account cannot be read.
    """
    plan = _of_dossier(ledger, dossier, with_texts) if dossier else _whole(ledger, with_texts)
    _make_ready(folder)
    made = Addresses(hosts=frozenset({HOST}), origins=frozenset({f"http://{HOST}"}))
    served = application(Settings(ledger=ledger, where=made, published=True))
    waiting, seen, pages = list(plan.begin), set[str](), 0
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        body = _asked(served, address)
        if body is None:
            continue
        waiting += [one for one in _linked(body) if plan.holds(one)]
        (folder / plan.file(address)).write_text(_static(body, plan), encoding="utf-8")
        pages += 1
    _files(folder)
    return Written(pages=pages, folder=folder)


def _whole(ledger: Path, with_texts: bool) -> Plan:
    return Plan(begin=(*PLACES, *_pairs(ledger)), with_texts=with_texts)


def _of_dossier(ledger: Path, name: str, with_texts: bool) -> Plan:
    with store.reading(ledger) as account:
        named = dossiers.named(name)
        held = bundle(account, named)
    if not held.entries:
        raise Refused(f"nothing is pinned into a dossier “{named}” in {ledger}")
    home = f"/dossier/{named}"
    entries = [one.entry for one in held.entries]
    only = {home, *(f"/entry/{entry.id}" for entry in entries)}
    if with_texts:
        only |= {f"/document/{s.document}" for entry in entries for s in entry.sources}
    return Plan(home=home, begin=(quote(home),), only=frozenset(only), with_texts=with_texts)


def _make_ready(folder: Path) -> None:
    """An empty folder, or one of ours from which the pages of the last time are taken away: what
    is no longer to be published must not stay.
    """
    held = list(folder.iterdir()) if folder.exists() else []
    if held and not (folder / MARKER).exists():
        raise Refused(f"{folder} holds other files; publish into a new or empty folder")
    folder.mkdir(parents=True, exist_ok=True)
    for page in folder.glob("*.html"):
        page.unlink()
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


def _static(body: str, plan: Plan) -> str:
    """The page with links to files; what needs a server, and who judged, is taken out. A link to
    what is not published loses its address and stays as words.
    """
    bare = JUDGED.sub("", FORM.sub("", TOOLS.sub("", body)))
    bare = bare.replace('<script src="/static/legation.js" defer></script>', "")
    if plan.only is not None:
        bare = NAV.sub("", bare)

    def written(match: "re.Match[str]") -> str:
        kind, address = match.groups()
        page, mark, rest = address.partition("#")
        if page.startswith("/static/"):
            return f'{kind}="{page.removeprefix("/")}"'
        if page and not plan.holds(page) and page != plan.home:
            return 'data-left="out"'
        return f'{kind}="{plan.file(page) if page else ""}{mark}{rest}"'

    return LINK.sub(written, bare).replace('<main id="main"', f'{NOTE}<main id="main"', 1)


def _files(folder: Path) -> None:
    """The style sheet and fonts beside the pages."""
    own = resources.files("legation.web") / "static"
    target = folder / "static"
    (target / "fonts").mkdir(parents=True, exist_ok=True)
    for name in ("legation.css", *(f"fonts/{f.name}" for f in (own / "fonts").iterdir())):
        (target / name).write_bytes((own / name).read_bytes())
    (target / "pairs.css").write_text(pairs(), encoding="utf-8")
