"""The word lists of the background; what each is for is said in ``background.toml``."""

from msgspec import Struct


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of ``background.toml``."""

    shared_offices: tuple[str, ...]
