"""Document + Mention -> what the whole text says, before any record.

Mentions give names; the background resolves them and gives the codes; records come after and take
nothing from context but through :class:`legation.model.Background`.
"""

from bisect import bisect_right

from msgspec.structs import replace

from legation.background.calendar import sifted
from legation.background.enterprises import renamed
from legation.background.fiscal import fiscal
from legation.background.furniture import furniture
from legation.background.homes import home, speakers
from legation.background.namesakes import led
from legation.background.pairs import heading, pairs
from legation.background.participants import participants
from legation.background.sides import Sides
from legation.background.times import times
from legation.background.titles import headline
from legation.background.topics import topics
from legation.model import Actor, Background, Reading, Sentence, Span

__all__ = ["survey"]


def survey(reading: Reading) -> Reading:
    """The same reading, its actors resolved, with the background of its text.

    Args:
        reading: sentences and mentions of one document.

    Returns:
        The reading without the sentences and mentions that are furniture; ``background`` tells
        home, speakers, pairs, topics and times, each with the stretch where it holds.
    """
    around = furniture(reading)
    held = Background(furniture=around)
    bare = [s for s in reading.sentences if not _is_furniture(s, held)]
    kept = [Sentence(n, s.paragraph, s.span, s.tokens, s.branches) for n, s in enumerate(bare)]
    called = tuple(sorted(led(reading, kept, list(renamed(reading, reading.actors))), key=_place))
    reading = replace(reading, actors=called)
    sides = Sides(reading)
    first = headline(reading, kept, sides)
    told = [s for s in kept if s.index != first.sentence]
    at_home = home(reading)
    named = Background(
        home=at_home.code if at_home else None,
        home_from=at_home.ground if at_home else None,
        speakers=speakers(reading, kept, sides),
        pair=heading(first, told, sides),
        pairs=pairs(kept, sides),
        topics=topics(kept, sides),
        furniture=around,
    )
    reading = replace(reading, dates=sifted(reading))
    reading = replace(reading, dates=fiscal(reading, kept, named))
    named = replace(named, times=times(reading, kept))
    return replace(
        reading,
        sentences=tuple(kept),
        actors=participants(reading, kept, named, at_home),
        quotations=tuple(q for q in reading.quotations if not held.is_furniture(q.span)),
        background=named,
    )


def _place(actor: Actor) -> Span:
    return actor.span


def _is_furniture(sentence: Sentence, around: Background) -> bool:
    """Whether a sentence lies wholly in the furniture."""
    at = bisect_right(around.furniture, sentence.span.start, key=lambda f: f.span.start) - 1
    if at < 0:
        return False
    piece = around.furniture[at].span
    return piece.start <= sentence.span.start and sentence.span.end <= piece.end
