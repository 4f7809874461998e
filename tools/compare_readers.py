"""How often two readers of the house answer one question of grammar differently, over the corpus.

    python tools/compare_readers.py [PART]

For each verb that several kinds of record read, the answers that they act on are put side by side:
who is its subject (statements, events, proposals, assertions), and whether it has happened
(events, instruments, statements that something was told at all). Then every module outside
``grammar`` is searched for functions of its own that answer such a question. Exit status 1 if any
two differ.
"""

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.markup import samples
from legation import documents
from legation.grammar.clauses import clause
from legation.grammar.factuality import factuality
from legation.grammar.outcomes import event_status, happening, overall
from legation.grammar.sources import speaker
from legation.grammar.subjects import surface_subject
from legation.grammar.voice import is_passive
from legation.language import sentences
from legation.model import Sentence, Token
from legation.records.phrases import readable
from legation.records.statements.candidates import verbal as statements

SOURCE = Path(__file__).resolve().parents[1] / "src" / "legation"
OWN = frozenset(
    {"subject_of", "surface_subject", "is_passive", "passive", "is_negated", "negated", "hedged"}
    | {"is_mandative", "is_headline", "conjuncts", "is_infinitive", "unreal_verb"}
)
"""Names under which the house once had several readers of one question."""


class Answer(NamedTuple):
    """What a reader says of a verb."""

    question: str
    reader: str
    verb: int
    said: str


def answers(sentence: Sentence) -> Iterator[Answer]:
    """The answers of all readers on the verbs of a sentence."""
    told = {d.verb: d for d in statements.drafts(sentence) if d.head is not None}
    for verb in sentence.tokens:
        if verb.tag[:1] != "V" or verb.dep in {"aux", "auxpass"}:
            continue
        yield from _subjects(sentence, verb)
        draft = told.get(verb.i)
        if draft is not None and draft.pattern in {"clause", "infinitive"}:
            yield Answer("who says it", "statements", verb.i, str(draft.head))
            yield Answer("who says it", "the chain", verb.i, _place(speaker(sentence, verb)))
        yield Answer("has it happened", "events", verb.i, happening(sentence, verb))
        whole = factuality(sentence, verb)
        same = event_status(whole)
        yield Answer("has it happened", "instruments, checks", verb.i, same)
        if draft is not None and draft.stance == "affirms":
            # what is told as said must not be denied by whoever the chain names
            yield Answer("is it disputed", "statements", verb.i, "affirms")
            yield Answer("is it disputed", "the chain", verb.i, overall(whole))


def _subjects(sentence: Sentence, verb: Token) -> Iterator[Answer]:
    around = clause(sentence, verb)
    acts = around.object if around.passive else around.subject
    yield Answer("who stands as subject", "events", verb.i, _place(acts))
    standing = surface_subject(sentence, verb)
    if not is_passive(sentence, verb) or around.passive:
        yield Answer("who stands as subject", "proposals, assertions", verb.i, _place(standing))


def _place(token: Token | None) -> str:
    return str(token.span) if token is not None else "nobody"


def private_readers() -> list[str]:
    """Functions outside ``grammar`` that bear the name of one of its questions."""
    return [
        f"{path.relative_to(SOURCE)}:{node.name}"
        for path in sorted(SOURCE.rglob("*.py"))
        if path.parent.name != "grammar"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.lstrip("_") in OWN
    ]


def main(part: str = "test") -> int:
    asked: Counter[str] = Counter()
    differ: Counter[str] = Counter()
    for sample in samples(part):
        for sentence in sentences(documents.repair(sample.text)):
            if not readable(sentence):
                continue
            by: dict[tuple[str, int], set[str]] = defaultdict(set)
            for answer in answers(sentence):
                by[answer.question, answer.verb].add(answer.said)
            for (question, _), said in by.items():
                asked[question] += 1
                differ[question] += len(said) > 1
    print("| question | verbs | answered differently |\n|---|---|---|")
    for question, times in asked.items():
        print(f"| {question} | {times:,} | {differ[question]} |")
    own = private_readers()
    print(f"| functions of their own outside grammar | – | {len(own)} |")
    print("\n".join(own))
    return 1 if own or sum(differ.values()) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
