"""The view models of the questions. Every row carries the ids that lead to its words."""

from datetime import date

from msgspec import Struct

from legation.views.questions.entries import Entry, Source, Step, When, Who
from legation.views.questions.scopes import Head, Paging, Tally


class Side(Struct, frozen=True, kw_only=True):
    """One side of a pair."""

    code: str
    name: str


class Line(Struct, frozen=True, kw_only=True):
    """A sentence made by rule from records, never surer than the weakest of them: ``certain`` is
    false where one is less certain, and the sentence then ends in a question mark.
    """

    text: str
    certain: bool
    entries: tuple[str, ...]
    sources: tuple[Source, ...] = ()


class Counted(Struct, frozen=True, kw_only=True):
    """How many affairs of a kind (and type) there are."""

    kind: str
    type: str = ""
    word: str
    tally: Tally


class Month(Struct, frozen=True, kw_only=True):
    """A month of a pair: ``stories`` are the distinct stories behind all of its counts, so that
    coverage is not taken for change; ``via_stories`` those of a bloc's members.
    """

    month: str
    stories: int
    via_stories: int = 0
    counts: tuple[Counted, ...]


class Claimed(Struct, frozen=True, kw_only=True):
    """One value of a conflict: what claims it, since when, in how many stories."""

    value: str
    stories: int
    since: date | None
    badge: str | None = None
    entries: tuple[Entry, ...] = ()
    sources: tuple[Source, ...] = ()


class Decided(Struct, frozen=True, kw_only=True):
    """What one person said of a conflict; ``told`` where a text tells the value. ``id`` takes it
    back.
    """

    id: str
    value: str
    told: bool
    because: str
    by: str


class Disagreement(Struct, frozen=True, kw_only=True):
    """Stories that disagree. ``spread`` is of the largest over the smallest, in per cent;
    ``settled`` says by what, ``because`` of what, ``stands`` on which value; ``decided`` what
    people said of it, also where they disagree and it stays open. ``follows`` is the id of the
    conflict from which this one comes by arithmetic, ``folded`` those that come from this one.
    """

    id: str
    of: str
    what: str
    values: tuple[Claimed, ...]
    official: str | None = None
    spread: str | None = None
    settled: str | None = None
    because: str = ""
    stands: str | None = None
    decided: tuple[Decided, ...] = ()
    follows: str | None = None
    folded: tuple[str, ...] = ()
    day: date | None = None


class Change(Struct, frozen=True, kw_only=True):
    """What a copy or a later version changed: no conflict, and no second witness. ``because`` is
    ``corrected`` for versions of one address.
    """

    field: str
    before: str
    after: str
    because: str
    copy: Source
    original: Source


class Promised(Struct, frozen=True, kw_only=True):
    """A promise over time. ``said`` counts the stories that tell it; ``overdue`` compares its date
    with the last day that the account knows of.
    """

    id: str
    by: tuple[Who, ...]
    to: tuple[Who, ...]
    content: str
    amount: str | None = None
    delivered: str | None = None
    due: When | None = None
    overdue: bool = False
    said: int
    state: str
    steps: tuple[Step, ...]
    certain: bool
    entry: Entry


class Fact(Struct, frozen=True, kw_only=True):
    """A fact of the register, not of a text: an agreement, a summit, an office."""

    kind: str
    what: str
    status: str
    day: str
    source: str


class Rival(Struct, frozen=True, kw_only=True):
    """One actor's presence in a country. ``documents`` behind ``stories`` behind every count."""

    side: Side
    stories: int
    documents: int
    meetings: Tally
    statements: Tally
    instruments: Tally
    offers: Tally
    demands: Tally
    trade: tuple[Entry, ...] = ()


class Rivals(Struct, frozen=True, kw_only=True):
    """Who is present in a country, side by side."""

    head: Head
    country: Side
    rivals: tuple[Rival, ...]


class Dyad(Struct, frozen=True, kw_only=True):
    """Everything of a pair. Events, statements, figures and claims are newest first and only the
    first page of each; ``undated`` stands apart; ``struck`` is in no count; ``register`` is told by
    no text. Of the two sides the one asked for first is ``a``.
    """

    head: Head
    a: Side
    b: Side
    lead: tuple[Line, ...]
    counts: tuple[Counted, ...]
    months: tuple[Month, ...]
    events: tuple[Entry, ...]
    statements_a: tuple[Entry, ...]
    statements_b: tuple[Entry, ...]
    instruments: tuple[Entry, ...]
    figures: tuple[Entry, ...]
    assertions: tuple[Entry, ...]
    conflicts: tuple[Disagreement, ...]
    altered: tuple[Change, ...]
    promises: tuple[Promised, ...]
    undated: tuple[Entry, ...]
    struck: tuple[Entry, ...]
    register: tuple[Fact, ...]


class Timeline(Struct, frozen=True, kw_only=True):
    """A pair's entries of all kinds by day, newest first; undated ones stand apart on page one."""

    head: Head
    a: Side
    b: Side
    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    paging: Paging


class Conflicts(Struct, frozen=True, kw_only=True):
    """Where stories disagree, open ones first; apart, what copies altered."""

    head: Head
    conflicts: tuple[Disagreement, ...]
    altered: tuple[Change, ...]
    paging: Paging


class Promises(Struct, frozen=True, kw_only=True):
    """Promises, newest first."""

    head: Head
    promises: tuple[Promised, ...]
    paging: Paging


class Office(Struct, frozen=True, kw_only=True):
    """An office as texts call it, from the first to the last text that does; ``register``: as the
    register has it.
    """

    role: str
    of: str
    since: date | None
    until: date | None
    register: bool = False


class Beside(Struct, frozen=True, kw_only=True):
    """Somebody named in the same stories."""

    name: str
    code: str | None
    stories: int


class Actor(Struct, frozen=True, kw_only=True):
    """A person, body or country: what it says and does, in order."""

    head: Head
    name: str
    code: str | None
    person: bool
    offices: tuple[Office, ...]
    statements: tuple[Entry, ...]
    figures: tuple[Entry, ...]
    events: tuple[Entry, ...]
    others: tuple[Entry, ...]
    beside: tuple[Beside, ...]
    alike: tuple[str, ...] = ()
    paging: Paging


class Hit(Struct, frozen=True, kw_only=True):
    """A document that has the words: where (``snippet``), and its entries that have them."""

    source: Source
    snippet: str
    entries: tuple[Entry, ...]


class Facet(Struct, frozen=True, kw_only=True):
    """A way to narrow a search."""

    name: str
    value: str
    word: str
    hits: int


class Found(Struct, frozen=True, kw_only=True):
    """A search, newest first. ``facets`` count the hits of this page."""

    head: Head
    words: str
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    paging: Paging
