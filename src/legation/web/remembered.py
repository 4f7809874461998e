"""Answers that were given already: a page is a function of the account's version, the code, the
question and the day, which its ETag is made of, so that the same question is worked out once until
somebody writes.
"""

import threading
from collections import OrderedDict

from starlette.responses import Response

MOST = 32_000_000
"""Bytes of bodies that are held; the ones asked for longest ago go first."""
Held = tuple[bytes, list[tuple[bytes, bytes]]]


class Remembered:
    """Bodies and headers of whole answers by their ETag; shared by the threads that answer."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self.size = 0
        self._held: OrderedDict[str, Held] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, tag: str) -> Response | None:
        """The answer of a tag, if it is still held."""
        with self._lock:
            held = self._held.get(tag)
            if held is None:
                return None
            self._held.move_to_end(tag)
        answer = Response(held[0])
        answer.raw_headers = list(held[1])
        return answer

    def keep(self, tag: str, answer: Response) -> None:
        """Hold an answer; one that is too large for the room of all is not held."""
        body = bytes(answer.body)
        if len(body) > self.most // 8:
            return
        with self._lock:
            if tag in self._held:
                return
            self._held[tag] = (body, list(answer.raw_headers))
            self.size += len(body)
            while self.size > self.most:
                _, (gone, _) = self._held.popitem(last=False)
                self.size -= len(gone)
