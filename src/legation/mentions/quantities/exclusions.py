"""Numbers that are no quantities: names and versions, times, telephone numbers, scores, ages,
articles of law, list numbers.
"""

import re

BEFORE = re.compile(
    r"""(?:
        \b(?:articles?|art\.|arts\.|sections?|sec\.|§+|paragraphs?|para\.|chapters?|clauses?|annex(?:es)?|protocol|resolutions?|regulation|
            directive|decree|law|no|nos|no\.|nos\.|number|№|\#|phase|stage|tranche|round|group|grade|level|type|category|class|figure|fig\.|table|page|pages|p\.|pp\.|
            chapter|part|volume|vol\.|act|scene|channel|route|highway|gate|room|flight|boeing|airbus|apollo|platform|pier|berth|unit|
            district|block|building|apartment|flat|house|suite|box|lot|item|step|question|version
            |windows|area|world\ war|covid|
            formula|pillar|track|agenda|vision|horizon|line|bus|tram|reactor|
            aged|age|ages|at\ age|tel\.?|phone|fax|isin|isbn|issn|hs|cn|code|heading|sitc
            |postcode|zip)
        [ ]?[-:]?[ ]?
      | [a-z]\+ | \b[a-z]{1,12}[-–/] | [a-z_@/\\=]
      | \d[:/.,] | (?<![\s(])\+ | [=*^<>]
    )$""",
    re.VERBOSE,
)
KEPT_BEFORE = re.compile(
    r"(?:\b(?:of|to|by|than|some|under|over|from|about|up)|non|us|uk|eu|mid|and|or)[ ]?[-–]?$"
)
AFTER = re.compile(
    r"""(?:
        \+\d | [:h]\d | /\d | \.\d | [-–]\d{1,4}[-–] | [’']?s\b | (?:st|nd|rd|th)\b
      | [ ]?(?:a\.?m\.?|p\.?m\.?|o['’]?clock|gmt|utc|cet|est)(?![a-z])
      | ,?\ (?:years?|yrs)\ old
      | [ -]year-olds?\b | -\d+\ (?:win|victory|defeat|draw|loss|lead)
      | [ ]?(?:,[ ])?years?[ -]old\b | [ ]?years?\ of\ age\b
      | [@=_\\] | [a-z]
    )""",
    re.VERBOSE,
)
SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}\b")
WEB = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|(?<!\w)[#@]\w+")
PHONE = re.compile(r"\+\d[\d ()-]{7,}\d|\(\d{3}\)[ ]?\d{3}[- ]\d{4}|\b\d{3}-\d{3}-\d{4}\b")
LIST_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.)])(?=\s)", re.MULTILINE)


def blanks(low: str) -> list[tuple[int, int]]:
    """Stretches in which no number is a quantity: addresses, telephone numbers, numbers of a
    list.
    """
    return [
        match.span() for pattern in (WEB, PHONE, LIST_NUMBER) for match in pattern.finditer(low)
    ]


def named_before(low: str, start: int) -> bool:
    """Whether what stands before a number makes it part of a name, a version or a reference."""
    window = low[max(0, start - 16) : start]
    return bool(BEFORE.search(window)) and not KEPT_BEFORE.search(window)


def named_after(low: str, end: int) -> bool:
    """Whether what stands after a bare number makes it a time, an ordinal, an age, a score or a
    code.
    """
    return bool(AFTER.match(low, end))
