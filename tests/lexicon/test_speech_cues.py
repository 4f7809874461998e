"""The files of speech and proposal cues hold together."""

from legation.grammar.speech import SpeechVerb, speech_nouns, speech_verbs
from legation.lexicon import table
from legation.records.agency import sayers
from legation.records.proposals.candidates.cues import cues, verb_cues


def test_every_verb_stands_once() -> None:
    lemmas = [row.lemma for row in table("speech_verbs", SpeechVerb)]
    assert len(lemmas) == len(set(lemmas)), sorted({x for x in lemmas if lemmas.count(x) > 1})


def test_every_verb_and_noun_can_hold_something() -> None:
    assert [r.lemma for r in speech_verbs().values() if not r.patterns and not r.prepositions] == []
    assert [r.lemma for r in speech_nouns().values() if not r.patterns and not r.prepositions] == []


def test_lemmas_are_lower_case() -> None:
    assert all(lemma == lemma.lower() for lemma in (*speech_verbs(), *speech_nouns(), *verb_cues()))


def test_verbs_of_facts_are_speech_verbs() -> None:
    assert (
        sayers().of_facts - {"mean", "require", "hold", "reflect", "see", "warrant", "order"}
        <= speech_verbs().keys()
    )


def test_people_bodies_and_documents_are_kept_apart() -> None:
    known = sayers()
    assert not known.people & known.documents
    assert not known.bodies & known.documents


def test_confidences_are_shares() -> None:
    known = cues()
    shares = [r.confidence for r in (*known.adjectives, *known.nouns, *known.impersonal)]
    shares += [r.confidence for r in known.verbs] + [r.confidence for r in known.modals]
    assert all(0.5 <= share < 1 for share in shares)


def test_a_verb_has_one_proposal_a_complement() -> None:
    pairs = [(lemma, row.complement) for lemma, rows in verb_cues().items() for row in rows]
    assert len(pairs) == len(set(pairs))
