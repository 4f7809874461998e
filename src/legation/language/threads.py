"""One thread for numpy's BLAS.

The parser's matrices are small: OpenBLAS spends more time waiting for its threads than they save
(60 articles on two cores, 2026-11: 13.4 seconds of CPU with two threads, 4.0 with one, the same
result). Many documents are better read by many processes.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager

VARIABLES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


@contextmanager
def one_thread() -> Iterator[None]:
    """While numpy is first imported here, its BLAS is told to use one thread; what the user has set
    is left alone.

    The libraries read their settings once, when they are loaded; afterwards the environment is as
    it was.
    """
    added = [name for name in VARIABLES if name not in os.environ]
    os.environ.update(dict.fromkeys(added, "1"))
    try:
        import numpy as np  # noqa: F401

        yield
    finally:
        for name in added:
            os.environ.pop(name, None)
