"""Is a sample marked as the guidelines say: one complaint a line, each with what to do."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from corpus.markup import Mark, Sample
from corpus.words import ATTRIBUTES, CHOICES, CODES, DATES, NEEDED, REGIONS, SCALES, STYLES
from legation.lexicon import nested, table
from legation.records.events.assembly.ontology import Ontology

DATE = r"(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?"
PERIOD = re.compile(rf"{DATE}(?:/{DATE})?")
VALUE = re.compile(r"[-+]?\d+(?:\.\d+)?(?:k|m|bn|tn)?")
CODE = re.compile(r"[A-Z]{3}(?::[a-z0-9_]+)?|\?\S+")
BODIES = {"EUR", "UNO", "IGO", "NGO", "MNC", "WLD"}
MARKS = '"“”„«»‘'
LONGEST_TRIGGER = 7


class Country(Struct, frozen=True):
    """The code of a country in the lexicon."""

    code: str


@cache
def ontology() -> Ontology:
    """PLOVER's types, modes and contexts."""
    found: Ontology = nested("plover", Ontology)
    return found


class Unit(Struct, frozen=True):
    """What the ledger prints for a unit."""

    unit: str


@cache
def units() -> frozenset[str]:
    """The units that a figure may have: the lexicon's, currencies, counts and factors."""
    named = {row.unit for row in table("units", Unit)} | {
        row.code for row in table("currencies", Country)
    }
    return frozenset({*named, "count", "x", "other"})


@cache
def countries() -> frozenset[str]:
    """The alpha-3 codes that stand for a country."""
    return frozenset(row.code for row in table("countries", Country))


def complaints(sample: Sample) -> Iterator[str]:
    """Everything that is wrong with a sample."""
    for each in (*heads(sample), *statements(sample)):
        yield f"{sample.id} (line {sample.line}): {each}"
    for mark in sample.marks:
        for each in (*attributes(mark), *words(sample, mark)):
            yield (
                f'{sample.id} (line {sample.line}): <{mark.tag}> "{sample.shown(mark)[:60]}": '
                f"{each}"
            )


def heads(sample: Sample) -> Iterator[str]:
    """The attributes of the file."""
    if sample.style not in STYLES:
        yield f"style {sample.style!r} is none of {' '.join(STYLES)}"
    if sample.region not in REGIONS:
        yield f"region {sample.region!r} is none of {' '.join(REGIONS)}"
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", sample.published):
        yield "published must be a day, as 2024-03-12"
    if not sample.text:
        yield "no text"


def statements(sample: Sample) -> Iterator[str]:
    """Cues and speakers must belong to a content of the same sample."""
    ids = {mark.get("id") for mark in sample.tagged("st")}
    for mark in sample.tagged("cue", "sp"):
        if mark.get("st") not in ids:
            yield f'<{mark.tag} st="{mark.get("st")}"> has no <st id="{mark.get("st")}">'
    for name, times in Counter(mark.get("st") for mark in sample.tagged("cue")).items():
        if times > 2:
            yield f"statement {name} has {times} cues: give each statement an id of its own"


def attributes(mark: Mark) -> Iterator[str]:
    """Names and values of the attributes of one mark."""
    if mark.tag not in ATTRIBUTES:
        yield f"no such tag; the tags are {' '.join(ATTRIBUTES)}"
        return
    for name in mark.attributes.keys() - ATTRIBUTES[mark.tag]:
        yield f"no attribute {name!r} here"
    for name in NEEDED[mark.tag] - mark.attributes.keys():
        yield f"{name} is missing"
    for name, value in mark.attributes.items():
        yield from worth(mark, name, value)


def worth(mark: Mark, name: str, value: str) -> Iterator[str]:
    """One attribute's value."""
    place = (mark.tag, name)
    if place in CHOICES and value not in CHOICES[place]:
        yield f"{name}={value!r} is none of {' '.join(CHOICES[place])}"
    if place in DATES and not PERIOD.fullmatch(value):
        yield f"{name}={value!r} is no EDTF date such as 2024-03 or 2024-01/2024-09"
    if place in CODES:
        yield from (
            f"{name}: {code!r} is no actor code" for code in value.split() if not known(code)
        )
    if mark.tag == "ev":
        yield from plover(mark, name, value)
    if place == ("fig", "unit") and value not in units():
        yield (
            f"unit {value!r} is none of the lexicon's: write base units (W, Wh, bbl, t, m3 …), a "
            "currency, count, x or other"
        )
    if place == ("fig", "value") and not VALUE.fullmatch(value):
        yield f"value={value!r} is no number such as 340m, 2.1bn or -4.2"


def plover(mark: Mark, name: str, value: str) -> Iterator[str]:
    """Types, modes and contexts are PLOVER's."""
    types = ontology().types
    if name == "type" and value not in types:
        yield f"type {value!r} is none of {' '.join(types)}"
    if name == "mode" and mark.get("type") in types and value not in types[mark.get("type")].modes:
        yield (
            f"mode {value!r} is none of {mark.get('type')}'s: "
            f"{' '.join(types[mark.get('type')].modes) or '(it has none)'}"
        )
    if name == "contexts":
        yield from (
            f"context {word!r} is none of PLOVER's"
            for word in value.split()
            if word not in ontology().contexts
        )


def known(code: str) -> bool:
    """A code's form; three letters must be a country or one of the bodies."""
    return bool(CODE.fullmatch(code)) and (
        code.startswith("?") or code[:3] in BODIES or code[:3] in countries()
    )


def words(sample: Sample, mark: Mark) -> Iterator[str]:
    """The words that a mark covers."""
    covered = sample.shown(mark)
    if not covered.strip():
        yield "covers no words"
    elif covered != covered.strip():
        yield "begins or ends with a space: move the space outside"
    if (
        mark.tag == "st"
        and covered
        and (covered[0] in MARKS or (covered[-1] in MARKS and covered.count('"') % 2))
    ):
        yield "quotation marks at the edge are not part of the content"
    if mark.tag == "ev" and len(covered.split()) > LONGEST_TRIGGER:
        yield "mark the trigger alone, one to five words"
    if mark.tag == "fig" and not re.search(r"\d|" + NUMBERS, covered, re.IGNORECASE):
        yield "no number in it"


def decimal(value: str) -> tuple[str, int]:
    """``2.1bn`` as its digits and the power of ten: ("2.1", 9)."""
    for suffix, power in sorted(SCALES.items(), key=lambda each: -len(each[0])):
        if value.endswith(suffix):
            return value.removesuffix(suffix), power
    return value, 0


NUMBERS = (
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|hundreds?|thousands?|millions?|billions?|half|halved|third|quarter|fifth|sixth|tenth"
    r"|doubled?|doubling|tripled?|tripling|trebled|quadrupled?"
    r"|fold|dozens?|score|twice|double|triple|tenfold|threefold|twofold|fivefold|fourfold"
    r"|two-thirds|majority)"
)
