"""Names that mean another land here: short forms of one named in full, Congo, the American Georgia.

"Talks with Timor-Leste … exports to Timor": what was named in full lends its code to its short
form. "Congo" alone is either of two and gets no code.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from legation.background.names import countries
from legation.lexicon import word_set
from legation.model import Actor, Reading, Sentence, Span, Token

WORD = re.compile(r"[^\W\d_]+")
CONGO = ("COD", "COG")
CALLED: dict[str | None, str] = {"COD": "DR Congo", "COG": "Congo"}
AMERICAN_OFFICES = word_set("background", "namesakes.american_offices")
CAUCASUS = word_set("background", "namesakes.caucasus")
GENERIC = word_set("background", "namesakes.generic")
GEORGIA, AMERICA = "GEO", "USA"
FORMS = frozenset({"name", "demonym"})


def led(reading: Reading, sentences: Sequence[Sentence], actors: Sequence[Actor]) -> list[Actor]:
    """The actors with their namesakes told apart, and those that only a short form names."""
    found = list(_congo(reading, actors))
    if _of_the_state(reading):
        found = [_american(a) for a in found]
    short = _short_forms(reading, found)
    if not short:
        return found
    called = {a.actor: a.name for a in found if a.form in FORMS and a.name}
    found = [_meant(reading, a, short, called) for a in found]
    return [*found, *_unseen(sentences, found, short)]


def _congo(reading: Reading, actors: Sequence[Actor]) -> list[Actor]:
    """ "Congo" and "Congolese" alone: of the one that the text names in full, else of neither."""
    alone = [a for a in actors if a.actor in CONGO and _is_bare(reading, a)]
    if not alone:
        return list(actors)
    told = {a.actor for a in actors if a.actor in CONGO and not _is_bare(reading, a)}
    code = told.pop() if len(told) == 1 else None
    bare = {a.span for a in alone}
    return [
        replace(a, actor=code, entity=code or "?/Congo", name=CALLED.get(code, "Congo"))
        if a.span in bare and a.form in FORMS
        else replace(a, actor=code)
        if a.span in bare
        else a
        for a in actors
    ]


def _is_bare(reading: Reading, actor: Actor) -> bool:
    """Whether the words of a mention leave open which Congo it is."""
    words = reading.text(actor.span).lower()
    return re.search(r"\bcongo(?:lese)?\b", words) is not None and not re.search(
        r"democratic|republic|\bdr\b|\bd\.r\.|kinshasa|brazzaville", words
    )


def _american(actor: Actor) -> Actor:
    """A mention of the American Georgia."""
    if actor.actor != GEORGIA:
        return actor
    entity = actor.entity if actor.person is not None else AMERICA
    return replace(actor, actor=AMERICA, entity=entity, wikidata=None)


def _of_the_state(reading: Reading) -> bool:
    """Whether Georgia is the American state: its governor is named, and nothing of the
    Caucasus.
    """
    words = set(re.findall(r"\w+", reading.document.text.lower()))
    if words & CAUCASUS:
        return False
    return any(
        a.actor == GEORGIA and any(office in (a.role or "") for office in AMERICAN_OFFICES)
        for a in reading.actors
    )


def _short_forms(reading: Reading, actors: Sequence[Actor]) -> dict[str, str]:
    """The words that can stand for a country which the text names by several, each for one."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        written = " ".join(reading.text(actor.span).split()).casefold().removeprefix("the ")
        if actor.form != "name" or actor.actor is None:
            continue
        if countries().get(written) != actor.actor:
            continue
        words = WORD.findall(reading.text(actor.span))
        if len(words) < 2:
            continue
        for word in words:
            if word[:1].isupper() and word.lower() not in GENERIC:
                found.setdefault(word, set()).add(actor.actor)
    return {word: codes.pop() for word, codes in found.items() if len(codes) == 1}


def _meant(
    reading: Reading, actor: Actor, short: dict[str, str], called: Mapping[str | None, str | None]
) -> Actor:
    """ "Guinea" after "Equatorial Guinea", in a text that never names Guinea by anything else."""
    words = reading.text(actor.span)
    code = short.get(words) if actor.form == "name" else None
    return (
        actor
        if code is None or code == actor.actor
        else replace(actor, actor=code, entity=code, name=called.get(code), wikidata=None)
    )


def _unseen(
    sentences: Sequence[Sentence], actors: Sequence[Actor], short: dict[str, str]
) -> Iterator[Actor]:
    """Short forms that no table has: "Timor", "Papua"."""
    taken = sorted(a.span for a in actors)
    for sentence in sentences:
        for token in sentence.tokens:
            code = short.get(token.text)
            if code is not None and token.tag.startswith("NNP") and not _covered(taken, token):
                yield Actor(span=token.span, actor=code, form="name", entity=code, name=token.text)


def _covered(taken: Sequence[Span], token: Token) -> bool:
    at = bisect_right(taken, token.span)
    return any(s.overlaps(token.span) for s in taken[max(0, at - 2) : at + 2])
