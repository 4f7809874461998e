"""Parties joined in a list, read off the words between their names: "A of X, B of Y and C of Z",
"X, together with Y".

Parsers lose one of several who did a thing together, above all behind long titles; between two
names that a list joins stand only commas, "and", "as well as" and the like.
"""

from bisect import bisect_right

from legation.lexicon import word_list, word_set
from legation.model import Actor, Sentence

JOINTS = tuple(frozenset(words.split()) for words in word_list("predicates", "coordination.joints"))
"""What joins the last of a list to those before it."""
FILLERS = word_set("predicates", "coordination.fillers")
OWNED = frozenset({"of", "from"})
DONE_TO = frozenset({"dobj", "pobj", "attr"})
ALONGSIDE = word_set("predicates", "coordination.alongside")
HEADLINE = 14
"""Words in a headline, at most."""
MOST = 12
"""Parties in a list that are looked at."""


class Roll:
    """The actors of a document in the order of the text, to be walked from name to name."""

    def __init__(self, actors: tuple[Actor, ...], text: str) -> None:
        self.actors = [a for a in actors if a.form != "pronoun"]
        self.starts = [a.span.start for a in self.actors]
        self.text = text

    def fellows(self, sentence: Sentence, one: Actor, until: int) -> list[Actor]:
        """All of the list that an actor stands in, in order; those that end after ``until`` are
        left out.
        """
        at = bisect_right(self.starts, one.span.start) - 1
        if not 0 <= at < len(self.actors) or self.actors[at].span != one.span:
            return [one]
        before, joined = self._walk(sentence, at, -1, until)
        after, also = self._walk(sentence, at, 1, until)
        held = [*reversed(before), one, *after]
        return held if joined or also else [one]

    def after(self, sentence: Sentence, one: Actor) -> list[Actor]:
        """Those of the list that stand behind an actor."""
        at = bisect_right(self.starts, one.span.start) - 1
        if not 0 <= at < len(self.actors) or self.actors[at].span != one.span:
            return []
        held, joined = self._walk(sentence, at, 1, sentence.span.end)
        return held if joined else []

    def _walk(self, sentence: Sentence, at: int, step: int, until: int) -> tuple[list[Actor], bool]:
        """Those reached in one direction, and whether a joint stands among them."""
        held: list[Actor] = []
        joined, here, edge = False, at, at
        while len(held) < MOST:
            following = edge + step
            if not 0 <= following < len(self.actors):
                break
            other = self.actors[following]
            if not sentence.span.holds(other.span) or other.span.end > until:
                break
            first, last = (self.actors[edge], other) if step > 0 else (other, self.actors[edge])
            gap = self.text[first.span.end : last.span.start].lower().replace(",", " , ").split()
            if (
                step > 0
                and gap
                and set(gap) <= OWNED | {"the"}
                and other.form in {"name", "demonym"}
            ):
                edge = following  # "Emmanuel Macron of France": the country of the one before
                continue
            kind = _joint(gap)
            if (
                kind is None
                or _apposed(first, last, gap)
                or not _may_join(sentence, other, self.actors[here], step)
            ):
                break
            joined = joined or kind or _untold(sentence)
            if step < 0 and _is_owner(self, following, sentence):
                following -= 1
                other = self.actors[following]
            held.append(other)
            here = edge = following
        return held, joined


def _joint(gap: list[str]) -> bool | None:
    """Whether the words between two names join them (``True``), only list them (``False``), or
    neither.
    """
    words = frozenset(gap) - FILLERS - {","}
    if any(words == joint for joint in JOINTS):
        return True
    return False if not words and "," in gap else None


def _untold(sentence: Sentence) -> bool:
    """A headline lists with commas alone: "Japan, Chad agree on fish"."""
    return sentence.tokens[-1].text[-1:].isalnum() and len(sentence.tokens) <= HEADLINE


def _apposed(first: Actor, last: Actor, gap: list[str]) -> bool:
    """ "A B, the minister of Chad": one person, said twice."""
    bare = "and" not in gap and "&" not in gap
    return (bare and first.entity == last.entity) or (
        bare and last.form == "title" and first.form in {"person", "title"}
    )


def _may_join(sentence: Sentence, other: Actor, one: Actor, step: int) -> bool:
    """Not the object of a verb before ("visited Chad and Niger met Mali"), nor the subject of one
    behind.
    """
    apex = sentence.apex(other.span)
    if apex is None:
        return False
    above = sentence.head(apex)
    if step > 0:
        own = sentence.apex(one.span)
        return apex.dep not in {"nsubj", "nsubjpass"} or (
            own is not None and own.dep in {"nsubj", "nsubjpass", "conj", "appos"}
        )
    if _after_preposition(sentence, other):
        return False
    return apex.dep not in DONE_TO or (
        apex.dep == "pobj" and (above.lower in ALONGSIDE or above.i < apex.i - 1)
    )


def _after_preposition(sentence: Sentence, other: Actor) -> bool:
    """ "In France, Germany and Chad met"."""
    held = sentence.within(other.span)
    before = [t for t in sentence.tokens if held and t.i < held[0].i][-2:]
    words = [t for t in before if t.lower not in {"the", "a", "an"}]
    return bool(words) and words[-1].tag == "IN" and words[-1].lower not in ALONGSIDE


def _is_owner(roll: Roll, at: int, sentence: Sentence) -> bool:
    """Whether, walking left, a country is only that of the person before it: "A of France, B of
    Chad".
    """
    if (
        at == 0
        or roll.actors[at].form not in {"name", "demonym"}
        or not sentence.span.holds(roll.actors[at - 1].span)
    ):
        return False
    gap = roll.text[roll.actors[at - 1].span.end : roll.actors[at].span.start].lower().split()
    return (
        bool(gap)
        and set(gap) <= OWNED | {"the"}
        and roll.actors[at - 1].form in {"person", "title", "body"}
    )
