"""One file a verb, thin over one library function of the same name.

Exit status: 0 done; 1 a document could not be read or a file not written; 2 wrong usage;
70 a fault of ours.
"""

from legation.cli.program import app, main

__all__ = ["app", "main"]
