"""What an address asks: its parameters, each read strictly. What is unknown or ill-formed is told,
never ignored: a filter that does nothing is a wrong answer.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from legation.model import LegationError

KINDS = ("event", "figure", "statement", "instrument", "proposal", "assertion")
FURTHEST = 400
"""A cursor or a word longer than this was not made by us, nor typed."""


class BadQuestion(LegationError):
    """An address with a parameter that this page does not know, or a value that it cannot take."""


class Form(Struct, frozen=True):
    """How the words of a parameter are read, and what they may be, as JSON Schema says it."""

    read: Callable[[str], Any]
    shape: dict[str, Any]

    def __call__(self, words: str) -> Any:
        """What the words mean.

        Raises:
            ValueError: they mean nothing here; the message says what would.
        """
        return self.read(words)


class Parameter(Struct, frozen=True, kw_only=True):
    """One parameter: how its words are read, and what stands for it when it is not given.

    ``many`` parameters may be given more than once and are a tuple.
    """

    name: str
    read: Form
    default: Any = None
    many: bool = False


def asked(parameters: Sequence[Parameter], given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The values of a question by name.

    Args:
        parameters: those that the page knows.
        given: the query's names and words in order; an empty word is a field left blank.

    Raises:
        BadQuestion: a name that the page does not know, one given twice, or words that cannot be
        read; the message quotes them.
    """
    known = {parameter.name: parameter for parameter in parameters}
    held: dict[str, list[Any]] = {}
    for name, words in given:
        parameter = known.get(name)
        if parameter is None:
            raise BadQuestion(f"this page knows no “{name}”; it knows {_listed(known)}")
        if not words:
            continue
        if len(words) > FURTHEST:
            raise BadQuestion(f"“{name}” is longer than {FURTHEST} characters")
        if held.get(name) and not parameter.many:
            raise BadQuestion(f"“{name}” is given more than once")
        held.setdefault(name, []).append(_read(parameter, words))
    return {name: _value(known[name], held.get(name)) for name in known}


def _value(parameter: Parameter, held: list[Any] | None) -> Any:
    if held is None:
        return parameter.default
    return tuple(held) if parameter.many else held[0]


def _read(parameter: Parameter, words: str) -> Any:
    try:
        return parameter.read(words)
    except ValueError as error:
        raise BadQuestion(f"“{parameter.name}” cannot be “{words[:60]}”: {error}") from error


def _listed(known: Mapping[str, Parameter]) -> str:
    return ", ".join(sorted(known)) if known else "none"


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise ValueError("write a day as 2024-10-07") from error


def choice(*allowed: str) -> Form:
    """One of some words."""

    def read(words: str) -> str:
        if words not in allowed:
            raise ValueError(f"it is one of {', '.join(allowed)}")
        return words

    return Form(read, {"type": "string", "enum": list(allowed)})


def _code(words: str) -> str:
    if not words.replace(":", "").replace("-", "").isalnum() or not words.isascii():
        raise ValueError("a code is letters, as KAZ or EUR:commission")
    return words


def number(least: int, most: int) -> Form:
    """A whole number within bounds."""

    def read(words: str) -> int:
        if not words.isascii() or not words.isdigit() or not least <= int(words) <= most:
            raise ValueError(f"it is a whole number from {least} to {most}")
        return int(words)

    return Form(read, {"type": "integer", "minimum": least, "maximum": most})


day = Form(_day, {"type": "string", "format": "date"})
"""A calendar day as 2024-10-07."""
code = Form(_code, {"type": "string", "pattern": "^[A-Za-z0-9:-]*[A-Za-z0-9][A-Za-z0-9:-]*$"})
"""A code of a country or body: letters, digits, a colon and a dash."""
text = Form(str.strip, {"type": "string", "maxLength": FURTHEST})
"""Words as they were typed."""

SCOPE = (
    Parameter(name="since", read=day),
    Parameter(name="until", read=day),
    Parameter(name="kind", read=choice(*KINDS), default=(), many=True),
    Parameter(name="tier", read=choice("sure", "possible"), default="sure"),
    Parameter(name="members", read=choice("yes", "no"), default="yes"),
    Parameter(name="cursor", read=text),
    Parameter(name="limit", read=number(1, 1000), default=200),
)
"""The filters that most questions share; ``views.questions.scopes.Scope`` holds them."""
