"""Sources into the account, against a site on this machine that misbehaves on purpose."""

import contextlib
import gzip
import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import httpx
import pytest
from far_ends import local, made_up
from made_site import Reply, Site, article, item, rss, served, story

from legation.model import Document, Ledger
from legation.pipeline import adding, collection
from legation.pipeline.watching import Round, Watch, taking
from legation.sources import Asker
from legation.statistics import Statistics
from legation.store import Account, bodies
from legation.store.session import Session

NOW = 1_772_452_800  # 2026-03-02 12:00 UTC
MONDAY = "Mon, 02 Mar 2026 08:00:00 GMT"
EVERY = 1800


def bare(document: Document, series: Statistics | None) -> Ledger:
    """A reader that finds nothing: these tests are of what comes in."""
    return Ledger(document=document, records=())


class Day:
    """An account, its watch, and a clock that tests put forward."""

    def __init__(self, path: Path) -> None:
        self.path, self.now = path, float(NOW)
        self.account: Account = collection.open_account(path, "test")
        self.watch = self._watch()

    def _watch(self) -> Watch:
        asker = Asker(local(), clock=lambda: self.now, sleep=self._sleep, gap=0.0)
        return Watch(
            self.account, None, asker, every=EVERY, workers=1, read=bare, clock=lambda: self.now
        )

    def _sleep(self, seconds: float) -> None:
        self.now += seconds

    def restart(self) -> None:
        self.account.close()
        self.account = collection.open_account(self.path, "test")
        self.watch = self._watch()

    def round(self, later: float = EVERY) -> Round:
        self.now += later
        return self.watch.round()

    def documents(self) -> list[Document]:
        rows = self.account.session.rows("SELECT id FROM document ORDER BY seen, id")
        return [self.account.document(int(str(row[0]))) for row in rows]

    def notes(self) -> list[str]:
        """What the newest document says of how it was read."""
        connection = self.account.session.connection
        [(number,)] = self.rows("SELECT id FROM document ORDER BY seen DESC, id DESC LIMIT 1")
        ledger = bodies.ledger_of(connection, int(str(number)))
        return [] if ledger is None else list(ledger.document.notes)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return self.account.session.rows(sql)


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as held:
        yield held


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    held = Day(tmp_path / "ledger.sqlite")
    yield held
    held.account.close()


def watched(day: Day, site: Site, path: str = "/feed") -> Round:
    day.watch.add(site.url(path))
    return day.round(0)


def test_a_summary_fetches_its_page_and_a_whole_text_does_not(site: Site, day: Day) -> None:
    whole = item("1", site.url("/a"), "Timber", MONDAY, "In short.", story("timber"))
    short = item("2", site.url("/b"), "Copper", MONDAY, "The minister spoke of copper.")
    site.routes |= {
        "/feed": Reply(body=rss(whole, short)),
        "/b": Reply(body=article(story("copper"))),
    }
    done = watched(day, site)
    assert (done.added, done.waiting, done.refused) == (2, 0, [])
    assert site.asked == ["/robots.txt", "/feed", "/b"]
    timber, copper = day.documents()
    assert "carriers of timber" in timber.text
    assert "carriers of copper" in copper.text
    assert (timber.url, copper.url) == (site.url("/a"), site.url("/b"))
    assert str(copper.published) == "2026-03-02"
    assert timber.publisher == "Ministry of Ruritania"


def test_what_is_known_is_asked_under_conditions_and_added_once(site: Site, day: Day) -> None:
    feed = rss(item("1", site.url("/a"), "Timber", MONDAY, "", story("timber")))

    def answer(headers: Mapping[str, str]) -> Reply:
        if headers.get("if-none-match") == '"v1"':
            return Reply(304)
        return Reply(body=feed, headers={"ETag": '"v1"', "Last-Modified": MONDAY})

    site.routes["/feed"] = answer
    assert watched(day, site).added == 1
    for _ in range(3):
        done = day.round()
        assert (done.asked, done.added, done.failed) == (1, 0, 0)
    assert site.headers[-1]["if-modified-since"] == MONDAY
    assert site.count("/robots.txt") == 1
    assert len(day.documents()) == 1


def test_not_modified_to_a_first_question_is_no_answer(site: Site, day: Day) -> None:
    site.routes["/feed"] = Reply(304)
    assert watched(day, site).failed == 1
    [source] = day.watch.sources.all()
    assert "304" in (source.because or "")
    site.routes["/feed"] = Reply(body=rss(item("1", title="T", day=MONDAY, content=story("tin"))))
    assert day.round(2 * EVERY).added == 1


def test_not_modified_for_ever_is_believed_for_hours_only(site: Site, day: Day) -> None:
    def lying(first: str) -> None:
        def answer(headers: Mapping[str, str]) -> Reply:
            if "if-none-match" in headers:
                return Reply(304)
            return Reply(body=first, headers={"ETag": '"same"'})

        site.routes["/feed"] = answer

    one = item("1", title="A", day=MONDAY, content=story("timber"))
    lying(rss(one))
    watched(day, site)
    lying(rss(one, item("2", title="B", day=MONDAY, content=story("copper"))))
    added = sum(day.round().added for _ in range(14))
    assert added == 1


def test_a_wrong_validator_costs_nothing(site: Site, day: Day) -> None:
    """Another ETag with the same bytes, the same ETag with other bytes."""
    tags = iter(f'"{n}"' for n in range(9))
    one = item("1", title="A", day=MONDAY, content=story("timber"))
    two = item("2", title="B", day=MONDAY, content=story("copper"))
    site.routes["/feed"] = lambda _: Reply(body=rss(one), headers={"ETag": next(tags)})
    watched(day, site)
    assert day.round().added == 0
    site.routes["/feed"] = Reply(body=rss(one, two), headers={"ETag": '"1"'})
    assert day.round().added == 1


@pytest.mark.parametrize("asks", ["3600", "Mon, 02 Mar 2026 13:00:00 GMT"])
def test_a_host_that_wants_to_be_left_alone_is(site: Site, day: Day, asks: str) -> None:
    site.routes["/feed"] = Reply(429, "slow down", {"Retry-After": asks})
    watched(day, site)
    site.routes["/feed"] = Reply(body=rss(item("1", title="A", day=MONDAY, content=story("tin"))))
    asked = site.count("/feed")
    day.watch.add(site.url("/other"))
    if asks.isdigit():
        assert day.round(3500).requests == 0
        assert (site.count("/feed"), site.count("/other")) == (asked, 0)
    day.round(3600)
    assert len(day.documents()) == 1


def test_a_busy_host_that_does_not_say_for_how_long_is_left_longer_each_time(
    site: Site, day: Day
) -> None:
    site.routes["/feed"] = Reply(429)
    day.watch.add(site.url("/feed"))
    for _ in range(24):
        day.round(1800)
    assert site.count("/feed") <= 7


def test_failures_are_asked_again_later_and_later(site: Site, day: Day) -> None:
    site.routes["/feed"] = Reply(500, "oops")
    day.watch.add(site.url("/feed"))
    for _ in range(48):
        day.round(1800)
    assert 4 <= site.count("/feed") <= 7
    [source] = day.watch.sources.all()
    assert source.failures == site.count("/feed")
    assert "500" in (source.because or "")


def test_what_is_gone_is_asked_no_more(site: Site, day: Day) -> None:
    site.routes["/feed"] = Reply(410)
    watched(day, site)
    day.round()
    day.watch.add(site.url("/feed"))
    day.round(86_400)
    assert site.count("/feed") == 1
    assert day.watch.sources.all()[0].stopped


def test_a_feed_that_has_moved_is_asked_at_its_new_address(site: Site, day: Day) -> None:
    one = item("1", site.url("/a"), "A", MONDAY, "", story("timber"))
    site.routes |= {
        "/feed": Reply(301, headers={"Location": "/new"}),
        "/new": Reply(body=rss(one)),
    }
    watched(day, site)
    day.round()
    assert site.asked == ["/robots.txt", "/feed", "/new", "/new"]
    [source] = day.watch.sources.all()
    assert (source.address, source.given) == (site.url("/new"), site.url("/feed"))
    assert len(day.documents()) == 1


def test_a_feed_that_is_elsewhere_for_now_has_not_moved(site: Site, day: Day) -> None:
    site.routes |= {
        "/feed": Reply(302, headers={"Location": "/new"}),
        "/new": Reply(body=rss(item("1", title="A", content=story("timber")))),
    }
    watched(day, site)
    assert day.watch.sources.all()[0].address == site.url("/feed")


def test_a_feed_that_moved_to_where_another_is_watched_stops(site: Site, day: Day) -> None:
    site.routes |= {
        "/old": Reply(308, headers={"Location": "/new"}),
        "/new": Reply(body=rss(item("1", title="A", content=story("timber")))),
    }
    day.watch.add(site.url("/new"))
    watched(day, site, "/old")
    day.round()
    assert site.count("/old") == 1
    assert len(day.documents()) == 1


def test_moved_to_a_page_is_no_move(site: Site, day: Day) -> None:
    site.routes |= {
        "/feed": Reply(301, headers={"Location": "/"}),
        "/": Reply(body=article("Welcome to the ministry.")),
    }
    watched(day, site)
    [source] = day.watch.sources.all()
    assert source.address == site.url("/feed")
    assert "is a page" in (source.because or "")


def test_robots_txt_is_obeyed_and_what_the_feed_gives_is_kept(site: Site, day: Day) -> None:
    shut = item("1", site.url("/private/a"), "A", MONDAY, "The minister spoke of tin at length.")
    site.routes |= {
        "/robots.txt": Reply(body="User-agent: *\nDisallow: /private/\n"),
        "/feed": Reply(body=rss(shut)),
        "/private/a": Reply(body=article(story("tin"))),
    }
    assert watched(day, site).added == 1
    assert site.count("/private/a") == 0
    assert any("robots.txt" in note for note in day.notes())


def test_a_feed_that_robots_txt_shuts_is_not_asked(site: Site, day: Day) -> None:
    site.routes |= {
        "/robots.txt": Reply(body="User-agent: legation\nDisallow: /\n"),
        "/feed": Reply(body=rss()),
    }
    watched(day, site)
    assert site.asked == ["/robots.txt"]
    assert "robots.txt" in (day.watch.sources.all()[0].because or "")


def test_a_robots_txt_that_fails_allows_nothing_for_now(site: Site, day: Day) -> None:
    site.routes |= {"/robots.txt": Reply(503), "/feed": Reply(body=rss())}
    watched(day, site)
    assert site.count("/feed") == 0
    site.routes["/robots.txt"] = Reply(404)
    day.round(2 * EVERY)
    assert site.count("/feed") == 1


def test_a_crawl_delay_is_kept(site: Site, day: Day) -> None:
    links = [item(str(n), site.url(f"/{n}"), f"T{n}", MONDAY, "Short.") for n in range(3)]
    site.routes |= {
        "/robots.txt": Reply(body="User-agent: *\nCrawl-delay: 600\n"),
        "/feed": Reply(body=rss(*links)),
        **{f"/{n}": Reply(body=article(story(f"ware {n}"))) for n in range(3)},
    }
    day.watch.add(site.url("/feed"))
    seen = []
    for _ in range(8):
        day.round(600)
        seen.append(len(site.asked))
    assert all(later - before <= 1 for before, later in itertools.pairwise(seen))
    assert len(day.documents()) == 3


def test_changed_text_at_a_known_address_is_a_version(site: Site, day: Day) -> None:
    def feed(summary: str, more: str) -> None:
        one = item("1", site.url("/a"), "Timber", "Sun, 01 Mar 2026 08:00:00 GMT", summary)
        site.routes |= {
            "/feed": Reply(body=rss(one)),
            "/a": Reply(body=article(story("timber", more))),
        }

    feed("Fees of 30 million.", "The fees were 30 million crowns a year.")
    watched(day, site)
    feed("Fees of 40 million, corrected.", "The fees were 40 million crowns a year.")
    done = day.round()
    assert (done.added, done.changed) == (0, 1)
    assert site.count("/a") == 2
    rows = day.rows("SELECT version, superseded, carries FROM document ORDER BY version")
    assert rows == [(1, 1, 0), (2, 0, 1)]
    [(before, after, because)] = day.rows("SELECT before, after, because FROM altered")
    assert ("30" in str(before), "40" in str(after), because) == (True, True, "corrected")
    assert any("another text" in note for note in day.notes())


def test_a_page_whose_source_only_tells_another_time_is_looked_at_seldom(
    site: Site, day: Day
) -> None:
    hours = iter(range(24))

    def answer(_: object) -> Reply:
        stamp = f"2026-03-02T{next(hours):02d}:00:00Z"
        entry = (
            f"<entry><id>1</id><title>Timber</title><link href='{site.url('/a')}'/>"
            f"<published>2026-03-02T00:00:00Z</published><updated>{stamp}</updated>"
            "<summary>Short.</summary></entry>"
        )
        feed = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>M</title>{entry}</feed>"
        return Reply(body=feed)

    site.routes |= {"/feed": answer, "/a": Reply(body=article(story("timber")))}
    day.watch.add(site.url("/feed"))
    for _ in range(12):
        day.round(1800)
    assert site.count("/feed") == 12
    assert site.count("/a") <= 3
    assert len(day.documents()) == 1


def test_a_missing_day_is_lent_and_says_so(site: Site, day: Day) -> None:
    site.routes["/feed"] = Reply(body=rss(item("1", title="A", content=story("timber"))))
    watched(day, site)
    [document] = day.documents()
    assert str(document.published) == "2026-03-02"
    assert any("gives no day" in note for note in day.notes())


def test_the_day_of_the_page_is_better_than_a_lent_one(site: Site, day: Day) -> None:
    page = article(story("timber"), day="2026-02-27T10:00:00Z")
    site.routes |= {
        "/feed": Reply(body=rss(item("1", site.url("/a"), "A", summary="Short."))),
        "/a": Reply(body=page),
    }
    watched(day, site)
    [document] = day.documents()
    assert str(document.published) == "2026-02-27"
    assert not any("gives no day" in note for note in day.notes())


@pytest.mark.parametrize(
    "written", ["Mon, 02 Mar 2099 08:00:00 GMT", "Thu, 01 Jan 1970 00:00:00 GMT"]
)
def test_a_day_that_cannot_be_is_refused(site: Site, day: Day, written: str) -> None:
    site.routes["/feed"] = Reply(
        body=rss(item("1", title="A", day=written, content=story("timber")))
    )
    watched(day, site)
    [document] = day.documents()
    assert str(document.published) == "2026-03-02"
    assert any("not believed" in note for note in day.notes())


CONSENT = (
    "We value your privacy. We and our partners store and access information on a device, such as "
    "cookies. We process personal data for personalised advertising, with your consent. Accept all "
    "or manage your preferences; you can withdraw your consent at any time in our cookie policy. "
    "Our partners have a legitimate interest. Reject all. Cookie settings."
)


def test_a_consent_page_is_no_article(site: Site, day: Day) -> None:
    one = item("1", site.url("/a"), "A", MONDAY, "The minister spoke of timber and of the fees.")
    site.routes |= {"/feed": Reply(body=rss(one)), "/a": Reply(body=article(CONSENT))}
    watched(day, site)
    assert all("partners" not in document.text for document in day.documents())
    assert len(day.documents()) == 1


def test_a_consent_page_in_place_of_a_feed_says_so(site: Site, day: Day) -> None:
    site.routes["/feed"] = Reply(body=article(CONSENT))
    watched(day, site)
    assert "consent" in (day.watch.sources.all()[0].because or "")


def test_one_guid_for_all_says_nothing(site: Site, day: Day) -> None:
    items = [
        item("0", site.url(f"/{n}"), f"T{n}", MONDAY, content=story(f"ware {n}")) for n in range(3)
    ]
    site.routes["/feed"] = Reply(body=rss(*items))
    assert watched(day, site).added == 3


def test_one_address_for_all_is_nobody_s_page(site: Site, day: Day) -> None:
    items = [
        item(str(n), site.url("/"), f"T{n}", MONDAY, f"The minister spoke of ware {n}.")
        for n in range(3)
    ]
    site.routes |= {"/feed": Reply(body=rss(*items)), "/": Reply(body=article("Welcome."))}
    assert watched(day, site).added == 3
    assert site.count("/") == 0


def test_tracking_words_and_two_feeds_fetch_a_page_once(site: Site, day: Day) -> None:
    one = item("1", site.url("/a?utm_source=rss"), "A", MONDAY, "Short.")
    two = item("x9", site.url("/a?utm_source=all&amp;fbclid=3"), "A!", MONDAY, "Another summary.")
    site.routes |= {
        "/one": Reply(body=rss(one)),
        "/two": Reply(body=rss(two)),
        "/a?utm_source=rss": Reply(body=article(story("timber"))),
    }
    day.watch.add(site.url("/one"))
    day.watch.add(site.url("/two"))
    day.round(0)
    day.round()
    assert sum(path.startswith("/a") for path in site.asked) == 1
    assert len(day.documents()) == 1


def test_without_a_guid_the_text_tells_who_is_who(site: Site, day: Day) -> None:
    sessions = iter(range(9))

    def answer(_: object) -> Reply:
        link = site.url(f"/a?session={next(sessions)}")
        return Reply(body=rss(item("", link, "Timber", MONDAY, content=story("timber"))))

    site.routes["/feed"] = answer
    watched(day, site)
    assert day.round().added == 0
    assert len(day.documents()) == 1


def test_a_page_that_is_missing_leaves_what_its_feed_gives(site: Site, day: Day) -> None:
    one = item("1", site.url("/gone"), "A", MONDAY, "The minister spoke of timber and of the fees.")
    site.routes["/feed"] = Reply(body=rss(one))
    assert watched(day, site).added == 1
    [document] = day.documents()
    assert document.text == "The minister spoke of timber and of the fees."
    assert any("404" in note for note in day.notes())


def test_a_page_that_fails_is_asked_again_and_not_for_ever(site: Site, day: Day) -> None:
    one = item("1", site.url("/a"), "A", MONDAY, "The minister spoke of timber and of the fees.")
    site.routes |= {"/feed": Reply(body=rss(one)), "/a": Reply(500)}
    assert watched(day, site).waiting == 1
    site.routes["/a"] = Reply(body=article(story("timber")))
    assert day.round().added == 1
    assert "carriers of timber" in day.documents()[0].text
    site.routes |= {
        "/feed": Reply(body=rss(one.replace("/a", "/b").replace(">1<", ">2<"))),
        "/b": Reply(500),
    }
    for _ in range(120):
        day.round()
    assert site.count("/b") == 6
    assert len(day.documents()) == 2


def test_titles_alone_are_refused_with_their_reason(site: Site, day: Day) -> None:
    site.routes["/feed"] = Reply(body=rss(item("1", "", "Only a title", MONDAY)))
    done = watched(day, site)
    assert [one.because for one in done.refused] == [
        "1: its source gives neither a text nor an address of its own"
    ]
    assert day.round().refused == []


def test_a_feed_that_breaks_off_gives_what_it_has_and_is_asked_whole(site: Site, day: Day) -> None:
    whole = rss(
        item("1", title="A", day=MONDAY, content=story("timber")),
        item("2", title="B", day=MONDAY, content=story("copper")),
    )
    cut = whole[: whole.index("Copper") if "Copper" in whole else whole.index("<guid", 400)]
    site.routes["/feed"] = Reply(body=cut, headers={"ETag": '"1"'})
    assert watched(day, site).added == 1
    site.routes["/feed"] = Reply(body=whole, headers={"ETag": '"1"'})
    assert day.round().added == 1
    assert "if-none-match" not in site.headers[-1]


def test_an_answer_shorter_than_announced_is_none(site: Site, day: Day) -> None:
    feed = rss(item("1", title="A", day=MONDAY, content=story("timber")))
    site.routes["/feed"] = Reply(body=feed[:300], announced=len(feed))
    assert watched(day, site).failed == 1
    assert day.documents() == []


def test_a_page_that_names_its_feed_is_enough(site: Site, day: Day) -> None:
    head = '<link rel="alternate" type="application/rss+xml" title="News" href="/news.rss">'
    site.routes |= {
        "/": Reply(body=f"<html><head>{head}</head><body>Welcome</body></html>"),
        "/news.rss": Reply(body=rss(item("1", title="A", content=story("timber")))),
    }
    assert watched(day, site, "/").added == 1
    assert day.watch.sources.all()[0].address == site.url("/news.rss")


def sitemap(site: Site, *pages: tuple[str, str]) -> str:
    urls = "".join(
        f"<url><loc>{site.url(path)}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</url>"
        for path, day in pages
    )
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'


def test_a_sitemap_that_is_watched_begins_with_what_is_recent(site: Site, day: Day) -> None:
    pages = [("/old", "2020-01-01"), ("/new", "2026-03-01"), ("/undated", "")]
    site.routes |= {
        "/sitemap.xml": Reply(body=gzip.compress(sitemap(site, *pages).encode())),
        **{path: Reply(body=article(story(f"ware {path}"))) for path, _ in pages},
    }
    assert watched(day, site, "/sitemap.xml").added == 1
    pages[0] = ("/old", "2026-03-02")
    site.routes["/sitemap.xml"] = Reply(body=sitemap(site, *pages, ("/later", "")))
    site.routes["/later"] = Reply(body=article(story("ware later")))
    assert day.round(4 * 3600).added == 2
    assert site.count("/undated") == 0


def test_an_index_asks_the_sitemaps_that_it_says_were_changed(site: Site, day: Day) -> None:
    def index(first: str, second: str) -> Reply:
        parts = "".join(
            f"<sitemap><loc>{site.url(path)}</loc><lastmod>{when}</lastmod></sitemap>"
            for path, when in (("/one.xml", first), ("/two.xml", second))
        )
        return Reply(
            body=f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{parts}'
            "</sitemapindex>"
        )

    site.routes |= {
        "/index.xml": index("2026-03-01", "2026-03-01"),
        "/one.xml": Reply(body=sitemap(site, ("/a", "2026-03-01"))),
        "/two.xml": Reply(body=sitemap(site, ("/b", "2026-03-01"))),
        "/a": Reply(body=article(story("timber"))),
        "/b": Reply(body=article(story("copper"))),
        "/c": Reply(body=article(story("tin"))),
    }
    assert watched(day, site, "/index.xml").added == 2
    site.routes["/index.xml"] = index("2026-03-01", "2026-03-02")
    site.routes["/two.xml"] = Reply(body=sitemap(site, ("/b", "2026-03-01"), ("/c", "2026-03-02")))
    assert day.round().added == 1
    assert (site.count("/one.xml"), site.count("/two.xml")) == (1, 2)


def silent_index(site: Site, *paths: str) -> Reply:
    parts = "".join(f"<sitemap><loc>{site.url(path)}</loc></sitemap>" for path in paths)
    head = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return Reply(body=f"{head}{parts}</sitemapindex>", headers={"ETag": '"same"'})


def test_an_index_that_never_changes_hides_no_change(site: Site, day: Day) -> None:
    site.routes |= {
        "/index.xml": silent_index(site, "/one.xml"),
        "/one.xml": Reply(body=sitemap(site, ("/a", "2026-03-01"), ("/old", "2020-01-01"))),
        "/a": Reply(body=article(story("timber"))),
        "/b": Reply(body=article(story("copper"))),
        "/old": Reply(body=article(story("tin"))),
    }
    assert watched(day, site, "/index.xml").added == 1
    site.routes["/one.xml"] = Reply(body=sitemap(site, ("/a", "2026-03-01"), ("/b", "2026-03-02")))
    assert day.round().added == 1
    assert site.count("/old") == 0


def test_an_index_of_many_sitemaps_asks_some_in_turn(site: Site, day: Day) -> None:
    paths = [f"/{n}.xml" for n in range(45)]

    def answer(headers: Mapping[str, str]) -> Reply:
        if "if-none-match" in headers:
            return Reply(304)
        return Reply(body=sitemap(site, ("/a", "2020-01-01")), headers={"ETag": '"1"'})

    site.routes |= {
        "/index.xml": silent_index(site, *paths),
        **dict.fromkeys(paths, answer),
    }
    watched(day, site, "/index.xml")
    assert sum(site.count(path) for path in paths) == 20
    day.round()
    day.round()
    assert {site.count(path) for path in paths} <= {1, 2}
    assert sum(site.count(path) for path in paths) == 60


def test_adding_an_index_adds_all_of_it(site: Site, day: Day) -> None:
    site.routes |= {
        "/index.xml": silent_index(site, "/one.xml"),
        "/one.xml": Reply(body=sitemap(site, ("/a", "2020-01-01"), ("/b", ""))),
        "/a": Reply(body=article(story("timber"))),
        "/b": Reply(body=article(story("copper"))),
    }
    assert take(day, site.url("/index.xml")) == ["added", "added"]


def test_a_restart_neither_loses_nor_doubles(site: Site, day: Day) -> None:
    """The watch is stopped after each request in turn."""
    pages = [item(str(n), site.url(f"/{n}"), f"T{n}", MONDAY, "Short.") for n in range(4)]
    whole = item("w", title="W", day=MONDAY, content=story("timber"))
    site.routes |= {
        "/feed": Reply(body=rss(*pages, whole)),
        **{f"/{n}": Reply(body=article(story(f"ware {n}"))) for n in range(4)},
    }
    day.watch.add(site.url("/feed"))

    class Stopped(Exception):
        pass

    def stopping(one: object) -> None:
        raise Stopped

    for _ in range(12):
        with contextlib.suppress(Stopped):
            day.watch.round(stopping)
        day.restart()
        day.now += 2 * EVERY
    assert len(day.documents()) == 5
    assert [site.count(f"/{n}") <= 2 for n in range(4)] == [True] * 4


def test_killed_before_any_commit_it_neither_loses_nor_doubles(
    site: Site, day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each transaction in turn is the one that never came to its end."""
    pages = [item(str(n), site.url(f"/{n}"), f"T{n}", MONDAY, "Short.") for n in range(3)]
    whole = item("w", title="W", day=MONDAY, content=story("timber"))
    site.routes |= {
        "/feed": Reply(body=rss(*pages, whole)),
        **{f"/{n}": Reply(body=article(story(f"ware {n}"))) for n in range(3)},
    }
    day.watch.add(site.url("/feed"))

    class Killed(BaseException):
        pass

    real, left = Session.transaction, [0]

    @contextlib.contextmanager
    def counted(session: Session) -> Iterator[None]:
        with real(session):
            yield
            left[0] -= 1
            if left[0] == 0:
                raise Killed

    monkeypatch.setattr(Session, "transaction", counted)
    killed = 0
    for number in range(1, 40):
        left[0] = number
        try:
            day.round(2 * EVERY)
        except Killed:
            killed += 1
        left[0] = 0
        day.restart()
    assert killed > 10
    day.round(2 * EVERY)
    assert len({document.text for document in day.documents()}) == 4
    assert len(day.documents()) == 4


def test_two_that_watch_ask_once(site: Site, day: Day, tmp_path: Path) -> None:
    site.routes["/feed"] = Reply(body=rss(item("1", title="A", content=story("timber"))))
    day.watch.add(site.url("/feed"))
    other = Day(tmp_path / "ledger.sqlite")
    asked: list[int] = []

    def meanwhile(_: object) -> Reply:
        asked.append(other.round(0).asked)
        return Reply(404)

    site.routes["/robots.txt"] = meanwhile
    day.round(0)
    other.account.close()
    assert asked == [0]
    assert site.count("/feed") == 1


def test_a_private_address_in_a_feed_is_not_asked(site: Site, day: Day) -> None:
    inside = item("1", "http://10.0.0.1/a", "A", MONDAY, "The minister spoke of timber at length.")
    site.routes["/feed"] = Reply(body=rss(inside))
    watched(day, site)
    for _ in range(60):
        day.round()
    assert [document.url for document in day.documents()] == ["http://10.0.0.1/a"]
    assert any("private network" in note for note in day.notes())


def test_many_hosts_side_by_side_into_one_ledger(day: Day) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        host, path = request.url.host, request.url.path
        if path == "/robots.txt":
            return httpx.Response(404)
        if path == "/feed":
            links = [
                item(str(n), f"https://{host}/{n}", f"T{n}", MONDAY, "Short.") for n in range(3)
            ]
            return httpx.Response(200, text=rss(*links))
        text = article(story(f"ware {host}{path}"))
        return httpx.Response(200, text=text, headers={"Content-Type": "text/html"})

    asker = Asker(made_up(answer), clock=lambda: day.now, gap=0.0)
    watch = Watch(day.account, None, asker, workers=4, read=bare, clock=lambda: day.now)
    for number in range(7):
        watch.add(f"https://h{number}.example/feed")
    done = watch.round()
    assert (done.asked, done.added, done.failed, done.waiting) == (7, 21, 0, 0)
    assert done.requests == 7 * 5


def take(day: Day, address: str, published: date | None = None) -> list[str]:
    asker = Asker(local(), gap=0.0)
    arrivals = taking.take(
        day.account, address, None, published, fetcher=local(), asker=asker, read=bare
    )
    return [one.what for one in arrivals]


def test_what_a_watch_left_aside_is_there_for_who_adds_it(site: Site, day: Day) -> None:
    pages = [("/old", "2020-01-01"), ("/new", "2026-03-01")]
    site.routes |= {
        "/sitemap.xml": Reply(body=sitemap(site, *pages)),
        **{path: Reply(body=article(story(f"ware {path}"))) for path, _ in pages},
    }
    assert watched(day, site, "/sitemap.xml").added == 1
    assert take(day, site.url("/sitemap.xml"), date(2020, 1, 1)) == ["added"]
    assert site.count("/new") == 1
    assert take(day, site.url("/sitemap.xml")) == []


def test_the_day_that_a_person_gives_stands_for_one_that_is_missing(site: Site, day: Day) -> None:
    dated = item("2", title="B", day=MONDAY, content=story("copper"))
    site.routes["/feed"] = Reply(body=rss(item("1", title="A", content=story("timber")), dated))
    assert take(day, site.url("/feed"), date(2026, 1, 5)) == ["added", "added"]
    assert {str(one.published) for one in day.documents()} == {"2026-01-05", "2026-03-02"}


def test_adding_a_feed_adds_all_that_it_lists_and_watches_nothing(site: Site, day: Day) -> None:
    site.routes |= {
        "/feed": Reply(
            body=rss(
                item("1", site.url("/a"), "A", MONDAY, "Short."),
                item("2", title="B", day=MONDAY, content=story("copper")),
            )
        ),
        "/a": Reply(body=article(story("timber"))),
    }
    assert take(day, site.url("/feed")) == ["added", "added"]
    assert take(day, site.url("/feed")) == []
    assert [one.watched for one in day.watch.sources.all()] == [False]
    assert day.round(86_400).asked == 0
    day.watch.add(site.url("/feed"))
    assert day.round().asked == 1
    assert len(day.documents()) == 2


def test_adding_a_page_a_list_and_an_archive(site: Site, day: Day) -> None:
    record = article(story("tin")).encode()
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + record
    warc = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        b"WARC-Date: 2026-03-01T00:00:00Z\r\nWARC-Target-URI: https://example.org/tin\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: " + str(len(http)).encode() + b"\r\n\r\n" + http + b"\r\n\r\n"
    )
    site.routes |= {
        "/a": Reply(body=article(story("timber")), headers={"Content-Type": "text/html"}),
        "/b": Reply(body=article(story("copper"))),
        "/list": Reply(body=f"# pages\n{site.url('/b')}\n"),
        "/crawl.warc.gz": Reply(body=gzip.compress(warc)),
    }
    assert take(day, site.url("/a")) == ["added"]
    assert take(day, site.url("/list")) == ["added"]
    assert take(day, site.url("/crawl.warc.gz")) == ["added"]
    assert take(day, site.url("/nothing")) == ["refused"]
    assert "https://example.org/tin" in {document.url for document in day.documents()}


def test_a_file_of_addresses_is_told_from_a_text_that_names_one(tmp_path: Path) -> None:
    names = tmp_path / "pages.txt"
    names.write_text("https://example.org/a\n# later\nhttps://example.org/b\n")
    text = tmp_path / "text.txt"
    text.write_text("https://example.org/a\nThe minister spoke of timber.\n")
    found = taking.holds_addresses(names)
    assert found is not None
    assert [one.address for one in found.entries] == [
        "https://example.org/a",
        "https://example.org/b",
    ]
    assert taking.holds_addresses(text) is None
    assert taking.holds_addresses(tmp_path) is None


def test_a_private_address_is_refused_when_added(day: Day) -> None:
    found = list(adding.add(day.account, ["http://127.0.0.1:9/a"], None))
    assert [one.what for one in found] == ["refused"]
    assert "private network" in found[0].because
