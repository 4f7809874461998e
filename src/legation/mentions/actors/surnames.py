"""Persons by surname alone, where the parser took it for something else: those named before, and
those in office.
"""

from collections.abc import Iterator, Sequence

from legation.mentions.actors import office_holders, offices
from legation.mentions.actors.learning import Known
from legation.mentions.actors.namings import Naming
from legation.mentions.actors.people import People
from legation.mentions.actors.sentence_names import Scene
from legation.mentions.actors.words import pieces
from legation.model import Document, Sentence


def again(people: People, scene: Scene, held: Sequence[Known]) -> Iterator[Known]:
    """Later mentions by surname that the parser took for something else."""
    taken = {at for n in scene.namings for at in range(n.start, n.end)}
    taken |= {at for w in scene.wholes for at in range(w.start, w.end)}
    taken |= {at for t in scene.titles for at in range(t.first, t.last)}
    for at, token in enumerate(scene.sentence.tokens):
        if (
            at in taken
            or not token.text[:1].isupper()
            or not token.tag.startswith("NN")
            or len(token.text) < 2
        ):
            continue
        person = people.known(tuple(piece.lower() for piece in pieces(token.text)))
        if person is not None and len(person.words) > 1 and _alone(scene.sentence, at):
            yield Known(Naming(at, at + 1, None, None), person)


def leaders(
    document: Document, people: People, scene: Scene, held: Sequence[Known]
) -> Iterator[Known]:
    """Those in office on the day, by a surname that the parser took for something else: "Biden to
    host …".
    """
    taken = {at for k in held for at in range(k.naming.start, k.naming.end)}
    taken |= {at for w in scene.wholes for at in range(w.start, w.end)}
    taken |= {at for t in scene.titles for at in range(t.first, t.last)}
    for at, token in enumerate(scene.sentence.tokens):
        if at in taken or not offices.may_be_leader(scene.sentence, at):
            continue
        row = office_holders.known_by_surname(token.lower, document.published)
        if row is not None and _alone(scene.sentence, at):
            person = people.meet(token.text, scene.sentence.index)
            offices.settle(person, document.published, {})
            yield Known(Naming(at, at + 1, None, None), person)


def _alone(sentence: Sentence, at: int) -> bool:
    """Whether a surname is not part of a longer name ("the Biden Center")."""
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return following is None or not (
        following.tag.startswith("NNP") and following.text[:1].isupper()
    )
