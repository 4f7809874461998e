"""Sources into the account: a round asks whom it is time to ask, then adds what is new.

Two steps, each of which can be killed anywhere without loss or doubling. A listing is written down
with all that is new in it, its validators and the time of the next question in one transaction
(``listings``). What is written down is fetched if it has to be, read, and added in the transaction
that crosses it off (``arrivals``).
"""

from legation.documents.addresses import is_address
from legation.pipeline.watching.rounds import Round, Watch, remove
from legation.pipeline.watching.taking import holds_addresses, take, take_file
from legation.sources import starter

__all__ = [
    "Round",
    "Watch",
    "holds_addresses",
    "is_address",
    "remove",
    "starter",
    "take",
    "take_file",
]
