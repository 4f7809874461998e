"""Whether a capital's name stands for its government here, or is only where something happens.

"Moscow's influence", "a message to Beijing" and "between Astana and Brussels" act; "in Astana", "flew to Beijing" and
"the Brussels-based group" are places. The grammar decides; where it does not, the name is a place.
"""

from legation.model import Sentence, Token

ACTING = frozenset(("nsubj", "nsubjpass", "dative", "agent", "iobj", "csubj"))
MOTION = frozenset(
    [
        "go",
        "come",
        "travel",
        "fly",
        "arrive",
        "return",
        "visit",
        "head",
        "move",
        "drive",
        "depart",
        "leave",
        "reach",
        "land",
        "walk",
        "march",
        "send",
        "bring",
        "deliver",
        "take",
        "transport",
        "ship",
        "import",
        "live",
        "stay",
        "meet",
        "gather",
        "convene",
        "hold",
        "host",
        "open",
        "base",
        "locate",
        "situate",
        "enter",
        "attend",
        "flee",
        "escape",
        "run",
        "extend",
        "stretch",
        "lead",
        "connect",
        "link",
        "tour",
    ]
)
"""Verbs that make of a city after "to" and "from", or as their object, a place."""
MESSAGES = frozenset(
    [
        "message",
        "signal",
        "warning",
        "letter",
        "note",
        "appeal",
        "call",
        "request",
        "support",
        "aid",
        "demand",
        "reply",
        "invitation",
        "offer",
        "arms",
        "help",
        "proposal",
    ]
)
"""What is sent to a government, not to a city."""
TOGETHER = frozenset(("between", "with", "against", "by", "toward", "towards", "upon", "versus", "vis-à-vis", "without"))
DIRECTED = frozenset(("to", "from", "for", "of", "on", "than", "like", "among"))
JOURNEYS = frozenset(
    [
        "visit",
        "trip",
        "flight",
        "journey",
        "tour",
        "travel",
        "arrival",
        "return",
        "road",
        "train",
        "railway",
        "line",
        "route",
        "street",
        "streets",
        "city",
        "capital",
        "centre",
        "center",
        "outskirts",
        "suburb",
        "suburbs",
        "airport",
        "mayor",
        "resident",
        "residents",
        "heart",
        "north",
        "south",
        "east",
        "west",
        "km",
        "kilometers",
        "kilometres",
        "miles",
        "battle",
        "siege",
        "summit",
        "meeting",
        "conference",
        "talks",
        "embassy",
        "ambassador",
        "consulate",
        "protocol",
        "treaty",
        "university",
        "people",
        "map",
        "bishop",
        "archbishop",
    ]
)
"""Nouns that make of a city after "to", "from" or "of" a place."""
PLACES = frozenset(
    [
        "airport",
        "street",
        "streets",
        "square",
        "mayor",
        "metro",
        "subway",
        "suburb",
        "suburbs",
        "hospital",
        "hotel",
        "university",
        "stock",
        "port",
        "station",
        "skyline",
        "weather",
        "population",
        "residents",
        "resident",
        "police",
        "summit",
        "agreement",
        "conference",
        "declaration",
        "protocol",
        "time",
        "opera",
        "museum",
        "cathedral",
        "region",
        "district",
        "office",
        "bureau",
        "correspondent",
        "marathon",
        "zoo",
        "traffic",
        "parks",
        "park",
    ]
)
"""Nouns that a city's name only places ("Moscow's airport", "the Paris summit")."""
LED = frozenset(("backed", "led", "brokered", "controlled", "supported", "friendly", "sponsored", "aligned", "imposed"))


def acts(sentence: Sentence, tokens: list[Token]) -> bool:
    """Whether the capital named by ``tokens`` acts in its sentence."""
    after = _after(sentence, tokens[-1], 1)
    if after is not None and after.text in {"-", "–", "—"}:
        return _hyphened(sentence, tokens[-1])
    if any(t.entity in {"FAC", "ORG"} for t in tokens) and _within_longer_name(sentence, tokens):
        return False
    return _governed(sentence, tokens[-1], 0)


def _hyphened(sentence: Sentence, token: Token) -> bool:
    second = _after(sentence, token, 2)
    return second is not None and (second.lower in LED or (second.text[:1].isupper() and second.tag.startswith("NNP")))


def _within_longer_name(sentence: Sentence, tokens: list[Token]) -> bool:
    after = _after(sentence, tokens[-1], 1)
    before = sentence.token(tokens[0].i - 1) if tokens[0].i > sentence.first else None
    return any(t is not None and t.entity == tokens[0].entity and t.text[:1].isupper() for t in (before, after))


def _after(sentence: Sentence, token: Token, steps: int) -> Token | None:
    at = token.i + steps - sentence.first
    return sentence.tokens[at] if at < len(sentence.tokens) else None


def _governed(sentence: Sentence, token: Token, depth: int) -> bool:
    head = sentence.head(token)
    if depth > 6:
        return False
    if token.dep in ACTING:
        return True
    if token.dep in {"conj", "appos"} and head.i != token.i:
        return _governed(sentence, head, depth + 1) if token.dep == "conj" else False
    if token.dep == "poss":
        return head.lemma not in PLACES and not head.tag.startswith("NNP")
    if token.dep in {"pobj", "pcomp"}:
        return _after_preposition(sentence, head)
    if token.dep in {"dobj", "oprd"}:
        return head.lemma not in MOTION
    if token.dep == "ROOT":
        return sum(t.text.isalnum() for t in sentence.tokens) <= 2
    return False


def _after_preposition(sentence: Sentence, preposition: Token) -> bool:
    word = preposition.lower
    if word in TOGETHER:
        return True
    if word not in DIRECTED:
        return False
    governor = sentence.head(preposition)
    if governor.tag.startswith("V"):
        sent = any(t.lemma in MESSAGES for t in sentence.children(governor, "dobj", "nsubjpass"))
        return word in {"to", "from", "on"} and (sent or governor.lemma not in MOTION)
    return (governor.tag.startswith("N") and governor.lower not in JOURNEYS and word != "of") or word == "than"
