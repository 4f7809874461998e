"""An entry of one text has one id, wherever the text lies."""

from legation import pipeline
from legation.model import Document


def test_ids_follow_the_text_and_not_its_place() -> None:
    text = (
        "Kenya and Japan signed a treaty. Kenyan exports to Japan were worth $1.2 billion in "
        "2022, officials said."
    )
    here, there, other = (
        pipeline.ledger(Document(id=name, text=words), None)
        for name, words in (
            ("a.txt", text),
            ("elsewhere/a.txt", text),
            ("a.txt", text + " So it was."),
        )
    )
    ids = [record.id for record in here.records]
    assert ids
    assert ids == [record.id for record in there.records]
    assert not set(ids) & {record.id for record in other.records}
    assert len(set(ids)) == len(ids)
