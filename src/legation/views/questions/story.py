"""A story: the first source, its copies and versions, and what they changed."""

from legation.model import QuestionError
from legation.store import questions as asking
from legation.store.questions.dyads import Behind
from legation.store.questions.news import Doc
from legation.views.questions import pairs
from legation.views.questions.assembling import entries, struck
from legation.views.questions.conflicts import altered_of
from legation.views.questions.scopes import LIMIT, Paging, Scope, cursor, place
from legation.views.questions.sheets import Aside, LeftOut, Story, Telling
from legation.views.questions.shelves import Ledger, Shelf


def story(ledger: Ledger, document: str, scope: Scope | None = None) -> Story:
    """The story that a document tells.

    Args:
        document: the id of any of its documents, or of the story.

    Raises:
        QuestionError: there is no such document.
    """
    scope = scope or Scope(possible=True)
    shelf = Shelf(ledger)
    number = shelf.number(document)
    if number is None:
        raise QuestionError(f'there is no document "{document}" here; find shows their ids')
    first = asking.news.documents(ledger, [number])[0].story
    held = asking.news.of_story(ledger, first)
    changed = altered_of(shelf, [first], LIMIT)
    told = entries(shelf, asking.affairs.of_documents(ledger, [one.number for one in held]))
    source = shelf.document(held[0].number)
    return Story(
        head=pairs.head(ledger, source.title or source.id, scope, Behind(1, len(held))),
        id=source.story,
        tellings=tuple(
            _telling(shelf, one, held[0].number, {change.copy.document for change in changed})
            for one in held
        ),
        altered=changed,
        entries=tuple(one for one in told if one.certain or scope.possible),
    )


def _telling(shelf: Shelf, doc: Doc, first: int, changed: set[str]) -> Telling:
    source = shelf.source(doc.number)
    score, because = _link(shelf.ledger, doc.number)
    return Telling(
        source=source,
        part=_part(doc, first, altered=source.document in changed),
        words=len(shelf.text(doc.number).split()),
        because=doc.because or because,
        score=score,
    )


def _part(doc: Doc, first: int, *, altered: bool) -> str:
    if doc.gone is not None:
        return "withdrawn"
    if doc.superseded:
        return "superseded"
    if doc.version > 1:
        return "version"
    if doc.number == first:
        return "first source"
    return "altered copy" if altered else "copy"


def _link(ledger: Ledger, document: int) -> tuple[float | None, str]:
    """Score and reason of a document's way into its story: the best of its links."""
    rows = ledger.rows(
        "SELECT score, because FROM story_link WHERE one = ? OR other = ? "
        "ORDER BY score DESC LIMIT 1",
        [document, document],
    )
    return rows[0] if rows else (None, "")


def left_out(ledger: Ledger, scope: Scope | None = None) -> LeftOut:
    """The documents that stand in no count, newest first, and why; and entries judged wrong.

    Raises:
        QuestionError: a cursor is unknown.
    """
    scope = scope or Scope()
    before = place(scope.cursor, 1)
    held = asking.news.aside(ledger, before[0] if before else None, scope.limit)
    shelf = Shelf(ledger)
    return LeftOut(
        head=pairs.head(ledger, "What the counts leave out", scope),
        documents=tuple(
            Aside(source=shelf.source(doc.number), because=_why(shelf, doc)) for doc in held
        ),
        struck=struck(shelf) if before is None else (),
        paging=Paging(
            next=cursor(held[-1].number) if len(held) == scope.limit else None, limit=scope.limit
        ),
    )


def _why(shelf: Shelf, doc: Doc) -> str:
    if doc.gone is not None:
        return f"withdrawn{f': {doc.because}' if doc.because else ''}"
    if doc.superseded:
        return "an earlier version; the newest one counts"
    leads = shelf.document(doc.story)
    told = f"{leads.publisher}, {leads.published}" if leads.publisher else leads.id
    return f"a copy of {told}"
