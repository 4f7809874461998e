"""Persons by name in one sentence: beside a title, after "Mr", in the register of office-holders,
or as the parser says.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from legation.mentions.actors import office_holders
from legation.mentions.actors.people import run_end
from legation.mentions.actors.register import Named, cities, word_lists
from legation.mentions.actors.titles import Title
from legation.mentions.actors.words import Match, Word
from legation.model import Sentence


class Naming(NamedTuple):
    """A person's name, and the title that stands with it."""

    start: int
    end: int
    title: Title | None
    courtesy: str | None


def find(
    sentence: Sentence,
    found: Sequence[Word],
    held: Sequence[Title],
    matches: Sequence[Match[Named]],
) -> Iterator[Naming]:
    """The names of persons in a sentence.

    Args:
        sentence: the sentence.
        found: its words.
        held: its titles.
        matches: the countries, bodies and groups named in it; a name does not reach into them.
    """
    named = {at: m for m in matches if m.means.kind != "none" for at in range(m.start, m.end)}
    blocked = {
        at
        for at, m in named.items()
        if m.means.kind != "capital" or m.means.name != sentence.tokens[at].text
    }
    done: set[int] = set()
    for title in held:
        for naming in _named_with(sentence, title, blocked):
            if not done & set(range(naming.start, naming.end)):
                done |= set(range(naming.start, naming.end))
                yield naming
    for match in office_holders.full_names().matches(found):
        if not done & set(range(match.start, match.end)):
            done |= set(range(match.start, match.end))
            yield Naming(match.start, match.end, None, None)
    title_words = {at for t in held for at in range(t.start, t.end)}
    yield from _bare(sentence, done, blocked | title_words)


def _named_with(sentence: Sentence, title: Title, blocked: set[int]) -> Iterator[Naming]:
    tokens = sentence.tokens
    for at in dict.fromkeys((title.last, title.end)):
        if at < len(tokens) and at not in blocked and title.head.personal:
            end = run_end(sentence, _skip_courtesy(sentence, at), blocked)
            if end > _skip_courtesy(sentence, at) and _is_name(sentence, at, end, title):
                yield Naming(_skip_courtesy(sentence, at), end, title, None)
                return
    after = _after_comma(sentence, title, blocked)
    if after is not None:
        yield Naming(*after, title, None)
        return
    if title.start > 1 and tokens[title.start - 1].text in {",", "(", "–", "—", "-"}:
        start = _run_start(sentence, title.start - 1, blocked)
        if start is not None:
            yield Naming(start, title.start - 1, title, None)


def _after_comma(sentence: Sentence, title: Title, blocked: set[int]) -> tuple[int, int] | None:
    """The name in "Hungary's ambassador to Beijing, Maria Kovacs, …": between commas, right after
    the title.
    """
    tokens = sentence.tokens
    comma = next(
        (at for at in range(title.end, min(title.end + 5, len(tokens))) if tokens[at].text == ","),
        None,
    )
    if (
        comma is None
        or not (title.owner or _possessed(sentence, title))
        or any(t.tag.startswith("V") for t in tokens[title.end : comma])
    ):
        return None
    start = _skip_courtesy(sentence, comma + 1)
    end = run_end(sentence, start, blocked)
    closed = (
        end == len(tokens)
        or tokens[end].text in {",", ".", ")", "-", "–", "—"}
        or tokens[end].tag.startswith(("V", "MD"))
    )
    if end - start < 2 or not closed or not _is_name(sentence, start, end, title):
        return None
    return (
        (start, end)
        if not any(t.entity in {"ORG", "GPE", "LOC"} for t in tokens[start:end])
        else None
    )


def _possessed(sentence: Sentence, title: Title) -> bool:
    """ "Its water minister, A, …"."""
    return title.start > 0 and sentence.tokens[title.start - 1].tag == "PRP$"


def _skip_courtesy(sentence: Sentence, at: int) -> int:
    return (
        at + 1
        if at < len(sentence.tokens)
        and sentence.tokens[at].lower.rstrip(".") in word_lists().courtesy
        else at
    )


def _is_name(sentence: Sentence, at: int, end: int, title: Title) -> bool:
    held = sentence.tokens[at:end]
    if held[-1].lower in word_lists().things or held[0].lower in word_lists().things:
        return False
    persons = sum(t.entity == "PERSON" for t in held)
    proper = all(
        t.tag.startswith("NNP") or t.entity == "PERSON" or not t.text[:1].isupper() for t in held
    )
    return bool(persons) or (
        proper and held[0].entity not in {"DATE", "TIME", "MONEY"} and title.last <= at
    )


def _run_start(sentence: Sentence, end: int, blocked: set[int]) -> int | None:
    """Where a name that ends at a token begins: at least two words, or one that the parser takes
    for a person.
    """
    for start in range(max(0, end - 6), end):
        if start in blocked or not sentence.tokens[start].text[:1].isupper():
            continue
        if run_end(sentence, start, blocked, end - start) == end:
            held = sentence.tokens[start:end]
            known = any(t.entity == "PERSON" for t in held)
            if known and (held[0].entity == "PERSON" or len(held) < 4):
                return start
            if (
                len(held) > 1
                and all(t.tag.startswith("NNP") or t.tag == "HYPH" for t in held)
                and held[0].entity != "ORG"
            ):
                return start
    return None


def _bare(sentence: Sentence, done: set[int], blocked: set[int]) -> Iterator[Naming]:
    """Names without a title: what the parser takes for a person, what follows "Mr"."""
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        if at in done or at in blocked:
            at += 1
            continue
        courtesy = (
            tokens[at].lower.rstrip(".")
            if tokens[at].lower.rstrip(".") in word_lists().courtesy
            else None
        )
        several = (
            tokens[at].text[:1].isupper() and tokens[at].lower in word_lists().offices
        )  # "Presidents A of …"
        start = at + 1 if courtesy or several else at
        known = start < len(tokens) and (
            tokens[start].entity == "PERSON" or (several and tokens[start].tag.startswith("NNP"))
        )
        if start < len(tokens) and (courtesy or known) and start not in blocked:
            end = run_end(sentence, start, blocked | done)
            if not courtesy and not several:
                end = _still_person(sentence, start, end)
            if end > start and not _elsewhere(sentence, start, end):
                yield Naming(start, end, None, courtesy)
                at = end
                continue
        at += 1


def _still_person(sentence: Sentence, start: int, end: int) -> int:
    while end > start and sentence.tokens[end - 1].entity != "PERSON":
        end -= 1
    return end


def _elsewhere(sentence: Sentence, start: int, end: int) -> bool:
    """Whether what looks like a person is a city of the register, or a thing by its last word."""
    if sentence.tokens[end - 1].lower in word_lists().things:
        return True
    text = " ".join(t.text for t in sentence.tokens[start:end])
    return cities().get(text) is not None or len(text) < 2
