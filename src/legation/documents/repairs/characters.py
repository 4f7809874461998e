"""Characters that a parser stumbles over: invisible ones, odd spaces, ligatures, entities, text
decoded twice.

ftfy knows more kinds of broken text, but rewrites a text without saying where each character went;
only sequences that can be nothing else are mended here, so that the map stays exact.
"""

import html
import re

from legation.documents.repairs.edits import Draft, Edit, apply, counted

CONTINUED = "".join(bytes([b]).decode("cp1252", "replace") for b in range(0x80, 0xC0)).replace(
    "\ufffd", ""
)
"""What the second and later bytes of a UTF-8 character look like when read as Windows-1252."""
UNDEFINED = "\x81\x8d\x8f\x90\x9d"

FORMS = {
    "half": "[\\ud800-\\udfff]",  # half a character: the parser cannot encode it
    "invisible": "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]+",
    "line": "\r\n?|[\x0b\x0c\x85\u2028\u2029]",
    "space": "[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]",
    "ligature": "[\ufb00-\ufb06]",
    "hyphen": "[\u2010\u2011]",
    "entity": r"&(?:amp;)?(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});",
    "twice": (
        f"[ÂÃÄÅ][{CONTINUED}{UNDEFINED}]|â[€„‚‡][{CONTINUED}{UNDEFINED}]|ð[{CONTINUED}{UNDEFINED}]{{3}}|Â(?=\\s)"
    ),
}
RUN = re.compile(r"(?P<sign>[^\w\s])(?P=sign){2}(?P<rest>(?P=sign){7,}+)")
"""The same sign ten times and more: a rule, a row of dots, a slip. Three of them say as much."""
ODD = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in FORMS.items()))
LIGATURES = dict(
    zip(
        "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06",
        ("ff", "fi", "fl", "ffi", "ffl", "st", "st"),
        strict=True,
    )
)
FIXED = {"half": "\ufffd", "invisible": "", "line": "\n", "space": " ", "hyphen": "-"}
TOLD = {
    "entity": "read {} HTML sign{s}",
    "twice": "mended {} character{s} that had been decoded twice",
    "invisible": "left out {} invisible character{s}",
    "ligature": "parted {} ligature{s}",
}


def clean(draft: Draft) -> Draft:
    """The draft with every character one that a parser knows; ``\\n`` is its only line break."""
    made: dict[str, int] = {}
    edits = []
    for match in ODD.finditer(draft.text):
        kind = match.lastgroup or ""
        new = _replacement(kind, match.group())
        if new is not None and new != match.group():
            edits.append(Edit(match.start(), match.end(), new))
            made[kind] = made.get(kind, 0) + 1
    cleaned = apply(draft, edits)
    runs = [Edit(*found.span("rest"), "") for found in RUN.finditer(cleaned.text)]
    notes = tuple(counted(told, made[kind]) for kind, told in TOLD.items() if kind in made)
    return apply(cleaned, runs)._replace(notes=draft.notes + notes)


def _replacement(kind: str, found: str) -> str | None:
    if kind == "ligature":
        return LIGATURES[found]
    if kind == "entity":
        return _entity(found)
    if kind == "twice":
        return _decoded_once(found)
    return FIXED[kind]


def _entity(found: str) -> str | None:
    """What an entity stands for; ``None`` if it is none (``AT&T;``)."""
    meant = html.unescape(html.unescape(found))
    if meant == found or len(meant) > 2:
        return None
    return "".join(FIXED.get(_kind(c), c) for c in meant)


def _kind(character: str) -> str:
    match = ODD.fullmatch(character)
    return (match.lastgroup or "") if match else ""


def _decoded_once(found: str) -> str | None:
    if found == "Â":
        return ""
    try:
        meant = b"".join(_byte(c) for c in found).decode("utf-8")
    except UnicodeError:
        return None
    return "".join(FIXED.get(_kind(c), c) for c in meant)


def _byte(character: str) -> bytes:
    return bytes([ord(character)]) if ord(character) < 0x100 else character.encode("cp1252")
