"""Figures in whole paragraphs of many styles, slot by slot: a wrong slot is worse than an empty
one.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import msgspec
import pytest

from legation import background, documents, mentions
from legation.model import Document, Figure, Period
from legation.records import figures, statements


class Expected(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one figure must get; slots in ``gaps`` are known to be missing or wrong, and why."""

    written: str
    measure: str
    sides: str
    period: str
    nature: str | None = None
    of: str | None = None
    code: str | None = None
    goods: str | None = None
    favour: str | None = None
    base: str | None = None
    sign: str | None = None
    gaps: dict[str, str] = {}

    def slots(self) -> dict[str, str]:
        """The slots that are told, with what they must be; a dash is nothing."""
        reporter, _, partner = self.sides.partition(">")
        more = {
            name: getattr(self, name)
            for name in ("nature", "of", "code", "goods", "favour", "base", "sign")
        }
        told = {
            "measure": self.measure,
            "reporter": reporter or "-",
            "partner": partner or "-",
            "period": self.period,
        }
        return told | {name: value for name, value in more.items() if value is not None}


class Paragraph(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paragraph with its date and its figures."""

    style: str
    published: date
    text: str
    figures: list[Expected]


class Specimens(msgspec.Struct, frozen=True):
    """The file ``figure_paragraphs.toml``."""

    paragraphs: list[Paragraph]


@cache
def read(text: str, published: date) -> tuple[Figure, ...]:
    reading = background.survey(
        mentions.find(
            Document(id="p", text=text, published=published, language="en"), documents.repair(text)
        )
    )
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


def cases() -> Iterator[object]:
    written = Path(__file__).with_name("figure_paragraphs.toml").read_bytes()
    for paragraph in msgspec.toml.decode(written, type=Specimens).paragraphs:
        for figure in paragraph.figures:
            for slot, value in figure.slots().items():
                gap = figure.gaps.get(slot)
                marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
                name = f"{paragraph.style}: {figure.written}: {slot}"
                yield pytest.param(paragraph, figure.written, slot, value, marks=marks, id=name)


@pytest.mark.parametrize(("paragraph", "written", "slot", "value"), list(cases()))
def test_slot(paragraph: Paragraph, written: str, slot: str, value: str) -> None:
    found = read(paragraph.text, paragraph.published)
    meant = [f for f in found if f.value.written == written]
    assert len(meant) == 1, [f.value.written for f in found]
    assert slots(meant[0])[slot] == value
