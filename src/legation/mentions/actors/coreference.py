"""From what the sentences name to mentions in the order of the text."""

from collections import Counter
from collections.abc import Iterator, Sequence

from legation.lexicon import word_set
from legation.mentions.actors import first_person, groups, offices, pronouns, roles, surnames
from legation.mentions.actors.groups import Present
from legation.mentions.actors.learning import (
    SUBJECT,
    Known,
    Lessons,
    brussels,
    code_of,
    secretaries,
)
from legation.mentions.actors.namings import Naming
from legation.mentions.actors.people import People, Person
from legation.mentions.actors.register import City, Group, Named, Organ, word_lists
from legation.mentions.actors.sentence_names import OURS, Scene, Whole, led, seated
from legation.mentions.actors.titles import Title
from legation.mentions.actors.words import Match
from legation.model import Actor, Document, Sentence, Span

NEAR = 12
"""How many mentions before are looked at for overlap; they come in the order of the text."""
ANAPHORIC = word_set("actors", "coreference.anaphoric")
CHIEFS = word_set("actors", "coreference.chiefs")
INDEFINITE = word_set("actors", "coreference.indefinite")
UNOWNED = word_set("actors", "coreference.unowned")
DEFINITE = ANAPHORIC | {"these", "those"}


Item = Known | Whole | Title | Match[Organ] | Match[City]


def mentions(document: Document, scenes: Sequence[Scene]) -> Iterator[Actor]:
    """All actors of a document; pronouns too."""
    people = People()
    known = [
        [Known(n, _meet(document, people, scene, n)) for n in scene.namings] for scene in scenes
    ]
    lessons = Lessons(brussels(scenes))
    for scene, held in zip(scenes, known, strict=True):
        lessons.learn(scene, held)
    overall = Counter(
        w.means.code.split(":")[0] for s in scenes for w in s.wholes if w.means.group is None
    )
    for person in people.all:
        offices.settle(person, document.published, overall)
        person.last_seen = -1
    secretaries(people.all, overall)
    found = _Teller(document, people, lessons, overall)
    for scene, held in zip(scenes, known, strict=True):
        later = list(surnames.again(people, scene, held))
        yield from found.tell(
            scene, [*held, *later, *surnames.leaders(document, people, scene, [*held, *later])]
        )


def _text(document: Document, sentence: Sentence, start: int, end: int) -> str:
    return document.text[sentence.tokens[start].start : sentence.tokens[end - 1].end]


def _span(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)


def _meet(document: Document, people: People, scene: Scene, naming: Naming) -> Person:
    name = " ".join(_text(document, scene.sentence, naming.start, naming.end).split())
    person = people.meet(name.strip("\"'“”‘’.,") or name, scene.sentence.index)
    sign = naming.courtesy or (naming.title.head.phrase if naming.title else "")
    person.gender = person.gender or (
        "f" if sign in word_lists().women else "m" if sign in word_lists().men else None
    )
    return person


def _sector(person: Person) -> str | None:
    """A person's sector; none for a title that firms give too, of nobody's state and of no
    department.
    """
    words = (person.role or "").split()
    private = person.code is None and words and words[-1] in word_lists().private_titles - CHIEFS
    if private and not any(word in word_lists().public_organs for word in words):
        return person.sector if person.sector not in {"GOV", ""} else None
    return (person.sector if person.sector is not None else "GOV" if words else None) or None


def _heads(title: Title, naming: Naming) -> bool:
    """Whether a title stands right before a name: the person's mention holds both."""
    return naming.title == title and title.last <= naming.start <= max(title.end, title.last) + 1


class _Teller:
    """Tells the mentions in the order of the text, remembering who was named."""

    def __init__(
        self, document: Document, people: People, lessons: Lessons, overall: Counter[str]
    ) -> None:
        self.document, self.people, self.europe = document, people, lessons.europe
        self.owners, self.overall = lessons.owners, overall
        self.present = Present(overall)
        self.organs: dict[str, tuple[str, Named]] = {}
        self.unnamed: dict[str, Actor] = {}
        self.memory = pronouns.Memory()

    def tell(self, scene: Scene, held: Sequence[Known]) -> Iterator[Actor]:
        """The mentions of one sentence, sorted; pronouns are led back to what stands before
        them.
        """
        todo: list[tuple[int, Item]] = [(k.naming.start, k) for k in held]
        todo += [(w.start, w) for w in scene.wholes if w.acting]
        todo += [(t.start, t) for t in scene.titles if not any(_heads(t, k.naming) for k in held)]
        todo += [(m.start, m) for m in scene.organs]
        todo += [(m.start, m) for m in scene.towns]
        todo.sort(key=lambda item: item[0])
        self.present.at = scene.sentence.index
        said: list[Actor] = []
        for _, item in todo:
            made = self._one(scene, item, held)
            if made is not None and not any(made.span.overlaps(a.span) for a in said[-NEAR:]):
                said.append(made)
        yield from said
        yield from self.memory.pronouns(scene.sentence, said)

    def _one(self, scene: Scene, item: "Item", held: Sequence[Known]) -> Actor | None:
        if isinstance(item, Known):
            return self._person(scene, item)
        if isinstance(item, Whole):
            return self._whole(scene, item)
        if isinstance(item, Match):
            means = item.means
            return (
                self._town(scene, item, means)
                if isinstance(means, City)
                else self._organ(scene, item, means, held)
            )
        owner = next((k for k in held if k.naming.title == item), None)
        return self._title(scene, item, owner.person if owner else None)

    def _person(self, scene: Scene, known: Known) -> Actor | None:
        naming, person = known
        if naming.start == 0 and naming.courtesy is None and person.passing:
            return None  # one word at the head of a sentence that the parser took for a person
        start, end, title = naming.start, naming.end, naming.title
        if title is not None and _heads(title, naming):
            start, end = title.start, max(naming.end, title.end)
        elif start and scene.sentence.tokens[start - 1].lower.rstrip(".") in word_lists().courtesy:
            start -= 1
        person.last_seen = scene.sentence.index
        if title is not None:
            self._remember_ministry(title, title.words(scene.sentence), person.code)
        if person.code:
            self.present.see(person.code, person=True)
        role = title.words(scene.sentence) if title else person.role
        return self._of(person, _span(scene.sentence, start, end), "person", role)

    def _of(self, person: Person, span: Span, form: "pronouns.Form", role: str | None) -> Actor:
        return Actor(
            span=span,
            actor=person.code,
            sector=_sector(person),
            form=form,
            entity=person.entity,
            name=person.name,
            person=person.name,
            role=roles.written(roles.past(roles.fuller(role, person.role), person.sector)),
            wikidata=person.wikidata,
        )

    def _title(self, scene: Scene, title: Title, person: Person | None) -> Actor | None:
        sentence, role = scene.sentence, title.words(scene.sentence)
        span = _span(sentence, title.start, title.end)
        code = self._code_of_title(sentence, title)
        determiner = sentence.tokens[title.start].lower
        stateless = title.owner is not None and title.owner.breakaway
        if person is None and not stateless:
            person = self._meant_by(title, role, code, determiner)
        self._remember_ministry(title, role, code)
        if person is not None:
            person.last_seen = sentence.index
            return self._of(person, span, "title", role)
        if code is None and not stateless and determiner not in UNOWNED:
            return None
        is_again = code is None and title.owner is None and determiner == "the"
        before = self._unnamed(title, role) if is_again else None
        if before is not None:
            return self._again(before, span)
        if code:
            self.present.see(code, person=True)
        entity = f"{code or '?'}/{role}"
        made = Actor(
            span=span,
            actor=code,
            sector=("ELI" if title.former else title.head.sector) or None,
            form="title",
            entity=entity if code and determiner not in INDEFINITE else f"{entity}@{span.start}",
            name=roles.written(role),
            role=roles.written(role),
        )
        self.unnamed[title.head.phrase] = made
        return made

    def _code_of_title(self, sentence: Sentence, title: Title) -> str | None:
        """Whose office it is: the owner's beside it, else what the sentence gave it."""
        owner = title.owner
        if owner is None:
            return self.owners.get((sentence.index, title.start))
        if owner.group is not None:
            return groups.members(owner.group, self.present)[0] or self._union(owner.group)
        return code_of(owner, self.europe)

    def _meant_by(
        self, title: Title, role: str, code: str | None, determiner: str
    ) -> Person | None:
        """The person named before whose office a title may tell again."""
        is_definite = bool(code) or determiner in ANAPHORIC
        if not title.head.anaphor or determiner in INDEFINITE or not is_definite:
            return None
        seen = [p for p in self.people.all if p.last_seen >= 0]
        return offices.meant(role, title.head.phrase, code, seen)

    def _unnamed(self, title: Title, role: str) -> Actor | None:
        """Whom without a name a title can mean again: "the president", then "the head of state"."""
        same = self.unnamed.get(title.head.phrase)
        if same is not None or not title.head.anaphor:
            return same
        known = [
            a for a in self.unnamed.values() if a.actor and offices.means_chief(role, a.role or "")
        ]
        return known[-1] if len(known) == 1 else None

    def _again(self, before: Actor, span: Span) -> Actor:
        """Someone without a name, spoken of again."""
        entity, role = before.entity, before.role
        return Actor(
            span=span,
            actor=before.actor,
            sector=before.sector,
            form="title",
            entity=entity,
            name=role,
            role=role,
        )

    def _remember_ministry(self, title: Title, role: str, code: str | None) -> None:
        """ "the ministry", after "a Turkish Foreign Ministry spokesman"."""
        if "ministry" in role and code and title.owner is not None:
            phrase = role[: role.index("ministry") + len("ministry")]
            self.organs["ministry"] = (f"{code}/{phrase}", title.owner)

    def _whole(self, scene: Scene, whole: Whole) -> Actor | None:
        means, span = whole.means, _span(scene.sentence, whole.start, whole.end)
        if means.group is not None:
            return self._group(scene, whole, span)
        code = code_of(means, self.europe)
        if code is None and not means.breakaway:
            return None
        if code is not None:
            self.present.see(code)
        if whole.organ is not None:
            name = _text(self.document, scene.sentence, *whole.written)
            owner = code or means.entity
            self.organs[whole.organ.phrase.split()[-1]] = (f"{owner}/{whole.organ.phrase}", means)
            return Actor(
                span=span, actor=code, sector=whole.organ.sector, form="body",
                entity=f"{owner}/{whole.organ.phrase}",
                name=f"{means.name} {name}",
            )  # fmt: skip
        entity = "EUR" if code == "EUR" else means.entity
        form = {
            "country": "name",
            "demonym": "demonym",
            "capital": "metonym",
            "seat": "metonym",
            "body": "body",
        }[means.kind]
        return Actor(
            span=span, actor=code, sector=means.sector, form=form, entity=entity,  # type: ignore[arg-type]
            name="European Union" if code == "EUR" else means.name,
            wikidata="Q458" if code == "EUR" else means.wikidata,
        )  # fmt: skip

    def _union(self, group: Group) -> str | None:
        """ "The Commission", where the European Union is spoken of and nothing was named that it
        could be.
        """
        own = (
            group.members[:1]
            if group.kind == "bloc" and self.overall["EUR"] and group.phrase == "the commission"
            else ()
        )
        return next((member for member in own if member.startswith("EUR")), None)

    def _town(self, scene: Scene, match: Match[City] | Match[Organ], city: City) -> Actor:
        span = _span(scene.sentence, match.start, match.end)
        return Actor(
            span=span,
            actor=city.country,
            form="metonym",
            entity=f"{city.country}/{city.name}",
            name=city.name,
        )

    def _organ(
        self, scene: Scene, match: Match[City] | Match[Organ], organ: Organ, held: Sequence[Known]
    ) -> Actor | None:
        sentence, code = scene.sentence, self._headed(scene, match, held)
        definite = match.start > 0 and sentence.tokens[match.start - 1].lower in DEFINITE
        start = match.start - 1 if definite else match.start
        entity, means = self.organs.get(organ.phrase.split()[-1], (f"?/{organ.phrase}", None))
        if not definite or self._disputed(scene, match, means):
            entity, means = f"?/{organ.phrase}", None
        owner = sentence.tokens[match.start - 1].lower if match.start else ""
        if owner in OURS:
            start, entity = match.start - 1, f"{first_person.MARK}{organ.phrase}"
        code = code or (self.owners.get((sentence.index, match.start)) if owner == "its" else None)
        code = code or seated(sentence, match)
        if code is not None:
            entity = f"{code}/{organ.phrase}"
        elif organ.phrase in word_lists().vague_organs and means is None and owner not in OURS:
            return None
        return Actor(
            span=_span(sentence, start, match.end), actor=code or (code_of(means,
            self.europe) if means else None),
            sector=organ.sector, form="body", entity=entity, name=_text(self.document, sentence,
            match.start, match.end),
        )  # fmt: skip

    def _headed(
        self, scene: Scene, match: Match[City] | Match[Organ], held: Sequence[Known]
    ) -> str | None:
        """ "the delegation headed by the Minister of Energy of Malta"."""
        if not led(scene.sentence, match):
            return None
        near = range(match.end + 2, match.end + 5)
        persons = [
            k.person.code
            for k in held
            if (k.naming.title.start if k.naming.title else k.naming.start) in near
        ]
        titles = [
            code_of(t.owner, self.europe)
            for t in scene.titles
            if t.owner is not None and t.start in near
        ]
        return next((code for code in (*persons, *titles) if code), None)

    def _disputed(
        self, scene: Scene, match: Match[City] | Match[Organ], means: Named | None
    ) -> bool:
        """Whether another country than that of the body named before is the subject before it: "the
        government" may be either's."""
        code = code_of(means, self.europe) if means is not None else None
        subjects = {
            code_of(w.means, self.europe) for w in scene.wholes
            if w.end <= match.start and w.acting and scene.sentence.tokens[w.end - 1].dep in SUBJECT
        }  # fmt: skip
        return code is not None and bool(subjects - {code, None})

    def _group(self, scene: Scene, whole: Whole, span: Span) -> Actor | None:
        group = whole.means.group
        assert group is not None
        after = scene.sentence.tokens[whole.end : whole.end + 1]
        if group.kind in {"dyad", "leaders"} and after and after[0].lower == "of":
            return None
        code, members = groups.members(group, self.present)
        if code is None and scene.sentence.tokens[whole.end - 1].text[:1].isupper():
            code = self._union(group)
        if group.kind == "bloc" and code is None:
            return None
        if group.kind == "fixed":
            for member in members if len(members) == 1 else ():
                self.present.see(member)
        entity = code or (
            f"group:{'+'.join(members)}" if members else f"group:{group.phrase.lower()}"
        )
        return Actor(
            span=span, actor=code, form="group", entity=entity, name=group.phrase, members=members
        )
