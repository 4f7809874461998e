"""Dates that name a day, month, quarter, half, year, decade or century."""

import re
from datetime import date
from functools import cache

from legation.mentions.dates import reckoning as r
from legation.mentions.dates.expressions import (
    DAY,
    ORDINAL,
    ORDINALS,
    WEEKDAY,
    YEAR,
    Expression,
    Rule,
    Surroundings,
    day_number,
    expression,
    lonely,
    month,
    month_pattern,
    weekday,
)
from legation.model import Period

SINCE = re.compile(r"\b(?:since|last)(?: the)? $")
UNTIL = re.compile(r"\b(?:by|to|until|till|through|before|around|about|effective|for|from)(?: the| an?)?(?: \d[^,]{0,16},?)? $")
SOON = 3
"""Months within which "extended to 16 November" looks ahead although its verb looks back."""
RELATIVE_YEAR = r"(?:last year|this year|next year|the (?:same|previous|current|following) year|of last year|of this year)"
PART = r"(?P<part>(?:the )?(?:very )?(?:early|late|mid|middle of|beginning of|start of|end of|close of|first half of|second half of)(?: in)?[- ])"


def rules() -> list[Rule]:
    """In order of precedence."""
    m = month_pattern()
    full = rf"(?:(?:{WEEKDAY}),? )?(?:the )?(?P<d>{DAY})(?: day)?(?: of)? (?P<m>{m})(?:,? (?:of )?(?P<y>{YEAR}|{RELATIVE_YEAR}))?"
    american = rf"(?:(?:{WEEKDAY}),? )?(?P<m>{m}) (?:the )?(?P<d>{DAY})(?: ?, ?(?P<y>{YEAR})| (?P<y2>{YEAR}|{RELATIVE_YEAR}))?"
    return [
        Rule("iso", re.compile(r"(?<![\d-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"), _numeric),
        Rule(
            "dotted",
            re.compile(r"(?<![\d./])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/-])"),
            _two_orders,
        ),
        Rule("day month", re.compile(rf"(?<![\w.,/$€£:-]){full}"), _day),
        Rule("month day", re.compile(rf"(?<![\w-]){american}"), _day),
        Rule("month year", re.compile(rf"(?<![\w-]){PART}?(?P<m>{m})(?: of)?,? (?P<y>{YEAR}|{RELATIVE_YEAR})"), _month),
        Rule(
            "month",
            re.compile(rf"(?<![\w-])(?:(?P<part>(?:early|late|mid)[- ]|the (?:beginning|start|end|middle) of ))?(?P<m>{m})"),
            _month,
        ),
        Rule(
            "quarter",
            re.compile(
                rf"(?<![\w-])(?:(?:q(?P<q>[1-4])|(?P<q2>[1-4])q)(?: of)?[ -/]?[’']?(?P<y>{YEAR}|\d\d(?!\d))?"
                rf"|(?P<y2>{YEAR})[- ]?q(?P<q3>[1-4]))(?!\w)"
            ),
            _quarter_sign,
        ),
        Rule(
            "half sign",
            re.compile(
                rf"(?<![\w-])(?:(?:h(?P<q>[12])|(?P<q2>[12])h)(?: of)?[ -/]?[’']?(?P<y>{YEAR}|\d\d(?!\d))?"
                rf"|(?P<y2>{YEAR})[- ]?h(?P<q3>[12]))(?!\w)"
            ),
            _half_sign,
        ),
        Rule(
            "decade",
            re.compile(
                r"(?<![\w.,$-])(?:(?:the )?(?P<part>early|mid|late|mid-)[- ])?(?:the )?(?P<y>(?:1[5-9]|20)\d0)[’']?s(?!\w)"
            ),
            _decade,
        ),
        Rule(
            "decade word",
            re.compile(
                r"(?<![\w-])(?:the )?(?:(?:early|mid|late)[- ])?(?:[’'](?P<y>[2-9]0)s|(?P<w>twenties|thirties|forties"
                r"|fifties|sixties|seventies|eighties|nineties))(?!\w)"
            ),
            _decade_word,
        ),
        Rule(
            "century",
            re.compile(r"(?<![\w-])(?:the )?(?:(?:early|late|mid)[- ])?(?P<c>\d{1,2})(?:st|nd|rd|th)[- ]century"),
            _century,
        ),
        Rule(
            "fiscal years",
            re.compile(
                rf"(?<![\w-])(?:the )?(?:(?:fiscal|financial)(?: years?)?|fy) ?(?P<y>{YEAR}) ?[-–/] ?(?P<z>{YEAR}|\d\d(?!\d))"
            ),
            _fiscal_pair,
        ),
        Rule("fiscal year", re.compile(rf"(?<![\w-])(?:(?:the )?(?:fiscal|financial)(?: years?)?|fy) ?(?P<y>{YEAR})"), _fiscal),
        Rule("part of year", re.compile(rf"(?<![\w-]){PART}(?P<y>{YEAR})"), _part_of_year),
        Rule(
            "season",
            re.compile(
                rf"(?<![\w-])(?:the )?(?:(?:early|late|mid)[- ])?(?P<s>spring|summer|autumn|fall|winter)(?: of)? (?P<y>{YEAR})"
            ),
            _season,
        ),
    ]


def plausible(period: date | None) -> bool:
    """Whether the calendar has it."""
    return period is not None


def a_day(number: int, month_number: int, day: int) -> Period | None:
    """The day, or None where the calendar has none (31 June)."""
    try:
        return r.day(date(number, month_number, day))
    except ValueError:
        return None


def _numeric(match: re.Match[str], _: Surroundings) -> Expression | None:
    period = a_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return expression(match, period, explicit=True) if period else None


def _two_orders(match: re.Match[str], _: Surroundings) -> Expression | None:
    a, b = int(match["a"]), int(match["b"])
    number = int(match["y"]) + (2000 if len(match["y"]) == 2 else 0)
    if len(match["y"]) == 2 and match["sep"] != "/":
        return None
    ways = [p for p in {a_day(number, b, a), a_day(number, a, b)} if p]
    if not ways:
        return None
    if len(ways) == 1 or match["sep"] == ".":
        return expression(match, a_day(number, b, a) or ways[0], explicit=True)
    return expression(match, r.year(number), f"{number:04d}-XX-XX", explicit=True)


def relative_year(written: str | None, near: Surroundings) -> int | None:
    """The year of a written year or of "last year"."""
    if written is None:
        return None
    if written.isdigit():
        return int(written) if len(written) == 4 else 2000 + int(written)
    if near.published is None:
        return None
    if "previous" in written or "following" in written or "same" in written:
        base = near.reference.start.year if near.reference and near.reference.start else near.published.year
        return r.clamp(base + (-1 if "previous" in written else 1 if "following" in written else 0))
    return r.clamp(near.published.year + (-1 if "last" in written else 1 if "next" in written else 0))


def _day(match: re.Match[str], near: Surroundings) -> Expression | None:
    groups = match.groupdict()
    written = groups["y"] or groups.get("y2")
    m, d = month(match["m"]), day_number(match["d"])
    if m == 5 and near.paragraph.token(match.start("m")).tag == "MD":
        return None
    if written is None and near.published is None and near.year_written(match.start()) is None:
        return expression(match, Period(start=None, end=None, edtf=f"XXXX-{m:02d}-{d:02d}")) if a_day(2024, m, d) else None
    number = relative_year(written, near)
    if number is None:
        number = _by_weekday(match, near, m, d) or year_of_month(near, match.start(), m, d)
    period = a_day(number, m, d) if number else None
    return expression(match, period, inherited=written is None, explicit=written is not None) if period else None


def _by_weekday(match: re.Match[str], near: Surroundings, m: int, d: int) -> int | None:
    """The year, of the three around the document's date, in which the day falls on the weekday written before it."""
    named = re.match(WEEKDAY, match.group())
    if named is None or near.published is None:
        return None
    which, this = weekday(named.group()), near.published.year
    near_years = [y for y in (this, this - 1, this + 1) if r.clamp(y) and y < 9999]
    days = [p.start for y in near_years if (p := a_day(y, m, d)) and p.start and p.start.weekday() == which]
    return days[0].year if days else None


def year_of_month(near: Surroundings, offset: int, m: int, d: int | None = None) -> int | None:
    """The year that a month (and day) without one belongs to: one written before in the sentence, else by tense."""
    written = near.year_written(offset)
    if written is not None:
        return written
    today = near.published
    if today is None:
        return None
    ahead = (m - today.month) % 12  # whole months until it comes again
    if d and ahead == 0 and d < today.day:
        ahead = 12
    come = today.year + (1 if (m, d or 99) < (today.month, today.day) else 0)
    gone = today.year - (1 if (m, d or 0) > (today.month, today.day) else 0)
    if SINCE.search(near.paragraph.low[max(0, offset - 12) : offset]):
        return gone
    tense = near.tense(offset)
    if d is None and near.paragraph.token(offset).dep == "compound" and ahead > SOON:
        return gone  # "under a June agreement"
    if tense == "past":
        return come if ahead <= SOON and UNTIL.search(near.paragraph.low[max(0, offset - 28) : offset]) else gone
    if tense == "future":
        return gone if ahead > 12 - SOON else come
    return come if ahead < 6 else gone


def _month(match: re.Match[str], near: Surroundings) -> Expression | None:
    m = month(match["m"])
    written = match.groupdict().get("y")
    if written is None and not _is_month(match, near):
        return None
    number = relative_year(written, near) or year_of_month(near, match.start("m"), m)
    if number is None:
        return expression(match, Period(start=None, end=None, edtf=f"XXXX-{m:02d}"))
    period = r.month_of(number, m)
    return expression(
        match, part(period, match["part"]), period.edtf, inherited=written is None, explicit=bool(written and written.isdigit())
    )


def _is_month(match: re.Match[str], near: Surroundings) -> bool:
    """ "May" and "March" alone must look like names; an abbreviation needs a number beside it, or its point."""
    form = match["m"]
    if form in lonely():
        return True
    start = match.start("m")
    token = near.paragraph.token(start)
    if form in {"may", "march"}:
        return near.paragraph.text[start].isupper() and token.tag in {"NNP", "NN"} and token.entity in {"DATE", ""}
    return form.endswith(".") and token.entity == "DATE"


def part(period: Period, written: str | None) -> Period:
    """A part of a month or year: "early 2024" is its first quarter, "the end of 2023" its last month."""
    if not written or period.start is None or period.end is None:
        return period
    first, last = period.start, period.end
    long = (last - first).days > 300
    if "first half" in written or "second half" in written:
        return r.half(first.year, 1 if "first" in written else 2) if long else period
    if "end of" in written or "close" in written:
        return r.month_of(first.year, 12) if long else _days(date(first.year, first.month, 21), last)
    if "beginning" in written or "start" in written:
        return r.month_of(first.year, 1) if long else _days(first, date(first.year, first.month, 10))
    if "early" in written:
        return r.months(first, date(first.year, 3, 1)) if long else _days(first, date(first.year, first.month, 10))
    if "late" in written:
        return r.months(date(first.year, 10, 1), last) if long else _days(date(first.year, first.month, 21), last)
    return (
        r.months(date(first.year, 5, 1), date(first.year, 8, 1))
        if long
        else _days(date(first.year, first.month, 11), date(first.year, first.month, 20))
    )


def _days(first: date, last: date) -> Period:
    return Period(start=first, end=last, edtf=f"{first.isoformat()}/{last.isoformat()}")


def year_of_quarter(near: Surroundings, offset: int, which: int, parts: int = 4) -> int | None:
    """The year of a quarter (or half) without one: the one that is over, or under way, on the document's date."""
    written = near.year_written(offset)
    if written is not None:
        return written
    if near.published is None:
        return None
    today = (near.published.month - 1) // (12 // parts) + 1
    if which > today and near.tense(offset) == "past":
        return near.published.year - 1
    return near.published.year


def _sign(match: re.Match[str], near: Surroundings, parts: int) -> tuple[int, int | None, bool]:
    which = int(match["q"] or match["q2"] or match["q3"])
    written = match["y"] or match["y2"]
    return (
        which,
        relative_year(written, near) if written else year_of_quarter(near, match.start(), which, parts),
        written is not None,
    )


def _quarter_sign(match: re.Match[str], near: Surroundings) -> Expression | None:
    which, number, explicit = _sign(match, near, 4)
    period = r.quarter(number, which) if number else Period(start=None, end=None, edtf=f"XXXX-Q{which}")
    return expression(match, period, inherited=not explicit, explicit=explicit)


def _half_sign(match: re.Match[str], near: Surroundings) -> Expression | None:
    which, number, explicit = _sign(match, near, 2)
    period = r.half(number, which) if number else Period(start=None, end=None, edtf=f"XXXX-H{which}")
    return expression(match, period, inherited=not explicit, explicit=explicit)


def _decade(match: re.Match[str], _: Surroundings) -> Expression | None:
    first = int(match["y"])
    return expression(match, r.decade(first), f"{first // 10}", explicit=True)


TENS = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
    "nineties": 90,
}


def _decade_word(match: re.Match[str], near: Surroundings) -> Expression | None:
    """ "The nineties" are those of the century that is called so: the 1990s."""
    if match["w"] and re.search(
        r"(?:their|his|her|in|low|high|mid)[- ](?:the )?(?:early |mid |late )?$",
        near.paragraph.low[max(0, match.start() - 8) : match.start()],
    ):
        if not match.group().startswith("the "):
            return None  # ages
    tens = int(match["y"]) if match["y"] else TENS[match["w"]]
    return expression(match, r.decade(1900 + tens), f"{190 + tens // 10}", explicit=True)


def _century(match: re.Match[str], _: Surroundings) -> Expression | None:
    which = int(match["c"])
    return expression(match, r.century(which), f"{which - 1:02d}", explicit=True) if 1 <= which <= 30 else None


def _fiscal_pair(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(match, Period(start=None, end=None, edtf=f"FY{match['y']}-{match['z'][-2:]}"), explicit=True)


def _fiscal(match: re.Match[str], _: Surroundings) -> Expression | None:
    return expression(match, Period(start=None, end=None, edtf=f"FY{match['y']}"), match["y"], explicit=True)


def _part_of_year(match: re.Match[str], _: Surroundings) -> Expression | None:
    period = r.year(int(match["y"]))
    held = part(period, match["part"])
    return expression(match, held, held.edtf if "half" in match["part"] else period.edtf, explicit=True)


def _season(match: re.Match[str], _: Surroundings) -> Expression | None:
    value, period = r.season(int(match["y"]), match["s"])
    return expression(match, period, value, explicit=True)


@cache
def cached_rules() -> list[Rule]:
    """The rules, made once."""
    return rules()


__all__ = ["ORDINAL", "ORDINALS", "cached_rules"]
