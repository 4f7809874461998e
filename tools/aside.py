"""Score the ten articles kept aside: ``python tools/aside.py [-v] [NAME …]``.

``corpora/aside/README.md`` says what the columns mean. ``-v`` names what is not met; it is there
to check the scorer and the marks. Nobody mends a rule on what it prints.
"""

import sys
from collections.abc import Sequence

from legation import pipeline
from scoring.aside import articles, missing, table, tally


def main(words: Sequence[str]) -> int:
    """The table, on standard output."""
    named = [word for word in words if word != "-v"]
    chosen = [each for each in articles() if not named or each.name in named]
    if unknown := {*named} - {each.name for each in chosen}:
        sys.exit(f"no article {min(unknown)!r}; there are {', '.join(a.name for a in articles())}")
    found = {}
    for article in chosen:
        document, expected = article.document(), article.expected()
        records = pipeline.ledger(document, None).records
        found[article.name] = tally(document.text, expected, records)
        if "-v" in words:
            for want, record, wrong in missing(document.text, expected, records):
                told = "forbidden" if want.forbidden else "nothing" if record is None else wrong
                print(f"{article.name}: {want.kind} {want.quote!r}: {told}")
    print("\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
