"""What is asked of a provider, and the cells that come back."""

from msgspec import Struct

from legation.model.accounts import Cell, Fetched, Query

__all__ = ["Cell", "Fetched", "Query", "Request"]


class Request(Struct, frozen=True, kw_only=True):
    """Where a query goes. The user's key is not in it: the transport adds that, and nothing prints
    it.
    """

    address: str
    parameters: dict[str, str]
