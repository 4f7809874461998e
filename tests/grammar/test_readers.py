"""No two readers of the house answer a question of grammar differently."""

from collections import defaultdict
from collections.abc import Callable

from compare_readers import answers, private_readers
from legation.model import Sentence

Parse = Callable[[str], tuple[Sentence, ...]]


def test_no_room_reads_the_grammar_in_its_own_way() -> None:
    assert private_readers() == []


def test_all_readers_answer_alike_on_the_table(table: list[tuple[str, ...]], parse: Parse) -> None:
    differ = []
    for row in table:
        for sentence in parse(row[0]):
            by: dict[tuple[str, int], set[str]] = defaultdict(set)
            for answer in answers(sentence):
                by[answer.question, answer.verb].add(answer.said)
            differ += [(row[0], key, said) for key, said in by.items() if len(said) > 1]
    assert differ == []
