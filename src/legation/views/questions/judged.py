"""What people decided in an account, the latest first; and what is to be looked at again."""

from msgspec import Struct

from legation.model.account import Judgement
from legation.store import Reading, judgements
from legation.views.questions.scopes import Head, Scope


class Judged(Struct, frozen=True, kw_only=True):
    """All judgements, those taken back marked. ``again`` are the ids of those that find no such
    record any more, or another core: they have no effect.
    """

    head: Head
    judgements: tuple[Judgement, ...]
    again: tuple[str, ...]


def judged(ledger: Reading) -> Judged:
    """Every judgement of the account."""
    made = tuple(reversed(list(judgements.all_of(ledger))))
    loose = tuple(one.id for one in judgements.loose(ledger.connection))
    return Judged(
        head=Head(title="What people decided", scope=Scope()), judgements=made, again=loose
    )
