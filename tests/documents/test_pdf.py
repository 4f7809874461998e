"""PDF files: columns, running heads, notes and cut numbers, as a reader takes them."""

from pathlib import Path

import pytest
from pdf_pages import at, pdf

from legation import documents
from legation.documents import repair
from legation.model import Document

LEFT = (
    "Norway and Iceland agreed on cod and",
    "herring quotas for the coming year, and",
    "the ministers said that catches would",
    "fall by 3 percent. Norway sold fish for",
    "2.1 billion kroner to Iceland in 2022,",
    "the ministry in Oslo said on Friday.",
)
RIGHT = (
    "Mali and Niger closed a bridge after",
    "the rains, officials in Bamako told",
    "reporters. Mali imported onions worth",
    "40 million francs from Niger in 2021,",
    "a rise of 6 percent. The bridge will",
    "open again in May, they said there.",
)
ROWS = list(enumerate(zip(LEFT, RIGHT, strict=True)))


def read(folder: Path, *pages: str) -> Document:
    path = folder / "a.pdf"
    path.write_bytes(pdf(pages))
    (found,) = documents.read(documents.sources([str(path)]))
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize(
    "page",
    [
        "".join(at(42, 700 - 14 * n, a) + at(312, 700 - 14 * n, b) for n, (a, b) in ROWS),
        "BT /F1 11 Tf 42 700 Td\n"
        + "".join(f"({a}) Tj 270 0 Td ({b}) Tj -270 -14 Td\n" for _, (a, b) in ROWS)
        + "ET",
        "".join(at(42, 700 - 14 * n, a) for n, (a, _) in ROWS)
        + "".join(at(312, 700 - 14 * n, b) for n, (_, b) in ROWS),
    ],
    ids=["texts side by side", "one text that jumps", "column after column"],
)
def test_columns_are_read_one_after_the_other(tmp_path: Path, page: str) -> None:
    assert read(tmp_path, page).text.split() == " ".join(LEFT + RIGHT).split()


def test_a_table_keeps_its_rows(tmp_path: Path) -> None:
    rows = [("Region", "Exports", "Imports"), ("Asia", "1.4", "2.2"), ("Africa", "0.3", "0.9")]
    page = "".join(
        at(42 + 150 * n, 700 - 14 * row, cell)
        for row, cells in enumerate(rows)
        for n, cell in enumerate(cells)
    )
    assert read(tmp_path, page).text == "\n".join("\t".join(cells) for cells in rows)


def test_running_heads_and_page_numbers_are_left_out(tmp_path: Path) -> None:
    words = (
        "Togo and Benin signed a memorandum on",
        "roads, and Benin will lend Togo",
        "9 lorries.",
    )
    pages = [
        at(42, 770, f"Trade Letter 7 / page {n}") + at(300, 30, f"- {n} -") + at(42, 700, line)
        for n, line in enumerate(words, start=1)
    ]
    found = read(tmp_path, *pages)
    assert found.text == " ".join(words)
    assert any("running heads" in note for note in found.notes)


@pytest.mark.parametrize(
    "mark",
    [
        at(214, 705, "12", 7) + at(223, 700, "billion euros in 2021."),
        "BT /F1 11 Tf 1 0 0 1 42 700 Tm () Tj /F1 7 Tf 4 Ts (12) Tj 0 Ts /F1 11 Tf ( billion euros "
        "in 2021.) Tj ET",
    ],
    ids=["set by hand", "raised"],
)
def test_a_note_s_mark_is_no_part_of_a_number(tmp_path: Path, mark: str) -> None:
    page = at(42, 700, "Exports of Togo to Benin were 1.4") + mark + at(42, 80, "12 Goods only.", 8)
    assert "were 1.4 billion euros in 2021." in read(tmp_path, page).text


def test_words_and_numbers_cut_at_line_ends_are_whole_for_reading(tmp_path: Path) -> None:
    lines = ("Exports of Togo to Benin rose to 14.", "6 million euros, the minis-", "try said.")
    found = read(tmp_path, "".join(at(42, 700 - 14 * n, line) for n, line in enumerate(lines)))
    assert (
        repair(found.text).text
        == "Exports of Togo to Benin rose to 14.6 million euros, the ministry said."
    )


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("It sold 1,\n250 tonnes of tea to them.", "It sold 1,250 tonnes of tea to them."),
        ("They met in 2021.\n3 million came later.", "They met in 2021.\n3 million came later."),
        ("It rose by 4.\n5% in that year, it said.", "It rose by 4.5% in that year, it said."),
    ],
)
def test_numbers_cut_at_the_end_of_a_line(text: str, read_as: str) -> None:
    assert repair(text).text == read_as
