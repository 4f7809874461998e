"""What must stand in a paragraph for a rule to be tried at all: plain substrings, looked for
before any pattern runs.
"""

from legation.lexicon import word_list

UNIT = word_list("dates", "triggers.unit")
MONTH = word_list("dates", "triggers.month")
WEEKDAY = word_list("dates", "triggers.weekday")
DIGIT = tuple("0123456789")
SEASON = word_list("dates", "triggers.season")

BY_RULE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("months", "days", "month days", "year to", "day month", "month day", "month year"), MONTH
    ),
    **dict.fromkeys(("month", "this month name"), MONTH),
    **dict.fromkeys(
        (
            "iso",
            "dotted",
            "quarter",
            "half sign",
            "decade",
            "fiscal years",
            "fiscal year",
            "fiscal slash",
        ),
        DIGIT,
    ),
    **dict.fromkeys(
        (
            "years",
            "between years",
            "quarter of a year",
            "part of year",
            "century",
            "year's period",
            "year",
        ),
        DIGIT,
    ),
    **dict.fromkeys(("clock",), DIGIT),
    **dict.fromkeys(
        (
            "ago",
            "unit",
            "the unit",
            "end of unit",
            "in units",
            "length",
            "past n",
            "the n",
            "vague",
            "half",
        ),
        UNIT,
    ),
    **dict.fromkeys(
        ("bare", "a year", "that unit", "the day", "months of year", "first months"), UNIT
    ),
    **dict.fromkeys(("year-earlier", "year-end"), ("year",)),
    **dict.fromkeys(("quarters", "many quarters"), ("quarter",)),
    **dict.fromkeys(("halves",), ("half",)),
    **dict.fromkeys(("weekday", "this weekday", "weekdays"), WEEKDAY),
    **dict.fromkeys(("season",), SEASON),
    "every": ("every", "each"),
}
"""Rule names and what they need, any of; a rule that is not named here is always tried."""


def possible(name: str, low: str) -> bool:
    """Whether the rule called ``name`` can match in a lower-case paragraph."""
    needed = BY_RULE.get(name)
    return needed is None or any(word in low for word in needed)
