"""Whose a drafted figure is, for what time, of what goods, and how it is meant."""
