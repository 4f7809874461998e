"""Our own files: a fixed list, read once. A path is looked up, never opened."""

from functools import cache
from importlib import resources

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from legation.web.pages import pairs

TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}


@cache
def _held() -> dict[str, bytes]:
    folder = resources.files("legation.web") / "static"
    found = {f.name: f.read_bytes() for f in folder.iterdir() if f.is_file()}
    fonts = {f"fonts/{f.name}": f.read_bytes() for f in (folder / "fonts").iterdir()}
    return {**found, **fonts, "pairs.css": pairs().encode()}


def static(request: Request) -> Response:
    """A file of the list; anything else is not here."""
    name = request.path_params["name"]
    body = _held().get(name)
    kind = TYPES.get(name.rpartition(".")[2])
    if body is None or kind is None:
        raise HTTPException(404)
    return Response(body, media_type=kind)
