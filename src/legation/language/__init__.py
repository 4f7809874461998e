"""Repaired text -> sentences of plain tokens. The one parser stands behind this door.

Nobody outside the room sees the parser's own objects: what :data:`Parser` gives are the tokens and
sentences of ``model``, in places of the original text. Another parser, or another language, is
another function of the same shape, handed to ``mentions.find``.
"""

from collections.abc import Callable, Iterable

from legation.language.english import model_name, sentences
from legation.model import Repaired, Sentence

Parser = Callable[[Repaired], Iterable[Sentence]]
"""Repaired text to its sentences, in order; token numbers count through the document, a newline
ends a sentence and a paragraph, and no span leaves the original text.
"""

__all__ = ["Parser", "model_name", "sentences"]
