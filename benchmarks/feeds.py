"""A day of a made-up farm of feeds, watched: is anything lost, doubled, or asked for too often?

    python benchmarks/feeds.py [--feeds 200] [--hours 24]

Sources publish for ``--hours``; the watch goes on for nine more, so that what a fault held up can
arrive. Every fault of ``tools/feed_farm.py`` comes in turn. Nothing is read by the grammar: this
is of what comes in. The exit status is 1 if anything was lost, doubled or asked for too often.
"""

import argparse
import math
import re
import resource
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))

import httpx

import feed_farm
from feed_farm import BEGIN, DAY, ENDS, HOUR, Article, Asked, Farm, Feed
from legation.model import Document, Ledger
from legation.network import Fetcher
from legation.pipeline import collection
from legation.pipeline.watching import Watch
from legation.sources import Asker
from legation.sources.asking import GAP, TRUST
from legation.statistics import Statistics

EVERY = 1800
TAIL = 9 * HOUR
TOKEN = re.compile(r"qx\d{3}x\d{3}x\d")
RELOOKS = 8
"""Times a day that a page may be looked at again whose source gives another time whenever asked."""


class Clock:
    """A time that passes only where somebody waits."""

    def __init__(self) -> None:
        self.now = float(BEGIN)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


def bare(document: Document, series: Statistics | None) -> Ledger:
    """A reader that finds nothing."""
    return Ledger(document=document, records=())


def run(feeds: int, hours: int, seed: int = 1) -> int:
    """Watch a farm, print what came of it; the exit status."""
    clock = Clock()
    farm = Farm(feeds, hours, seed, clock)
    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        documents = watched(farm, clock, BEGIN + hours * HOUR + TAIL, Path(folder) / "ledger")
        spent = time.process_time() - began
    tokens = Counter(token for text in documents for token in set(TOKEN.findall(text)))
    problems = [*lost(farm, tokens), *doubled(tokens), *too_many(farm)]
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{feeds} feeds, {hours} hours: {len(documents):,} documents of {len(tokens):,} texts, "
        f"{len(farm.asked):,} requests; {spent:.1f} s of CPU, {size} MB"
    )
    for problem in problems[:40]:
        print(f"  {problem}")
    print(f"{len(problems)} problems")
    return int(bool(problems))


def watched(farm: Farm, clock: Clock, until: float, path: Path) -> list[str]:
    """The texts that an account holds after so long a watch; it is stopped and begun again every
    six hours."""
    carrier = httpx.MockTransport(farm.carry)
    asker = Asker(Fetcher(carrier, farm.resolve, clock=clock), clock=clock, sleep=clock.sleep)
    while clock.now < until:
        end = min(until, clock.now + 6 * HOUR)
        with collection.open_account(path, "farm") as account:
            watch = Watch(account, None, asker, every=EVERY, workers=1, read=bare, clock=clock)
            for feed in farm.feeds:
                watch.add(feed.url)
            while clock.now < end:
                done = watch.round()
                ahead = EVERY if done.next is None else done.next - clock.now
                clock.sleep(max(5, min(EVERY, ahead)))
    with collection.open_account(path, "farm") as account:
        rows = account.session.rows("SELECT id FROM document")
        return [account.document(int(str(row[0]))).text for row in rows]


def lost(farm: Farm, tokens: Counter[str]) -> Iterator[str]:
    """Texts that could be had and are not there."""
    for feed in farm.feeds:
        for article in feed.articles:
            for version in (1, 2) if article.changed else (1,):
                if may_miss(feed, article, version):
                    continue
                if not tokens[article.token(version)]:
                    yield f"lost: {feed.fault}: {article.token(version)}, published {article.at}"


def may_miss(feed: Feed, article: Article, version: int) -> bool:
    """Whether nobody could know of a text: its source was gone by then, or it tells no change."""
    appeared = article.at if version == 1 else (article.changed or 0)
    return feed.fault == "gone" and appeared > BEGIN + ENDS - HOUR


def doubled(tokens: Counter[str]) -> Iterator[str]:
    """Texts that stand in the account more than once."""
    yield from (
        f"doubled: {token} stands {count} times" for token, count in tokens.items() if count > 1
    )


def too_many(farm: Farm) -> Iterator[str]:
    """Requests that nobody had to make."""
    by_host: dict[str, list[Asked]] = defaultdict(list)
    for one in farm.asked:
        by_host[one.host.removeprefix("new.")].append(one)
    for host, asked in by_host.items():
        feed = farm.by_host[host]
        for name in {one.host for one in asked}:
            spaced = _spaced(feed, [one for one in asked if one.host == name])
            yield from (f"asked: {feed.fault}: {name}: {what}" for what in spaced)
        for check in (_robots, _pages, _listings, _conditions):
            yield from (f"asked: {feed.fault}: {host}: {what}" for what in check(feed, asked))


def _spaced(feed: Feed, asked: list[Asked]) -> Iterator[str]:
    """A pause between two requests; none before the host wants to be asked again."""
    wanted = 90 if feed.fault == "crawl delay" else GAP
    until = 0.0
    last: Asked | None = None
    for one in asked:
        apart = math.inf if last is None or last.status in {301, 302} else one.at - last.at
        pause = GAP if last is not None and last.at < asked[0].at + 2 else wanted
        if apart < pause - 0.01:
            yield f"{one.path} {apart:.1f} s after the request before"
        if one.at < until - 1:
            yield f"{one.path} {until - one.at:.0f} s before the host wanted to be asked again"
        if one.status in {429, 503} and feed.fault in {"429 seconds", "503 date"}:
            until = one.at + feed_farm.PAUSE
        last = one


def _robots(feed: Feed, asked: list[Asked]) -> Iterator[str]:
    count = sum(one.path == "/robots.txt" for one in asked)
    days = (asked[-1].at - BEGIN) / DAY
    allowed = 2 * (int(days) + 2) + (6 if feed.fault == "robots fails" else 0)
    if count > allowed:
        yield f"robots.txt {count} times"
    if feed.fault == "pages shut" and any(one.path.startswith("/p/") for one in asked):
        yield "a page that robots.txt shuts"


def _pages(feed: Feed, asked: list[Asked]) -> Iterator[str]:
    """Each page once for each of its versions, and again only where it failed."""
    counts = Counter(
        int(one.path[3:].partition("?")[0])
        for one in asked
        if one.path.startswith("/p/") and one.status != 500
    )
    if feed.whole and counts:
        yield f"pages of texts that the feed gives whole: {sum(counts.values())}"
    for number, count in counts.items():
        allowed = 2 if feed.articles[number].changed else 1
        if feed.fault == "another time":
            allowed = 1 + RELOOKS * 2
        if count > allowed:
            yield f"/p/{number} {count} times"


def _listings(feed: Feed, asked: list[Asked]) -> Iterator[str]:
    """A source at most once an interval; seldom while it fails; never when it is gone."""
    own = [one for one in asked if one.path in {"/feed", "/real", "/moved", "/other", "/part.xml"}]
    heads = [one for one in own if one.path != "/part.xml" and one.status not in {301, 302}]
    for before, after in pairwise(heads):
        apart = after.at - before.at
        follows = before.path == "/feed" and after.path == "/real"
        if apart < EVERY - 1 and not follows:
            yield f"{after.path} again after {apart:.0f} s"
        if before.status == 410:
            yield f"{after.path} after it was gone"
        if before.status >= 500 and apart < EVERY * 2 - 1:
            yield f"{after.path} {apart:.0f} s after it failed"
    if feed.fault == "moved" and sum(one.status == 301 for one in own) > 1:
        yield "the old address of a source that has moved"


def _conditions(feed: Feed, asked: list[Asked]) -> Iterator[str]:
    """Under conditions wherever the last whole answer gave any, not long ago."""
    if feed.fault not in {"none", "no day", "one guid", "atom", "gzip"}:
        return
    whole: float | None = None
    for one in asked:
        if one.path != "/feed":
            continue
        if whole is not None and one.at - whole < TRUST and not one.conditional:
            yield f"/feed without conditions {one.at - whole:.0f} s after a whole answer"
        whole = one.at if one.status == 200 else whole


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--feeds", type=int, default=200)
    options.add_argument("--hours", type=int, default=24)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    sys.exit(run(given.feeds, given.hours, given.seed))
