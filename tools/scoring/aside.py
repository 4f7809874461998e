"""The articles kept aside, and the tally of what is expected of them."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, convert

from corpus.markup import CORPORA
from legation.model import Document, Record
from scoring.expectations import CORE, Expectation, asked, best, load, right, standing

FOLDER = CORPORA / "aside"


class Article(Struct, frozen=True):
    """A line of ``days.csv``."""

    name: str
    style: str
    region: str
    published: date

    def document(self, folder: Path = FOLDER) -> Document:
        """The article as the pipeline takes it."""
        text = (folder / f"{self.name}.txt").read_text(encoding="utf-8")
        return Document(id=self.name, text=text, published=self.published, language="en")

    def expected(self, folder: Path = FOLDER) -> list[Expectation]:
        """What a careful reader expects of it."""
        return load(folder / f"{self.name}.expected.json")


def articles(folder: Path = FOLDER) -> list[Article]:
    """The articles in the order of ``days.csv``."""
    lines = (folder / "days.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return [convert(row, Article, strict=False) for row in rows]


def tally(text: str, expected: Sequence[Expectation], records: Sequence[Record]) -> Counter[str]:
    """Counts under ``met``, ``shown``, ``stands``, ``core``, ``asked``, ``kept`` and
    ``forbidden``, and under ``kind.field`` with the same endings for the fields.
    """
    counts: Counter[str] = Counter()
    for want in expected:
        found = standing(records, want, text)
        whole = [record for record in found if len(right(record, want)) == len(asked(want))]
        if want.forbidden:
            counts.update({"forbidden": 1, "kept": not whole})
            continue
        sure = [record for record in found if record.tier == "sure"]
        counts.update({"asked": 1, "met": bool(whole), "stands": bool(sure)})
        counts["shown"] += any(record.tier == "sure" for record in whole)
        counts["core"] += any(_core(record, want) for record in sure)
        counts.update(_fields(want, best(found, want)))
    return counts


def _core(record: Record, want: Expectation) -> bool:
    wanted = {*asked(want)} & CORE[want.kind]
    return wanted <= right(record, want)


def _fields(want: Expectation, record: Record | None) -> Iterator[str]:
    """What is counted of the fields of one expectation."""
    had = right(record, want) if record is not None else set()
    for field in ("record", *asked(want)):
        yield f"{want.kind}.{field} asked"
        if record is not None:
            yield f"{want.kind}.{field} stands"
        if field in had or (field == "record" and record is not None):
            yield f"{want.kind}.{field} right"


def missing(
    text: str, expected: Iterable[Expectation], records: Sequence[Record]
) -> Iterator[tuple[Expectation, Record | None, list[str]]]:
    """The expectations that no record meets whole, with the best record and its wrong fields; and
    the forbidden ones that a record meets, with none.
    """
    for want in expected:
        record = best(standing(records, want, text), want)
        wrong = [
            field for field in asked(want) if record is None or field not in right(record, want)
        ]
        met = record is not None and not wrong
        if met == want.forbidden:
            yield want, record, wrong


def line(name: str, counts: Counter[str]) -> str:
    """A row of the table of articles."""

    def share(part: str, whole: str) -> str:
        percent = 100 * counts[part] / max(1, counts[whole])
        return f"{counts[part]} of {counts[whole]} ({percent:.0f} %)"

    shares = (
        share("met", "asked"),
        share("shown", "asked"),
        share("core", "stands"),
        share("kept", "forbidden"),
    )
    return f"| {name} | {' | '.join(shares)} |"


def table(by_name: dict[str, Counter[str]]) -> Iterator[str]:
    """The articles, their sum, and then the fields one by one."""
    whole: Counter[str] = sum(by_name.values(), Counter())
    yield "| article | met | shown | core right where a sure record stands | kept |"
    yield "|---|---|---|---|---|"
    yield from (line(name, counts) for name, counts in by_name.items())
    yield from (line("**all**", whole), "")
    yield from ("| field | asked | a record stands there | right |", "|---|---|---|---|")
    names = sorted({key.rsplit(" ", 1)[0] for key in whole if key.endswith(" asked")})
    for name in names:
        cells = (whole[f"{name} {what}"] for what in ("asked", "stands", "right"))
        yield f"| {name.replace('.sort', '.is')} | {' | '.join(map(str, cells))} |"
