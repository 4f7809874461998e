"""Who stands behind a noun phrase: the document's actors, and pronouns that go back to an earlier
speaker.
"""

from bisect import bisect_left

from legation.model import Actor, Party, Reading, Span, party


def resolve(
    reading: Reading, mention: Span, head: Span | None, pronoun: Span | None = None
) -> Party:
    """The party of a speaker's noun phrase; its words become the name where no actor of the
    document is in it. The nearest words that stand for it are the ``pronoun``, where one stands
    beside the cue ("who")."""
    actor = actor_of(reading, mention, head)
    if actor is None:
        return Party(
            mention=pronoun or mention, actor=None, name=" ".join(reading.text(mention).split())
        )
    return party(actor, pronoun or mention)


def actor_of(reading: Reading, mention: Span, head: Span | None) -> Actor | None:
    """The actor that a speaker's noun phrase names, by its main word first."""
    inside = actors_in(reading, mention)
    if head is not None:
        held = [a for a in inside if a.span.overlaps(head)]
        if held:
            return max(
                held,
                key=lambda a: (
                    a.person is not None,
                    a.actor is not None,
                    a.span.end - a.span.start,
                ),
            )
    people = [a for a in inside if a.form in {"person", "title"}]
    return people[0] if people else inside[0] if inside and head is None else None


def actors_in(reading: Reading, span: Span) -> list[Actor]:
    """The actors that share a character with a span."""
    first = bisect_left(reading.actors, span.start - 200, key=lambda a: a.span.start)
    found = []
    for index in range(first, len(reading.actors)):
        actor = reading.actors[index]
        if actor.span.start >= span.end:
            break
        if actor.span.overlaps(span):
            found.append(actor)
    return found
