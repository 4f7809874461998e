"""The table of addresses: what can be asked, and by which function it is answered."""

from starlette.routing import Route

from legation.web import reading
from legation.web.static_files import static

ROUTES = (
    Route("/static/{name:path}", static),
    Route("/read", reading.paste, methods=["GET"]),
    Route("/read", reading.read, methods=["POST"]),
)
