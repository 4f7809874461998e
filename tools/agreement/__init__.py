"""Two authors' marks of the same texts, side by side."""
