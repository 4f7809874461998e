"""Requests to an application in this process, each header sent exactly as it is written here."""

import asyncio
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor

from msgspec import Struct

from legation.web.guard import Application, Message

HERE = ("host", "127.0.0.1:8310")


class Answer(Struct):
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key == name), None)


def ask(
    application: Application,
    path: str,
    headers: Iterable[tuple[str, str]] = (HERE,),
    method: str = "GET",
    body: Sequence[bytes] = (b"",),
) -> Answer:
    """One request; ``body`` is sent in its pieces."""
    bare, _, query = path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": bare,
        "raw_path": bare.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.encode(), value.encode("latin-1")) for name, value in headers],
        "client": ("127.0.0.1", 50000),
        "server": ("127.0.0.1", 8310),
    }
    waiting = [
        {"type": "http.request", "body": piece, "more_body": number + 1 < len(body)}
        for number, piece in enumerate(body)
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await application(scope, receive, send)

    try:
        with ThreadPoolExecutor(1) as apart:  # a browser of these tests may hold a loop here
            apart.submit(lambda: asyncio.run(run())).result()
    except Exception:
        if not sent:
            raise
    start = sent[0]
    return Answer(
        status=start["status"],
        headers=[(name.decode(), value.decode("latin-1")) for name, value in start["headers"]],
        body=b"".join(message.get("body", b"") for message in sent[1:]),
    )
