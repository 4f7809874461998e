"""Every kind of record in a plain line."""

from hypothesis import given
from hypothesis import strategies as st

from legation.audit.claims import LONGEST, around, claim, kind_of, marked
from legation.model import Document, Ledger, Proposal, Span


def test_every_kind_says_what_it_claims(ledger: Ledger) -> None:
    said = {
        kind_of(record): claim(record, ledger.document)
        for record in ledger.records
        if record.tier == "sure"
    }
    assert said.keys() == {"event", "statement", "figure", "instrument", "proposal", "assertion"}
    assert all("\n" not in line and line for line in said.values())
    assert said["statement"].startswith("speaker: Rudolf Rassendyll")
    assert "content: We are asking for a railway" in said["statement"]
    assert "→" in said["event"]
    assert "status: " in said["event"]
    assert said["figure"].startswith("measure: ")
    assert "value: " in said["figure"]


def test_evidence_is_marked_where_it_stands(ledger: Ledger) -> None:
    text = ledger.document.text
    for record in ledger.records:
        shown = marked(record, text)
        for span in record.evidence:
            assert f"[[{' '.join(span.of(text).split())}" in shown
        assert shown.replace("[[", "").replace("]]", "") in " ".join(text.split())


@given(st.text(max_size=80), st.data())
def test_any_text_and_any_spans(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    spans = data.draw(
        st.lists(st.tuples(place, place).map(lambda p: Span(*sorted(p))), min_size=1, max_size=4)
    )
    record = Proposal(
        id="p",
        evidence=tuple(spans),
        sentence=None,
        confidence=0.5,
        tier="sure",
        proposal="offer",
        content=tuple(spans),
    )
    for line in (
        marked(record, text),
        claim(record, Document(id="d", text=text)),
        around(record, text),
    ):
        assert len(line) <= LONGEST
        assert (
            len(line.splitlines()) <= 1
            or "\x85" in text
            or any(c in text for c in "\x0b\x0c\x1c\x1d\x1e\u2028\u2029")
        )
