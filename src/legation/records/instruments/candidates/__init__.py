"""Where a text names an instrument, and the register of those that are known."""
