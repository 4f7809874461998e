"""Claims against a folder of series: supported, contradicted, or not to be told from them.

:func:`inquire` says which series a claim needs, somebody else reads them, :func:`judge` decides.
Nothing here touches a disk.
"""

from legation.checks.claims.indicators import Catalogue
from legation.checks.claims.inquiries import Inquiry, inquire
from legation.checks.claims.judging import judge

__all__ = ["Catalogue", "Inquiry", "inquire", "judge"]
