"""From a word to what governs it: the governing word, and as what kind of complement."""

from collections.abc import Iterable

from msgspec import Struct

from legation.grammar import voice
from legation.grammar.governors import Governor, governor, rows
from legation.grammar.phrases import first_of
from legation.grammar.speech import is_report, reporting
from legation.grammar.subjects import after_comma, joined_to
from legation.grammar.words import words
from legation.model import Sentence, Token

ARGUMENTS = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "oprd", "npadvmod"})


class Step(Struct, frozen=True):
    """``governor`` is the word above, ``frames`` what the word below may be to it (see
    ``governors.Governor``), ``finite`` whether the word below has a tense of its own, ``through``
    whether the governor only passes on what governs it.
    """

    governor: Token
    frames: frozenset[str]
    finite: bool = False
    through: bool = False


def step(sentence: Sentence, word: Token) -> Step | None:
    """The step up from a verb, adjective or noun; ``None`` where nothing governs it."""
    if word.head == word.i:
        torn = torn_from(sentence, word, word)
        return Step(torn, frozenset({"that"}), finite=True) if torn is not None else None
    if word.tag[:1] in "NPC$" or word.dep in {"pobj", "dobj"}:
        return _from_noun(sentence, first_of(sentence, word))
    return _from_verb(sentence, word)


def _from_verb(sentence: Sentence, verb: Token) -> Step | None:
    head = sentence.head(verb)
    if voice.is_headline(sentence, verb):
        return None
    match verb.dep:
        case "conj":
            owned = sentence.children(verb, "nsubj", "nsubjpass")
            joined = joined_to(sentence, verb)
            return None if owned else Step(joined, frozenset(), through=True)
        case "xcomp" | "ccomp":
            return _complement(sentence, verb, head)
        case "csubj" | "csubjpass":
            return Step(predicate(sentence, head), frozenset({"that"}), finite=True)
        case "pcomp":
            return _behind_preposition(sentence, head, {"ing"})
        case "acl" | "relcl":
            return _of_noun(sentence, verb, head)
        case "advcl":
            return _adverbial(sentence, verb, head)
        case "acomp" | "amod" | "auxpass":
            return Step(head, frozenset(), through=True) if verb.dep == "acomp" else None
        case _:
            return None


def _complement(sentence: Sentence, verb: Token, head: Token) -> Step | None:
    """ "agreed to visit", "let Chad visit", "said that Chad had visited", "is ready to visit"."""
    said = torn_from(sentence, head, head)
    if said is not None and verb.i in {said.i, said.head}:
        return None
    if verb.i < head.i and not _thrown_behind(sentence, verb, head):
        return None
    governor = torn_from(sentence, verb, head) or predicate(sentence, head)
    finite = verb.dep == "ccomp" and not voice.is_bare_complement(sentence, verb)
    if voice.is_infinitive(sentence, verb):
        return Step(governor, frozenset({"inf"}))
    if finite:
        marks = {t.lower for t in sentence.children(verb, "mark", "advmod")}
        return Step(governor, frozenset({"whether" if marks & {"whether", "if"} else "that"}), True)
    return Step(governor, frozenset({"ing", "inf"} if verb.tag != "VBG" else {"ing"}))


def _thrown_behind(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Whether a verb of saying behind a clause takes it: ", X said"; not behind a semicolon, and
    not where nothing was said ("Chad agreed; Niger has not replied").
    """
    stop = any(sentence.token(i).text == ";" for i in range(verb.i, head.i))
    return not stop and not sentence.children(head, "neg")


def torn_from(sentence: Sentence, verb: Token, head: Token) -> Token | None:
    """The word before "X insisted" to which a clause behind it belongs: "It is not true, X
    insisted, that …"; the parser hangs the clause from "insisted".
    """
    if (
        verb.i < head.i
        or verb.tag[:1] != "V"
        or not any(t.lower == "that" for t in sentence.children(verb, "mark"))
    ):
        return None
    for before in sentence.children(head, "ccomp", "advcl", "parataxis"):
        said = predicate(sentence, before)
        subjects = {t.lower for t in sentence.children(before, "nsubj", "expl")}
        if before.i < head.i and said.i != before.i and subjects & {"it", "there"}:
            return said
    return None


def predicate(sentence: Sentence, verb: Token) -> Token:
    """What a copula says of its clause: "true" of "it is true that", "doubt" of "there is doubt";
    another verb stands for itself.
    """
    if verb.lemma not in words().copulas:
        return verb
    for word in sentence.children(verb, "acomp", "attr", "oprd"):
        if word.lemma in rows("adj") or word.lemma in rows("noun"):
            return word
    return verb


def _behind_preposition(sentence: Sentence, prep: Token, more: set[str]) -> Step:
    """ "without meeting", "accused of attacking", "steered clear of meeting"."""
    names, own = {prep.lower}, rows("prep")
    denying = next((t for t in [prep, *sentence.children(prep, "advmod")] if t.lower in own), None)
    above = sentence.head(prep)
    while above.dep in {"prep", "advmod"} and above.tag in {"IN", "RB"} and above.head != above.i:
        denying = denying or (above if above.lower in own else None)
        names.add(above.lower)
        above = sentence.head(above)
    frames = frozenset(names | more)
    over = _over_object(sentence, above, frames) or predicate(sentence, above)
    listed = governor(sentence, over, frames) is not None and over.tag[:1] in "VJ"
    return Step(over, frames) if denying is None or listed else Step(denying, frozenset({"ing"}))


def _over_object(sentence: Sentence, noun: Token, frames: frozenset[str]) -> Token | None:
    """The verb of "suspected Chad of attacking" where the parser hangs "of" from Chad."""
    verb = sentence.head(noun)
    held = noun.dep in {"dobj", "nsubjpass"} and verb.tag[:1] == "V"
    named = frames - {"ing", "obj", "report", "prepositional"}
    return verb if held and governor(sentence, verb, named) is not None else None


def _of_noun(sentence: Sentence, verb: Token, noun: Token) -> Step | None:
    """ "a plan to visit", "the claim that Chad attacked"; a clause that only describes its noun is
    governed by nothing.
    """
    opened = [t for t in sentence.children(verb) if t.lower in {"that", "whether"} and t.i < verb.i]
    marked = any(t.dep == "mark" or t.tag == "IN" for t in opened)
    told = is_report(noun) or noun.lemma in rows("noun") or noun.lemma in words().reports
    # "his denial that it attacked Chad": the parser takes "that" for a second object
    crowded = bool(opened) and len(sentence.children(verb, "dobj", "nsubj", "nsubjpass")) > 2
    if voice.is_infinitive(sentence, verb):
        return Step(noun, frozenset({"inf"}))
    if (noun.tag[:1] == "N" or told) and (marked or (told and crowded)):
        return Step(noun, frozenset({"that", "report"}), finite=True)
    return None


def _adverbial(sentence: Sentence, verb: Token, head: Token) -> Step | None:
    """Participles that go on with their clause; infinitives that the parser took for a purpose
    though the verb asks for one ("concurred to meet").
    """
    if voice.is_infinitive(sentence, verb):
        return _wanted(sentence, verb, head)
    if after_comma(sentence, verb) and reporting(sentence, verb):
        return None  # "did not shy from it, arguing that …": he argued
    if verb.tag == "VBG" and not sentence.children(verb, "mark"):
        return Step(head, frozenset(), through=True)
    return None


def _wanted(sentence: Sentence, verb: Token, head: Token) -> Step | None:
    """An infinitive that the parser took for a purpose: "concurred to meet", "is booked to visit",
    "made a vow to help"; after an object only where the verb asks somebody.
    """
    objects = [t for t in sentence.children(head, "dobj") if t.i < verb.i]
    if verb.i < head.i:
        return None
    vow = next((t for t in objects if _takes_infinitive(rows("noun").get(t.lemma, ()))), None)
    if vow is not None:
        return Step(vow, frozenset({"inf"}))
    listed = rows("verb").get(head.lemma, ())
    asked = bool(objects) and not any(r.below == "demanded" for r in listed)
    done = bool(sentence.children(head, "nsubjpass")) and not any("inf" in r.frames for r in listed)
    return (
        Step(head, frozenset({"inf"})) if _takes_infinitive(listed) and not asked | done else None
    )


def _takes_infinitive(listed: Iterable[Governor]) -> bool:
    return any("inf" in row.frames or not row.frames for row in listed)


def _from_noun(sentence: Sentence, noun: Token) -> Step | None:
    """What governs an act that a noun names, or a noun of what is said."""
    head = sentence.head(noun)
    kinds = {"report"} if is_report(noun) else {"obj"}
    if head.tag[:1] == "J" and noun.dep == "dobj":
        head = sentence.head(head)  # "rejected as baseless the allegation that …"
    if noun.head == noun.i:
        return None
    if noun.dep == "pobj":
        return _behind_noun_preposition(sentence, head, kinds)
    described = head.tag[:1] == "J" and noun.dep in {"nsubj", "nsubjpass"}
    if noun.dep not in ARGUMENTS or not (described or head.tag[:1] in "VM"):
        return None
    said = predicate(sentence, head)
    if said.i not in {head.i, noun.i}:
        return Step(said, frozenset(kinds | {"that"}))
    acts = noun.dep == "nsubj" and not described
    return Step(head, frozenset(kinds | {"subject"} if acts else kinds))


def _behind_noun_preposition(sentence: Sentence, prep: Token, kinds: set[str]) -> Step | None:
    """ "plans for a visit", "no truth in reports", "left without talks", "ahead of talks"."""
    above = sentence.head(prep)
    ahead = prep.lower in words().before or (prep.lower == "of" and above.lower in words().eves)
    names = {prep.lower}
    if not ahead and prep.lower in rows("prep") and prep.lower != "against":
        return Step(prep, frozenset(kinds))
    if ahead:
        return Step(prep, frozenset({"ahead"}))
    while above.dep in {"prep", "advmod"} and above.head != above.i:
        names.add(above.lower)
        above = sentence.head(above)
    frames = frozenset(names | {"prepositional"})
    # "preparations are under way for a visit": of the subject, across the verb
    told = [t for t in sentence.children(above, "nsubj", "nsubjpass") if t.lemma in rows("noun")]
    over = told[0] if told and above.lemma in words().copulas else predicate(sentence, above)
    return Step(over, frames)
