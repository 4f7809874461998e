"""Whatever is asked of the JSON addresses, the answer is one of those described, never a fault."""

import json
import os
from typing import Any
from urllib.parse import urlencode

import pytest
import schemathesis
from asking import HERE, ask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from legation.web.guard import Application
from legation.web.openapi import described
from legation.web.routes import QUESTIONS

EACH = 30 if os.environ.get("CI") else 12
"""Questions of each address: of all together 1,200 in continuous integration."""
REAL = {"a": "EUR", "b": "KAZ", "country": "KAZ", "name": "KAZ"}
ALLOWED = {200, 303, 400, 404}
SCHEMA = schemathesis.openapi.from_dict(described(QUESTIONS))
OPERATIONS = {path: SCHEMA[path]["GET"] for path in described(QUESTIONS)["paths"]}
QUIET = settings(
    max_examples=EACH,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)


def words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@pytest.mark.parametrize("path", sorted(OPERATIONS))
def test_no_question_is_a_fault(asked: Application, path: str) -> None:
    @QUIET
    @given(case=OPERATIONS[path].as_strategy(), real=st.booleans())
    def ask_it(case: Any, real: bool) -> None:
        given_path = {**(case.path_parameters or {}), **(REAL if real else {})}
        address = path
        for name, value in given_path.items():
            plain = words(value).replace("?", "").encode("utf-8", "ignore").decode()
            address = address.replace(f"{{{name}}}", plain)  # as a server decodes it
        query = [
            (name, words(one))
            for name, value in (case.query or {}).items()
            for one in (value if isinstance(value, list) else [value])
        ]
        answer = ask(asked, f"{address}?{urlencode(query, errors='replace')}", (HERE,))
        assert answer.status in ALLOWED, (address, query, answer.text[:200])

    ask_it()


def test_most_addresses_are_answered_not_only_refused(asked: Application) -> None:
    """What the questions above are made of reaches the answers."""
    plain = [path for path in OPERATIONS if "{id}" not in path and "{name}" not in path]
    found = []
    for path in plain:
        address = path
        for name, value in REAL.items():
            address = address.replace(f"{{{name}}}", value)
        pairs = "?pairs=EUR-KAZ+CHN-KAZ" if "compare" in path else ""
        found.append(ask(asked, f"{address}{pairs}", (HERE,)).status)
    assert found.count(200) == len(plain) > 15
