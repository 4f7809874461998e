"""Words stand in the lexicon, not in the code; a list is named after the module that reads it."""

import ast
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from legation import model
from legation.lexicon import table, word_list, word_map, word_set
from legation.lexicon.words import Meaning, WordList
from legation.model import LexiconError

SOURCE = Path(str(files("legation")))
READING = (
    "documents",
    "language",
    "grammar",
    "mentions",
    "background",
    "records",
    "reconciliation",
    "checks",
)
"""The rooms that look for words. The words in which we answer stand in ``views`` and ``web``."""
FEW = 5
"""A collection of as many plain words is a list that somebody may want to correct."""
CALLS = {"word_list": "words", "word_set": "words", "word_map": "meanings"}
LABELS = frozenset(
    [
        "acl",
        "acomp",
        "advcl",
        "advmod",
        "agent",
        "amod",
        "appos",
        "attr",
        "aux",
        "auxpass",
        "case",
        "cc",
        "ccomp",
        "compound",
        "conj",
        "csubj",
        "csubjpass",
        "dative",
        "dep",
        "det",
        "dobj",
        "expl",
        "intj",
        "mark",
        "meta",
        "neg",
        "nmod",
        "npadvmod",
        "nsubj",
        "nsubjpass",
        "nummod",
        "oprd",
        "parataxis",
        "pcomp",
        "pobj",
        "poss",
        "preconj",
        "predet",
        "prep",
        "prt",
        "punct",
        "quantmod",
        "relcl",
        "xcomp",
    ]
)
"""What the parser calls the places in a sentence."""


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    for room in READING:
        for path in sorted((SOURCE / room).rglob("*.py")):
            name = path.relative_to(SOURCE).as_posix()
            yield name, path, ast.parse(path.read_text(encoding="utf-8"))


def contract() -> frozenset[str]:
    """The values and field names of the record types: codes, not words of a text."""
    held: set[str] = set()
    for found in vars(model).values():
        held |= {value for value in get_args(found) if isinstance(value, str)}
        held |= set(getattr(found, "__struct_fields__", ()))
    return frozenset(held)


def plain(node: ast.AST, known: frozenset[str]) -> list[str]:
    """The plain words in an expression: lower case, no label, no value of the contract."""
    strings: list[str] = []
    for n in ast.walk(node):
        if isinstance(n, ast.Attribute) and n.attr == "split" and isinstance(n.value, ast.Constant):
            strings += str(n.value.value).split()
        elif isinstance(n, ast.Constant) and isinstance(n.value, str):
            strings.append(n.value)
    return [s for s in strings if s.isalpha() and s.islower() and s not in known]


def written_out() -> dict[str, int]:
    """Constants of a module that list words, with how many."""
    known = contract() | LABELS
    found = {}
    for name, _, tree in modules():
        for node in tree.body:
            if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
                continue
            target = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            code = ast.unparse(node.value)
            if target in {"__all__", "READERS"} or "Literal[" in code or "re.compile" in code:
                continue
            if len(words := plain(node.value, known)) >= FEW:
                found[f"{name}:{target}"] = len(words)
    return found


def calls() -> dict[tuple[str, str, str], list[str]]:
    """Which modules read which list: folder, file, list."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for _, path, tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in CALLS:
                room, name = (ast.literal_eval(a) for a in node.args[:2])
                key = (CALLS[ast.unparse(node.func)], room, name)
                stem = path.stem if path.stem != "__init__" else path.parent.name
                found.setdefault(key, []).append(stem)
    return found


def rows() -> set[tuple[str, str, str]]:
    root = Path(str(files("legation.lexicon"))) / "en"
    held = set()
    for path in (root / "words").glob("*.csv"):
        held |= {("words", path.stem, r.list) for r in table(f"words/{path.stem}", WordList)}
    for path in (root / "meanings").glob("*.csv"):
        held |= {("meanings", path.stem, r.list) for r in table(f"meanings/{path.stem}", Meaning)}
    return held


def test_no_module_lists_words_in_its_code() -> None:
    assert {k: n for k, n in written_out().items() if k not in ALLOWED} == {}


def test_what_may_stand_in_the_code_still_does() -> None:
    assert ALLOWED.keys() - written_out().keys() == set()


def test_every_list_is_read_and_every_list_that_is_read_is_there() -> None:
    assert calls().keys() == rows()


def test_a_list_is_named_after_the_module_that_reads_it() -> None:
    assert [key for key, by in calls().items() if {key[2].split(".")[0]} != set(by)] == []


@pytest.mark.parametrize("path", sorted({key[1] for key in rows() if key[0] == "words"}))
def test_a_list_holds_each_word_once_and_has_one_row(path: str) -> None:
    held = table(f"words/{path}", WordList)
    assert len({row.list for row in held}) == len(held)
    assert [row.list for row in held if len(set(row.words)) != len(row.words)] == []
    assert [row.list for row in held if not row.words] == []


@pytest.mark.parametrize("path", sorted({key[1] for key in rows() if key[0] == "meanings"}))
def test_a_word_means_one_thing_in_a_list(path: str) -> None:
    held = [(r.list, word) for r in table(f"meanings/{path}", Meaning) for word in r.words]
    assert len(set(held)) == len(held)


def test_lists_keep_their_order_and_sets_do_not_need_it() -> None:
    days = word_list("dates", "expressions.weekdays")
    assert days[0] == "monday"
    assert days[-1] == "sunday"
    assert word_set("dates", "expressions.weekdays") == set(days)
    assert word_map("dates", "expressions.tens", int)["forty"] == 40


def test_a_list_that_is_not_there_is_told() -> None:
    with pytest.raises(LexiconError, match=r"en/words/dates\.csv has no list 'nobody'"):
        word_list("dates", "nobody")
    with pytest.raises(LexiconError, match=r"en/meanings/dates\.csv has no list 'nobody'"):
        word_map("dates", "nobody", str)


CODES = "codes of the ontology or of this program"
MESSAGES = "what we say of a verdict, not what a text says"
ALLOWED = {
    "documents/html.py:LOGGERS": "names of libraries",
    "documents/languages.py:NAMES": "names of languages by their codes",
    "documents/days.py:SHORT": "the months again, for headers of files",
    "documents/repairs/characters.py:FORMS": CODES,
    "documents/repairs/characters.py:LIGATURES": "letters of a font",
    "documents/repairs/characters.py:FIXED": CODES,
    "mentions/actors/words.py:LETTERS": "letters without their marks",
    "mentions/dates/__init__.py:COMPARISONS": "names of our own rules",
    "mentions/dates/reckoning.py:SEASONS": "when a season begins: a fact of the calendar",
    "mentions/dates/triggers.py:BY_RULE": "names of our own rules",
    "mentions/quantities/numerals.py:PARTS": "two thirds and their like, with their values",
    "records/events/candidates/intentions.py:HARM": CODES,
    "records/events/candidates/recipients.py:SLOTS": "places in a clause, the likeliest first",
    "records/figures/assembly/__init__.py:SKIPPED_UNITS": CODES,
    "records/figures/candidates/units.py:BASES": CODES,
    "records/figures/candidates/units.py:EXTENTS": CODES,
    "records/figures/verifier.py:CONFIDENCE": CODES,
    "records/instruments/candidates/names.py:CONFIDENCE": CODES,
    "records/instruments/candidates/names.py:DESCRIBED": CODES,
    "records/proposals/candidates/verbal.py:UNREAL": "pairs of a label and its word",
    "records/statements/features/core.py:PRIOR": CODES,
    "checks/assertions/__init__.py:OPINIONS": CODES,
    "checks/assertions/__init__.py:UNMEASURED": MESSAGES,
    "checks/claims/amounts.py:TIMES": "how often a stretch of time goes into a year",
    "checks/claims/inquiries.py:MOVING": CODES,
    "checks/claims/judging.py:OF_ONE": CODES,
    "checks/claims/parts.py:BACK_AND_FORTH": CODES,
    "checks/claims/times.py:RULES": "patterns with their names",
    "checks/claims/words.py:ENDINGS": "endings of plurals",
    "checks/doubts.py:FORBIDDING": MESSAGES,
    "grammar/factuality.py:RANK": CODES,
    "grammar/outcomes.py:DENIED": CODES,
    "grammar/outcomes.py:EVENTS": CODES,
    "grammar/outcomes.py:OPEN": CODES,
    "records/instruments/verifier/rulings.py:ONCE": CODES,
    "records/instruments/verifier/rulings.py:REACHED": CODES,
    "reconciliation/across/following.py:RANKS": CODES,
    "reconciliation/across/tellings.py:FROM_PROPOSAL": CODES,
    "reconciliation/across/tellings.py:FROM_STATUS": CODES,
    "reconciliation/across/tellings.py:MOVES": CODES,
    "reconciliation/across/tellings.py:SAID": CODES,
    "reconciliation/across/steps.py:INSTRUMENT_RANKS": CODES,
    "reconciliation/across/words.py:ENDINGS": "endings that a stem is cut of",
}
"""What is no word of a text, with what it is."""
