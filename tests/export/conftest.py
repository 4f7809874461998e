"""The account that every format is written from, and a format of it as bytes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from made_exports import account

from legation import store
from legation.cli.export import FORMATS
from legation.export.told import Asked

Written = Callable[..., bytes]


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger file; never written to by a test."""
    return account(tmp_path_factory.mktemp("exports") / "account.sqlite")


@pytest.fixture(scope="session")
def written(held: Path) -> Iterator[Written]:
    """Writes a format: its name, and what of the account."""
    with store.reading(held) as ledger:

        def write(name: str, **asked: object) -> bytes:
            pieces, _ = FORMATS[name]
            return b"".join(pieces(ledger, Asked(**asked)))  # type: ignore[arg-type]

        yield write
