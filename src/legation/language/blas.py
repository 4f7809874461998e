"""Matrix products for the parser by numpy's BLAS.

thinc multiplies with `blis` compiled for a generic processor; numpy brings a BLAS tuned for the one
at hand.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from thinc.api import NumpyOps, set_current_ops


class BlasOps(NumpyOps):  # type: ignore[misc]  # thinc is untyped to us
    """thinc's numpy operations with ``gemm`` handed to numpy."""

    name = "legation_blas"
    _doubled = False

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """``x @ y`` with either side transposed on request, into ``out`` where it is given."""
        left, right = x.T if trans1 else x, y.T if trans2 else y
        if not self._doubled:
            return np.dot(left, right, out=out)
        product = np.dot(left.astype("d"), right.astype("d")).astype("f")
        if out is None:
            return product
        out[...] = product
        return out

    @contextmanager
    def doubled(self) -> Iterator[None]:
        """Multiply in double precision meanwhile.

        A BLAS adds the terms of a row in an order that depends on the row's place in the matrix;
        what a word comes to then differs in the last bits with its neighbours. Rounded from double
        precision it does not.
        """
        self._doubled = True
        try:
            yield
        finally:
            self._doubled = False


def use_blas() -> None:
    """From now on, models loaded in this thread multiply by numpy's BLAS."""
    set_current_ops(BlasOps())
