"""Which European Union a text means: 27 members, or the 28 of July 2013 to January 2020."""

from datetime import date

from legation.model import Definition, Reading

UNTIL = date(2020, 2, 1)
"""The day after the United Kingdom left."""


def could_be_28(reading: Reading, definition: Definition) -> bool:
    """Whether "the EU" of a text of that date may have had the United Kingdom in it. Statistics revised since leave it out."""
    if definition.reporter != "EUR" or definition.period.start is None or definition.period.start >= UNTIL:
        return False
    published = reading.document.published
    return published is None or published < UNTIL
