"""What one sentence names: countries, bodies and groups, titles, persons by name. All places are
tokens of the sentence.
"""

from collections.abc import Iterator
from typing import NamedTuple

from legation.lexicon import word_set
from legation.mentions.actors import metonyms, namings, titles
from legation.mentions.actors.namings import Naming
from legation.mentions.actors.register import City, Named, Organ, cities, names, organs, word_lists
from legation.mentions.actors.titles import POSSESSIVE, Title
from legation.mentions.actors.words import Match, words
from legation.model import Sentence

AGAIN = word_set("actors", "sentence_names.again")
OURS = frozenset(("our", "my"))
OWN = OURS | word_set("actors", "sentence_names.own")
REPEATED = word_set("actors", "sentence_names.repeated")
SEATED = word_set("actors", "sentence_names.seated")


class Whole(NamedTuple):
    """A country, body or group as named, with the organ that acts for it ("the Kazakh foreign
    ministry").
    """

    start: int
    end: int
    means: Named
    organ: Organ | None
    acting: bool
    """False for a capital that is only a place here."""
    written: tuple[int, int]
    """Where the organ's own words stand."""


def seated(sentence: Sentence, match: Match[City] | Match[Organ]) -> str | None:
    """The country of "the ministry in Lima"."""
    tokens, organ = sentence.tokens, match.means
    if (
        not isinstance(organ, Organ)
        or organ.phrase.split()[-1] not in SEATED
        or match.end + 1 >= len(tokens)
    ):
        return None
    if tokens[match.end].lower != "in":
        return None
    city = names().get(
        " ".join(t.text for t in tokens[match.end + 1 : match.end + 3])
    ) or names().get(tokens[match.end + 1].text)
    return city.code if city is not None and city.kind == "capital" and city.code != "BEL" else None


class Scene(NamedTuple):
    """A sentence with what it names."""

    sentence: Sentence
    wholes: tuple[Whole, ...]
    titles: tuple[Title, ...]
    namings: tuple[Naming, ...]
    organs: tuple[Match[Organ], ...]
    """Organs that stand without a country ("the ministry", "police")."""
    towns: tuple[Match[City], ...]
    """Cities that are no capital and act, or stand alone."""


def scene(sentence: Sentence) -> Scene:
    """Read one sentence."""
    found = words(sentence.tokens)
    matches = _national([m for m in names().matches(found) if not _misnamed(sentence, m)], sentence)
    organ_matches = list(organs().matches(found))
    held = list(titles.find(sentence, found, matches, organ_matches))
    persons = list(namings.find(sentence, found, held, matches))
    taken = {at for n in persons for at in range(n.start, n.end)}
    owned = [t for t in held if t.owner is not None]
    in_titles = {at for t in owned for at in range(t.start, t.end)}
    held = [t for t in held if not taken & set(range(t.first, t.last))]
    wholes = [
        w
        for w in _wholes(sentence, matches, organ_matches, in_titles)
        if not taken & set(range(w.start, w.end))
    ]
    taken |= {at for w in wholes for at in range(w.start, w.end)} | {
        at for t in held for at in range(t.first, t.last)
    }
    taken |= in_titles
    alone = [
        o
        for o in organ_matches
        if not taken & set(range(o.start, o.end)) and _stands_alone(sentence, o)
    ]
    towns = [
        c
        for c in cities().matches(found)
        if not c.means.acts and c.start not in taken and _town_acts(sentence, c)
    ]
    return Scene(sentence, tuple(wholes), tuple(held), tuple(persons), tuple(alone), tuple(towns))


def _stands_alone(sentence: Sentence, match: Match[Organ]) -> bool:
    """Whether an organ's words are a party in the sentence, not a description of another noun."""
    last = sentence.tokens[match.end - 1]
    parts = {"nsubj", "nsubjpass", "dobj", "agent", "pobj", "conj", "poss", "ROOT", "dative"}
    if last.dep not in parts or not last.tag.startswith("NN"):
        return False
    vague = match.means.phrase in word_lists().vague_organs
    before = sentence.tokens[match.start - 1].lower if match.start else ""
    return (
        not vague
        or before in OURS
        or led(sentence, match)
        or (before in AGAIN and match.means.phrase in REPEATED)
    )


def led(sentence: Sentence, match: Match[City] | Match[Organ]) -> bool:
    """ "the delegation headed by …"."""
    after = [t.lower for t in sentence.tokens[match.end : match.end + 2]]
    return len(after) == 2 and after[0] in {"headed", "led", "chaired"} and after[1] == "by"


def _town_acts(sentence: Sentence, match: Match[City]) -> bool:
    words_in = sum(t.text.isalpha() for t in sentence.tokens)
    last = sentence.tokens[match.end - 1]
    return last.dep in metonyms.ACTING or (
        last.dep in {"ROOT", "dep"} and words_in <= match.end - match.start + 1
    )


def _misnamed(sentence: Sentence, match: Match[Named]) -> bool:
    """Whether a name is a currency ("US$"), a person or another place here."""
    money = sentence.tokens[match.end - 1].text.endswith(("$", "£"))
    return money or _person_like(sentence, match) or _american_state(sentence, match)


def _national(matches: list[Match[Named]], sentence: Sentence) -> list[Match[Named]]:
    """Without the bodies that belong to a country here ("Armenia's Security Council" is not that of
    the United Nations) or to somebody ("our Congress" is not the American one)."""
    lands = [m for m in matches if m.means.kind in {"country", "demonym"}]
    begins, ends = {m.start for m in lands}, {m.end for m in lands}
    tokens, kept = sentence.tokens, []
    for match in matches:
        before = (
            match.start - 1
            if match.start and tokens[match.start - 1].text in POSSESSIVE
            else match.start
        )
        after = [t.lower for t in tokens[match.end : match.end + 2]]
        of = match.end + (2 if after == ["of", "the"] else 1)
        owned = before in ends or (after[:1] == ["of"] and of in begins)
        text = " ".join(t.text for t in tokens[match.start : match.end] if t.lower != "the")
        possessed = match.start > 0 and tokens[match.start - 1].lower in OWN
        if not (
            (owned or possessed) and match.means.kind == "body" and organs().get(text) is not None
        ):
            kept.append(match)
    return kept


def _person_like(sentence: Sentence, match: Match[Named]) -> bool:
    """Whether a country's or city's name is part of a person's ("Jordan Smith", "Paris Hilton")."""
    tokens = sentence.tokens
    if match.means.kind not in {"country", "capital"} or match.end - match.start > 1:
        return False
    token = tokens[match.start]
    before = tokens[match.start - 1] if match.start else None
    after = tokens[match.end] if match.end < len(tokens) else None
    if _is_office_of(sentence, match.start):
        return False
    beside = [
        t
        for t in (before, after)
        if t is not None and t.entity == "PERSON" and t.text[:1].isupper()
    ]
    if before in beside and token.entity == "PERSON" and _is_given(sentence, match.start - 1):
        return True
    if token.lower not in word_lists().given_names or not beside:
        return False
    return token.entity == "PERSON" or after in beside


def _is_office_of(sentence: Sentence, at: int) -> bool:
    """Whether an office stands before a name: "Foreign Minister of Jordan Rana Odeh"."""
    before = sentence.tokens[max(0, at - 2) : at]
    return len(before) == 2 and before[1].lower == "of" and bool(titles.heads().get(before[0].text))


def _is_given(sentence: Sentence, at: int) -> bool:
    """Whether a word is a given name before a surname that a country has too ("Rui Montenegro"): no
    country itself, and no name stands before it.
    """
    token, before = sentence.tokens[at], sentence.tokens[at - 1 : at]
    named = names().get(token.text) is not None
    return not named and token.tag.startswith("NNP") and not (before and before[0].text == ",")


def _american_state(sentence: Sentence, match: Match[Named]) -> bool:
    """Whether Georgia is the American state here."""
    if match.means.code != "GEO" or sentence.tokens[match.start].lower != "georgia":
        return False
    said = {token.lower for token in sentence.tokens}
    return bool(said & word_lists().georgia_state) and not said & word_lists().georgia_country


def _wholes(
    sentence: Sentence, matches: list[Match[Named]], held: list[Match[Organ]], covered: set[int]
) -> Iterator[Whole]:
    begins = {m.start: m for m in held}
    ends = {m.end: m for m in held}
    for match in matches:
        if match.means.kind == "none" or match.start in covered:
            continue
        organ = _organ_after(sentence, match, begins) or _organ_before(sentence, match, ends)
        if organ is not None:
            start, end = min(match.start, organ.start), max(match.end, organ.end)
            yield Whole(
                _article(sentence, start),
                end,
                match.means,
                organ.means,
                True,
                (organ.start, organ.end),
            )
            continue
        tokens = list(sentence.tokens[match.start : match.end])
        acting = match.means.kind != "capital" or metonyms.acts(sentence, tokens)
        bare = match.means.kind == "capital" or tokens[-1].dep in {"amod", "compound", "nmod"}
        start = (
            match.start if bare and match.means.kind != "body" else _article(sentence, match.start)
        )
        yield Whole(start, match.end, match.means, None, acting, (match.start, match.end))


def _article(sentence: Sentence, start: int) -> int:
    return start - 1 if start and sentence.tokens[start - 1].lower == "the" else start


def _organ_after(
    sentence: Sentence, match: Match[Named], begins: dict[int, Match[Organ]]
) -> Match[Organ] | None:
    if match.means.kind == "group":
        return None
    tokens, at = sentence.tokens, match.end
    if at < len(tokens) and tokens[at].text in POSSESSIVE:
        at += 1
    elif (
        match.means.kind == "capital"
        and at < len(tokens)
        and tokens[at].tag not in {"NN", "NNS", "NNP", "NNPS"}
    ):
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
    following = sentence.tokens[organ.end : organ.end + 1]
    if following and following[0].text in {"-", "–"} and following[0].start == last.end:
        return None  # "state-owned"
    compound = (
        last.dep in {"compound", "amod", "nmod"}
        and organ.end <= head.i - sentence.first < organ.end + 3
    )
    return None if compound and last.tag.startswith("NN") and not last.text[:1].isupper() else organ


def _organ_before(
    sentence: Sentence, match: Match[Named], ends: dict[int, Match[Organ]]
) -> Match[Organ] | None:
    """ "the Ministry of Foreign Affairs of the Republic of Kazakhstan"."""
    at = match.start
    if at > 0 and sentence.tokens[at - 1].lower == "the":
        at -= 1
    if (
        at < 2
        or sentence.tokens[at - 1].lower != "of"
        or match.means.kind not in {"country", "body"}
    ):
        return None
    organ = ends.get(at - 1)
    return organ if organ is not None and organ.means.sector != "CVL" else None
