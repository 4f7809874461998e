"""A place in a list: "A0 was A1's second largest exporter to A2"."""

import re
from functools import cache

from msgspec import Struct

from legation.grammar.frames import skeletons
from legation.grammar.frames.skeletons import Skeleton
from legation.grammar.frames.trade import Measure, done, verbs, way_of
from legation.grammar.frames.words import alternatives, meanings
from legation.model import Period, Reading, Sentence

BE = "(?:are|is|was|were|became|remained)"
MEMBERS = "(?:(?:'s)? (?:members|member states|member countries|countries))?"


class Ranked(Struct, frozen=True, kw_only=True):
    """``who`` is number ``place`` of the ``union``'s members in trade with ``partner``; or, with a
    ``group`` by name, of the group's countries in the trade of the ``union`` or country.
    """

    who: str
    owner: str
    place: int
    measure: Measure
    partner: str | None = None
    group: str | None = None
    period: Period | None = None


def ranked(reading: Reading, sentence: Sentence) -> Ranked | None:
    """The rank that a whole sentence claims; None where it claims none, or says more."""
    if not _cues().search(reading.text(sentence.span).lower()):
        return None
    found = skeletons.of_sentence(reading, sentence)
    if found is None:
        return None
    for pattern in _patterns():
        match = pattern.fullmatch(found.text)
        if match is not None:
            return _read(found, match)
    return None


@cache
def _cues() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('superlatives')}\b|\bmost\b|\bany other\b")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    place = rf"(?:the )?(?:single )?(?:(?P<n>{alternatives('ordinals')})[- ])?"
    place += rf"{alternatives('superlatives')}"
    role = rf"(?P<role>{alternatives('exporters')})(?: of goods)? (?P<w>to|from) (?P<p>A\d)"
    union = rf"(?P<u>A\d){MEMBERS}"
    verb = rf"(?P<v>{verbs()})(?: goods)?"
    most = rf"{verb} (?:the )?most(?: goods)? (?P<w>to|from|with) (?P<p>A\d)"
    return tuple(
        re.compile(shape)
        for shape in (
            rf"(?P<m>A\d) {BE} (?P<u>A\d)'s {place} {role}",
            rf"(?P<m>A\d) {BE} {place} (?P<u>A\d) {role}",
            rf"(?P<m>A\d) {BE} {place} {role} (?:in|of|among|within) {union}",
            rf"(?:among|of|in|within) (?:all )?{union}, (?P<m>A\d) {BE} {place} {role}",
            rf"(?:among|of|in|within) (?:all )?{union}, (?P<m>A\d) {most}",
            rf"(?P<m>A\d) {most} (?:among|of|in|within) (?:all )?{union}",
            rf"(?P<m>A\d) {verb} more (?P<w>to|from|with) (?P<p>A\d) than any other "
            r"(?:country in |member of |member state of )?(?P<u>A\d)"
            r"(?: member| member state| member country| country)?",
            rf"(?P<m>A\d) {BE} (?P<u>A\d)'s {place} (?P<role>{alternatives('partners')}) "
            r"(?:in|among|of|within) (?P<g>[a-z][a-z -]+)",
            rf"(?P<u>A\d)'s {place} (?P<role>{alternatives('partners')}) (?:in|among|of|within) "
            rf"(?P<g>[a-z][a-z -]+?) {BE} (?P<m>A\d)",
        )
    )


def _read(found: Skeleton, match: re.Match[str]) -> Ranked | None:
    groups = match.groupdict()
    who, owner = (found.actors[int(groups[name][1:])] for name in ("m", "u"))
    partner = found.actors[int(groups["p"][1:])] if groups.get("p") else None
    measure = _measure(groups)
    if measure is None or len({who, owner, partner}) < 3:
        return None
    return Ranked(
        who=who,
        owner=owner,
        place=int(meanings("ordinals").get(groups.get("n") or "", "1")),
        measure=measure,
        partner=partner,
        group=groups.get("g"),
        period=found.period,
    )


def _measure(groups: dict[str, str | None]) -> Measure | None:
    """By the verb, or the role; None where its preposition is another flow's."""
    if groups.get("v"):
        measure = done(groups["v"] or "")
    else:
        known = meanings("partners") if groups.get("g") else meanings("exporters")
        measure = done_role(known[groups["role"] or ""])
    way = groups.get("w")
    return measure if way is None or way_of(measure) == way else None


def done_role(word: str) -> Measure:
    """The measure of a role by its meaning in the table."""
    return "exports" if word == "exports" else "imports" if word == "imports" else "trade_total"
