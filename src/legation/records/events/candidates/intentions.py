"""What will not be done is a refusal, and harm that is announced a threat: PLOVER codes the word,
not the deed.

"France will not lift the ban" is REJECT, and "the guild said it would blockade the port" THREATEN;
both have happened, for the word has been given. What is merely foretold ("France will impose a
ban") keeps its type and is planned.
"""

from msgspec.structs import replace

from legation.grammar.clauses import clause
from legation.grammar.governors import leaves_open
from legation.grammar.outcomes import happening
from legation.lexicon import word_set
from legation.model import Sentence, Token
from legation.records.events.candidates.drafts import Draft

REFUSED = {
    "AID": "assist",
    "CONCEDE": "yield",
    "RETREAT": "yield",
    "CONSULT": "meet",
    "SUPPORT": None,
    "COOPERATE": None,
    "AGREE": None,
}
"""What can be refused, and the mode of the refusal."""
HARM = {
    "SANCTION": "relations",
    "COERCE": "restrict",
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "PROTEST": "restrict",
    "REJECT": "relations",
}
"""What can be threatened, and the mode of the threat."""
WILL = word_set("events", "intentions.will")
SAID = word_set("events", "intentions.said")
MORE = 0.12
"""What reading the word for the deed costs in confidence."""
PRONOUNS = word_set("events", "intentions.pronouns")


def willed(draft: Draft) -> Draft:
    """The draft as the word that was given, where one was."""
    sentence, verb = draft.sentence, draft.trigger
    if draft.nominal or not draft.actors or not _aux(sentence, verb) & WILL:
        return draft
    if draft.type in REFUSED and draft.status == "negated" and _refused(sentence, verb):
        return _given(draft, "REJECT", REFUSED[draft.type])
    if draft.type in HARM and draft.status == "planned" and _announced(draft):
        return _given(draft, "THREATEN", HARM[draft.type])
    return draft


def _given(draft: Draft, kind: str, mode: str | None) -> Draft:
    deed = frozenset(t.i for t in draft.sentence.subtree(draft.trigger))
    others = tuple(
        p for p in draft.actors if p.mention is not None and p.mention.start > draft.trigger.start
    )
    return replace(
        draft,
        type=kind,
        mode=mode,
        status="actual",
        actors=tuple(p for p in draft.actors if p not in others)
        if len(others) < len(draft.actors)
        else draft.actors,
        recipients=(draft.recipients or others)
        if len(others) < len(draft.actors)
        else draft.recipients,
        wished=draft.wished | deed,
        confidence=round(max(0.1, draft.confidence - MORE), 2),
    )


def _aux(sentence: Sentence, verb: Token) -> set[str]:
    return {t.lower for t in sentence.children(verb, "aux")}


def _refused(sentence: Sentence, verb: Token) -> bool:
    """ "will not", said by whoever would do it: no passive, nothing merely possible over it, and
    no condition before it.
    """
    subject = clause(sentence, verb)
    above = sentence.head(verb)
    open_ended = verb.dep == "ccomp" and leaves_open(above)
    would = bool(_aux(sentence, verb) & {"would", "'d", "’d"}) and not (
        verb.dep == "ccomp" and above.tag[:1] == "V"
    )
    conditional = verb.dep in {"advcl", "relcl"} or any(
        t.dep == "mark" for t in sentence.children(verb) if t.lower == "if"
    )
    return not (subject.passive or open_ended or would or conditional)


def _announced(draft: Draft) -> bool:
    """Whether those who would do it say so themselves: "the rebels said they would attack"."""
    sentence, verb = draft.sentence, draft.trigger
    above = sentence.head(verb)
    if verb.dep != "ccomp" or above.lemma not in SAID or happening(sentence, above) != "actual":
        return False
    own = [t for t in sentence.children(verb, "nsubj") if t.lower not in PRONOUNS]
    return not own or own[0].lower == "its" or _same_side(draft, above)


def _same_side(draft: Draft, above: Token) -> bool:
    speaker = clause(draft.sentence, above).subject
    held = [p for p in draft.actors if p.mention is not None and speaker is not None]
    return any(
        p.mention is not None and p.mention.start <= speaker.start < p.mention.end
        for p in held
        if speaker is not None
    )
