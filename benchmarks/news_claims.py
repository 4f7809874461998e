"""What the series at hand say of a file of claims: how many are settled, and what the others need.

    python benchmarks/news_claims.py claims.jsonl

Reads ``{"id", "text"}`` lines and prints a table in Markdown: the id, the verdict, and who
published what settles it, or else the reason why nothing does. The texts are not printed.
"""

import argparse
import json
import re
from collections import Counter
from pathlib import Path

from legation import pipeline
from legation.lexicon import provenance
from legation.model import Assertion, Check, Document, Figure
from legation.statistics import embedded

SPACES = re.compile(r"\s+")
LONGEST = 150


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("claims", type=Path)
    lines = parser.parse_args().claims.read_text(encoding="utf-8").splitlines()
    library, verdicts = embedded(), Counter[str]()
    print("| claim | verdict | settled by, or what it would need |\n|---|---|---|")
    for line in filter(str.strip, lines):
        claim = json.loads(line)
        verdict, why = _judged(claim["id"], claim["text"], library)
        verdicts[verdict] += 1
        print(f"| {claim['id']} | {verdict} | {why} |")
    settled = sum(count for name, count in verdicts.items() if name != "not_checkable")
    print(f"\n{settled} of {sum(verdicts.values())} settled: {dict(verdicts)}")


def _judged(name: str, text: str, library: pipeline.Statistics) -> tuple[str, str]:
    records = pipeline.ledger(Document(id=name, text=text), library).records
    checks = [r.check for r in records if isinstance(r, Figure | Assertion) and r.check]
    if not checks:
        return "not_read", "no figure was read"
    return checks[0].verdict, _why(checks[0])


def _why(check: Check) -> str:
    if check.verdict == "not_checkable":
        return _short(check.because[0])
    held = (provenance.words(o.dataset, o.vintage) for o in check.observations)
    return "; ".join(dict.fromkeys(held))


def _short(words: str) -> str:
    plain = SPACES.sub(" ", words).replace("|", "/")
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]} …"


if __name__ == "__main__":
    main()
