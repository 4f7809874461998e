"""Figures in whole paragraphs of many styles, slot by slot: a wrong slot is worse than an empty one."""

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from figure_paragraphs import PARAGRAPHS, Row

from legation import documents, mentions
from legation.model import Document, Figure, Period
from legation.records import figures, statements


@cache
def read(text: str, published: str) -> tuple[Figure, ...]:
    document = Document(id="p", text=text, published=date.fromisoformat(published), language="en")
    reading = mentions.find(document, documents.repair(text))
    return tuple(figures.extract(reading, statements.extract(reading)))


def slots(figure: Figure) -> dict[str, str]:
    return {
        "measure": figure.measure,
        "reporter": figure.reporter or "-",
        "partner": figure.partner or "-",
        "period": _when(figure.period),
        "nature": figure.nature,
        "of": figure.of or "-",
        "code": figure.product.code if figure.product else "-",
        "goods": figure.product.name if figure.product else "-",
        "favour": figure.in_favour_of or "-",
        "base": _when(figure.change.base if figure.change else None),
        "sign": "-" if figure.value.high < 0 else "+",
    }


def _when(period: Period | None) -> str:
    return period.edtf if period else "-"


def expected(row: Row) -> dict[str, str]:
    reporter, _, partner = row.sides.partition(">")
    sides = {"reporter": reporter or "-", "partner": partner or "-"}
    return {"measure": row.measure, **sides, "period": row.period, **row.more}


def cases() -> Iterator[object]:
    for paragraph in PARAGRAPHS:
        for row in paragraph.rows:
            for slot, value in expected(row).items():
                gap = row.gaps.get(slot)
                marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
                name = f"{paragraph.style}: {row.written}: {slot}"
                yield pytest.param(paragraph.text, paragraph.published, row.written, slot, value, marks=marks, id=name)


@pytest.mark.parametrize(("text", "published", "written", "slot", "value"), list(cases()))
def test_slot(text: str, published: str, written: str, slot: str, value: str) -> None:
    found = [f for f in read(text, published) if f.value.written == written]
    assert len(found) == 1, [f.value.written for f in read(text, published)]
    assert slots(found[0])[slot] == value
