"""What is kept of a text to find its copies: its runs of words as numbers, and its written numbers
with the words before them.
"""

import re
import struct
from collections import Counter
from datetime import date
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Runs = np.ndarray[Any, Any]

RUN = 5
"""Words in a run."""
WORD = re.compile(r"[^\W_]+")
MULTIPLIER = 0x9E3779B97F4A7C15
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*(?<![.,])")
YEAR = re.compile(r"(?:19|20)\d\d")
BEFORE = 48
"""Characters before a number in which its two words are looked for."""
LETTERS = re.compile(r"[^\W\d_]+")
ONE_IN = 8
"""Of the runs, those kept as marks to be looked up. A text of fewer than ``SMALL`` keeps all."""
SMALL = 64
HEAD = struct.Struct("<II")


class Text:
    """A text as its copies know it."""

    def __init__(self, runs: "Runs", slots: "Runs", published: date | None = None) -> None:
        self.runs, self.slots, self.published = runs, slots, published

    @cached_property
    def held(self) -> "Runs":
        """The different runs, sorted."""
        import numpy as np

        return np.unique(self.runs)

    @cached_property
    def numbers(self) -> dict[int, int]:
        """What is written after which words, as numbers."""
        return {slot >> 32: slot & 0xFFFFFFFF for slot in self.slots.tolist()}

    def packed(self) -> bytes:
        """As bytes; :func:`unpacked` reads them."""
        lengths = HEAD.pack(len(self.runs), len(self.slots))
        return lengths + bytes(self.runs.tobytes()) + bytes(self.slots.tobytes())

    def marks(self) -> tuple[int, ...]:
        """The runs by which a text is looked up, as signed numbers of 64 bits."""
        import numpy as np

        held = self.held
        kept = held if len(held) < SMALL else held[held % np.uint64(ONE_IN) == 0]
        return tuple(kept.view(np.int64).tolist())


def text(words: str, published: date | None = None) -> Text:
    """A text's runs and numbers; the same on every machine."""
    import numpy as np  # late

    folded = words.casefold()
    numbers = np.array([_number(word) for word in WORD.findall(folded)], dtype=np.uint64)
    return Text(_runs(numbers), np.array(_slots(folded), dtype=np.uint64), published)


def unpacked(packed: bytes, published: date | None = None) -> Text:
    """A text from its bytes."""
    import numpy as np

    if not packed:
        none = np.zeros(0, dtype=np.uint64)
        return Text(none, none, published)
    count, slots = HEAD.unpack_from(packed)
    numbers = np.frombuffer(packed, dtype=np.uint64, offset=HEAD.size, count=count + slots)
    return Text(numbers[:count], numbers[count:], published)


@lru_cache(maxsize=200_000)
def _number(word: str) -> int:
    return int.from_bytes(
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little"
    )


def _runs(words: "Runs") -> "Runs":
    """A number for each run of words; a text shorter than a run is one run."""
    import numpy as np

    count = max(1, len(words) - RUN + 1)
    made = np.zeros(count if len(words) else 0, dtype=np.uint64)
    for place in range(min(RUN, len(words))):
        made = made * np.uint64(MULTIPLIER) + words[place : place + count]
    return made ^ (made >> np.uint64(29))


def _slots(folded: str) -> list[int]:
    """Each written number with the two words before it and how often they came, both as 32 bits;
    years are left out, for they repeat in any text.
    """
    found = []
    times: Counter[str] = Counter()
    for match in NUMBER.finditer(folded):
        if YEAR.fullmatch(match.group()):
            continue
        start = match.start()
        before = " ".join(LETTERS.findall(folded[max(0, start - BEFORE) : start])[-2:])
        if before:
            times[before] += 1
            found.append(_short(f"{before} {times[before]}") << 32 | _short(match.group()))
    return found


def _short(words: str) -> int:
    return _number(words) & 0xFFFFFFFF
