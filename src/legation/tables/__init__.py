"""CSV for spreadsheets and programs alike: the one writer of everything that is a table.

UTF-8, the first line names the columns, numbers have a point and no thousands separators. What a
spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV Injection"); :func:`plain`
takes it off again, without a doubt whether it was the text's own.
"""

from legation.tables.cells import Cell, cell, plain
from legation.tables.writing import table, write

__all__ = ["Cell", "cell", "plain", "table", "write"]
