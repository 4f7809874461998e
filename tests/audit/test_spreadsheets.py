"""Sheets: safe in a spreadsheet, and read back as a spreadsheet saves them."""

import csv
import io
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from legation.audit.drawing import Drawn, Sample, Stratum, Wish
from legation.audit.precision import Judgement
from legation.audit.spreadsheets import (
    COLUMNS,
    KEPT,
    TASK,
    held_of,
    judgements,
    keeps_all,
    kept,
    sheet,
)
from legation.model import AuditError


def drawn(**other: str) -> Drawn:
    plain = Drawn(
        kind="figure",
        document="d-1",
        published=date(2024, 1, 31),
        record="0123456789abcdef",
        tier="sure",
        confidence=0.9,
        claim="measure: exports",
        sentence="It.",
        context="",
    )
    return replace(plain, **other)


def sample(*records: Drawn) -> Sample:
    return Sample(
        wish=Wish(kinds=("figure",)),
        strata=(Stratum("figure", "a.jsonl", 40, len(records), "sure"),),
        records=records,
    )


def lines(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def judged(text: str, *words: str) -> str:
    """The sheet with judgements filled in, as a person does."""
    made = lines(text)
    place = next(n for n, line in enumerate(made) if line[0] == "number")
    column = made[place].index("right")
    for line, word in zip(made[place + 1 :], words, strict=True):
        line[column] = word
    out = io.StringIO()
    csv.writer(out).writerows(made)
    return out.getvalue()


def test_a_sheet_says_how_it_was_drawn_and_has_its_columns() -> None:
    made = sheet(sample(drawn()))
    assert made.startswith("\ufeff")
    task, how, head, line = lines(made)
    assert task == [f"# {TASK}"]
    assert how == ["# figure: 1 drawn at random of 40 of tier sure, seed 1 (a.jsonl)"]
    assert tuple(head) == COLUMNS
    assert dict(zip(head, line, strict=True)) | {
        "right": "",
        "why": "",
        "published": "2024-01-31",
    } == dict(zip(head, line, strict=True))


def test_a_judged_sheet_tells_of_how_many_it_was_drawn_and_what_was_wrong_beside_the_core() -> None:
    one = Drawn(
        kind="event",
        document="d",
        published=None,
        record="r",
        tier="sure",
        confidence=0.87,
        claim="",
        sentence="",
        context="",
        undoubted=("date", "place"),
        doubtful=("contexts",),
    )
    made = lines(sheet(sample(one)))
    place = next(n for n, line in enumerate(made) if line[0] == "number")
    made[place + 1][made[place].index("wrong")] = "place, contexts"
    out = io.StringIO()
    csv.writer(out).writerows(made)
    found = judgements(out.getvalue().encode(), "s.csv")
    (row,) = judgements(kept(found).encode(), "k.csv").rows
    assert row == found.rows[0]
    assert (row.tier, row.confidence) == ("sure", 0.87)
    assert (row.undoubted, row.doubtful) == (("date", "place"), ("contexts",))
    assert row.wrong == ("place", "contexts")
    assert held_of(found.notes) == {("figure", "sure"): 40}


def test_a_confidence_that_is_no_number_is_told() -> None:
    with pytest.raises(AuditError, match="no confidence"):
        judgements(b"kind,right,confidence\nfigure,yes,high\n", "s.csv")


@given(st.text())
def test_no_cell_is_a_formula_and_every_id_comes_back(words: str) -> None:
    made = sheet(sample(drawn(document=words, claim=words, sentence=words)))
    content = made.encode("utf-8", "replace")
    for line in lines(content.decode("utf-8-sig"))[3:]:
        assert not any(
            cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) for cell in line
        )
    (row,) = judgements(content, "s.csv").rows
    assert row.document == words.encode("utf-8", "replace").decode()


@pytest.mark.parametrize(
    "name",
    ["1234567890123456", "7310000000000e12", "1e9", "0012", "1.5", "-3", "=1+1", "'=x", "'7"],
)
def test_ids_that_a_spreadsheet_would_change(name: str) -> None:
    made = sheet(sample(drawn(document=name, record=name)))
    cells = dict(zip(COLUMNS, lines(made)[3], strict=True))
    assert cells["record"].startswith("'")
    (row,) = judgements(made.encode(), "s.csv").rows
    assert (row.document, row.record) == (name, name)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yes", "yes"),
        ("Y", "yes"),
        (" No ", "no"),
        ("?", "unsure"),
        ("UNSURE", "unsure"),
        ("TRUE", "yes"),
        ("0", "no"),
        ("", None),
    ],
)
def test_what_people_write(written: str, read: Judgement | None) -> None:
    (row,) = judgements(judged(sheet(sample(drawn())), written).encode(), "s.csv").rows
    assert row.right == read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_as_spreadsheets_save(encoding: str, delimiter: str) -> None:
    made = lines(judged(sheet(sample(drawn(sentence="Café; „x“, [[1]]."))), "yes"))
    width = max(len(line) for line in made)
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(
        line + [""] * (width - len(line)) for line in made
    )
    found = judgements(out.getvalue().encode(encoding), "s.csv")
    assert [(row.kind, row.right) for row in found.rows] == [("figure", "yes")]
    assert found.notes[1].startswith("figure: 1 drawn at random of 40")


def test_what_is_kept_has_no_text_and_is_read_again() -> None:
    found = judgements(
        judged(
            sheet(
                sample(drawn(sentence="Secret words.", claim="secret")),
            ),
            "no",
        ).encode(),
        "s.csv",
    )
    text = kept(found)
    assert "ecret" not in text
    assert tuple(lines(text)[1]) == KEPT
    again = judgements(text.encode(), "k.csv")
    assert again.rows == found.rows
    assert again.notes == found.notes[1:]


def test_whether_judgements_would_be_lost() -> None:
    made = sheet(sample(drawn(), drawn(record="b" * 16)))
    one, two = (
        judgements(judged(made, *words).encode(), "s.csv") for words in (("yes", ""), ("yes", "no"))
    )
    assert keeps_all(two, one)
    assert not keeps_all(one, two)
    assert not keeps_all(one, None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b"a,b\n1,2\n", 'no column "kind" and "right"'),
        (b"kind,right\nfigure,perhaps\n", '"perhaps" is no judgement; write yes, no or unsure'),
        (b"kind,right\n,yes\n", "has no kind"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no sheet"),
        (b"PK\x03\x04\x00\x00,\xff", "is no sheet"),
    ],
)
def test_what_is_no_sheet_is_refused_with_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises(AuditError, match=r"^s\.csv") as refused:
        judgements(content, "s.csv")
    assert reason in str(refused.value)


def test_the_line_of_a_bad_judgement_is_named() -> None:
    with pytest.raises(AuditError, match="line 3"):
        judgements(b"kind,right\nfigure,yes\nfigure,maybe so\n", "s.csv")


@given(st.binary(max_size=200))
def test_any_file_is_read_or_refused(content: bytes) -> None:
    try:
        found = judgements(content, "s.csv")
    except AuditError as refused:
        assert str(refused).startswith("s.csv")
    else:
        assert all(row.right in (*get_args(Judgement), None) for row in found.rows)
