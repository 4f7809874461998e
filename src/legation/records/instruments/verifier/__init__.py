"""A stated status or date against the register."""
