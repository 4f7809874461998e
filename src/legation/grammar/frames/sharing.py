"""A part of a whole: "A0 accounted for X of A1 exports to A2", "X of A0 exports went to A1"."""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from legation.grammar.frames import skeletons, trade
from legation.grammar.frames.skeletons import Skeleton
from legation.grammar.frames.trade import Flow
from legation.grammar.frames.words import alternatives
from legation.model import Period, Reading, Sentence, Span

Role = Literal["origin", "destination", "either"]
BE = "(?:is|was|were|are|stood at|came to|reached|amounted to)"


class Part(Struct, frozen=True, kw_only=True):
    """``who`` has that part of the ``whole``: as one of its reporters where the whole has a
    partner (``is_member``), else as its partner.
    """

    who: str | None
    whole: Flow
    is_member: bool
    goods: str | None = None
    """The goods that are that part, by their words, where it is no party's."""
    period: Period | None = None


def part(reading: Reading, sentence: Sentence, own: Span) -> Part | None:
    """The part and whole that a sentence tells of the number whose digits are ``own``."""
    found = skeletons.of_sentence(reading, sentence, own)
    if found is None or "X" not in found.text:
        return None
    for role, pattern in _patterns():
        match = pattern.fullmatch(found.text)
        if match is not None:
            return _read(found, match, role)
    return None


@cache
def _patterns() -> tuple[tuple[Role, re.Pattern[str]], ...]:
    number = rf"(?:{alternatives('size')} )?(?:a share of |a )?X"
    whole = rf"(?:all )?(?P<whole>{trade.flow()}|{trade.owned()})"
    who = r"(?P<who>A\d)"
    goods = r"(?P<goods>[a-z][a-z ]+)"
    shapes: tuple[tuple[Role, str], ...] = (
        ("either", rf"{who} {alternatives('makes_up')} {number} of {whole}"),
        ("destination", rf"{who} {alternatives('takes')} {number} of {whole}"),
        ("origin", rf"{who} {alternatives('gives')} {number} of {whole}"),
        ("origin", rf"{number} of {whole} {alternatives('came_from')} {who}"),
        ("destination", rf"{number} of {whole} {alternatives('went_to')} {who}"),
        ("either", rf"{who}'s share (?:in|of) {whole} {BE} {number}"),
        ("either", rf"share of {who} (?:in|of) {whole} {BE} {number}"),
        ("either", rf"{number} of {whole} (?:were|was|consisted of) {goods}"),
        ("either", rf"{goods} {alternatives('makes_up')} {number} of {whole}"),
        ("either", rf"{who} had {number} (?:share )?(?:in|of) {whole}"),
    )
    return tuple((role, re.compile(rf"(?:the )?{shape}")) for role, shape in shapes)


def _read(found: Skeleton, match: re.Match[str], role: Role) -> Part | None:
    whole = trade.read(found, match["whole"])
    if match.groupdict().get("goods"):
        return _of_goods(found, whole, match["goods"])
    who = found.actors[int(match["who"][1:])]
    if whole is None or who in (whole.reporter, whole.partner):
        return None
    is_member = whole.partner is not None
    if not _fits(whole, role, is_member=is_member):
        return None
    return Part(who=who, whole=whole, is_member=is_member, period=found.period)


def _of_goods(found: Skeleton, whole: Flow | None, goods: str) -> Part | None:
    if whole is None or whole.partner is None:
        return None
    return Part(who=None, whole=whole, is_member=False, goods=goods, period=found.period)


def _fits(whole: Flow, role: Role, *, is_member: bool) -> bool:
    """Goods of exports come from the reporter's side and go to the partner's; imports the other
    way round; of trade both are said.
    """
    if role == "either" or whole.measure == "trade_total":
        return role == "either"
    own: Role = "origin" if whole.measure == "exports" else "destination"
    return (role == own) == is_member
