"""The snapshot, the user's folders, the cache and, if the user says so, the network: one after the
other.

The snapshot answers first. What it lacks is looked for in the cache of earlier fetches, and online
if a transport is given. Last of all come CEPII's reconciled totals, never mixed with others and,
since they are nobody's own number, as a mirror. A provider that fails is told in the reason; the
question stays without an answer and nothing is raised.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from legation.model import Answer, Definition, Question
from legation.model.errors import ProviderError, Unkept
from legation.statistics import bulkyears, goods, measures, months, observing
from legation.statistics.amounts import Gap, absent, unpublished
from legation.statistics.cells import Shelf, Store, Table
from legation.statistics.goods import Flow
from legation.statistics.providers import folder, releases, trade
from legation.statistics.providers.cache import Cache, tell
from legation.statistics.providers.fetching import fetch
from legation.statistics.providers.queries import Fetched, Query
from legation.statistics.providers.transport import Transport

KEPT = (
    ("comext", "DS-045409"),
    ("comtrade", "HS"),
    ("eurostat", "ext_lt_maineu"),
    ("eurostat", "nama_10_gdp"),
    ("worldbank", "WDI"),
)
RECONCILED = "CEPII reconciles what both countries report; it is neither's own number"
BOTH = ("exports", "imports")


class Library:
    """Statistics over all that is at hand.

    Args:
        cache: where earlier answers of providers are.
        transport: the way to the network; without it nothing is fetched.
        folders: the user's own series, each with its ``mapping.toml``.
        as_of: use only what was known on that day.

    Raises:
        StatisticsError: a folder does not hold together.
    """

    def __init__(
        self,
        cache: Cache | None = None,
        transport: Transport | None = None,
        folders: Sequence[Path] = (),
        as_of: date | None = None,
    ) -> None:
        self._cache, self._transport, self._as_of = cache, transport, as_of
        own = tuple(table for path in folders for table in folder.tables(path))
        self._tables: dict[str, Table] = {table.name: table for table in own}
        self._failures: dict[str, str] = {}
        self._years: tuple[Store, ...] = ()
        self._releases: tuple[Store, ...] = ()
        self._opened = False
        self._made: Shelf | None = None

    def observe(self, questions: Iterable[Question]) -> Sequence[Answer]:
        """One answer a question, in order."""
        asked = list(questions)
        return _once(asked, [self._answer(question) for question in asked])

    def _shelf(self) -> Shelf:
        """Everything at hand so far; made anew only after something was added."""
        if self._made is None:
            self._made = Shelf(self._as_of, tuple(self._tables.values()), self._years)
        return self._made

    def _answer(self, question: Question) -> Answer:
        compiled = question.definition.scope == "goods_and_services"
        found = observing.answer(question, self._shelf())
        if found.absence != "not_at_hand" and not compiled:
            return found
        self._open()
        gaps = [gap for flow in flows(question.definition) if (gap := self._bring(flow, compiled))]
        found = observing.answer(question, self._shelf())
        if found.absence is None:
            return found
        told = _told(found, gaps) if gaps else found
        return self._reconciled(question, told.reason) or told

    def _reconciled(self, question: Question, reason: str) -> Answer | None:
        """The answer of the newest release of BACI that has all of it, for releases are made afresh
        and never mixed. It can support a figure and never be held against it."""
        shelves = (Shelf(self._as_of, (), (release,), snapshot=False) for release in self._releases)
        found = next(
            (a for shelf in shelves if (a := observing.answer(question, shelf)).observation), None
        )
        if found is None:
            return None
        licence = question.licence if question.licence == "unlicensed" else "mirror"
        return replace(
            found, question=replace(question, licence=licence, because=RECONCILED), reason=reason
        )

    def _bring(self, flow: Flow, compiled: bool) -> Gap | None:
        """Put what the providers have of a flow on the shelf, or say why they have nothing;
        nothing to do if it is there, unless what is there was only ``compiled`` by others.
        """
        held = goods.amount(flow, self._shelf())
        if not compiled and (not isinstance(held, Gap) or held.absence == "not_published"):
            return None
        try:
            query = trade.query(flow)
            fetched = self._fetched(query) if query else None
        except ProviderError as error:
            return absent(str(error))
        self._shelve(fetched)
        empty = fetched and all(cell.value is None for cell in fetched.cells)
        return (
            unpublished(f"{fetched.query.words}: nothing published") if fetched and empty else None
        )

    def _shelve(self, fetched: Fetched | None) -> None:
        for table in trade.tables(fetched) if fetched else ():
            self._tables[table.name] = table
            self._made = None

    def _open(self) -> None:
        """Put on the shelf, once, all that was fetched earlier: one fetch of totals answers for
        every dyad.
        """
        if self._cache and not self._opened:
            self._opened = True
            for provider, dataset in KEPT:
                for fetched in self._cache.kept(provider, dataset, self._as_of):
                    self._shelve(fetched)
            self._years = bulkyears.kept(self._cache.folder)
            self._releases = releases.kept(self._cache, self._as_of)
            self._made = None

    def _fetched(self, query: Query) -> Fetched | None:
        kept = self._cache.find(query, self._as_of) if self._cache else None
        if kept or self._transport is None or self._as_of:
            return kept
        if query.id in self._failures:
            raise ProviderError(self._failures[query.id])
        try:
            return fetch(query, self._transport, self._cache)
        except Unkept as error:
            tell(str(error))
            return error.answer if isinstance(error.answer, Fetched) else None
        except ProviderError as error:
            self._failures[query.id] = str(error)
            raise


def _once(asked: Sequence[Question], answers: Sequence[Answer]) -> list[Answer]:
    """A reconciled number is the same from both sides: where it stands in for a record's own
    series, its mirror adds nothing.
    """
    standing = {
        answer.question.record
        for question, answer in zip(asked, answers, strict=True)
        if answer.question.because == RECONCILED and question.licence in {"stated", "licensed"}
    }
    return [
        Answer(question=question, observation=None, absence="not_at_hand", reason=answer.reason)
        if answer.question.because == RECONCILED
        and question.licence == "mirror"
        and question.record in standing
        else answer
        for question, answer in zip(asked, answers, strict=True)
    ]


def _told(found: Answer, gaps: Sequence[Gap]) -> Answer:
    """The absence with the reasons of the providers that were asked."""
    empty = any(gap.absence == "not_published" for gap in gaps)
    reasons = dict.fromkeys([found.reason, *(gap.reason for gap in gaps)])
    return replace(
        found, absence="not_published" if empty else found.absence, reason="; ".join(reasons)
    )


def flows(definition: Definition) -> Iterator[Flow]:
    """The plain flows that a definition is made of: both ways for a balance, both periods for
    growth, both parts of a share.
    """
    stretch = months.stretch(definition.period)
    if stretch is None or definition.measure in {"rate", "supply_share"}:
        return
    way = (
        definition.measure
        if definition.measure in {*BOTH, "trade_total", "balance"}
        else definition.flow or "exports"
    )
    plain = observing.flow_for(definition, stretch)
    for flow in (way,) if way in BOTH else BOTH:
        first = replace(plain, flow=flow)
        yield first
        yield from _beside(definition, first)


def _beside(definition: Definition, flow: Flow) -> Iterator[Flow]:
    if definition.measure in {"growth", "change"}:
        base = (
            months.stretch(definition.base) if definition.base else months.earlier(flow.stretch, 12)
        )
        if base is not None:
            yield replace(flow, stretch=base)
    if definition.measure == "share":
        yield measures.wider(flow, definition.of or "TOTAL")
