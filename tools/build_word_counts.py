"""Makes ``lexicon/en/word_counts.csv``: in how many of our own paragraphs a word stands.

    python tools/build_word_counts.py

Links across documents weigh the words that two sentences share by their rarity. The weights come
from a file, never from the account, so that a link depends on its two records alone.
"""

import re
from collections import Counter
from pathlib import Path

from legation.reconciliation.across.words import stems

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "src" / "legation" / "lexicon" / "en" / "word_counts.csv"
TAG = re.compile(r"<[^>]*>")
LEAST = 3
HEAD = """\
# In how many paragraphs of corpora/train a word stands (words cut to their stems), from {least} on.
# Made by tools/build_word_counts.py from texts written for this project; CC0; 2026-12.
# The row of * counts all.
word,paragraphs
"""


def paragraphs() -> list[str]:
    """The paragraphs of the corpus, without their marks."""
    texts = (
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpora/train").rglob("*.xml"))
    )
    lines = (TAG.sub(" ", line).strip() for text in texts for line in text.splitlines())
    return [line for line in lines if line]


def main() -> None:
    """Write the table."""
    held = paragraphs()
    counts = Counter(stem for text in held for stem in stems(text))
    rows = sorted((word, count) for word, count in counts.items() if count >= LEAST)
    with TARGET.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEAD.format(least=LEAST))
        out.write(f"*,{len(held)}\n")
        out.writelines(f"{word},{count}\n" for word, count in rows)


if __name__ == "__main__":
    main()
