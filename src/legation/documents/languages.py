"""In which language a text is written. We read English; of any other text we say what it is."""

import re

from legation.documents.wording import words
from legation.model import UnknownLanguage

FEWEST_WORDS = 20
"""Shorter texts are read as English (contract): no method tells the language of a headline
reliably.
"""
SAMPLE = 20_000
"""Characters looked at."""
ENOUGH, TOO_FEW = 0.12, 0.06
"""Shares of common English words. Measured 2026-11-23 on news in English: 0.18 and more in all but
lists of names and figures; news in other languages of the Latin alphabet: at most 0.05 (Dutch,
which shares "of", "is", "was", "had")."""
WORD = re.compile(r"[^\W\d_]+")
NAMES = {
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech",
    "de": "German", "es": "Spanish",
    "fa": "Persian", "fr": "French", "hy": "Armenian", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh",
    "ko": "Korean", "ky": "Kyrgyz", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian",
    "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def read_as(text: str, given: str | None) -> str:
    """The language to read a text in, as the caller gave it or ``en``.

    Raises:
        UnknownLanguage: it is not English; the message names the language.
    """
    if given:
        if given.lower().replace("_", "-").split("-")[0] in {"en", "eng", "english"}:
            return given
        raise UnknownLanguage(_refusal(given.lower().split("-")[0]))
    found = identify(text)
    if found != "en":
        raise UnknownLanguage(_refusal(found))
    return "en"


def identify(text: str) -> str:
    """The ISO 639-1 code of a text's language; ``en`` for texts too short to tell."""
    sample = text[:SAMPLE]
    found = WORD.findall(sample.lower())
    common = words("english")
    share = sum(word in common for word in found) / max(1, len(found))
    if share >= ENOUGH or (len(found) < FEWEST_WORDS and not _unspaced(sample)):
        return "en"
    import py3langid  # late: its model takes a fifth of a second, and nearly no text needs it

    language, _ = py3langid.classify(sample)
    return "en" if share >= TOO_FEW else str(language)


def _unspaced(text: str) -> bool:
    """Whether most letters belong to a writing without spaces, so that words cannot be counted."""
    letters = [character for character in text if character.isalpha()]
    return (
        len(letters) > 40
        and sum("\u2e80" <= c <= "\ud7ff" or "\u0e00" <= c <= "\u0fff" for c in letters)
        > len(letters) / 2
    )


def _refusal(code: str) -> str:
    name = NAMES.get(code, code)
    return (
        f"is in {name} ({code}); Legation reads English. if it is English, give it as JSONL with "
        '"language": "en"'
    )
