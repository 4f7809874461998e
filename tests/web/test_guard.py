"""Who may ask, from where. The table is the threat model: each row is an attack or a right use."""

import asyncio

import pytest
from asking import HERE, Answer, ask

from legation.web.guard import HEADERS, Guard, Message, Receive, Refusal, Scope, Send, addresses

OURS = ("origin", "http://127.0.0.1:8310")
TOKEN = "t" * 43


async def _inner(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"held"})


def _refuse(refusal: Refusal, scope: Scope) -> object:
    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": refusal.status, "headers": []})
        await send({"type": "http.response.body", "body": refusal.because.encode()})

    return answer


def guard(token: str | None = None, **named: object) -> Guard:
    return Guard(_inner, addresses(8310, **named), token, _refuse)  # type: ignore[arg-type]


def asked(method: str, *headers: tuple[str, str], held: Guard | None = None) -> Answer:
    return ask(held or guard(), "/dyads", headers, method)


SITE, MODE = "sec-fetch-site", "sec-fetch-mode"


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", [HERE], 200),
        ("GET", [("host", "LocalHost:8310")], 200),
        ("GET", [("host", "[::1]:8310")], 200),
        ("GET", [("host", "evil.example:8310")], 421),
        ("GET", [("host", "127.0.0.1:80")], 421),
        ("GET", [("host", "127.0.0.1")], 421),
        ("GET", [("host", "127.0.0.1:8310.evil.example")], 421),
        ("GET", [], 421),
        ("GET", [HERE, ("host", "evil.example:8310")], 421),
        ("GET", [HERE, HERE], 421),
        ("POST", [HERE, (SITE, "same-origin"), OURS], 200),
        ("POST", [HERE, (SITE, "same-origin")], 200),
        ("POST", [HERE, (SITE, "same-origin"), ("origin", "null")], 200),
        ("POST", [HERE, (SITE, "cross-site"), ("origin", "null")], 403),
        ("POST", [HERE, (SITE, "same-origin"), ("origin", "https://evil.example")], 403),
        ("POST", [HERE, (SITE, "cross-site"), ("origin", "https://evil.example")], 403),
        ("POST", [HERE, (SITE, "cross-site"), OURS], 403),
        ("POST", [HERE, (SITE, "same-site"), ("origin", "http://127.0.0.1:3000")], 403),
        ("POST", [HERE, ("origin", "https://evil.example")], 403),
        ("POST", [HERE, ("origin", "null")], 403),
        ("POST", [HERE, OURS], 200),
        ("POST", [HERE, ("origin", "https://127.0.0.1:8310")], 403),
        ("POST", [HERE, OURS, ("origin", "https://evil.example")], 403),
        ("POST", [HERE, (SITE, "none")], 200),
        ("POST", [HERE, (SITE, "none"), OURS], 403),
        ("POST", [HERE, (SITE, "same-origin"), (SITE, "cross-site"), OURS], 403),
        ("POST", [HERE], 403),
        ("DELETE", [HERE], 403),
        ("GET", [HERE, (SITE, "cross-site"), (MODE, "no-cors")], 403),
        ("GET", [HERE, (SITE, "same-site"), (MODE, "cors")], 403),
        ("GET", [HERE, (SITE, "cross-site")], 403),
        ("GET", [HERE, (SITE, "cross-site"), (MODE, "navigate")], 200),
        ("GET", [HERE, (SITE, "same-origin"), (MODE, "no-cors")], 200),
        ("HEAD", [HERE, (SITE, "none")], 200),
    ],
)
def test_who_may_ask(method: str, headers: list[tuple[str, str]], status: int) -> None:
    assert asked(method, *headers).status == status


def test_every_answer_carries_the_policy_refusals_too() -> None:
    for answer in (asked("GET", HERE), asked("POST", HERE), asked("GET")):
        assert {name.decode(): value.decode() for name, value in HEADERS}.items() <= dict(
            answer.headers
        ).items()
        assert answer.header("cache-control") == "private, no-cache"


BEARER = ("authorization", f"Bearer {TOKEN}")


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        ("GET", [HERE], 401),
        ("GET", [HERE, BEARER], 200),
        ("POST", [HERE, BEARER], 200),
        ("POST", [HERE, ("authorization", f"bearer {TOKEN}")], 200),
        ("POST", [HERE, ("authorization", f"Bearer {TOKEN[:-1]}")], 403),
        ("GET", [HERE, ("authorization", "Bearer ")], 401),
        ("GET", [HERE, ("authorization", f"Basic {TOKEN}")], 401),
        ("GET", [HERE, BEARER, BEARER], 401),
        ("GET", [HERE, ("cookie", f"legation={TOKEN}")], 401),
        ("GET", [HERE, ("cookie", "legation=\x01;")], 401),
        ("GET", [("host", "evil.example:8310"), BEARER], 421),
    ],
)
def test_a_server_with_a_token(method: str, headers: list[tuple[str, str]], status: int) -> None:
    assert asked(method, *headers, held=guard(TOKEN)).status == status


def test_the_token_is_exchanged_for_a_cookie_that_is_not_the_token() -> None:
    held = guard(TOKEN)
    assert held.sign_in("wrong") is None
    session = held.sign_in(TOKEN)
    assert session and session != TOKEN
    assert asked("GET", HERE, ("cookie", f"a=b; legation={session}"), held=held).status == 200
    assert asked("POST", HERE, ("cookie", f"legation={session}"), held=held).status == 403
    assert ask(held, "/sign-in", [HERE]).status == 200
    assert ask(held, "/static/legation.css", [HERE]).status == 200


def test_without_a_token_nobody_signs_in() -> None:
    assert guard().sign_in("") is None


def test_behind_a_proxy_only_its_name_and_origin_count() -> None:
    held = guard(TOKEN, origin="https://Legation.example")
    public = ("host", "legation.example")
    assert asked("GET", public, BEARER, held=held).status == 200
    assert asked("GET", HERE, BEARER, held=held).status == 421
    session = held.sign_in(TOKEN)
    cookie = ("cookie", f"legation={session}")
    origin = ("origin", "https://legation.example")
    assert asked("POST", public, cookie, origin, held=held).status == 200
    plain = ("origin", "http://legation.example")
    assert asked("POST", public, cookie, plain, held=held).status == 403
    assert held.where.secure and not guard().where.secure


def test_a_further_name_must_be_given() -> None:
    held = guard(names=("desk.example",))
    assert asked("GET", ("host", "desk.example:8310"), held=held).status == 200
    assert asked("GET", ("host", "other.example:8310"), held=held).status == 421


def test_a_websocket_is_refused() -> None:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(guard()({"type": "websocket", "headers": []}, receive, send))
    assert [message["type"] for message in sent] == ["websocket.close"]
