"""Does the whole corpus hold what it must: numbers, styles, regions, types and modes, kinds of
record, and its test part.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.checking import ontology
from corpus.markup import Sample
from corpus.words import CHOICES, REGIONS, STYLES

ARTICLES = 150
SENTENCES = 1500
TEST = 0.2
EVENTLESS = 0.45, 0.55
FEWEST_OF_A_TYPE = 40
FEWEST_OF_A_MODE = 3
SILENT = {"exact", "flow", "actual", "speech", "affirms"}
"""What an attribute means where it is not written."""


def shortfalls(found: Sequence[Sample]) -> Iterator[str]:
    """What is missing, one a line."""
    twice = Counter(sample.id for sample in found)
    yield from (
        f"{name} stands {times} times: give each file a name of its own"
        for name, times in twice.items()
        if times > 1
    )
    yield from sizes(found)
    yield from range_of(found)
    yield from ontology_of(found)


def sizes(found: Sequence[Sample]) -> Iterator[str]:
    """Articles, sentences, the share without event, and the test part."""
    for form, least in (("article", ARTICLES), ("sentence", SENTENCES)):
        own = [sample for sample in found if sample.form == form]
        test = sum(sample.part == "test" for sample in own)
        if len(own) < least:
            yield f"{len(own)} {form}s, {least} wanted"
        if test < TEST * len(own):
            yield f"{test} of {len(own)} {form}s in test/, a fifth wanted"
    single = [sample for sample in found if sample.form == "sentence"]
    share = sum(not sample.tagged("ev") for sample in single) / max(1, len(single))
    if not EVENTLESS[0] <= share <= EVENTLESS[1]:
        yield f"{share:.0%} of the single sentences hold no event, half wanted"


def range_of(found: Sequence[Sample]) -> Iterator[str]:
    """Every style and region in both parts, every kind of record."""
    for part in ("train", "test"):
        styles = {sample.style for sample in found if sample.part == part}
        regions = {sample.region for sample in found if sample.part == part}
        yield from (
            f"no {name} in {part}/" for name in (*STYLES, *REGIONS) if name not in styles | regions
        )
    for (tag, attribute), choices in CHOICES.items():
        said = {mark.get(attribute) for sample in found for mark in sample.tagged(tag)}
        yield from (
            f'no <{tag} {attribute}="{word}">' for word in choices if word not in said | SILENT
        )


def ontology_of(found: Sequence[Sample]) -> Iterator[str]:
    """Every type often enough, every mode and context at least now and then."""
    events = [mark for sample in found for mark in sample.tagged("ev")]
    types = Counter(mark.get("type") for mark in events)
    modes = Counter((mark.get("type"), mark.get("mode")) for mark in events)
    contexts = Counter(word for mark in events for word in mark.get("contexts").split())
    for name, kind in ontology().types.items():
        if types[name] < FEWEST_OF_A_TYPE:
            yield f"{types[name]} events of type {name}, {FEWEST_OF_A_TYPE} wanted"
        few = (
            (mode, modes[name, mode]) for mode in kind.modes if modes[name, mode] < FEWEST_OF_A_MODE
        )
        yield from (
            f"{count} events of mode {name} {mode}, {FEWEST_OF_A_MODE} wanted"
            for mode, count in few
        )
    yield from (
        f"no event with context {name}" for name in ontology().contexts if not contexts[name]
    )


def summary(found: Sequence[Sample]) -> str:
    """What there is, in one line."""
    forms = Counter((sample.part, sample.form) for sample in found)
    tags = Counter(mark.tag for sample in found for mark in sample.marks)
    words = sum(len(sample.text.split()) for sample in found)
    told = ", ".join(f"{count} {part} {form}s" for (part, form), count in sorted(forms.items()))
    return f"{told}; {words} words; " + ", ".join(
        f"{count} <{tag}>" for tag, count in sorted(tags.items())
    )
