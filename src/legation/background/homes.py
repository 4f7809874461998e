"""The country in which a text is at home, and who "we" is outside quotation marks.

A dateline or the publisher is a prior: it decides only where the words of the text leave open whose
office is meant.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

from legation.background.names import countries, endings, named_in, towns
from legation.background.sides import Sides, side
from legation.lexicon import word_set
from legation.model import Document, Reading, Sentence, Token

OFFICES = word_set("background", "homes.offices")
"""Labels of a host that is an office of state; a newspaper's "our" is not its country's."""
DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’.-]*(?:[ -][A-ZÀ-Þa-z][\w'’.-]*){0,3})"
    r"(?:, ?[A-Z][\w. ]{1,30})?(?:,? ?\w{0,9}\.? ?\d{1,2}(?:,? ?\d{4})?)?"
    r"(?: ?[(/\[][^()/\[\]\n]{2,40}[)/\]])?(?:,? \d{1,2} [A-Z][a-z]+ \d{4}\.?)?"
    r" ?(?:[–—:]|--?(?= )|(?<=\)) ?-)"
)
"""A place, perhaps with its country, a day and an agency, before a dash or colon."""
SEATS = frozenset({"CHE", "BEL", "NLD"})
"""Where those of other countries meet so often that a dateline tells nothing (Geneva, Brussels, The
Hague)."""
CITIES_OF_ALL = word_set("background", "homes.cities_of_all")
WE = word_set("background", "homes.we")
OPENING = re.compile(
    r"\b(?:statement|communiqu[eé]|declaration|remarks|address|speech|message|readout|press release"
    r"|letter|note|answer|reply|op-ed)\b",
    re.IGNORECASE,
)
"""What the heading of somebody's own words calls them."""
RULING = frozenset({"GOV", "MIL", "LEG", None})


class Home(NamedTuple):
    """A code and what says so."""

    code: str
    ground: Literal["dateline", "publisher", "office"]


def home(reading: Reading) -> Home | None:
    """The country of the office that published a text, else of its dateline, else of its
    publisher.
    """
    document = reading.document
    office = publishing_office(document)
    if office is not None:
        return Home(office, "office")
    place = _datelined(document)
    if place is not None:
        return Home(place, "dateline")
    named = named_in(document.publisher or "")
    if len(set(named)) == 1:
        return Home(named[0], "publisher")
    ending = endings().get(_labels(document)[-1]) if _labels(document) else None
    return Home(ending, "publisher") if ending is not None else None


def publishing_office(document: Document) -> str | None:
    """The country whose office of state published a text, by the address."""
    labels = _labels(document)
    if not set(labels) & OFFICES:
        return None
    return endings().get(labels[-1]) or ("USA" if labels[-1] in ("gov", "mil") else None)


def _labels(document: Document) -> list[str]:
    try:
        host = urlsplit(document.url or "").hostname or ""
    except ValueError:
        return []
    return host.split(".") if "." in host else []


def _datelined(document: Document) -> str | None:
    """The country of the document's dateline, else of what its first lines open with."""
    written = document.dateline.place if document.dateline is not None else None
    return country_of(written) if written else dateline(document.text)


def country_of(place: str) -> str | None:
    """The country of a place where a story was written; none for the seats of others' meetings."""
    name = place.split(",")[0].casefold().strip(" .")
    code = None if name in CITIES_OF_ALL else towns().get(name) or countries().get(name)
    return None if code in SEATS else code


def dateline(text: str) -> str | None:
    """The country of the place at the head of one of the first lines."""
    for line in text.strip().splitlines()[:6]:
        found = DATELINE.match(line.strip())
        if found is None:
            continue
        code = country_of(found["place"])
        if code is not None:
            return code
    return None


def speakers(reading: Reading, sentences: Sequence[Sentence], sides: Sides) -> tuple[str, ...]:
    """Whose "we" and "our" are outside quotation marks: the owners of the statement.

    Whoever the opening of the text says that the words are of ("Statement by …", "We, the
    presidents of A and B", "The Canadian Government condemns … We call on …"), else the office that
    published it. Nobody where no such word stands outside quotation marks.
    """
    if not any(_is_we(reading, t) for s in sentences for t in s.tokens):
        return ()
    for sentence in sentences[:2]:
        own = _apposed(sentence, sides) or _opened(reading, sentence, sides)
        if own:
            return own
    office = publishing_office(reading.document)
    return (office,) if office is not None else ()


def first_person(reading: Reading, sentences: Sequence[Sentence]) -> list[Token]:
    """The words of the first person outside quotation marks."""
    return [t for s in sentences for t in s.tokens if _is_we(reading, t)]


def _is_we(reading: Reading, token: Token) -> bool:
    if token.lower not in WE or not token.tag.startswith("PRP"):
        return False
    return not any(q.outer.holds(token.span) for q in reading.quotations)


def _apposed(sentence: Sentence, sides: Sides) -> tuple[str, ...]:
    """ "We, the presidents of Kenya, Uganda and Rwanda, have signed …"."""
    words = [t for t in sentence.tokens if any(c.isalnum() or c == "," for c in t.text)]
    if len(words) < 3 or words[0].lower != "we" or words[1].text != ",":
        return ()
    verb = next((t for t in words if t.tag in ("VBP", "VBD", "MD", "VBZ")), None)
    stop = verb.start if verb is not None else sentence.span.end
    codes = [c for a in sides.within(sentence) if a.span.start < stop and (c := side(a))]
    return tuple(dict.fromkeys(codes))


def _opened(reading: Reading, sentence: Sentence, sides: Sides) -> tuple[str, ...]:
    """Whoever a heading ("Statement by the Prime Minister of Norway") or a government as the first
    subject says that the text is of.
    """
    actors = [a for a in sides.within(sentence) if side(a)]
    finite = any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in sentence.tokens)
    if not finite and OPENING.search(reading.text(sentence.span)):
        return tuple(dict.fromkeys(c for a in actors if (c := side(a))))
    officials = [a for a in actors if a.form in ("body", "title", "person") and a.sector in RULING]
    subjects = [a for a in officials if _is_subject(sentence, a.span.end)]
    return tuple(dict.fromkeys(c for a in subjects if (c := side(a)))) if len(subjects) == 1 else ()


def _is_subject(sentence: Sentence, end: int) -> bool:
    last = next((t for t in sentence.tokens if t.end == end), None)
    present = any(t.tag in ("VBZ", "VBP") and t.head == t.i for t in sentence.tokens)
    return last is not None and last.dep in ("nsubj", "nsubjpass") and present
