"""Standard output and error on any terminal: what its encoding lacks is written in signs that it
has, and control characters of a text are shown, not sent.
"""

import codecs
import sys
import unicodedata

NAME = "legation"
SIGNS = {
    "–": "-", "—": "-", "−": "-", "‑": "-", "‐": "-", "’": "'", "‘": "'", "“": '"', "”": '"',
    "„": '"', "…": "...", "·": ".", "•": "*", "→": "->", "←": "<-", "⇄": "<>", "≈": "~", "✓": "+",
    "✗": "x", "×": "x", "€": "EUR", "£": "GBP", "¥": "JPY", "≤": "<=", "≥": ">=", "±": "+/-",
    "█": "#", "▇": "#", "▆": "#", "▅": "=", "▄": "=", "▃": "-", "▂": "-", "▁": "_", "─": "-",
    "━": "-", "│": "|", "┃": "|", "┏": "+", "┓": "+", "┗": "+", "┛": "+", "┡": "+", "┩": "+",
    "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+", "┼": "+",
    "╭": "+", "╮": "+", "╰": "+", "╯": "+", "═": "=", "\xa0": " ", "\u2009": " ", "\u202f": " ",
    "²": "2", "³": "3", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "œ": "oe",
    "đ": "d", "Đ": "D", "ı": "i", "þ": "th", "ð": "d",
}  # fmt: skip
"""Signs of ours and of news in ASCII; letters lose their marks, the rest becomes a question
mark."""


def prepare() -> None:
    """Let standard output and error take any text, whatever the system's encoding."""
    codecs.register_error(NAME, _replaced)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=NAME)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """What stands for signs that an encoding lacks (an error handler of :mod:`codecs`)."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(map(_sign, signs)), error.end


def _sign(sign: str) -> str:
    if sign in SIGNS:
        return SIGNS[sign]
    if "\udc80" <= sign <= "\udcff":  # a byte of a file name that is no UTF-8
        return f"\\x{ord(sign) - 0xDC00:02x}"
    bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode("ascii")
    return bare or "?"
