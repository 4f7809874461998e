"""A site on this machine that answers as a test tells it to, and remembers what it was asked."""

import random
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Reply(NamedTuple):
    """What is sent: any status and headers, and the body they come with."""

    status: int = 200
    body: str | bytes = b""
    headers: Mapping[str, str] = {}
    announced: int | None = None
    """The length that is told, if it is not the true one."""


Route = Reply | Callable[[Mapping[str, str]], Reply]


class Site:
    """Routes by path; what has none is 404. ``asked`` is every path in order, robots.txt too."""

    def __init__(self) -> None:
        self.routes: dict[str, Route] = {}
        self.asked: list[str] = []
        self.headers: list[Mapping[str, str]] = []
        self.base = ""

    def url(self, path: str) -> str:
        return f"{self.base}{path}"

    def count(self, path: str) -> int:
        return self.asked.count(path)

    def reply(self, path: str, headers: Mapping[str, str]) -> Reply:
        self.asked.append(path)
        self.headers.append(headers)
        route = self.routes.get(path, Reply(404, "no such page"))
        return route if isinstance(route, Reply) else route(headers)


@contextmanager
def served() -> Iterator[Site]:
    """A site that is served on 127.0.0.1 while the block lasts."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            reply = site.reply(self.path, {k.lower(): v for k, v in self.headers.items()})
            body = reply.body.encode() if isinstance(reply.body, str) else reply.body
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            size = len(body) if reply.announced is None else reply.announced
            self.send_header("Content-Length", str(size))
            self.send_header("Connection", "close")
            self.end_headers()
            if reply.status != 304:
                self.wfile.write(body)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    )
    thread.start()
    site.base = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)


def rss(*items: str, title: str = "Ministry of Ruritania", head: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title>{head}{''.join(items)}</channel></rss>"
    )


def item(
    guid: str = "",
    link: str = "",
    title: str = "",
    day: str = "",
    summary: str = "",
    content: str = "",
    more: str = "",
) -> str:
    parts = (
        ("title", title),
        ("link", link),
        ("pubDate", day),
        ("description", f"<![CDATA[{summary}]]>" if summary else ""),
        ("content:encoded", f"<![CDATA[{content}]]>" if content else ""),
    )
    made = "".join(f"<{name}>{words}</{name}>" for name, words in parts if words)
    named = f'<guid isPermaLink="false">{guid}</guid>' if guid else ""
    return f"<item>{named}{made}{more}</item>"


def article(text: str, title: str = "A statement", day: str = "") -> str:
    dated = f'<meta property="article:published_time" content="{day}">' if day else ""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return (
        f"<!DOCTYPE html><html><head><title>{title}</title>{dated}</head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{paragraphs}</article>"
        "</body></html>"
    )


WORDS = """
    railway crossing ledger harbour tariff envoy quarry bridge cabinet customs grain timber salt
    clock archive valley winter summer river border copper market signal station carrier lantern
    orchard treaty engine mill foundry canal pasture school hospital forest mountain library garden
    theatre tower wagon pilot miner weaver baker fisher doctor teacher farmer
"""


def story(of: str, more: str = "") -> str:
    """A text of its own for each ``of``, long enough to be taken for whole."""
    chance, words = random.Random(of), WORDS.split()
    sentences = [
        f"The {chance.choice(words)} of the {chance.choice(words)} met the {chance.choice(words)} "
        f"beside the {chance.choice(words)}, and the {chance.choice(words)} kept the "
        f"{chance.choice(words)} for the {chance.choice(words)}."
        for _ in range(8)
    ]
    first = f"The Foreign Minister of Ruritania received the envoy for {of} on Monday."
    return f"{first} The carriers of {of} wait. {more}\n" + "\n".join(sentences)
