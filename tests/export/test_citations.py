"""Sources in the two formats of reference managers, read back by others' readers."""

import json
from collections.abc import Callable

import bibtexparser
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

TITLE = 'Ünïted: "A/B" #1 [x] | 50% {off}\\'
DOCUMENTS = 8


def test_csl_json_is_read_by_citeproc(written: Callable[..., bytes]) -> None:
    items = json.loads(written("csl"))
    assert len(items) == DOCUMENTS
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
    told = [str(entry) for entry in bibliography.bibliography()]
    assert len(told) == DOCUMENTS
    assert any("Title of meeting" in entry and "Steppe Courier" in entry for entry in told)
    assert [item["title"] for item in items if "Ünïted" in item["title"]] == [TITLE]


def test_bibtex_is_read_by_bibtexparser(written: Callable[..., bytes]) -> None:
    library = bibtexparser.parse_string(written("bibtex").decode())
    assert library.failed_blocks == []
    entries = {entry.key: entry.fields_dict for entry in library.entries}
    assert len(entries) == DOCUMENTS
    hard = [f for f in entries.values() if "Ünïted" in f["title"].value]
    assert hard[0]["url"].value == "https://example.org/a%7Bb%7Dc%20"
    assert hard[0]["title"].value.count("{") == hard[0]["title"].value.count("}")
    assert {fields["year"].value for fields in entries.values()} == {"2024"}


def test_only_the_sources_of_what_is_asked(written: Callable[..., bytes]) -> None:
    items = json.loads(written("csl", pair=("DEU", "KAZ")))
    assert {item["title"] for item in items} == {"Title of visit", "Title of coming", TITLE}
    assert json.loads(written("csl", pair=("BRA", "KAZ"))) == []
