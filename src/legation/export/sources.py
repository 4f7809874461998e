"""The health of sources as CSV: one line a source."""

from msgspec.structs import asdict

from legation.tables import table
from legation.views.sources import Health, Sources

HEAD = Health.__struct_fields__


def sources(found: Sources) -> str:
    """One line a source, its fields as JSON has them."""
    return table(HEAD, (tuple(asdict(one)[name] for name in HEAD) for one in found.sources))
