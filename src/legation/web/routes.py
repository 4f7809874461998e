"""The table of addresses: what can be asked, and by which function it is answered.

Each question has its page, the same with ``.json`` behind it, and its list with ``.csv``.
"""

from collections.abc import Iterator

from starlette.routing import Route

from legation.web import documents, judging, kept, openapi, reading, reviews, writing
from legation.web import questions as asking
from legation.web.answers import Question, answered
from legation.web.static_files import static
from legation.web.trade import TRADE

QUESTIONS: tuple[tuple[str, Question], ...] = (
    ("/new", asking.NEW),
    ("/dyads", asking.DYADS),
    ("/dyad/{a}/{b}", asking.DYAD),
    ("/timeline/{a}/{b}", asking.TIMELINE),
    ("/conflicts", asking.CONFLICTS),
    ("/promises", asking.PROMISES),
    ("/rivals/{country}", asking.RIVALS),
    ("/trade/{a}/{b}", TRADE),
    ("/search", asking.SEARCH),
    ("/compare", asking.COMPARE),
    ("/map", asking.MAP),
    ("/left-out", asking.LEFT_OUT),
    ("/judgements", kept.JUDGEMENTS),
    ("/dossiers", kept.DOSSIERS),
    ("/dossier/{name}", kept.DOSSIER),
    ("/actor/{name}", asking.ACTOR),
    ("/person/{name}", asking.ACTOR),
    ("/entry/{id:path}", asking.ENTRY),
    ("/story/{id:path}", asking.STORY),
)


def _routes() -> Iterator[Route]:
    for address, question in QUESTIONS:
        handler = answered(question)
        lists = [name for name in question.lists if name]
        for name in lists:
            yield Route(f"{address}/{name}.csv", answered(question, "csv", name))
        yield Route(f"{address}.json", answered(question, "json"))
        if "" in question.lists:
            yield Route(f"{address}.csv", answered(question, "csv"))
        yield Route(address, handler)


ROUTES = (
    Route("/", answered(asking.NEW)),
    Route("/static/{name:path}", static),
    Route("/openapi.json", openapi.served(QUESTIONS)),
    Route("/read", reading.paste, methods=["GET"]),
    Route("/read", reading.read, methods=["POST"]),
    Route("/keep", writing.keep, methods=["POST"]),
    Route("/judge", judging.judge, methods=["POST"]),
    Route("/pin", judging.pin, methods=["POST"]),
    Route("/actors", documents.actors),
    Route("/trade", documents.trades),
    Route("/about", documents.about),
    Route("/entry/{id:path}.review.json", reviews.review),
    *_routes(),
    Route("/document/{id:path}", documents.document),
)
