"""Places: cities of our register, countries and regions where something is, not what acts."""

from collections.abc import Iterator, Sequence

from legation.lexicon import word_set
from legation.mentions.actors import City, Match, Named, acts, cities, names, words
from legation.model import Document, Place, Sentence, Span

LOCATIVE = word_set("mentions", "places.locative")
AIMS = frozenset(("to", "from", "over", "off"))
"""Those after which a name that no table has may as well be a person's."""
VISITED_BY = word_set("mentions", "places.visited_by")


def find(document: Document, sentences: Sequence[Sentence]) -> Iterator[Place]:
    """The places of a document, sorted: cities unless they act for a government, and countries
    where the grammar makes them a location ("in Kazakhstan")."""
    for sentence in sentences:
        found = words(sentence.tokens)
        towns = list(cities().matches(found))
        held = [*_towns(sentence, towns), *_lands(sentence, list(names().matches(found)), towns)]
        yield from sorted([*held, *_unknown(sentence, held)], key=lambda place: place.span)


def _towns(sentence: Sentence, found: list[Match[City]]) -> Iterator[Place]:
    for match in found:
        tokens = list(sentence.tokens[match.start : match.end])
        if _in_name(sentence, match) or (match.means.acts and acts(sentence, tokens)):
            continue
        city = match.means
        span = Span(tokens[0].start, tokens[-1].end)
        yield Place(
            span=span,
            geonames=city.geonames,
            country=None if _breakaway(city) else city.country,
            name=city.name,
            lat=city.lat,
            lon=city.lon,
        )


def _breakaway(city: City) -> bool:
    """Whether a town is the seat of a breakaway land: whose it is, no table says."""
    named = names().get(city.name)
    return named is not None and named.breakaway


def _in_name(sentence: Sentence, match: Match[City]) -> bool:
    """Whether a city's name is part of a person's."""
    tokens = sentence.tokens[max(0, match.start - 1) : match.end + 1]
    inner = sentence.tokens[match.start : match.end]
    persons = [t for t in tokens if t.entity == "PERSON" and t.text[:1].isupper()]
    return all(t.entity == "PERSON" for t in inner) and len(persons) > len(inner)


def _lands(
    sentence: Sentence, found: list[Match[Named]], towns: list[Match[City]]
) -> Iterator[Place]:
    taken = {at for m in towns for at in range(m.start, m.end)}
    for match in found:
        if match.means.kind != "country" or match.start in taken:
            continue
        last = sentence.tokens[match.end - 1]
        head = sentence.head(last)
        visited = last.dep == "dobj" and head.lemma in VISITED_BY
        if visited or (last.dep == "pobj" and head.lower in LOCATIVE - {"to", "from"}):
            span = Span(sentence.tokens[match.start].start, last.end)
            yield Place(span=span, country=match.means.code or None, name=match.means.name)


def _unknown(sentence: Sentence, held: Sequence[Place]) -> Iterator[Place]:
    """Where the parser sees a place that no table has, after a preposition of place: a name
    alone.
    """
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        end = at
        while (
            end < len(tokens)
            and tokens[end].entity == tokens[at].entity
            and tokens[at].entity in {"GPE", "LOC", "FAC"}
        ):
            end += 1
        if end == at:
            at += 1
            continue
        span = Span(tokens[at].start, tokens[end - 1].end)
        apex = sentence.apex(span)
        located = (
            apex is not None and apex.dep == "pobj" and sentence.head(apex).lower in LOCATIVE - AIMS
        )
        written = " ".join(t.text for t in tokens[at:end])
        named = (
            names().get(written)
            or names().get("the " + written)
            or names().get(written.removeprefix("the "))
        )
        if (
            located
            and named is None
            and tokens[end - 1].text[:1].isupper()
            and not any(span.overlaps(p.span) for p in held)
        ):
            yield Place(span=span, name=" ".join(t.text for t in tokens[at:end]))
        at = end
