"""In which language a text is written. We read English; of any other text we say what it is."""

import re
from functools import cache
from typing import Any

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
FEWEST_TOLD, FEW_COMMON, CERTAIN = 4, 0.2, 0.5
"""When a short text is told to look like another language: from so many words on, with a smaller
share of common English ones, and where the detector is this sure."""
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


def doubt(text: str) -> str | None:
    """What to tell of a short text that does not look English; it is read as English all the
    same.
    """
    found = WORD.findall(text[:SAMPLE].lower())
    told = sum(word in words("english") and len(word) > 1 for word in found)
    if not FEWEST_TOLD <= len(found) < FEWEST_WORDS or told >= FEW_COMMON * len(found):
        return None
    language, chance = _identifier().classify(text)
    if language == "en" or chance < CERTAIN:
        return None
    name = NAMES.get(language, language)
    return f"the text is short and looks like {name}, not English; Legation reads English"


@cache
def _identifier() -> Any:
    """The detector with chances that add up to one; loaded for the first doubtful short text."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


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
