"""For the pages: one account made of the package's examples, a server over it, a browser."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, sync_playwright

from legation import pipeline
from legation.pipeline import adding, collection
from legation.web.application import Settings, application
from legation.web.guard import Application, addresses

CHROMIUM = next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome")
        if (found := shutil.which(name))
    ),
    None,
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples as an account; never written to by a test."""
    path = tmp_path_factory.mktemp("filled") / "account.sqlite"
    articles = resources.files("legation.examples") / "articles.jsonl"
    with (
        pipeline.official(None, online=False) as series,
        collection.open_account(path) as account,
    ):
        assert all(a.what != "refused" for a in adding.add(account, [str(articles)], series))
    return path


@pytest.fixture
def written(filled: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may write to."""
    return Path(shutil.copy(filled, tmp_path / "account.sqlite"))


@pytest.fixture(scope="session")
def asked(filled: Path) -> Application:
    """The application over the examples, to be asked without a network."""
    return application(Settings(ledger=filled, where=addresses(8310)))


@pytest.fixture(scope="module")  # its loop would forbid the next module one of its own
def browser() -> Iterator[Browser]:
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no Chromium here: install the system's chromium package")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def site(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server on a free port of 127.0.0.1, ended with the tests."""
    copy = Path(shutil.copy(filled, tmp_path_factory.mktemp("served") / "account.sqlite"))
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        made = application(Settings(ledger=copy, where=addresses(port)))
        config = uvicorn.Config(made, log_level="error", ws="none", lifespan="off")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()
