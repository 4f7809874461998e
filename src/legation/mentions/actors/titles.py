"""Titles: "Deputy Foreign Minister", "minister of trade and industry", "spokesman for the Foreign
Ministry".

A title ends in a head from roles.csv; before it stand the words of role_words.csv, after it "of" or
"for" and a department. The country or body it belongs to stands before it ("the Kazakh foreign
minister", "Kazakhstan's …") or after it ("president of Kazakhstan").
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import msgspec

from legation import lexicon
from legation.lexicon import word_set
from legation.mentions.actors.register import Named, Organ, Role, RoleWord, word_lists
from legation.mentions.actors.words import Gazetteer, Match, Word, pieces
from legation.model import Sentence, Token

POSSESSIVE = frozenset(("'s", "’s", "'", "’", "s"))
DEPARTMENTAL = word_set("actors", "titles.departmental")
NAMED_WITH = word_set("actors", "titles.named_with")
POSTED_ABROAD = word_set("actors", "titles.posted_abroad")


class Title(NamedTuple):
    """A title in a sentence; all places are tokens counted from its first one.

    ``[start, end)`` holds the owner too ("Kazakhstan's deputy foreign minister"), ``[first, last)``
    the words of the title alone. ``owner`` is the country or body it belongs to, where named with
    it.
    """

    start: int
    end: int
    first: int
    last: int
    head: Role
    owner: Named | None
    former: bool

    def words(self, sentence: Sentence) -> str:
        """The title as written, in lower case."""
        held = sentence.tokens[self.first : self.last]
        return (
            " ".join(t.lower for t in held)
            .replace(" - ", "-")
            .replace(" '", "'")
            .replace(" ’", "’")
            .replace(" ,", ",")
        )


@cache
def heads() -> Gazetteer[Role]:
    """The heads of titles."""
    return Gazetteer((row.phrase, row) for row in lexicon.table("roles", Role))


@cache
def modifiers() -> dict[tuple[str, ...], RoleWord]:
    """What may stand before a head, by its words."""
    return {
        tuple(p.lower() for p in pieces(row.word)): row
        for row in lexicon.table("role_words", RoleWord)
    }


def find(
    sentence: Sentence,
    found: Sequence[Word],
    names: Sequence[Match[Named]],
    organs: Sequence[Match[Organ]] = (),
) -> Iterator[Title]:
    """The titles of a sentence.

    Args:
        sentence: the sentence.
        found: its words.
        names: the countries, bodies and groups that are named in it.
        organs: what every state has, where named in it ("spokesman for the Thai foreign ministry").
    """
    following = {m.start: m.end for m in organs}
    ends = {m.end: m for m in names}
    begins = {m.start: m for m in names}
    covered = {
        at
        for m in names
        for at in range(m.start, m.end)
        if m.means.kind in {"body", "group", "none"}
    }
    done, before = 0, None
    for match in heads().matches(found):
        if (
            match.start < done
            or match.start in covered
            or not _noun(sentence.tokens[match.end - 1])
        ):
            continue
        title = _title(sentence, match, ends, begins)
        if title.owner is not None and title.end in following and title.end > title.last:
            title = title._replace(end=following[title.end])
        done = title.end
        joint = _joint(sentence.tokens, before, title, match) if before is not None else None
        if joint is None and before is not None:
            yield before
        before = joint or title
    if before is not None:
        yield before


def _joint(
    tokens: Sequence[Token], before: Title, title: Title, match: Match[Role]
) -> Title | None:
    """The one office that two titles are; None where they are two persons'."""
    if _served(tokens, before, title, match):
        return before._replace(end=title.end, owner=title.owner or before.owner)
    if _doubled(tokens, before, title):
        return title._replace(start=before.start, owner=title.owner or before.owner)
    return None


def _served(tokens: Sequence[Token], title: Title, other: Title, match: Match[Role]) -> bool:
    """Whether an office is that of another's aide: "adviser to the President of Togo", "envoy of
    the President for Trade".
    """
    linked = [t.lower for t in tokens[title.last : other.first]]
    named = linked in (["of", "the"], ["to", "the"], ["for", "the"])
    return named and (other.owner is not None or other.last > match.end) and title.end <= other.end


def _doubled(tokens: Sequence[Token], title: Title, other: Title) -> bool:
    """Whether one person holds both offices: "State Councilor and Foreign Minister Wang"; without a
    name behind them "the president and prime minister" are two.
    """
    linked = [t.lower for t in tokens[title.end : other.start]]
    named = tokens[other.end : other.end + 1]
    one_land = title.owner is None or other.owner is None or title.owner == other.owner
    return linked == ["and"] and one_land and bool(named) and named[0].entity == "PERSON"


def _noun(token: Token) -> bool:
    return (
        token.tag.startswith("NN") or token.text[:1].isupper() or token.dep in {"compound", "appos"}
    )


def _title(
    sentence: Sentence,
    match: Match[Role],
    ends: dict[int, Match[Named]],
    begins: dict[int, Match[Named]],
) -> Title:
    first, former = _leftwards(sentence, match, ends)
    start, owner = _owner_before(sentence, first, ends)
    size, kind = _modifier(sentence.tokens, start) if owner is not None and start > 0 else (0, "")
    if kind in {"time", "rank"}:  # "a senior Israeli official", "the former Irish premier"
        start, former = _with_determiner(sentence, start - size), former or kind == "time"
    last = _department(sentence, match, begins)
    end, after = _owner_after(sentence, last, begins)
    if owner is None:
        private = after is None and _employed(sentence.tokens, last, match.means)
        head = msgspec.structs.replace(match.means, sector="") if private else match.means
        return Title(start, end, first, last, head, after, former)
    return Title(start, last, first, last, match.means, owner, former)


def _leftwards(
    sentence: Sentence, match: Match[Role], ends: dict[int, Match[Named]]
) -> tuple[int, bool]:
    first, former, tokens = match.start, False, sentence.tokens
    while first > 0:
        if first in ends:
            break
        size, kind = _modifier(tokens, first)
        if size == 0 and _unknown_department(sentence, first, match):
            size = 1
        if size == 0:
            break
        former = former or kind == "time"
        first -= size
    return first, former


def _modifier(tokens: Sequence[Token], before: int) -> tuple[int, str]:
    """How many tokens right before a place are words of a title, and of which kind."""
    for size in (3, 2, 1):
        held = tokens[max(0, before - size) : before]
        known = modifiers().get(tuple(p.lower() for t in held for p in pieces(t.text)))
        if known is not None and len(held) == size and pieces(held[0].text):
            return size, known.kind
    joined = tokens[before - 1].text in {"and", "&", "-", ","}
    if joined and before > 1 and tokens[before].lower not in {"president"}:
        size, kind = _modifier(tokens, before - 1)
        if size and kind == "department" and tokens[before - 1].text != ",":
            return size + 1, kind
        if size and kind == "time" and tokens[before - 1].text == "-":
            return size + 1, kind
    return 0, ""


def _unknown_department(sentence: Sentence, before: int, match: Match[Role]) -> bool:
    """Whether the word before is a department that no table has ("Irrigation Minister")."""
    token = sentence.tokens[before - 1]
    head = sentence.tokens[match.end - 1]
    return (
        match.means.phrase in DEPARTMENTAL
        and before == match.start
        and head.text[:1].isupper()
        and token.dep == "compound"
        and token.tag in {"NNP", "NN"}
        and token.entity not in {"PERSON", "GPE", "ORG", "NORP", "DATE"}
        and token.text.isalpha()
    )


def _owner_before(
    sentence: Sentence, first: int, ends: dict[int, Match[Named]]
) -> tuple[int, Named | None]:
    at = first
    if at > 0 and sentence.tokens[at - 1].text in POSSESSIVE:
        at -= 1
    owner = ends.get(at)
    if owner is None and at > 0 and sentence.tokens[at - 1].text in {"-", "–"}:
        owner = ends.get(at - 1)
    if owner is None or owner.means.kind == "none":
        return _with_determiner(sentence, first), None
    return _with_determiner(sentence, owner.start), owner.means


def _with_determiner(sentence: Sentence, first: int) -> int:
    return (
        first - 1 if first > 0 and sentence.tokens[first - 1].lower in {"the", "a", "an"} else first
    )


def _department(sentence: Sentence, match: Match[Role], begins: dict[int, Match[Named]]) -> int:
    """Where the words of the title end: after "of" or "for" and a department, if there is one."""
    tokens, at = sentence.tokens, match.end
    if at + 1 >= len(tokens) or tokens[at].lower not in {"of", "for"}:
        return at
    last, cursor = at, at + 1
    while cursor < len(tokens) and cursor not in begins:
        token = tokens[cursor]
        if token.lower in {"and", "the", "&", "of", "for"}:
            cursor += 1
            continue
        if token.text == "," and _is_department(tokens, cursor + 1) and last > at:
            cursor += 1
            continue
        size = _department_size(tokens, cursor)
        if not size or _heads(tokens, cursor + size):
            break
        cursor += size
        last = cursor
    return last


def _heads(tokens: Sequence[Token], at: int) -> bool:
    """Whether another title ends here: "spokesman for the Prime Minister"."""
    return at < len(tokens) and tokens[at].lower in DEPARTMENTAL


def _department_size(tokens: Sequence[Token], at: int) -> int:
    """How many tokens are a department: one that the table has, or that after capitalised words
    ("Overseas Commerce").
    """
    for size in (1, 2, 3):
        if _is_department(tokens, at + size - 1):
            return size
        if (
            at + size > len(tokens)
            or not tokens[at + size - 1].text.istitle()
            or tokens[at + size - 1].entity == "PERSON"
        ):
            return 0
    return 0


def _is_department(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    one = modifiers().get((tokens[at].lower,))
    if one is not None and one.kind == "department":
        return True
    return any(
        modifiers().get(tuple(t.lower for t in tokens[at - k : at - k + 2])) is not None
        for k in (0, 1)
    )


def _owner_after(
    sentence: Sentence, last: int, begins: dict[int, Match[Named]]
) -> tuple[int, Named | None]:
    tokens = sentence.tokens
    if last >= len(tokens) or tokens[last].lower not in NAMED_WITH:
        return last, None
    at = last + 1
    while at < len(tokens) and at not in begins and at < last + 6:
        if tokens[at].text in {",", ".", ";"} or tokens[at].tag.startswith("V"):
            return last, None
        at += 1
    owner = begins.get(at)
    if (
        owner is None
        or owner.means.kind in {"none", "group"}
        or _only_lives_there(tokens, last, owner)
    ):
        return last, None
    return owner.end, owner.means


def _employed(tokens: Sequence[Token], last: int, head: Role) -> bool:
    """Whether a title that firms and clubs give too is of an organisation that no table has
    ("president of the Dockers' Union"): then it is no public office."""
    lists = word_lists()
    if (
        head.phrase not in lists.private_titles
        or last + 1 >= len(tokens)
        or tokens[last].lower not in NAMED_WITH
    ):
        return False
    at = last + 2 if tokens[last + 1].lower in {"the", "a", "an"} else last + 1
    held = []
    while at < len(tokens) and tokens[at].entity == "ORG":
        held.append(tokens[at].lower)
        at += 1
    return bool(held) and not any(word in lists.public_organs for word in held)


def _only_lives_there(tokens: Sequence[Token], last: int, owner: Match[Named]) -> bool:
    """ "ambassador in Moscow", "envoy for Sudan": the place of work, not the employer."""
    word, head = tokens[last].lower, tokens[last - 1].lower
    return (word == "in" and owner.means.kind != "country") or (
        head in POSTED_ABROAD and word in {"for", "in", "with"}
    )
