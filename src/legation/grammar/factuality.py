"""Whether what a word tells has happened: three things, each with its cue.

* ``status``: happened, planned, demanded, hypothetical, unknown;
* ``polarity``: whether it is affirmed or negated ("did not", "failed to", "no talks");
* ``chain``: on whose word it stands, the outermost first, each with a stance.

The word is read from what governs it downwards: what "denied that he had failed to sign" makes of
"sign" is what "failed" makes of it, under what "denied" makes of "failed".
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from legation.grammar import moods, sources, voice
from legation.grammar.governors import Governor, Outcome, governor, outcomes, rows
from legation.grammar.moods import Mood
from legation.grammar.sources import Link
from legation.grammar.speech import is_report
from legation.grammar.steps import Step, step
from legation.grammar.words import words
from legation.model import Sentence, Token

Status = Literal["happened", "planned", "hypothetical", "demanded", "unknown"]
RANK: dict[Status, int] = {
    "happened": 0,
    "planned": 1,
    "hypothetical": 2,
    "demanded": 3,
    "unknown": 4,
}
"""From what has happened to what is only spoken of; of two the one further on counts."""
DEEPEST = 10
"""Words above a word that are looked at; a longer chain is no sentence."""


class Factuality(Struct, frozen=True):
    """What is said of whether an act happened; the cues are words of the sentence."""

    status: Status = "happened"
    status_cue: Token | None = None
    affirmed: bool = True
    polarity_cue: Token | None = None
    chain: tuple[Link, ...] = ()

    @property
    def polarity(self) -> Literal["affirmed", "negated"]:
        """The polarity in words."""
        return "affirmed" if self.affirmed else "negated"


PLAIN = Factuality()


def factuality(sentence: Sentence, word: Token, depth: int = 0) -> Factuality:
    """What a sentence says of the act that one of its words tells.

    Args:
        sentence: where the word stands.
        word: a verb, an event noun or a predicate adjective.
        depth: how many words below were looked at already.

    Returns:
        Status, polarity and chain, each with its cue.
    """
    up = step(sentence, word) if depth < DEEPEST else None
    passed = _passed(sentence, word, up, depth) if up is not None else _ungoverned(sentence, word)
    beside = moods.of_noun if word.tag[:1] in "NCP" else moods.of_verb
    told = _with(passed, beside(sentence, word))
    if word.tag[:1] == "N" and not is_report(word):
        told = _with(told, _behind(sentence, word, depth))
    return replace(told, chain=(*told.chain, *sources.beside(sentence, word)))


def _ungoverned(sentence: Sentence, verb: Token) -> Factuality:
    """ "to visit" under nothing that says what becomes of it: a headline's plan, or a purpose."""
    loose = voice.is_infinitive(sentence, verb) and not voice.is_headline(sentence, verb)
    if not loose or any(t.tag == "MD" for t in sentence.children(verb, "aux")):
        return PLAIN
    return Factuality("planned" if verb.dep == "ROOT" else "unknown", verb)


def _passed(sentence: Sentence, word: Token, up: Step, depth: int) -> Factuality:
    """What comes down to a word from its governor."""
    if up.through:
        return _through(sentence, word, up, depth)
    if up.governor.lower in rows("prep") or up.governor.dep == "prep":
        return _under_preposition(sentence, word, up, depth)
    above = factuality(sentence, up.governor, depth + 1)
    row = governor(sentence, up.governor, up.frames)
    if "subject" in up.frames:
        return _as_subject(up, above)
    told = _governed(sentence, up, above, row)
    branded = sources.branded(sentence, word)
    if branded is not None:
        told = replace(told, chain=(*told.chain, branded))
    return told


def _through(sentence: Sentence, word: Token, up: Step, depth: int) -> Factuality:
    """A joined verb stands under what governs the first; a participle under its whole clause."""
    if word.dep != "conj":
        return factuality(sentence, up.governor, depth + 1)
    above = step(sentence, up.governor)
    return _passed(sentence, up.governor, above, depth + 1) if above is not None else PLAIN


def _under_preposition(sentence: Sentence, word: Token, up: Step, depth: int) -> Factuality:
    """ "left without meeting", "ahead of talks"; whose word the clause stands on counts on."""
    over = sentence.head(up.governor)
    above = factuality(sentence, over, depth + 1) if over.i != up.governor.i else PLAIN
    if "ahead" in up.frames:
        return Factuality("planned", up.governor, chain=above.chain)
    held = [up.governor, *sentence.children(up.governor, "advmod")]
    known = outcomes("prep")
    found: Outcome = next((known[t.lower] for t in held if t.lower in known), "happened")
    return _outcome(found, up.governor, Factuality(chain=above.chain))


def _as_subject(up: Step, above: Factuality) -> Factuality:
    """ "The visit will strengthen …" is to come; that talks "did not bring a deal" denies no talks,
    that they "did not take place" does.
    """
    if above.affirmed or up.governor.lemma in words().happening:
        return above
    return replace(above, affirmed=True, polarity_cue=None)


def _governed(sentence: Sentence, up: Step, above: Factuality, row: Governor | None) -> Factuality:
    """What a governing word makes of its complement."""
    if any(t.lower == "yet" for t in sentence.children(up.governor, "advmod")) and (
        up.governor.lemma in words().yet and "inf" in up.frames
    ):
        return replace(above, affirmed=not above.affirmed, polarity_cue=up.governor)
    link = sources.link(sentence, up, above.affirmed, row)
    if link is not None:
        return _said(sentence, up, above, row, link)
    if row is None:
        return _unlisted(sentence, up, above)
    outcome = row.below if above.affirmed else row.denied
    wide = row.place == "verb" and "that" not in row.frames
    if outcome == "negated" and not above.affirmed and up.finite and wide:
        outcome = "hypothetical"  # "was not planned that …" leaves it open
    passed = replace(above, affirmed=True, polarity_cue=None)
    return _outcome(outcome, up.governor, passed)


def _said(
    sentence: Sentence, up: Step, above: Factuality, row: Governor | None, link: Link
) -> Factuality:
    """What somebody says stands in a world of its own; what is only to be said may be."""
    told = Factuality(chain=(*above.chain, link))
    if above.status != "happened" and link.stance != "declines":
        told = replace(told, status="hypothetical", status_cue=above.status_cue)
    if up.governor.tag[:1] == "N":
        told = _of_report(sentence, up.governor, above, told)
    elif row is not None:
        told = _outcome(row.below if above.affirmed else row.denied, up.governor, told)
    false = [t for t in sentence.children(up.governor, "advmod") if t.lower in outcomes("falsely")]
    return replace(told, affirmed=not told.affirmed, polarity_cue=false[0]) if false else told


def _of_report(sentence: Sentence, noun: Token, above: Factuality, told: Factuality) -> Factuality:
    """ "There is no truth in reports that", "false claims that", "no reports that"."""
    for each in sentence.children(noun, "amod"):
        held = governor(sentence, each, frozenset({"report"}))
        named = sentence.token(max(each.i - 1, sentence.first)).lower == "as"
        if held is not None and not named:  # "dismissed as false reports": denied already
            told = _outcome(held.below, each, told)
    if not above.affirmed and moods.empty(sentence, noun) is None:
        told = replace(told, affirmed=not told.affirmed, polarity_cue=above.polarity_cue)
    if above.status == "hypothetical":
        told = replace(told, status="hypothetical", status_cue=above.status_cue)
    return told


def _unlisted(sentence: Sentence, up: Step, above: Factuality) -> Factuality:
    """A governor that the lexicon does not have: what is not done is not done with it."""
    if up.finite or "report" in up.frames or "prepositional" in up.frames:
        return Factuality(chain=above.chain)
    if up.governor.lemma == "be" and "inf" in up.frames:
        return _outcome("planned", up.governor, above)
    if up.governor.tag[:1] == "N" and "inf" in up.frames:
        # "the money to visit": a purpose; "no plan to" was not even that
        return replace(above, status="unknown", status_cue=up.governor)
    return above


def _behind(sentence: Sentence, noun: Token, depth: int) -> Iterable[Mood]:
    """ "talks scheduled for May", "the meeting, due to take place next week"."""
    if depth > 1:
        return
    for token in sentence.children(noun, "acl", "relcl", "amod", "prep", "acomp", "advcl"):
        if token.i < noun.i:
            continue
        if token.tag[:1] != "V":
            found = outcomes("adj").get(token.lemma, "happened")
        elif token.tag == "VBN" and token.lemma in outcomes("verb"):
            found = outcomes("verb")[token.lemma]
        else:
            found = "happened"
        called_off = found == "negated" and token.dep == "relcl"
        planned = token.dep == "relcl" and token.tag in {"VB", "VBN"} and _to_come(sentence, token)
        if found == "planned" or planned:
            yield Mood("planned", token)
        elif called_off:
            yield Mood("negated", token)


def _to_come(sentence: Sentence, verb: Token) -> bool:
    """ "the talks, which will be held in May"."""
    return any(m.outcome == "planned" for m in moods.of_verb(sentence, verb))


def _with(told: Factuality, found: Iterable[Mood]) -> Factuality:
    """What stands beside a word, on top of what governs it."""
    denied = False
    for mood in found:
        if mood.outcome == "negated":
            # "no talks were held": the verb was denied by the same "no" already
            if not denied and mood.cue != told.polarity_cue:
                told = _outcome("negated", mood.cue, told)
            denied = True
        else:
            told = _outcome(mood.outcome, mood.cue, told)
    return told


def _outcome(outcome: Outcome, cue: Token, told: Factuality) -> Factuality:
    """An outcome laid over what is known: a negation turns the polarity, a status only worsens."""
    if outcome == "negated":
        return replace(told, affirmed=not told.affirmed, polarity_cue=cue)
    if RANK[outcome] > RANK[told.status]:
        return replace(told, status=outcome, status_cue=cue)
    return told
