"""Words before (or after) a number that loosen it: about, nearly, over, at least, up to."""

import re

from legation.model.mentions import Qualifier

WORDS: tuple[tuple[Qualifier, str], ...] = (
    ("at_least", r"at least|no less than|no fewer than|not less than|a minimum of|minimum of"),
    ("at_most", r"at most|no more than|up to|not more than|as much as|as many as|a maximum of|maximum of|within"),
    ("over", r"more than|over|above|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?|upwards of|greater than|higher than|topp(?:ed|ing)|well over|beyond"),
    ("under", r"less than|under|below|fewer than|lower than|short of|just under"),
    ("about", r"about|nearly|almost|around|some|roughly|approximately|approx\.?|circa|ca\.?|c\.|close to|nearing|an estimated|estimated|~|≈|in the region of|in the order of|just over|slightly (?:more|less) than|a little (?:over|under)|just under|slightly (?:over|under)"),
)  # fmt: skip
PATTERN = re.compile(
    r"(?<![a-z])(?:"
    + "|".join(f"(?P<{name}_{n}>{forms})" for n, (name, forms) in enumerate(reversed(WORDS)))
    + r")(?: (?:a|an|the))? ?$"
)
AFTER = re.compile(r" (?:or (?P<at_least>more|above|over)|or (?P<at_most>less|under|fewer)|or (?P<about>so))\b")


def of(low: str, start: int, end: int) -> Qualifier:
    """The qualifier of the number at ``[start, end)``."""
    behind = AFTER.match(low, end)
    if behind:
        return next(name for name in ("at_least", "at_most", "about") if behind[name])  # type: ignore[return-value]
    match = PATTERN.search(low[max(0, start - 26) : start])
    if not match or not match.lastgroup:
        return "exact"
    return match.lastgroup.rsplit("_", 1)[0]  # type: ignore[return-value]
