"""The whole pipeline on debris: it never raises, and every span says where its words stand in the
original text.
"""

from collections.abc import Iterator

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation import pipeline
from legation.model import Document, Ledger, Span

PHRASES = (
    "The EU's exports to Kazakhstan rose 41 percent to €12.1 billion in 2023",
    "Foreign Minister Amina Okoye of Nigeria said",
    "“We want processing here",
    "”.“There is a plan,” he added",
    "According to Eurostat, imports from Georgia fell from $1.2bn to 900 mln US dollars",
    "Kenya and Japan signed a memorandum of understanding on 5 October",
    "Russia’s invasion of Ukraine in 2014",
    "trade is dominated by mineral products",
    "between 10bn–12bn and a third of it",
    "in January through July",
    "‘they’ have not met since 2010.The bloc",
    "A: Q:",
    "NAIROBI, May 3 (Agency) –",
    "the two sides must hold a summit by 2030",
    "\u00ad\u200b\ufeff\u202e",
    "\x0b\x0c\x1c\u2028",
    "💶 €€ $ % %% 1.2.3,4,5 00 1e9 ½ ⅓ ٣٤",
    "«Нет», said -",
    "\n\n",
    "\t \r\n",
    "''``\"\"„“‚‘",
)
debris = st.lists(
    st.one_of(st.sampled_from(PHRASES), st.text(max_size=25)), min_size=1, max_size=14
).map(" ".join)


def spans(part: object) -> Iterator[Span]:
    """Every span anywhere in a record or mention."""
    if isinstance(part, Span):
        yield part
    elif isinstance(part, msgspec.Struct):
        for name in part.__struct_fields__:
            yield from spans(getattr(part, name))
    elif isinstance(part, tuple | list):
        for item in part:
            yield from spans(item)


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(debris)
def test_every_span_is_a_place_in_the_original(text: str) -> None:
    made = pipeline.ledger(Document(id="debris", text=text), pipeline.embedded())
    for part in (*made.records, *made.mentions):
        for span in spans(part):
            assert 0 <= span.start < span.end <= len(text), f"{span} of {part}"
            assert span.of(text).strip(), f"nothing stands at {span} of {part}"
    assert msgspec.json.decode(msgspec.json.encode(made), type=Ledger) == made
