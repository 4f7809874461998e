"""A web page as its reader sees it: without what is hidden, raised marks of notes, or depth."""

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from legation.documents import marks
from legation.model import UnreadableDocument

DEEPEST = 60
"""Elements within each other; libxml2 gives up at 256, and pages of editors reach thousands."""
WRAPPERS = (
    "div|span|section|article|main|font|center|blockquote|b|i|u|em|strong|small|big|ins|mark"
    "|table|tbody|tr|td|ul|ol|dl|dd|form|fieldset|a"
)
TAG = re.compile(rf"<(?P<close>/?)(?P<name>{WRAPPERS})\b[^<>]*>", re.IGNORECASE)
KEPT = frozenset({"html", "body", "article", "main", "head", "title", "h1"})
"""Never taken out for a style: pages hide their whole body until a script has run."""
UNSEEN = frozenset({"noscript", "template", "object", "embed", "iframe"})
"""What no browser shows with its scripts running; scripts and styles are no text to begin with."""
STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])", re.I)
RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top)", re.I)
HIDING_CLASS = frozenset(
    {"sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "is-hidden", "d-none"}
)
MEDIA_RULE = re.compile(
    r"@media[^{}]{0,300}\{(?:[^{}]{0,3000}\{[^{}]{0,3000}\}){0,300}[^{}]{0,300}\}"
)
HIDING_RULE = re.compile(
    r"(?:^|[},;])\s*(?P<names>[.#][\w-]+(?:\s*,\s*[.#][\w-]+){0,20})\s*"
    r"\{[^{}]{0,500}?display\s*:\s*none[^{}]{0,500}\}",
    re.I,
)
CONSENT = re.compile(
    r"(?:^|[\s_-])(?:cookie|consent|gdpr|onetrust|didomi|cmp|cookiebot|usercentrics|truste"
    r"|sp_message)(?:$|[\s_-])|qc-cmp|cookielaw|cookie(?:bar|banner|notice|wall)",
    re.I,
)
XML_HEAD = re.compile(r"\A\s*<\?xml[^<>]*\?>")
MOST_TAGS = 1_000_000


def tree(page: str) -> Any:
    """The elements of a page that a reader sees.

    Raises:
        UnreadableDocument: it holds more elements than an article, or none.
    """
    if page.count("<") > MOST_TAGS:
        raise UnreadableDocument("has more than a million elements; save its text")
    bare = XML_HEAD.sub("", page, count=1)
    root = html.fromstring(
        _flat(bare), parser=html.HTMLParser(huge_tree=True, remove_comments=True)
    )
    for element in _hidden(root):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(root.iter("sup", "sub", "span")):
        _level(element)
    return root


def _flat(page: str) -> str:
    """The page with wrappers beyond a depth left out; what they hold stays."""
    if _depth(page) <= DEEPEST * 3:
        return page
    open_tags: list[tuple[str, bool]] = []
    pieces: list[str] = []
    at = 0
    for tag in TAG.finditer(page):
        if not _stays(tag, open_tags):
            pieces += (page[at : tag.start()], " ")
            at = tag.end()
    return "".join([*pieces, page[at:]])


def _depth(page: str) -> int:
    """How deep wrappers lie within each other, at most."""
    depth = most = 0
    for tag in TAG.finditer(page):
        depth = max(0, depth - 1) if tag["close"] else depth + 1
        most = max(most, depth)
    return most


def _stays(tag: "re.Match[str]", open_tags: list[tuple[str, bool]]) -> bool:
    name = tag["name"].lower()
    if not tag["close"]:
        stays = len(open_tags) < DEEPEST
        open_tags.append((name, stays))
        return stays
    if open_tags and open_tags[-1][0] == name:
        return open_tags.pop()[1]
    return len(open_tags) < DEEPEST


def _hidden(root: Any) -> Iterator[Any]:
    """The elements that a browser would not show."""
    names = _hidden_names(root)
    for element in list(root.iter()):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if tag in UNSEEN or (tag not in KEPT and _is_hidden(element, names)):
            yield element


def _is_hidden(element: Any, names: frozenset[str]) -> bool:
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return True
    if element.tag == "dialog" and "open" not in element.attrib:
        return True
    if STYLE.search(element.get("style") or ""):
        return True
    classes = (element.get("class") or "").split()
    own = {f".{name}" for name in classes} | {f"#{element.get('id')}"}
    if own & names or HIDING_CLASS.intersection(classes):
        return True
    return bool(CONSENT.search(f"{' '.join(classes)} {element.get('id') or ''}"))


def _hidden_names(root: Any) -> frozenset[str]:
    """Classes and ids that the page's own style sheets hide on every device."""
    held: set[str] = set()
    for style in root.iter("style"):
        rules = MEDIA_RULE.sub(" ", (style.text or "")[:200_000])
        for found in HIDING_RULE.finditer(rules):
            held.update(name.strip() for name in found["names"].split(","))
    return frozenset(held)


def _level(element: Any) -> None:
    """Set raised and lowered signs on the line, marks of notes out."""
    lowered = element.tag == "sub"
    if element.tag == "span" and not RAISED.search(element.get("style") or ""):
        return
    if element.getparent() is None:
        return
    sign, before = element.text_content(), _before(element)
    if lowered and not before[-1:].isdigit():
        element.drop_tag()
        return
    tail = element.tail or ""
    words = marks.raised(before, sign)
    glued = before[-1:].isalnum() and tail[:1].isalnum() and not words
    element.tail = words + (" " if glued else "") + tail
    for child in list(element):
        element.remove(child)
    element.text = None
    element.drop_tag()


def _before(element: Any) -> str:
    """The text right before an element."""
    previous = element.getprevious()
    if previous is not None:
        return str(previous.tail or previous.text_content())[-12:]
    parent = element.getparent()
    return str((parent.text if parent is not None else "") or "")[-12:]
