"""What is sent to us, bounded while it is read: nothing is held before it is known to be small."""

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request

from legation.web.guard import Application, Message, Receive, Scope, Send

MOST = 10_000_000
"""Bytes of a whole request."""
MOST_TEXT = 1_000_000
"""Bytes of one pasted text."""
TOO_LARGE = 413
FIELDS = 20
SENT = "legation.sent"


class Sent:
    """Whether a request holds more than it may."""

    def __init__(self) -> None:
        self.too_large = False


class Bounded:
    """An ASGI application whose request bodies end at ``most`` bytes: before they are read where
    the length is announced, while they are read where it is not or is a lie. :func:`form` tells.
    """

    def __init__(self, inner: Application, most: int = MOST) -> None:
        self.inner = inner
        self.most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with a receiver that counts and stops."""
        if scope["type"] != "http":
            await self.inner(scope, receive, send)
            return
        sent, left = Sent(), self.most
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        sent.too_large = not announced.isdigit() or int(announced) > left

        async def counting() -> Message:
            nonlocal left
            if not sent.too_large:
                message = await receive()
                left -= len(message.get("body", b""))
                sent.too_large = left < 0
            if sent.too_large:  # Starlette's parser closes its files on this exception alone
                raise MultiPartException("more than 10 MB was sent")
            return message

        await self.inner({**scope, SENT: sent}, counting, send)


async def form(request: Request) -> FormData:
    """The fields of a form, urlencoded or multipart; the caller closes them.

    Raises:
        HTTPException: 413 where it is too large, 415 where it is no form, 400 where it is broken.
    """
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if kind not in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        raise HTTPException(415, "send a form")
    sent: Sent = request.scope[SENT]
    try:
        fields = await request.form(max_files=1, max_fields=FIELDS, max_part_size=MOST)
    except HTTPException as fault:
        if sent.too_large:
            raise HTTPException(TOO_LARGE, "more than 10 MB was sent") from fault
        raise
    return fields


async def words(fields: FormData, name: str, most: int = MOST_TEXT) -> str:
    """One text field of a form; empty where it is not given."""
    held = fields.get(name)
    if held is None:
        return ""
    if isinstance(held, UploadFile):
        raise HTTPException(400, f"“{name}” is a text, not a file")
    if len(held.encode()) > most:
        raise HTTPException(TOO_LARGE, f"“{name}” is longer than {most:,} bytes")
    return held


async def file(fields: FormData, name: str) -> tuple[str, bytes] | None:
    """The name and bytes of an uploaded file; ``None`` where none was chosen."""
    held = fields.get(name)
    if not isinstance(held, UploadFile) or not held.filename:
        return None
    return held.filename, await held.read()
