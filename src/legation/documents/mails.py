"""Mails (``.eml``) and pages saved as one (``.mht``), by the standard library's ``email``."""

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import BinaryIO

from legation.documents import days, html, limits
from legation.documents.finds import Find
from legation.model import UnreadableDocument

HEAD = re.compile(
    rb"(?:(?:[A-Za-z][\w-]{1,40}): ?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,60}?"
    rb"(?:Message-ID|MIME-Version|Received|Return-Path|X-Mailer): ",
    re.IGNORECASE,
)
"""How a mail begins: lines of its head, one of which only mails have."""
LEFT_OUT = "what is attached to the mail is left out"


def read(stream: BinaryIO, place: str) -> Iterator[Find]:
    """The one text of a mail: its plain part, else its page.

    Raises:
        UnreadableDocument: it holds no text.
    """
    mail = BytesParser(policy=policy.default).parsebytes(limits.whole(stream))
    if not isinstance(mail, EmailMessage):
        raise UnreadableDocument("is no mail; give its text")
    subject, when = str(mail["subject"] or "").strip(), str(mail["date"] or "")
    found = _text(mail, place)
    attached = any(part.is_attachment() for part in mail.walk() if part is not mail)
    yield Find(
        place=place,
        text=found.text,
        title=subject or found.title,
        published=days.mailed(when) or found.published,
        url=found.url,
        notes=(*found.notes, *((LEFT_OUT,) if attached else ())),
    )


def _text(mail: EmailMessage, place: str) -> Find:
    body = mail.get_body(("plain", "html"))
    if body is None:
        raise UnreadableDocument("is a mail without a text; give what is attached to it")
    content = body.get_content()
    if body.get_content_subtype() == "html":
        return html.article(str(content).encode("utf-8"), place, encoding="utf-8")
    return Find(place=place, text=str(content).replace("\r\n", "\n").strip())
