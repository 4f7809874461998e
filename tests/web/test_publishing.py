"""The published folder: opens without a server, quotes and never copies, names nobody's machine."""

import re
from pathlib import Path

import pytest
from lxml import html

from legation import store
from legation.model.errors import Refused
from legation.web.publishing import publish


@pytest.fixture(scope="module")
def published(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "out"
    assert publish(filled, folder).pages > 10
    return folder


def pages(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.html"))


def test_every_link_leads_to_a_file_of_the_folder(published: Path) -> None:
    for page in pages(published):
        tree = html.fromstring(page.read_text("utf-8"))
        for address in tree.xpath("//@href | //@src"):
            file = address.partition("#")[0]
            if file and not re.match(r"(https?:|data:)", file):
                assert (published / file).is_file(), (page.name, address)


def test_nothing_needs_a_server_or_a_script(published: Path) -> None:
    for page in pages(published):
        tree = html.fromstring(page.read_text("utf-8"))
        assert not tree.xpath("//form | //script | //button")


def test_no_whole_text_no_path_and_no_judge_is_in_it(published: Path, filled: Path) -> None:
    whole = "\n".join(page.read_text("utf-8") for page in pages(published))
    assert str(filled.parent) not in whole and "What people decided" not in whole
    with store.reading(filled) as ledger:
        texts = [ledger.text(number) for (number,) in ledger.rows("SELECT id FROM document")]
    plain = " ".join(html.fromstring(whole).text_content().split())
    assert texts and not [t for t in texts if " ".join(t.split()) in plain]


def test_ones_own_texts_can_be_published_too(filled: Path, tmp_path: Path) -> None:
    publish(filled, tmp_path / "out", with_texts=True)
    assert list((tmp_path / "out").glob("document-*.html"))


def test_a_folder_with_other_things_is_refused_and_ours_is_written_anew(
    filled: Path, tmp_path: Path
) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Refused, match="other files"):
        publish(filled, tmp_path)
    assert [f.name for f in tmp_path.iterdir()] == ["mine.txt"]
    publish(filled, tmp_path / "out")
    publish(filled, tmp_path / "out")
