"""What a reader decides on a page: pins, judgements of cards and links, conflicts settled; shown to
the next reader, in three forms, and taken back.
"""

import csv
import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from asking import HERE, Answer, ask
from lxml import html

from legation import store
from legation.model.errors import Refused
from legation.web.application import Settings, application
from legation.web.guard import Application, addresses
from legation.web.publishing import publish

OWN = (
    HERE,
    ("sec-fetch-site", "same-origin"),
    ("content-type", "application/x-www-form-urlencoded"),
)
JUDGE = "Ayan Bekov-Probe"


@pytest.fixture
def served(written: Path) -> Application:
    return application(Settings(ledger=written, where=addresses(8310)))


def posted(served: Application, path: str, *fields: tuple[str, str]) -> Answer:
    return ask(served, path, OWN, "POST", [urlencode(fields).encode()])


def held(served: Application, path: str) -> Any:
    answer = ask(served, path)
    assert answer.status == 200, answer.text
    return json.loads(answer.text)


def tree(served: Application, path: str) -> Any:
    answer = ask(served, path)
    assert answer.status == 200, answer.text
    return html.fromstring(answer.text)


def figure(served: Application) -> dict[str, Any]:
    found: dict[str, Any] = held(served, "/dyad/EUR/KAZ.json")["dyad"]["figures"][0]
    return found


def fields(form: Any) -> list[tuple[str, str]]:
    """What a browser would send of a form with its first radio chosen."""
    hidden = [(f.get("name"), f.get("value")) for f in form.xpath(".//input[@type='hidden']")]
    radio = form.xpath(".//input[@type='radio']")
    return [*hidden, (radio[0].get("name"), radio[0].get("value"))] if radio else hidden


def test_every_row_of_a_pair_can_be_pinned(served: Application) -> None:
    page = tree(served, "/dyad/EUR/KAZ")
    pins = set(page.xpath("//button[@form='pin']/@value"))
    view = held(served, "/dyad/EUR/KAZ.json")["dyad"]
    lists = ("events", "statements_a", "statements_b", "figures", "assertions")
    assert {entry["id"] for name in lists for entry in view[name]} <= pins
    assert page.xpath("//form[@id='pin']/@action") == ["/pin"]


def test_a_pinned_line_stands_in_its_dossier_in_three_forms_and_leaves(
    served: Application,
) -> None:
    uid, name = figure(served)["id"], "Visit, June"
    back = "/dyad/EUR/KAZ?tier=possible"
    given = posted(served, "/pin", ("of", uid), ("dossier", name), ("back", back))
    assert (given.status, given.header("location")) == (303, f"{back}#{uid}")
    address = f"/dossier/{name}"
    page = tree(served, address)
    view = held(served, f"{address}.json")
    table = list(csv.DictReader(io.StringIO(ask(served, f"{address}.csv").text)))
    assert page.xpath("//main//@data-id") == [uid]
    assert [one["entry"]["id"] for one in view["entries"]] == [uid]
    assert [row["id"] for row in table] == [uid]
    assert tree(served, "/dossiers").xpath("//main//@data-id") == [name]
    assert tree(served, "/conflicts").xpath("//input[@name='dossier']/@value") == [name]
    brief = tree(served, f"/document/{figure(served)['sources'][0]['document']}")
    assert brief.xpath(f"//article//a[@href='/dossier/{quote(name)}']")
    [form] = page.xpath("//form[.//input[@name='unpin']]")
    assert posted(served, "/pin", *fields(form)).status == 303
    assert tree(served, address).xpath("//main//@data-id") == []


@pytest.mark.parametrize("name", ["", "../x", "a/b", "<script>"])
def test_a_name_that_is_none_is_refused(served: Application, name: str) -> None:
    given = posted(served, "/pin", ("of", figure(served)["id"]), ("dossier", name))
    assert given.status == 400


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil", "", "x"])
def test_nobody_is_led_elsewhere(served: Application, back: str) -> None:
    of = figure(served)["sources"][0]
    given = posted(
        served,
        "/judge",
        ("of", f"{of['document']}/{of['record']}"),
        ("verdict", "right"),
        ("back", back),
    )
    assert (given.status, given.header("location")) == (303, "/judgements")


def test_a_card_of_a_brief_is_judged_where_it_stands_and_the_next_reader_sees_it(
    served: Application,
) -> None:
    source = figure(served)["sources"][0]
    address = f"/document/{source['document']}"
    [form] = tree(served, address).xpath(
        f"//article[@data-id='{source['record']}']//form[.//input[@name='verdict']]"
    )
    sent = [*fields(form), ("because", "I was there"), ("by", JUDGE)]
    given = posted(served, "/judge", *sent)
    assert given.status == 303 and (given.header("location") or "").startswith(f"{address}#c")
    [card] = tree(served, address).xpath(f"//article[@data-id='{source['record']}']")
    words = card.text_content()
    assert "I was there" in words and JUDGE in words
    [undo] = card.xpath(".//form[.//input[@name='undo']]")
    assert posted(served, "/judge", *fields(undo)).status == 303
    assert "I was there" not in ask(served, address).text
    view = held(served, "/judgements.json")
    table = list(csv.DictReader(io.StringIO(ask(served, "/judgements.csv").text)))
    drawn = tree(served, "/judgements").xpath("//main//@data-id")
    assert [one["undone"] for one in view["judgements"]] == [True]
    assert drawn == [one["id"] for one in view["judgements"]] == [row["id"] for row in table]


def test_a_conflict_is_settled_shown_and_opened_again(served: Application) -> None:
    before = held(served, "/conflicts.json")["conflicts"]
    one = next(c for c in before if c["settled"] is None)
    path = f"//div[@id='{one['id']}']//form[.//input[@value='settled']]"
    [form] = tree(served, "/conflicts").xpath(path)
    assert posted(served, "/judge", *fields(form)).status == 400, "a reason is asked for"
    both = [*fields(form), ("because", "as the ministry says"), ("other", "3")]
    assert posted(served, "/judge", *both).status == 400, "one value, not two"
    sent = [*fields(form), ("because", "as the ministry says"), ("by", JUDGE)]
    assert posted(served, "/judge", *sent).status == 303
    after = next(c for c in held(served, "/conflicts.json")["conflicts"] if c["id"] == one["id"])
    assert after["settled"] == "a person" and after["stands"] == one["values"][0]["value"]
    shown = tree(served, "/conflicts")
    [card] = shown.xpath(f"//div[@id='{one['id']}']")
    assert "as the ministry says" in card.text_content()
    [undo] = card.xpath(".//form[.//input[@name='undo']]")
    assert posted(served, "/judge", *fields(undo)).status == 303
    again = next(c for c in held(served, "/conflicts.json")["conflicts"] if c["id"] == one["id"])
    assert again["settled"] is None


def linked(served: Application) -> str:
    """An entry that several records tell."""
    with store.reading(served.inner.inner.state.settings.ledger) as ledger:  # type: ignore[attr-defined]
        rows = ledger.rows("SELECT id FROM affair WHERE body IS NOT NULL ORDER BY id")
        found = [ledger.affair(number) for (number,) in rows]
    return next(affair.id for affair in found if len(affair.members) > 1)


def test_a_link_is_parted_and_joined_again(served: Application) -> None:
    uid = linked(served)
    members = len(held(served, f"/entry/{uid}.json")["members"])
    forms = tree(served, f"/entry/{uid}").xpath("//form[.//input[@value='different']]")
    assert len(forms) == members - 1
    sent = fields(forms[0])
    assert posted(served, "/judge", *sent).status == 400, "a reason is asked for"
    assert posted(served, "/judge", *sent, ("because", "another visit")).status == 303
    assert len(held(served, f"/entry/{uid}.json")["members"]) < members
    [given] = held(served, "/judgements.json")["judgements"]
    assert posted(served, "/judge", ("undo", given["id"])).status == 303
    assert len(held(served, f"/entry/{uid}.json")["members"]) == members


def judged_by(served: Application) -> None:
    """Everything that a person can decide, under a name."""
    source = figure(served)["sources"][0]
    of = f"{source['document']}/{source['record']}"
    by, why = ("by", JUDGE), ("because", "checked by hand")
    posted(served, "/judge", ("of", of), ("verdict", "right"), by, why)
    one = next(c for c in held(served, "/conflicts.json")["conflicts"] if c["settled"] is None)
    value = one["values"][0]
    told = value["entries"][0]["id"] if value["entries"] else value["value"]
    for name, stands in ((JUDGE, ("value", told)), (f"{JUDGE} too", ("other", "77"))):
        sent = [("of", one["id"]), ("verdict", "settled"), stands, ("by", name), why]
        assert posted(served, "/judge", *sent).status == 303
        posted(served, "/pin", ("of", of), ("dossier", "Out"), ("by", name), why)


def words_of(folder: Path) -> str:
    return "\n".join(file.read_text("utf-8") for file in folder.rglob("*.html"))


def test_no_name_of_a_judge_is_published(
    served: Application, written: Path, tmp_path: Path
) -> None:
    judged_by(served)
    assert JUDGE in ask(served, "/conflicts").text
    publish(written, tmp_path / "all")
    publish(written, tmp_path / "one", dossier="Out")
    for folder in (tmp_path / "all", tmp_path / "one"):
        assert JUDGE not in words_of(folder)


def test_a_dossier_is_published_alone(served: Application, written: Path, tmp_path: Path) -> None:
    judged_by(served)
    folder = tmp_path / "out"
    publish(written, folder, with_texts=True)
    publish(written, folder, dossier="Out")
    [pinned] = held(served, "/dossier/Out.json")["entries"]
    uid = pinned["entry"]["id"]
    assert {file.name for file in folder.glob("*.html")} == {"index.html", f"entry-{uid}.html"}
    opened = html.fromstring((folder / "index.html").read_text("utf-8"))
    assert opened.xpath("//main//@data-id") == [uid]
    for file in folder.glob("*.html"):
        page = html.fromstring(file.read_text("utf-8"))
        assert not page.xpath("//form | //script | //button | //nav")
        for address in page.xpath("//a/@href"):
            bare = address.partition("#")[0]
            assert not bare or bare.startswith("http") or (folder / bare).is_file(), address
    with store.reading(written) as ledger:
        texts = [ledger.text(number) for (number,) in ledger.rows("SELECT id FROM document")]
    plain = " ".join(html.fromstring(words_of(folder)).text_content().split())
    assert texts and not [t for t in texts if " ".join(t.split()) in plain]
    with pytest.raises(Refused, match="nothing is pinned"):
        publish(written, tmp_path / "none", dossier="Nobody's")
    assert not (tmp_path / "none").exists()
