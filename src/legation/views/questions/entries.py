"""An affair as a row of a view: what it says, how sure, who, when, and the words behind it."""

from datetime import date

from msgspec import Struct

from legation.model import Check
from legation.views.verdicts import Badge


class Source(Struct, frozen=True, kw_only=True):
    """A text behind an entry, with all that a citation needs. ``span`` is in code points of the
    document's text, ``words`` are what stands there. ``version`` counts the texts of one address;
    ``made_up``: the text lies at an address that nobody owns.
    """

    document: str
    record: str | None = None
    hash: str
    story: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None
    version: int = 1
    span: tuple[int, int] | None = None
    words: str = ""
    made_up: bool = False


class When(Struct, frozen=True, kw_only=True):
    """A date as far as it is known. ``lent``: only the day of publication, so "reported", never
    the day of the event. ``undated``: ``start`` is then the publication, only to sort by.
    """

    start: date | None = None
    end: date | None = None
    words: str = ""
    lent: bool = False
    undated: bool = False


class Who(Struct, frozen=True, kw_only=True):
    """A party in its part: ``actor``, ``recipient``, ``speaker``, ``addressee``, ``by``, ``to``,
    ``party``, ``reporter``, ``partner``, ``attributed``. ``side`` is the code of the side of the
    pair asked for on which it stands, or empty.
    """

    code: str | None
    name: str
    person: str | None = None
    role: str | None = None
    part: str
    side: str = ""


class Step(Struct, frozen=True, kw_only=True):
    """A change of status or date: ``told`` is the day of the text that first tells it."""

    status: str
    word: str
    when: When | None = None
    told: date | None = None
    source: Source | None = None


class Number(Struct, frozen=True, kw_only=True):
    """A figure's value as written, its interval, and what the check found."""

    measure: str
    written: str
    low: str
    high: str
    unit: str
    nature: str
    whose: str
    badge: Badge | None = None
    check: Check | None = None


class Entry(Struct, frozen=True, kw_only=True):
    """One affair. ``line`` is its sentence, made by rule; ``head`` and ``word`` are the same in
    fewer words (subject; kind of act). ``quote`` are the source's words, ``direct`` if somebody's
    own. ``stance``: under ``denies`` the quote is what is *denied*, and ``line`` says so.

    ``certain``: false for what views call less certain. ``via``: the code of the bloc's member by
    which it stands here. ``doubtful``: fields less sure than the entry, with the reason.
    ``struck``: withdrawn, or judged wrong: shown, in no count. ``order``: the key of its row.
    """

    id: str
    kind: str
    type: str
    word: str
    status: str
    head: str
    line: str
    quote: str
    direct: bool = False
    stance: str = "affirms"
    certain: bool
    confidence: float
    doubtful: dict[str, str] = {}
    historical: bool = False
    when: When
    place: str | None = None
    parties: tuple[Who, ...] = ()
    side: str = ""
    via: str | None = None
    number: Number | None = None
    steps: tuple[Step, ...] = ()
    stories: int
    documents: int
    sources: tuple[Source, ...]
    conflict: bool = False
    judged: str | None = None
    struck: str | None = None
    order: str = ""
