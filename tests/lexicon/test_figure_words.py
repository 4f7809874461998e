"""The word lists of figures and assertions hold together."""

import re

from legation.lexicon import table
from legation.lexicon.directions import DirectionWord
from legation.records.assertions.candidates.claims import CueWord, RankNoun, SubjectNoun
from legation.records.figures.candidates.counts import CountWord
from legation.records.figures.slots.fiscal import FiscalYear
from legation.records.figures.slots.natures import NatureCue
from legation.records.measures.cues import cues
from legation.records.measures.measure_words import MeasureWord
from legation.records.measures.products import ProductWord

SLOTS = re.compile(r"own|obj|[a-z]{2,7}")
CODES = {
    "HS": re.compile(r"\d\d"),
    "section": re.compile(r"[IVX]+"),
    "SITC": re.compile(r"\d"),
    "name": re.compile(""),
}


def test_measure_words_are_unique_and_their_slots_are_words() -> None:
    rows = table("measures", MeasureWord)
    last = {(r.lemma, r.pos): r for r in rows}
    above = [r for r in rows if last[r.lemma, r.pos] is not r]
    assert [r.lemma for r in above if not r.needs] == [], "a sense that hides the ones below it"
    assert all(r.pos in ("noun", "verb") for r in rows)
    assert all(SLOTS.fullmatch(slot) for r in rows for slot in (*r.reporter, *r.partner))
    assert not [r.lemma for r in rows if set(r.reporter) & set(r.partner)]


def test_products_have_codes_of_their_scheme() -> None:
    rows = table("products", ProductWord)
    assert not [r.name for r in rows if not CODES[r.scheme].fullmatch(r.code)]
    words = [w for r in rows for w in r.words]
    assert len(words) == len(set(words)), {w for w in words if words.count(w) > 1}


def test_chapters_exist() -> None:
    assert not [
        r.name
        for r in table("products", ProductWord)
        if r.scheme == "HS" and not 1 <= int(r.code) <= 97
    ]


def test_directions_are_unique() -> None:
    rows = table("directions", DirectionWord)
    last = {(r.lemma, r.pos): r for r in rows}
    above = [r for r in rows if last[r.lemma, r.pos] is not r]
    assert [r.lemma for r in above if not r.needs] == [], "a sense that hides the ones below it"


def test_natures_read() -> None:
    rows = table("natures", NatureCue)
    assert all(r.words == r.words.lower() for r in rows)
    assert not [r.words for r in rows if r.where == "chain" and " " in r.words]


def test_small_sets_are_lower_case() -> None:
    held = cues()
    assert all(
        word == word.lower() for name in held.__struct_fields__ for word in getattr(held, name)
    )


def test_counts_and_claims_are_unique() -> None:
    assert len({r.lemma for r in table("counts", CountWord)}) == len(table("counts", CountWord))
    assert len({r.lemma for r in table("assertion_nouns", SubjectNoun)}) == len(
        table("assertion_nouns", SubjectNoun)
    )
    assert len({r.lemma for r in table("rank_nouns", RankNoun)}) == len(
        table("rank_nouns", RankNoun)
    )
    assert len({(r.lemma, r.part) for r in table("assertion_cues", CueWord)}) == len(
        table("assertion_cues", CueWord)
    )


def test_fiscal_years_begin_in_a_month_after_january() -> None:
    rows = table("fiscal_years", FiscalYear)
    assert all(2 <= r.start <= 12 and len(r.code) == 3 for r in rows)
    assert len({r.code for r in rows}) == len(rows)
