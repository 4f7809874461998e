"""Every address, in its three forms: what is on the screen is what is in the files."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from asking import HERE, Answer, ask
from lxml import html

from legation import store
from legation.web.application import Settings, application
from legation.web.guard import Application, addresses

FORM = ("content-type", "application/x-www-form-urlencoded")
OWN = (HERE, ("sec-fetch-site", "same-origin"), FORM)
PAGES = (
    "/",
    "/dyads",
    "/dyad/EUR/KAZ",
    "/dyad/EUR/KAZ?tier=possible",
    "/dyad/EUR/KAZ?first=KAZ&since=2024-01-01&kind=event",
    "/timeline/EUR/KAZ",
    "/conflicts",
    "/conflicts?pair=EUR-KAZ",
    "/promises",
    "/rivals/KAZ",
    "/rivals/KAZ?rival=CHN&rival=RUS",
    "/trade/EUR/KAZ",
    "/trade/EUR/KAZ?since=2019&until=2023&unit=USD",
    "/trade",
    "/search",
    "/search?q=railway",
    "/search?q=%22AND+OR+(",
    "/compare?pairs=EUR-KAZ+CHN-KAZ",
    "/map",
    "/left-out",
    "/judgements",
    "/dossiers",
    "/dossier/None%20of%20it",
    "/actors",
    "/actor/KAZ",
    "/person/Nobody%20At%20All",
    "/about",
    "/read",
)
THREE_FORMS = (
    ("/dyads", "/dyads"),
    ("/timeline/EUR/KAZ", "/timeline/EUR/KAZ"),
    ("/", "/new"),
    ("/rivals/KAZ", "/rivals/KAZ"),
    ("/compare?pairs=EUR-KAZ+CHN-KAZ", "/compare"),
)


def with_form(address: str, form: str) -> str:
    bare, _, query = address.partition("?")
    return f"{bare}{form}" + (f"?{query}" if query else "")


def rows(answer: Answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.text)))


def drawn(answer: Answer, within: str = "") -> list[str]:
    found: list[str] = html.fromstring(answer.text).xpath(f"//main{within}//@data-id")
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("address", PAGES)
def test_every_page_answers_and_holds_no_style_handler_or_script_of_its_own(
    asked: Application, address: str
) -> None:
    answer = ask(asked, address)
    assert answer.status == 200
    tree = html.fromstring(answer.text)
    assert not tree.xpath(
        "//@style | //style | //script[not(@src)] | //@*[starts-with(name(),'on')]"
    )
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    here = {f"#{i}" for i in ids}
    assert {h for h in tree.xpath("//a/@href") if h.startswith("#")} <= here


@pytest.mark.parametrize("address", PAGES)
def test_every_link_of_a_page_leads_somewhere(asked: Application, address: str) -> None:
    tree = html.fromstring(ask(asked, address).text)
    links = {h.partition("#")[0] for h in tree.xpath("//a/@href") if h.startswith("/")}
    for link in sorted(links - {""})[:25]:
        assert ask(asked, link).status in {200, 303}, link


@pytest.mark.parametrize(("address", "list_address"), THREE_FORMS)
def test_ids_on_the_screen_are_those_of_the_table_and_the_object(
    asked: Application, address: str, list_address: str
) -> None:
    query = address.partition("?")[2]
    listed = f"{list_address}.csv" + (f"?{query}" if query else "")
    seen = drawn(ask(asked, address))
    assert seen
    named = {row["id"] for row in rows(ask(asked, listed))}
    assert named <= set(seen)
    whole = ask(asked, listed.replace(".csv", ".json"))
    assert whole.status == 200 and json.loads(whole.text)


def test_the_lists_of_a_pair_have_the_ids_that_are_drawn(asked: Application) -> None:
    page = ask(asked, "/dyad/EUR/KAZ")
    tree = html.fromstring(page.text)
    for name, heading in (("events", "events"), ("figures", "figures"), ("statements", "says")):
        ids = tree.xpath(f"//section[@aria-labelledby='{heading}']//*/@data-id")
        table = [row["id"] for row in rows(ask(asked, f"/dyad/EUR/KAZ/{name}.csv"))]
        # What has no day of its own, or did not happen, is drawn in another part of the page.
        assert ids and set(ids) <= set(table) <= set(tree.xpath("//@data-id")), name
    held = json.loads(ask(asked, "/dyad/EUR/KAZ.json").text)["dyad"]
    assert {e["id"] for e in held["figures"]} == set(
        tree.xpath("//section[@aria-labelledby='figures']//*/@data-id")
    )


def test_marks_of_the_chart_are_rows_of_the_page(asked: Application) -> None:
    tree = html.fromstring(ask(asked, "/dyad/EUR/KAZ").text)
    marks = tree.xpath("//figure/svg//*[local-name()='a']/@href")
    ids = {f"#{i}" for i in tree.xpath("//@data-id")}
    assert marks and {m for m in marks if m.startswith("#")} <= ids


def test_a_pair_is_one_whichever_way_it_is_written(asked: Application) -> None:
    answer = ask(asked, "/dyad/KAZ/EUR?tier=possible")
    assert (answer.status, answer.header("location")) == (303, "/dyad/EUR/KAZ?tier=possible")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/dyad/EUR/KAZ?since=yesterday", "2024-10-07"),
        ("/dyad/EUR/KAZ?colour=red", "knows no"),
        ("/dyad/EUR/KAZ?since=2024-01-01&since=2024-02-01", "more than once"),
        ("/dyad/EUR/KAZ?kind=rumour", "one of"),
        ("/dyad/EUR/XXQ", "XXQ"),
        ("/timeline/EUR/KAZ?cursor=zzz", "cursor"),
        ("/timeline/EUR/KAZ?limit=0", "whole number"),
        ("/compare?pairs=EUR-KAZ", "2 to 4"),
        ("/compare?pairs=EURKAZ+CHNKAZ", "EUR-KAZ"),
        ("/search?q=" + "x" * 500, "longer"),
        ("/trade/EUR/KAZ?unit=XXX", "one of"),
        ("/trade?a=EU&b=Atlantis", "Atlantis"),
        ("/about?x=1", "knows no"),
    ],
)
def test_what_cannot_be_asked_is_told_and_never_ignored(
    asked: Application, address: str, said: str
) -> None:
    answer = ask(asked, address)
    assert answer.status == 400 and said in html.fromstring(answer.text).text_content()


def test_pages_follow_one_another_by_key_and_lose_nothing(asked: Application) -> None:
    whole = [r["id"] for r in rows(ask(asked, "/timeline/EUR/KAZ.csv?tier=possible"))]
    found: list[str] = []
    address = "/timeline/EUR/KAZ.json?tier=possible&limit=7"
    for _ in range(100):
        held = json.loads(ask(asked, address).text)
        found += [e["id"] for e in held["entries"]]
        following = held["paging"]["next"]
        if following is None:
            break
        address = f"/timeline/EUR/KAZ.json?tier=possible&limit=7&cursor={quote(following)}"
    assert len(found) == len(set(found))
    assert set(found) <= set(whole)
    dated = json.loads(ask(asked, "/timeline/EUR/KAZ.json?tier=possible&limit=1000").text)
    assert [e["id"] for e in dated["entries"]] == found


def test_an_answer_that_is_known_costs_nothing(asked: Application, filled: Path) -> None:
    tag = ask(asked, "/dyad/EUR/KAZ").header("etag")
    assert tag
    again = ask(asked, "/dyad/EUR/KAZ", (HERE, ("if-none-match", tag)))
    assert (again.status, again.body) == (304, b"")
    other = ask(asked, "/dyad/EUR/KAZ?tier=possible", (HERE, ("if-none-match", tag)))
    assert other.status == 200


def plain(words: str) -> str:
    return " ".join(words.split())


def a_figure(asked: Application) -> dict[str, Any]:
    held = json.loads(ask(asked, "/dyad/EUR/KAZ.json").text)["dyad"]
    found: dict[str, Any] = held["figures"][0]
    return found


def test_an_entry_leads_to_its_words_and_a_document_to_its_citation(asked: Application) -> None:
    figure = a_figure(asked)
    page = ask(asked, f"/entry/{figure['id']}")
    source = figure["sources"][0]
    assert page.status == 200
    assert " ".join(source["words"].split()) in " ".join(
        html.fromstring(page.text).text_content().split()
    )
    brief = html.fromstring(ask(asked, f"/document/{source['document']}").text)
    assert brief.xpath(f"//a[@id='r-{source['record']}']")
    told = brief.xpath("string(//*[@id='cited'])")
    assert source["hash"][:16] in told and source["url"] in told
    csl = json.loads(ask(asked, f"/document/{source['document']}.csl.json").text)
    assert csl[0]["URL"] == source["url"]
    assert ask(asked, f"/document/{source['document']}.bib").text.startswith("@article{")
    assert json.loads(ask(asked, f"/document/{source['document']}.json").text)["records"]


@pytest.mark.parametrize("address", ["/entry/0", "/entry/zz", "/document/none", "/story/none"])
def test_what_is_not_here_is_told(asked: Application, address: str) -> None:
    assert ask(asked, address).status in {400, 404}


def posted(served: Application, path: str, *fields: tuple[str, str]) -> Answer:
    return ask(served, path, OWN, "POST", [urlencode(fields).encode()])


@pytest.fixture
def writable(written: Path) -> Application:
    return application(Settings(ledger=written, where=addresses(8310)))


def member(served: Application, uid: str) -> str:
    held = json.loads(ask(served, f"/entry/{uid}.json").text)
    found: str = held["members"][0]["id"]
    return found


def test_a_judgement_strikes_is_shown_and_can_be_undone(writable: Application) -> None:
    uid = a_figure(writable)["id"]
    of = member(writable, uid)
    tag = ask(writable, "/dyad/EUR/KAZ").header("etag") or ""
    back = ("back", f"/entry/{uid}")
    given = posted(
        writable, "/judge", ("of", of), ("verdict", "wrong"), ("because", "not his"), back
    )
    assert (given.status, given.header("location")) == (303, f"/entry/{uid}")
    struck = ask(writable, f"/entry/{uid}")
    assert struck.status == 200 and "judged wrong" in struck.text and "not his" in struck.text
    after = ask(writable, "/dyad/EUR/KAZ", (HERE, ("if-none-match", tag)))
    assert after.status == 200
    held = json.loads(ask(writable, "/dyad/EUR/KAZ.json").text)["dyad"]
    assert uid not in {e["id"] for e in held["figures"]}
    with store.reading(writable.inner.inner.state.settings.ledger) as ledger:  # type: ignore[attr-defined]
        [(judgement,)] = ledger.rows("SELECT lower(hex(uid)) FROM judgement")
    undone = posted(writable, "/judge", ("undo", judgement), back)
    assert undone.status == 303
    assert a_figure(writable)["id"] == uid
    assert "not his" in ask(writable, f"/entry/{uid}").text


@pytest.mark.parametrize(
    "fields",
    [
        (("of", "none"), ("verdict", "right")),
        (("of", "none"), ("verdict", "excellent")),
        (("verdict", "right"),),
        (("undo", "none"),),
    ],
)
def test_a_judgement_that_fits_nothing_is_refused(
    writable: Application, fields: tuple[tuple[str, str], ...]
) -> None:
    assert posted(writable, "/judge", *fields).status == 400


def test_a_wrong_needs_its_reason(writable: Application) -> None:
    of = member(writable, a_figure(writable)["id"])
    assert posted(writable, "/judge", ("of", of), ("verdict", "wrong")).status == 400


def test_what_is_kept_is_in_the_account_and_known_the_second_time(writable: Application) -> None:
    text = "ASTANA, 3 May 2024 - Norway's Foreign Minister Kari Nilsen met Kazakh officials."
    first = posted(writable, "/keep", ("text", text), ("title", "Talks"))
    assert first.status == 303
    shown = ask(writable, first.header("location") or "")
    assert shown.status == 200 and "Kari Nilsen" in shown.text
    second = posted(writable, "/keep", ("text", text), ("title", "Talks"))
    assert second.header("location") == first.header("location")


def test_an_empty_account_says_how_to_fill_it(tmp_path: Path) -> None:
    served = application(Settings(ledger=tmp_path / "new.sqlite", where=addresses(8310)))
    answer = ask(served, "/")
    assert answer.status == 200 and "legation add" in answer.text
    for address in PAGES:
        assert ask(served, address).status in {200, 400}, address


HOSTILE = (
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    "=HYPERLINK(1)",
    "\u202egpj.exe",
    "a\x00b",
    "' onmouseover='alert(1)",
    "&lt;script&gt;",
)


def test_hostile_words_leave_no_markup(tmp_path: Path) -> None:
    path = tmp_path / "hostile.sqlite"
    served = application(Settings(ledger=path, where=addresses(8310)))
    for number, words in enumerate(HOSTILE):
        text = f"{words} Norway's Foreign Minister {words} met Kazakh officials in Astana. {words}"
        kept = posted(
            served, "/keep", ("text", text), ("title", words), ("publisher", f"{words}{number}")
        )
        if "\x00" in words:
            assert kept.status == 400  # a damaged text is refused by name
            continue
        assert kept.status == 303
        shown = ask(served, kept.header("location") or "")
        assert shown.status == 200
        for answer in (shown, ask(served, "/search?" + urlencode({"q": words}))):
            tree = html.fromstring(answer.text)
            assert not tree.xpath("//main//script | //main//img | //@*[starts-with(name(),'on')]")
            assert not [h for h in tree.xpath("//@href") if re.match(r"\s*javascript:", h)]
            assert "49" not in tree.xpath("string(//h1)")
    table = ask(served, "/search.csv?q=Norway").text
    assert all(
        not cell.startswith(("=", "+")) for row in csv.reader(io.StringIO(table)) for cell in row
    )
