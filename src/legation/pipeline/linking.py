"""The rules by which the ledger links documents and records: the functions of ``reconciliation`` as
:class:`legation.model.links.Rules`.
"""

from collections.abc import Sequence
from datetime import date

from legation.pipeline import blocs
from legation.store import Alone


class Reconciled(Alone):
    """What ``reconciliation`` says of copies and affairs."""

    def blocs(self, actor: str, on: date | None) -> Sequence[str]:
        """The blocs of an actor on a day."""
        return blocs.of(actor, on)
