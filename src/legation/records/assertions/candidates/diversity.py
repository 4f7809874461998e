""" "More diverse", "less diversified": how widely trade is spread."""

from collections.abc import Iterator

from legation.grammar.outcomes import is_open
from legation.grammar.subjects import surface_subject
from legation.model import Token
from legation.records.assertions.candidates import extents
from legation.records.assertions.candidates.claims import Claim, cues
from legation.records.assertions.candidates.topics import described, topic
from legation.records.measures import Passage


def find(passage: Passage, text: str) -> Iterator[Claim]:
    """Claims of diversity in a passage: "EU exports … are more diverse"."""
    sentence = passage.sentence
    for token in sentence.tokens:
        if token.lower not in cues("diverse") or token.tag.startswith("NN"):
            continue
        verb = (
            token if token.tag.startswith("VB") and token.dep != "acomp" else sentence.head(token)
        )
        if token.dep == "conj":
            continue
        head = surface_subject(sentence, verb)
        about = topic(passage, head) if head is not None and verb.tag.startswith("VB") else None
        if about is None or is_open(sentence, verb):
            continue
        less = any(c.lower == "less" for c in sentence.children(token, "advmod"))
        yield Claim(
            kind="diversity",
            pattern="predicate",
            evidence=extents.span(sentence, verb, head),
            subject=described(text, about.tokens),
            object=None,
            measure=about.measure,
            sides=about.sides,
            direction="down"
            if less != (cues("diverse")[token.lower].direction == "down")
            else "up",
        )


def more(passage: Passage, token: Token) -> bool:
    """Whether an adjective is raised by "more"."""
    return any(c.lower == "more" for c in passage.sentence.children(token, "advmod"))
