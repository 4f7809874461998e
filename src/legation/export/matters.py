"""Conflicts, promises, rivals and digests as CSV."""

from collections.abc import Iterable, Iterator, Sequence

from legation.model.accounts import Presence
from legation.tables import Cell, table
from legation.views.questions.digests import Digest
from legation.views.questions.entries import Source
from legation.views.questions.pages import (
    Change,
    Conflicts,
    Disagreement,
    Promised,
    Promises,
    Rivals,
)


def conflicts(found: Conflicts) -> str:
    """One line a value of a conflict; then one a change that a copy made."""
    head = (
        "id",
        "of",
        "what",
        "value",
        "verdict",
        "stories",
        "since",
        "official",
        "spread",
        "settled_by",
        "because",
        "stands",
        "follows",
        "entries",
        "documents",
    )
    lines = [line for one in found.conflicts for line in _values(one)]
    lines += [_change(one) for one in found.altered]
    return table(head, lines)


def _values(one: Disagreement) -> Iterator[Sequence[Cell]]:
    for value in one.values:
        sources = [*value.sources, *(s for entry in value.entries for s in entry.sources)]
        yield (
            one.id,
            one.of,
            one.what,
            value.value,
            value.badge,
            value.stories,
            value.since.isoformat() if value.since else None,
            one.official,
            one.spread,
            one.settled,
            one.because,
            one.stands,
            one.follows,
            " ".join(entry.id for entry in value.entries),
            _documents(sources),
        )


def _change(one: Change) -> Sequence[Cell]:
    return (
        f"{one.copy.document}:{one.field}",
        "altered",
        f"{one.field}: {one.before} in {one.original.document}",
        one.after,
        None,
        0,
        one.copy.published.isoformat() if one.copy.published else None,
        None,
        None,
        None,
        one.because,
        None,
        None,
        None,
        _documents((one.copy, one.original)),
    )


def promises(found: Promises) -> str:
    """One line a promise."""
    head = (
        "id",
        "by",
        "to",
        "content",
        "amount",
        "delivered",
        "due",
        "overdue",
        "said",
        "state",
        "steps",
        "certain",
        "documents",
    )
    return table(head, (_promise(one) for one in found.promises))


def _promise(one: Promised) -> Sequence[Cell]:
    return (
        one.id,
        ", ".join(party.person or party.name for party in one.by),
        ", ".join(party.person or party.name for party in one.to),
        one.content,
        one.amount,
        one.delivered,
        one.due.words if one.due else None,
        one.overdue,
        one.said,
        one.state,
        " > ".join(f"{step.word} {step.told or ''}".strip() for step in one.steps),
        one.certain,
        _documents(one.entry.sources),
    )


def rivals(found: Rivals | None, traded: Presence, reconciled: Presence | None = None) -> str:
    """One line a count of a rival, with the stories behind it; then one a value of its trade."""
    head = (
        "part",
        "country",
        "rival",
        "measure",
        "sure",
        "less_certain",
        "by_members",
        "stories",
        "value",
        "unit",
        "period",
        "source",
        "reason",
    )
    lines = [*(_told(found) if found else ()), *_traded(traded, "trade")]
    lines += _traded(reconciled, "trade, reconciled by CEPII") if reconciled else []
    return table(head, lines)


def _told(found: Rivals) -> Iterator[Sequence[Cell]]:
    blank = (None,) * 5
    for one in found.rivals:
        ends = ("account", found.country.code, one.side.code)
        yield (*ends, "stories", one.stories, None, None, one.stories, *blank)
        yield (*ends, "documents", one.documents, None, None, one.stories, *blank)
        for name in ("meetings", "statements", "instruments", "offers", "demands"):
            tally = getattr(one, name)
            yield (*ends, name, tally.sure, tally.possible, tally.via, tally.stories, *blank)


def _traded(found: Presence, part: str) -> Iterator[Sequence[Cell]]:
    for one in found.rivals:
        for measure in ("exports", "imports", "export_share", "import_share"):
            entry = getattr(one, measure)
            seen = entry.observation
            about = (
                (seen.unit, seen.period.edtf, f"{seen.dataset}, {seen.vintage}")
                if seen
                else (None,) * 3
            )
            ends = (part, found.place.code, one.rival.code, measure)
            yield (*ends, *[None] * 4, entry.value, *about, entry.reason or None)


def digest(found: Digest) -> str:
    """One line a row of the digest, with its documents."""
    head = (
        "section",
        "id",
        "when",
        "what",
        "status",
        "told_by",
        "changed",
        "certain",
        "documents",
        "spans",
    )
    lines: list[Sequence[Cell]] = []
    for name in ("happened", "changed", "promised", "disagreeing", "dates"):
        for row in getattr(found, name):
            spans = " ".join(f"{s.document}:{s.span[0]}-{s.span[1]}" for s in row.sources if s.span)
            lines.append(
                (
                    name,
                    row.id,
                    row.when,
                    row.what,
                    row.status,
                    row.told,
                    row.changed,
                    row.certain,
                    _documents(row.sources),
                    spans,
                )
            )
    for name in ("short", "doubts", "rivals"):
        for line in getattr(found, name):
            documents = _documents(line.sources)
            lines.append(
                (
                    name,
                    " ".join(line.entries),
                    None,
                    line.text,
                    None,
                    None,
                    None,
                    line.certain,
                    documents,
                    None,
                )
            )
    return table(head, lines)


def _documents(sources: Iterable[Source]) -> str:
    return " ".join(dict.fromkeys(source.document for source in sources))
