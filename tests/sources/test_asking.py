"""One polite request: what an answer means, and what is sent."""

from collections.abc import Callable

import httpx
import pytest
from far_ends import made_up

from legation.model.watching import Host, Validators
from legation.sources import Asker, Errand, Outcome
from legation.sources.asking import PATIENCE, TRUST, origin

NOW = 1_000_000.0
FREE = Host(name="https://example.org", robots=b"", robots_until=2_000_000)
URL = "https://example.org/feed"


class Waited:
    def __init__(self) -> None:
        self.now, self.pauses = NOW, list[float]()

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.now += seconds


def asked(
    answer: Callable[[httpx.Request], httpx.Response],
    held: Validators | None = None,
    host: Host = FREE,
    waited: Waited | None = None,
) -> tuple[Outcome, Host]:
    waited = waited or Waited()
    asker = Asker(made_up(answer), clock=waited.clock, sleep=waited.sleep)
    return asker.run(Errand(address=URL, held=held or Validators()), host)


def always(status: int, text: str = "<rss/>", **headers: str) -> Callable[[object], httpx.Response]:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda _: httpx.Response(status, text=text, headers=told)


def test_an_answer_comes_with_its_validators() -> None:
    outcome, host = asked(always(200, etag='"1"', last_modified="Mon, 02 Mar 2026 08:00:00 GMT"))
    assert (outcome.what, outcome.asked) == ("came", 1)
    assert outcome.held.etag == '"1"'
    assert outcome.held.modified == "Mon, 02 Mar 2026 08:00:00 GMT"
    assert outcome.held.whole == NOW
    assert host.free == NOW + 1


def test_the_same_bytes_are_unchanged_whatever_their_validators() -> None:
    first, _ = asked(always(200, etag='"1"'))
    again, _ = asked(always(200, etag='"2"'), first.held)
    assert (again.what, again.held.etag) == ("unchanged", '"2"')


def conditions(held: Validators) -> dict[str, str]:
    sent: list[dict[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append({name.lower(): value for name, value in request.headers.items()})
        return httpx.Response(200, text="x")

    asked(answer, held)
    return {name: value for name, value in sent[0].items() if name.startswith("if-")}


def test_conditions_are_those_of_the_last_answer_and_not_for_ever() -> None:
    fresh = Validators(etag='"1"', modified="yesterday", whole=int(NOW - TRUST))
    assert conditions(fresh) == {"if-none-match": '"1"', "if-modified-since": "yesterday"}
    old = Validators(etag='"1"', modified="yesterday", whole=int(NOW - TRUST - 1))
    assert conditions(old) == {}
    assert conditions(Validators(whole=int(NOW))) == {}


@pytest.mark.parametrize("tag", ["", "x" * 1001])
def test_a_validator_that_is_none_is_not_kept(tag: str) -> None:
    outcome, _ = asked(always(200, etag=tag))
    assert outcome.held.etag is None


@pytest.mark.parametrize(
    ("status", "what"),
    [(304, "failed"), (404, "missing"), (410, "gone"), (403, "failed"), (500, "failed"),
     (503, "failed"), (300, "failed")],
)  # fmt: skip
def test_what_a_status_means(status: int, what: str) -> None:
    outcome, _ = asked(always(status))
    assert (outcome.what, str(status) in outcome.because) == (what, True)


def test_304_is_an_answer_where_we_asked_for_it() -> None:
    held = Validators(etag='"1"', whole=int(NOW))
    outcome, _ = asked(always(304), held)
    assert (outcome.what, outcome.held) == ("unchanged", held)


def test_nothing_at_all_is_no_answer() -> None:
    assert asked(always(200, "  \n"))[0].what == "failed"


@pytest.mark.parametrize(("status", "retry"), [(429, "120"), (503, "120")])
def test_a_host_is_left_alone_for_as_long_as_it_says(status: int, retry: str) -> None:
    outcome, host = asked(always(status, retry_after=retry))
    assert (outcome.what, outcome.until, host.free) == ("put_off", NOW + 120, NOW + 120)
    again, same = asked(always(200), host=host)
    assert (again.what, again.asked, same) == ("put_off", 0, host)


def test_a_busy_host_is_left_alone_longer_each_time() -> None:
    waited, host, pauses = Waited(), FREE, []
    for _ in range(5):
        outcome, host = asked(always(429), host=host, waited=waited)
        pauses.append(outcome.until - waited.now)
        waited.now = outcome.until
    assert pauses == [900, 1800, 3600, 7200, 14_400]
    _, host = asked(always(200), host=host, waited=waited)
    assert host.failures == 0


def test_a_host_that_is_not_there_is_left_alone_from_the_second_time() -> None:
    def nobody(_: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    waited = Waited()
    first, host = asked(nobody, waited=waited)
    assert (first.what, host.free - waited.now) == ("failed", 1)
    _, host = asked(nobody, host=host, waited=waited)
    assert host.free - waited.now == 900


def test_a_short_pause_is_waited_for_and_a_long_one_is_not() -> None:
    waited = Waited()
    soon = Host(name="h", free=NOW + PATIENCE, robots=b"", robots_until=2_000_000)
    assert asked(always(200), host=soon, waited=waited)[0].what == "came"
    assert waited.pauses == [PATIENCE]
    late = Host(name="h", free=NOW + PATIENCE + 1, robots=b"", robots_until=2_000_000)
    assert asked(always(200), host=late)[0].what == "put_off"


def with_robots(status: int, text: str) -> tuple[Outcome, Host, list[str]]:
    paths: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        if request.url.path == "/robots.txt":
            return httpx.Response(status, text=text)
        return httpx.Response(200, text="x")

    outcome, host = asked(answer, host=Host(name="https://example.org"))
    return outcome, host, paths


def test_robots_txt_is_asked_first_and_kept() -> None:
    outcome, host, paths = with_robots(200, "User-agent: *\nDisallow: /private")
    assert (outcome.what, outcome.asked, paths) == ("came", 2, ["/robots.txt", "/feed"])
    assert host.robots_until > NOW


@pytest.mark.parametrize(
    ("status", "text", "what", "asked_for"),
    [
        (200, "User-agent: *\nDisallow: /", "forbidden", 1),
        (200, "User-agent: legation\nDisallow: /feed", "forbidden", 1),
        (200, "User-agent: other\nDisallow: /", "came", 2),
        (200, "<html>not found</html>", "came", 2),
        (404, "", "came", 2),
        (403, "", "came", 2),
        (500, "", "put_off", 1),
        (429, "", "put_off", 1),
    ],
)
def test_what_robots_txt_says(status: int, text: str, what: str, asked_for: int) -> None:
    outcome, _, paths = with_robots(status, text)
    assert (outcome.what, len(paths)) == (what, asked_for)


def test_a_crawl_delay_holds_between_robots_txt_and_the_first_page_too() -> None:
    outcome, host, paths = with_robots(200, "User-agent: *\nCrawl-delay: 60")
    assert (outcome.what, outcome.until, paths) == ("put_off", NOW + 60, ["/robots.txt"])
    assert host.free == NOW + 60


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://Example.org/a/b?c", "https://example.org"),
        ("http://user:secret@example.org:8080/", "http://example.org:8080"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_a_host_is_scheme_name_and_port(address: str, host: str) -> None:
    assert origin(address) == host


def test_a_redirect_is_held_to_the_rules_of_its_host() -> None:
    paths: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        return httpx.Response(302, headers={"Location": "/private/feed"})

    shut = Host(
        name="https://example.org",
        robots=b"User-agent: *\nDisallow: /private",
        robots_until=2_000_000,
    )
    outcome, _ = asked(answer, host=shut)
    assert (outcome.what, paths) == ("forbidden", ["/feed"])
