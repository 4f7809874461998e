"""Which way the clause around a date looks: back or ahead."""

from legation.language.paragraphs import Paragraph
from legation.lexicon import word_set
from legation.mentions.dates.expressions import Tense
from legation.model import Sentence, Token

AHEAD = word_set("dates", "tenses.ahead")
SCHEDULED = word_set("dates", "tenses.scheduled")
"""Verbs whose present beside a day of the week tells a timetable: "leaves on Wednesday"."""
PLANNED = word_set("dates", "tenses.planned")
PAST_AUXILIARIES = word_set("dates", "tenses.past_auxiliaries")
PRESENT_AUXILIARIES = word_set("dates", "tenses.present_auxiliaries")


def tense(paragraph: Paragraph, offset: int) -> Tense:
    """The tense of the verb that governs the word at ``offset``."""
    token = paragraph.token(offset)
    sentence = paragraph.sentences[paragraph.sentence(offset)]
    if not sentence.tokens[0].i <= token.i <= sentence.tokens[-1].i:
        return "past"
    for above in (token, *sentence.ancestors(token)):
        if above.lower in PLANNED:
            return "future"
        timetabled = above.tag in ("VBZ", "VBP") and above.lemma in SCHEDULED
        if timetabled and not _is_held(sentence, above):
            return "future"
        if above.tag.startswith("VB") or above.tag == "MD":
            found = _of_verb(sentence, above)
            if found:
                return found
    return "past"


def _is_held(sentence: Sentence, verb: Token) -> bool:
    """Whether a present is no timetable: it has an auxiliary or stands under a word of saying."""
    return bool(sentence.children(verb, "aux", "auxpass", "neg"))


def _of_verb(sentence: Sentence, verb: Token) -> Tense | None:
    helpers = {t.lower for t in sentence.children(verb, "aux", "auxpass")}
    if helpers & AHEAD or ("to" in helpers and "have" not in helpers):
        return "future"
    if verb.tag == "VBG" and helpers & {"is", "are", "am", "'s", "'re"}:
        return "future"
    if verb.tag == "VBD" or helpers & PAST_AUXILIARIES:
        return "past"
    if verb.tag in {"VBZ", "VBP"} or helpers & PRESENT_AUXILIARIES:
        return "present"
    return "past" if verb.tag == "VBN" else None
