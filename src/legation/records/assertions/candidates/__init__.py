"""Claims by kind, each with what it is about."""
