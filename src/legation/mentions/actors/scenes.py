"""What one sentence names: countries, bodies and groups, titles, persons by name. All places are tokens of the sentence."""

from collections.abc import Iterator
from typing import NamedTuple

from legation.mentions.actors import metonyms, titles
from legation.mentions.actors.people import COURTESY, run_end
from legation.mentions.actors.register import Named, Organ, cities, names, organs
from legation.mentions.actors.titles import POSSESSIVE, Title
from legation.mentions.actors.words import Match, words
from legation.model import Sentence

GIVEN = frozenset(
    [
        "jordan",
        "chad",
        "georgia",
        "israel",
        "ireland",
        "holland",
        "kenya",
        "india",
        "china",
        "cyprus",
        "paris",
        "sydney",
        "vienna",
        "florence",
        "london",
        "austin",
        "sofia",
        "lima",
        "roma",
        "dublin",
        "berlin",
        "washington",
        "wellington",
        "kingston",
        "victoria",
        "stanley",
        "hamilton",
        "lincoln",
        "houston",
        "dallas",
        "madison",
        "jackson",
        "cleveland",
        "chelsea",
        "brooklyn",
        "savannah",
        "france",
        "germany",
        "england",
        "wales",
        "scotland",
        "dominica",
        "brazil",
    ]
)
"""Names of places that people bear."""


class Whole(NamedTuple):
    """A country, body or group as named, with the organ that acts for it ("the Kazakh foreign ministry")."""

    start: int
    end: int
    means: Named
    organ: Organ | None
    acting: bool
    """False for a capital that is only a place here."""
    written: tuple[int, int]
    """Where the organ's own words stand."""


class Naming(NamedTuple):
    """A person's name, and the title that stands with it."""

    start: int
    end: int
    title: Title | None
    courtesy: str | None


class Scene(NamedTuple):
    """A sentence with what it names."""

    sentence: Sentence
    wholes: tuple[Whole, ...]
    titles: tuple[Title, ...]
    namings: tuple[Naming, ...]


def scene(sentence: Sentence) -> Scene:
    """Read one sentence."""
    found = words(sentence.tokens)
    matches = [m for m in names().matches(found) if not _person_like(sentence, m)]
    organ_matches = list(organs().matches(found))
    held = list(titles.find(sentence, found, matches))
    namings = list(_namings(sentence, held, matches))
    taken = {at for n in namings for at in range(n.start, n.end)}
    owned = [t for t in held if t.owner is not None]
    in_titles = {at for t in owned for at in range(t.start, t.end)}
    held = [t for t in held if not taken & set(range(t.first, t.last))]
    wholes = [w for w in _wholes(sentence, matches, organ_matches, in_titles) if not taken & set(range(w.start, w.end))]
    return Scene(sentence, tuple(wholes), tuple(held), tuple(namings))


def _person_like(sentence: Sentence, match: Match[Named]) -> bool:
    """Whether a country's or city's name is part of a person's ("Jordan Smith", "Paris Hilton")."""
    tokens = sentence.tokens
    if match.means.kind not in {"country", "capital"} or match.end - match.start > 1:
        return False
    token = tokens[match.start]
    before = tokens[match.start - 1] if match.start else None
    after = tokens[match.end] if match.end < len(tokens) else None
    beside = [t for t in (before, after) if t is not None and t.entity == "PERSON" and t.text[:1].isupper()]
    if token.lower not in GIVEN or not beside:
        return False
    return token.entity == "PERSON" or after in beside


def _wholes(sentence: Sentence, matches: list[Match[Named]], held: list[Match[Organ]], covered: set[int]) -> Iterator[Whole]:
    begins = {m.start: m for m in held}
    ends = {m.end: m for m in held}
    for match in matches:
        if match.means.kind == "none" or match.start in covered:
            continue
        organ = _organ_after(sentence, match, begins) or _organ_before(sentence, match, ends)
        if organ is not None:
            start, end = min(match.start, organ.start), max(match.end, organ.end)
            yield Whole(_article(sentence, start), end, match.means, organ.means, True, (organ.start, organ.end))
            continue
        tokens = list(sentence.tokens[match.start : match.end])
        acting = match.means.kind != "capital" or metonyms.acts(sentence, tokens)
        start = _article(sentence, match.start) if match.means.kind in {"body", "group", "country", "seat"} else match.start
        yield Whole(start, match.end, match.means, None, acting, (match.start, match.end))


def _article(sentence: Sentence, start: int) -> int:
    return start - 1 if start and sentence.tokens[start - 1].lower == "the" else start


def _organ_after(sentence: Sentence, match: Match[Named], begins: dict[int, Match[Organ]]) -> Match[Organ] | None:
    if match.means.kind == "group":
        return None
    tokens, at = sentence.tokens, match.end
    if at < len(tokens) and tokens[at].text in POSSESSIVE:
        at += 1
    elif match.means.kind == "capital" and at < len(tokens) and tokens[at].tag not in {"NN", "NNS", "NNP", "NNPS"}:
        return None
    for _ in range(4):
        if at in begins:
            return _longest(tokens[match.end].text in POSSESSIVE, begins[at], sentence)
        if at >= len(tokens) or not _between(tokens[at].tag, tokens[at].text):
            return None
        at += 1
    return None


def _between(tag: str, text: str) -> bool:
    return tag in {"JJ", "JJS", "VBN", "NN", "CD", "NNP"} and text.isalpha()


def _longest(possessive: bool, organ: Match[Organ], sentence: Sentence) -> Match[Organ] | None:
    """The organ, unless its words only describe a noun that follows ("Chinese bank loans")."""
    last = sentence.tokens[organ.end - 1]
    head = sentence.head(last)
    compound = last.dep in {"compound", "amod", "nmod"} and organ.end <= head.i - sentence.first < organ.end + 3
    return None if compound and last.tag.startswith("NN") and not last.text[:1].isupper() else organ


def _organ_before(sentence: Sentence, match: Match[Named], ends: dict[int, Match[Organ]]) -> Match[Organ] | None:
    """ "the Ministry of Foreign Affairs of the Republic of Kazakhstan"."""
    at = match.start
    if at > 0 and sentence.tokens[at - 1].lower == "the":
        at -= 1
    if at < 2 or sentence.tokens[at - 1].lower != "of" or match.means.kind not in {"country", "body"}:
        return None
    organ = ends.get(at - 1)
    return organ if organ is not None and organ.means.sector != "CVL" else None


def _namings(sentence: Sentence, held: list[Title], matches: list[Match[Named]]) -> Iterator[Naming]:
    named = {at: m for m in matches if m.means.kind != "none" for at in range(m.start, m.end)}
    blocked = {at for at, m in named.items() if m.means.kind != "capital" or m.means.name != sentence.tokens[at].text}
    done: set[int] = set()
    for title in held:
        for naming in _named_with(sentence, title, blocked):
            if not done & set(range(naming.start, naming.end)):
                done |= set(range(naming.start, naming.end))
                yield naming
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
    if title.start > 1 and tokens[title.start - 1].text in {",", "(", "–", "—", "-"}:
        start = _run_start(sentence, title.start - 1, blocked)
        if start is not None:
            yield Naming(start, title.start - 1, title, None)


def _skip_courtesy(sentence: Sentence, at: int) -> int:
    return at + 1 if at < len(sentence.tokens) and sentence.tokens[at].lower.rstrip(".") in COURTESY else at


def _is_name(sentence: Sentence, at: int, end: int, title: Title) -> bool:
    held = sentence.tokens[at:end]
    persons = sum(t.entity == "PERSON" for t in held)
    proper = all(t.tag.startswith("NNP") or t.entity == "PERSON" or not t.text[:1].isupper() for t in held)
    return bool(persons) or (proper and held[0].entity not in {"DATE", "TIME", "MONEY"} and title.last <= at)


def _run_start(sentence: Sentence, end: int, blocked: set[int]) -> int | None:
    """Where a name that ends at a token begins: at least two words, or one that the parser takes for a person."""
    for start in range(max(0, end - 6), end):
        if start in blocked or not sentence.tokens[start].text[:1].isupper():
            continue
        if run_end(sentence, start, blocked, end - start) == end:
            held = sentence.tokens[start:end]
            known = any(t.entity == "PERSON" for t in held)
            if known and (held[0].entity == "PERSON" or len(held) < 4):
                return start
            if len(held) > 1 and all(t.tag.startswith("NNP") or t.tag == "HYPH" for t in held) and held[0].entity != "ORG":
                return start
    return None


def _bare(sentence: Sentence, done: set[int], blocked: set[int]) -> Iterator[Naming]:
    """Names without a title: what the parser takes for a person, what follows "Mr"."""
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        if at in done or at in blocked:
            at += 1
            continue
        courtesy = tokens[at].lower.rstrip(".") if tokens[at].lower.rstrip(".") in COURTESY else None
        start = at + 1 if courtesy else at
        if start < len(tokens) and (courtesy or tokens[start].entity == "PERSON") and start not in blocked:
            end = run_end(sentence, start, blocked | done)
            if not courtesy:
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
    """Whether what looks like a person is a city of the register or a possessive alone."""
    text = " ".join(t.text for t in sentence.tokens[start:end])
    return cities().get(text) is not None or len(text) < 2
