"""Sentences parsed once for the tests of the grammar."""
