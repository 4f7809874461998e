"""Which samples a second author marks: a seeded draw from what has come into the corpus since a
commit, written without its marks.
"""

import io
import random
import subprocess
import tarfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape, quoteattr

from corpus.markup import CORPORA, Sample, samples

HEADS = ("style", "region", "published", "publisher")


def at(commit: str) -> list[Sample]:
    """The samples of train and test as they stood at a commit; needs the repository's history."""
    packed = subprocess.run(
        ["git", "archive", commit, "corpora/train", "corpora/test"],
        cwd=CORPORA.parent,
        capture_output=True,
        check=True,
    ).stdout
    with TemporaryDirectory() as scratch, tarfile.open(fileobj=io.BytesIO(packed)) as held:
        held.extractall(scratch, filter="data")
        return list(samples(root=Path(scratch) / "corpora"))


def newcomers(found: Iterable[Sample], before: Iterable[Sample]) -> list[Sample]:
    """The samples whose words are new; one that was only marked anew is none."""
    known = {sample.text for sample in before}
    return [sample for sample in found if sample.text not in known]


def drawn(found: Sequence[Sample], share: float, seed: int) -> list[Sample]:
    """So large a share of the articles, and of the single sentences, by a seed that anybody can
    use again.
    """
    chance = random.Random(seed)
    chosen: list[Sample] = []
    for form in ("article", "sentence"):
        of_form = sorted((each for each in found if each.form == form), key=lambda each: each.id)
        chosen += chance.sample(of_form, round(share * len(of_form)))
    return sorted(chosen, key=lambda each: (each.form, each.id))


def unmarked(sample: Sample) -> str:
    """A sample as an XML file or, for a sentence, as one ``<s>`` of a file, without any mark."""
    heads = "".join(
        f" {name}={quoteattr(getattr(sample, name))}" for name in HEADS if getattr(sample, name)
    )
    text = escape(sample.text)
    if sample.form == "article":
        return f"<article{heads}>\n{text}\n</article>\n"
    return f"<s{heads.replace(f' publisher={quoteattr(sample.publisher)}', '')}>{text}</s>\n"


def files(chosen: Iterable[Sample]) -> Iterator[tuple[str, str]]:
    """File names with what goes into them: one an article, one for all sentences."""
    sentences: list[str] = []
    for sample in chosen:
        if sample.form == "article":
            yield f"{sample.id}.xml", unmarked(sample)
        else:
            sentences.append(unmarked(sample))
    body = "".join(sentences)
    yield (
        "sentences.xml",
        f'<sentences style="agency" region="africa" published="2024-01-01">\n{body}</sentences>\n',
    )
