"""Matrix products for the parser by numpy's BLAS.

thinc multiplies with `blis` compiled for a generic processor; numpy brings a BLAS tuned for the one at hand.
"""

from typing import Any

import numpy as np
from thinc.api import NumpyOps, set_current_ops


class BlasOps(NumpyOps):  # type: ignore[misc]  # thinc is untyped to us
    """thinc's numpy operations with ``gemm`` handed to numpy."""

    name = "legation_blas"

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        """``x @ y`` with either side transposed on request, into ``out`` where it is given."""
        return np.dot(x.T if trans1 else x, y.T if trans2 else y, out=out)


def use_blas() -> None:
    """From now on, models loaded in this thread multiply by numpy's BLAS."""
    set_current_ops(BlasOps())
