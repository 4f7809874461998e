"""Where, when and for whom a text was written: the forms of datelines, and what is none."""

import json
from datetime import date
from pathlib import Path

import pytest

from legation import documents
from legation.documents import datelines
from legation.model import Document, Source

SENTENCE = "Malawi and Zambia agreed on Tuesday to share the river."
MARCH = date(2020, 3, 4)
FORMS = [
    "LILONGWE, March 4, 2020 (Lake Wire) – |",
    "LILONGWE, 4 March 2020 /Lake Wire/ -- |",
    "LILONGWE (Lake Wire), 4 March 2020. |",
    "Lilongwe, Malawi – March 4, 2020 – |",
    "Lilongwe, 4 Mar. 2020 (Lake News Agency): |",
    "LILONGWE. March 4, 2020. Lake Wire – |",
    "4 March 2020, Lilongwe – |",
    "(Lilongwe, 4 March 2020) |",
    "2020-03-04: |",
    "March 4, 2020 — |",
    "Published: 4 March 2020|\n\n",
    "Published on Wednesday, 4th March 2020 at 10:15 GMT|\n\n",
    "Published 4 March 2020 | Updated 6 March 2020|\n\n",
    "FOR IMMEDIATE RELEASE: March 4, 2020|\n\n",
    "25/03/2020|\n\n",
    "04.03.2020 10:15|\n\n",
    "2020/03/04|\n\n",
    "Wed 4 Mar 2020|\n\n",
    "By Grace Phiri, Lilongwe, 4 March 2020|\n\n",
    "Lake Wire | 4 March 2020 | 10:15|\n\n",
]


@pytest.mark.parametrize("form", FORMS)
def test_the_forms_of_a_dateline_give_the_day(form: str) -> None:
    before, _, after = form.partition("|") if form.count("|") == 1 else form.rpartition("|")
    found = datelines.find(before + after + SENTENCE)
    assert found.published == (date(2020, 3, 25) if form.startswith("25") else MARCH)
    assert found.dateline is not None
    assert found.dateline.span.of(before + after + SENTENCE) == before
    assert found.note is None


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", "AP"),
        ("Addis Ababa, March 4, 2020 (ENA) – ", "Addis Ababa", "ENA"),
        ("LILONGWE —", "LILONGWE", None),
        ("WASHINGTON, D.C., March 4 (Reuters) - ", "WASHINGTON, D.C.", "Reuters"),
        ("ISLAMABAD: ", "ISLAMABAD", None),
        ("(Reuters) - ", None, "Reuters"),
    ],
)
def test_place_and_agency(line: str, place: str | None, agency: str | None) -> None:
    found = datelines.find(line + SENTENCE).dateline
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert found.span == (0, len(line))


@pytest.mark.parametrize(
    ("text", "edtf", "said"),
    [
        (f"LILONGWE, March 4 (Lake Wire) – {SENTENCE}", "XXXX-03-04", "without a year"),
        (f"04/03/2020\n\n{SENTENCE}", "2020-XX-XX", "month and day open"),
    ],
)
def test_what_stays_open_is_told(text: str, edtf: str, said: str) -> None:
    found = datelines.find(text)
    assert found.published is None
    assert found.dateline is not None
    assert found.dateline.date is not None
    assert found.dateline.date.edtf == edtf
    assert said in (found.note or "")


@pytest.mark.parametrize(
    "text",
    [
        "NATO – The alliance met.",
        "In Lilongwe, 4 March 2020. Then more.",
        "Malawi, 4 March 2020, signed.",
        "On 4 March 2020 – a Wednesday – they met.",
        "Malawi – Zambia's neighbour – signed.",
        "The minister (PHIRI) – She spoke.",
        "May 4 – They met.",
        "30 February 2020\n\nThey met.",
        "PHIRI: We will sign.",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    found = datelines.find(text)
    assert (found.published, found.dateline, found.note) == (None, None, None)


def test_a_chronology_tells_no_day_of_publication() -> None:
    text = "4 March 2020: Malawi signed.\n6 March 2020: Zambia signed.\n9 March 2020: It holds."
    assert datelines.find(text).published is None


def test_json_lines_and_pasted_texts_have_datelines_too(tmp_path: Path) -> None:
    text = f"LILONGWE, March 4, 2020 (Lake Wire) – {SENTENCE}"
    path = tmp_path / "a.jsonl"
    rows = [
        {"id": "a", "text": text},
        {"id": "b", "text": text, "published": "2020-03-05", "publisher": "P"},
        {"id": "c", "text": text.replace(", 2020", "")},
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    pasted = Source(location="-", text=text)
    found = list(documents.read([*documents.sources([str(path)]), pasted]))
    assert all(isinstance(entry, Document) for entry in found)
    told = [(e.published, e.publisher, len(e.notes)) for e in found if isinstance(e, Document)]
    assert told == [
        (MARCH, "Lake Wire", 0),
        (date(2020, 3, 5), "P", 0),
        (None, "Lake Wire", 1),
        (MARCH, "Lake Wire", 0),
    ]


def test_a_title_stands_before_the_dateline() -> None:
    text = f"Two countries share a river\n\nLILONGWE, 4 March 2020 – {SENTENCE}"
    found = datelines.find(text)
    assert found.published == MARCH
    assert found.dateline is not None
    assert found.dateline.span.of(text) == "LILONGWE, 4 March 2020 – "
