"""Marks of Markdown that stand in the way of a parser: emphasis, headings, links, comments, rules.

The document keeps them; the parser does not see them.
"""

import re

from legation.documents.repairs.edits import Draft, Edit, apply

MARKS = re.compile(
    r"(?P<comment><!--(?:[^-]|-(?!->)){0,400}-->)"
    r"|(?P<heading>^#{1,6}[ ]+)"
    r"|(?P<rule>^[ ]{0,3}(?:[-*_=][ ]?){3,200}$)"
    r"|(?P<quoted>^[ ]{0,3}>[ ]?)"
    r"|(?P<link>!?\[(?P<words>[^\[\]\n]{1,300})\]\((?:https?://|/|#|mailto:)[^()\s]{0,500}(?:\([^()\s]{0,100}\)[^()\s]{0,300})?\))"
    r"|(?P<strong>\*\*(?=\S)|(?<=\S)\*\*|\*\*(?=\s)(?=[^*\n]{0,20}\n))"
    r"|(?P<under>(?<![\w_])__(?=[^\s_][^\n_]{0,200}__(?![\w_])))"
    r"|(?P<emphasis>(?<![\w*])\*(?=[^\s*][^*\n]{0,300}[^\s*]?\*(?![\w*])))",
    re.MULTILINE,
)
CLOSING = {"*": re.compile(r"(?<=[^\s*])\*(?![\w*])"), "__": re.compile(r"__(?![\w_])")}


def hide(draft: Draft) -> Draft:
    """The draft without its marks; the words of a link stay, its address goes."""
    if not re.search(r"\*|^#|^>|^[ ]{0,3}[-=_]{3}|\]\(|<!--|__", draft.text, re.MULTILINE):
        return draft
    edits = [edit for match in MARKS.finditer(draft.text) for edit in _edits(match, draft.text)]
    return apply(draft, edits, "hid {} mark{s} of Markdown")


def _edits(match: "re.Match[str]", text: str) -> list[Edit]:
    start, end = match.span()
    if match.lastgroup == "link" or match.group("link"):
        words = match.span("words")
        return [Edit(start, words[0], ""), Edit(words[1], end, "")]
    if match.group("emphasis") or match.group("under"):
        closing = CLOSING[match.group()].search(text, end, end + 302)
        return [Edit(start, end, ""), Edit(closing.start(), closing.end(), "")] if closing else []
    return [Edit(start, end, "")]
