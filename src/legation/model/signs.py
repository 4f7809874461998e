"""Control characters and marks of direction made visible, one sign for one.

Sent to a terminal they set its title, move its cursor or turn its text around; in a page they make
"1.5" read "5.1". A text with other signs in their place keeps every span.
"""

import re

SHOWN = {n: 0x2400 + n for n in range(0x20) if chr(n) not in "\t\n"}
SHOWN |= {0x7F: 0x2421}
SHOWN |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
SHOWN |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x061C), 0xFFFD)
SHOWN |= dict.fromkeys((0x200E, 0x200F), 0x00B7)
SHOWN[0x0D] = 0x20
"""What stands for each: its picture (␛), else a sign for what cannot be shown."""
ANY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def visible(text: str) -> str:
    """The text with a visible sign in the place of each such character; its length stays."""
    return text.translate(SHOWN) if ANY.search(text) else text
