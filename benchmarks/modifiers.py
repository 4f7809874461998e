"""How often a word more turns a verdict wrong.

True and false sentences about the trade in the embedded snapshot (levels, growth, members' parts,
comparisons, ranks, totals) get a modifier, a negation, a plan or a part from ``modifiers.csv``.
What makes the sentence another one must get no verdict in either direction; what changes nothing
must not turn the verdict round.

    python benchmarks/modifiers.py [--sentences 5000] [--seed 1] [--show 3]

Prints by cause how many verdicts are wrong, and how many of the unchanged sentences are answered.
Wrong: a confirmation (or a refutation) that the words no longer carry. Exit status 1 where either
is over 0.5 % of all sentences.
"""

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from msgspec import Struct

from legation import pipeline
from legation.model import Assertion, Definition, Document, Figure, Ledger, Question, year
from legation.statistics import Statistics, embedded

MOST_WRONG = 0.005
CONFIRMED = frozenset({"matches", "matches_alt", "close", "sources_differ", "supported"})
REFUTED = frozenset({"differs", "contradicted"})
TABLE = Path(__file__).with_suffix(".csv")
PARTNERS = {
    "Kazakhstan": "KAZ", "Uzbekistan": "UZB", "Georgia": "GEO", "Armenia": "ARM",
    "Japan": "JPN", "Brazil": "BRA", "India": "IND", "Mexico": "MEX", "Vietnam": "VNM",
    "Egypt": "EGY", "Chile": "CHL", "Serbia": "SRB", "Ukraine": "UKR", "Norway": "NOR",
}  # fmt: skip
MEMBERS = {"Germany": "DEU", "France": "FRA", "Italy": "ITA", "Poland": "POL"}
NEAR = ("Kazakhstan", "Uzbekistan", "Georgia", "Armenia")
YEARS = (2021, 2022, 2023)


class Modifier(Struct, frozen=True):
    """A row of ``modifiers.csv``, one of its words."""

    cause: str
    place: str
    effect: str
    words: str


class Sentence(Struct, frozen=True):
    """A sentence with gaps ``<noun>``, ``<after>``, ``<front>``, ``<tail>``, ``<verb>``."""

    kind: str
    text: str
    is_true: bool


class Asked(Struct, frozen=True):
    """A sentence with its modifier in it, and what a verdict on it would mean."""

    text: str
    kind: str
    cause: str
    effect: str
    is_true: bool


def modifiers() -> list[Modifier]:
    """All modifiers of the table."""
    with TABLE.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return [
            Modifier(row["cause"], row["place"], row["effect"], words.strip('"^'))
            for row in rows
            for words in row["words"].split(";")
        ]


class Numbers:
    """Official values by definition, each asked once."""

    def __init__(self, series: Statistics) -> None:
        self._series = series
        self._held: dict[Definition, Decimal | None] = {}

    def value(self, definition: Definition) -> Decimal | None:
        """The value of a definition; None where it is not at hand."""
        if definition not in self._held:
            asked = Question(record="r", definition=definition, licence="stated", because="")
            (answer,) = self._series.observe([asked])
            seen = answer.observation
            self._held[definition] = seen.value if seen is not None else None
        return self._held[definition]

    def exports(self, reporter: str, partner: str, when: int) -> Decimal | None:
        """A year's exports of goods."""
        return self.value(
            Definition(measure="exports", reporter=reporter, partner=partner, period=year(when))
        )


def written(number: Decimal) -> str:
    """An amount as a newspaper writes it."""
    billions = number / 10**9
    if billions >= 1:
        return f"€{billions:.1f} billion" if billions < 100 else f"€{billions:.0f} billion"
    return f"€{number / 10**6:.0f} million"


def wrong(chance: random.Random, number: Decimal) -> Decimal:
    """A number that is off by 30 to 120 per cent."""
    factor = chance.choice((Decimal("0.55"), Decimal("0.68"), Decimal("1.45"), Decimal("2.1")))
    return number * factor


def level(chance: random.Random, numbers: Numbers) -> Sentence | None:
    """A year's exports."""
    name, when, is_true = chance.choice(list(PARTNERS)), chance.choice(YEARS), chance.random() < 0.5
    official = numbers.exports("EUR", PARTNERS[name], when)
    if official is None:
        return None
    shown = written(official if is_true else wrong(chance, official))
    shape = chance.choice(
        (
            "<front>EU <noun>exports to NAME<after> <verb> VALUE in YEAR<tail>.",
            "<front>In YEAR EU <noun>exports to NAME<after> <verb> VALUE<tail>.",
            "<front>the EU's <noun>exports to NAME<after> <verb> VALUE in YEAR<tail>.",
        )
    )
    return Sentence("level", _filled(shape, NAME=name, VALUE=shown, YEAR=str(when)), is_true)


def growth(chance: random.Random, numbers: Numbers) -> Sentence | None:
    """A year's growth."""
    name, when, is_true = chance.choice(list(PARTNERS)), chance.choice((2022, 2023)), True
    values = [numbers.exports("EUR", PARTNERS[name], y) for y in (when - 1, when)]
    if values[0] is None or values[1] is None:
        return None
    grown = (values[1] / values[0] - 1) * 100
    if abs(grown) < 4:
        return None
    is_true = chance.random() < 0.5
    shown = grown if is_true else grown + (17 if grown > 0 else -17)
    verb = "rose" if grown > 0 else "fell"
    text = _filled(
        "<front>EU <noun>exports to NAME<after> VERB SIZE% in YEAR<tail>.",
        NAME=name, VERB=verb, SIZE=f"{abs(shown):.1f}", YEAR=str(when),
    )  # fmt: skip
    return Sentence("growth", text, is_true)


def part(chance: random.Random, numbers: Numbers) -> Sentence | None:
    """A member's part in the Union's exports."""
    member, name = chance.choice(list(MEMBERS)), chance.choice(NEAR)
    when, is_true = chance.choice(YEARS), chance.random() < 0.5
    own = numbers.exports(MEMBERS[member], PARTNERS[name], when)
    whole = numbers.exports("EUR", PARTNERS[name], when)
    if own is None or whole is None:
        return None
    share = own / whole * 100
    shown = share if is_true else share * Decimal("1.7") + 3
    text = _filled(
        "<front>MEMBER accounted for SIZE% of EU <noun>exports to NAME<after> in YEAR<tail>.",
        MEMBER=member, SIZE=f"{shown:.0f}", NAME=name, YEAR=str(when),
    )  # fmt: skip
    return Sentence("part", text, is_true)


def comparison(chance: random.Random, numbers: Numbers) -> Sentence | None:
    """One partner beside another."""
    one, other = chance.sample(list(PARTNERS), 2)
    when = chance.choice(YEARS)
    values = [numbers.exports("EUR", PARTNERS[n], when) for n in (one, other)]
    if values[0] is None or values[1] is None or abs(values[0] / values[1] - 1) < Decimal("0.1"):
        return None
    shape = chance.choice(
        (
            "<front>the EU exported more <noun>goods to NAME<after> than to OTHER in YEAR<tail>.",
            "<front>EU <noun>exports to NAME<after> exceeded those to OTHER in YEAR<tail>.",
        )
    )
    text = _filled(shape, NAME=one, OTHER=other, YEAR=str(when))
    return Sentence("comparison", text, values[0] > values[1])


def rank(chance: random.Random, numbers: Numbers) -> Sentence | None:
    """The first of the members."""
    name, member = chance.choice(NEAR), chance.choice(list(MEMBERS))
    when = chance.choice(YEARS)
    place = numbers.value(
        Definition(
            measure="rank",
            reporter=MEMBERS[member],
            partner=PARTNERS[name],
            period=year(when),
            unit="rank",
            flow="exports",
            of="EUR",
        )
    )
    if place is None:
        return None
    text = _filled(
        "<front>MEMBER was the EU's largest <noun>exporter to NAME<after> in YEAR<tail>.",
        MEMBER=member, NAME=name, YEAR=str(when),
    )  # fmt: skip
    return Sentence("rank", text, place == 1)


def total(chance: random.Random, numbers: Numbers) -> Sentence | None:
    """Two partners together."""
    one, other = chance.sample(list(PARTNERS), 2)
    when, is_true = chance.choice(YEARS), chance.random() < 0.5
    values = [numbers.exports("EUR", PARTNERS[n], when) for n in (one, other)]
    if values[0] is None or values[1] is None:
        return None
    official = values[0] + values[1]
    shown = written(official if is_true else wrong(chance, official))
    text = _filled(
        "<front>EU <noun>exports to NAME and OTHER<after> together <verb> VALUE in YEAR<tail>.",
        NAME=one, OTHER=other, VALUE=shown, YEAR=str(when),
    )  # fmt: skip
    return Sentence("total", text, is_true)


KINDS: tuple[Callable[[random.Random, Numbers], Sentence | None], ...] = (
    level, level, level, growth, growth, part, comparison, rank, total,
)  # fmt: skip


def _filled(shape: str, **values: str) -> str:
    for name, value in values.items():
        shape = shape.replace(name, value)
    return shape


def asked(chance: random.Random, numbers: Numbers, table: list[Modifier]) -> Asked:
    """A sentence with one modifier in the gap that it has for it."""
    while True:
        made = chance.choice(KINDS)(chance, numbers)
        modifier = chance.choice(table)
        if made is None or f"<{modifier.place}>" not in made.text:
            continue
        return Asked(
            text=_with(made.text, modifier),
            kind=made.kind,
            cause=modifier.cause,
            effect=modifier.effect,
            is_true=made.is_true,
        )


def _with(text: str, modifier: Modifier) -> str:
    gaps = {"noun": "", "after": "", "front": "", "tail": "", "verb": "were"}
    words = modifier.words
    if modifier.place == "noun" or modifier.place == "front":
        words = f"{words} "
    elif modifier.place == "after" and not words.startswith("'"):
        words = f" {words}"
    gaps[modifier.place] = words
    for place, put in gaps.items():
        text = text.replace(f"<{place}>", put)
    return text[0].upper() + text[1:]


def judged(text: str, series: Statistics) -> frozenset[str]:
    """The verdicts on all figures and assertions of a sentence."""
    made: Ledger = pipeline.ledger(Document(id="m", text=text, language="en"), series)
    return frozenset(
        r.check.verdict for r in made.records if isinstance(r, Figure | Assertion) and r.check
    )


def faults(one: Asked, found: frozenset[str]) -> Iterator[str]:
    """What is wrong with the verdicts on a sentence."""
    is_plain = one.effect == "neutral"
    if found & CONFIRMED and not (is_plain and one.is_true):
        yield "confirmed"
    if found & REFUTED and not (is_plain and not one.is_true):
        yield "refuted"


def main() -> int:
    """Make, judge, and tell."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sentences", type=int, default=5000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=3, help="wrong ones shown a cause")
    given = options.parse_args()
    chance, series, table = random.Random(given.seed), embedded(), modifiers()
    numbers = Numbers(series)
    tried: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    shown: dict[tuple[str, str], list[str]] = defaultdict(list)
    for _ in range(given.sentences):
        one = asked(chance, numbers, table)
        found = judged(one.text, series)
        tried[one.cause] += 1
        answered[one.cause] += bool(found & (CONFIRMED | REFUTED))
        for fault in faults(one, found):
            counts[fault][one.cause] += 1
            shown[one.cause, fault].append(one.text)
    print(f"{'cause':16}{'sentences':>10}{'confirmed':>11}{'refuted':>9}{'answered':>10}")
    for cause, number in sorted(tried.items()):
        part_of = f"{100 * answered[cause] / number:.1f}%"
        row = f"{counts['confirmed'][cause]:>11}{counts['refuted'][cause]:>9}"
        print(f"{cause:16}{number:>10}{row}{part_of:>10}")
        for fault in ("confirmed", "refuted"):
            for text in dict.fromkeys(shown[cause, fault][: given.show]):
                print(f"    wrongly {fault}: {text}")
    parts = {f: sum(counts[f].values()) / given.sentences for f in ("confirmed", "refuted")}
    print("; ".join(f"wrongly {fault}: {100 * share:.2f}%" for fault, share in parts.items()))
    return int(any(share > MOST_WRONG for share in parts.values()))


if __name__ == "__main__":
    sys.exit(main())
