"""Hosts side by side, one host one after another."""

import threading
import time

import httpx
import pytest
from far_ends import made_up

from legation.model.watching import Host
from legation.sources import Asker, Errand, visits


def errands(hosts: int, each: int) -> list[Errand]:
    return [
        Errand(address=f"https://h{host}.example/{number}")
        for number in range(each)
        for host in range(hosts)
    ]


def known(name: str) -> Host:
    return Host(name=name, robots=b"", robots_until=9_999_999_999)


@pytest.mark.parametrize("workers", [1, 4])
def test_every_errand_comes_back_and_no_host_is_asked_twice_at_once(workers: int) -> None:
    busy: set[str] = set()
    clashes: list[str] = []
    most = [0]
    lock = threading.Lock()

    def answer(request: httpx.Request) -> httpx.Response:
        with lock:
            clashes.extend([request.url.host] if request.url.host in busy else [])
            busy.add(request.url.host)
            most[0] = max(most[0], len(busy))
        time.sleep(0.01)
        with lock:
            busy.discard(request.url.host)
        return httpx.Response(200, text="x")

    asker = Asker(made_up(answer), gap=0.0)
    wanted = errands(4, 3)
    found = [errand.address for errand, _, _ in visits(wanted, known, asker, workers)]
    assert sorted(found) == sorted(errand.address for errand in wanted)
    assert clashes == []
    assert most[0] <= workers
    assert workers == 1 or most[0] > 1


def test_a_host_that_wants_to_be_left_alone_is_for_the_rest_of_the_round() -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(429, headers={"Retry-After": "600"})

    asker = Asker(made_up(answer), gap=0.0)
    found = [outcome.what for _, outcome, _ in visits(errands(1, 5), known, asker, 2)]
    assert (found, asked) == (["put_off"] * 5, ["/0"])


def test_a_fault_of_ours_reaches_the_one_who_asked() -> None:
    def broken(name: str) -> Host:
        return Host(name=name, robots=3, robots_until=9_999_999_999)  # type: ignore[arg-type]

    asker = Asker(made_up(lambda _: httpx.Response(200)), gap=0.0)
    with pytest.raises(TypeError):
        list(visits(errands(1, 1), broken, asker, 2))
