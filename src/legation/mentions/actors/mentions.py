"""From what the sentences name to mentions in the order of the text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from legation.mentions.actors import groups, offices, pronouns
from legation.mentions.actors.groups import Present
from legation.mentions.actors.namings import Naming
from legation.mentions.actors.people import People, Person
from legation.mentions.actors.register import City, Named, Organ, word_lists
from legation.mentions.actors.scenes import Scene, Whole
from legation.mentions.actors.titles import Title
from legation.mentions.actors.words import Match
from legation.model import Actor, Document, Sentence, Span

FEDERAL = ("DEU", "AUT", "CHE")
"""Whose offices the press calls federal without naming the country."""
NEAR = 12
"""How many mentions before are looked at for overlap; they come in the order of the text."""
ANAPHORIC = frozenset(("the", "this", "that"))


class Known(NamedTuple):
    """A naming and the person it names."""

    naming: Naming
    person: Person


Item = Known | Whole | Title | Match[Organ] | Match[City]


def mentions(document: Document, scenes: Sequence[Scene]) -> Iterator[Actor]:
    """All actors of a document; pronouns too."""
    people = People()
    known = [[Known(n, _meet(document, people, scene, n)) for n in scene.namings] for scene in scenes]
    europe = _brussels(scenes)
    for scene, held in zip(scenes, known, strict=True):
        _learn_titles(scene, held, europe)
    for person in people.all:
        offices.settle(person, document.published)
    for person in people.all:
        person.last_seen = -1
    overall = Counter(w.means.code.split(":")[0] for s in scenes for w in s.wholes if w.means.group is None)
    found = _Teller(document, people, europe, overall)
    for scene, held in zip(scenes, known, strict=True):
        yield from found.tell(scene, [*held, *_surnames(people, scene, held)])


def _text(document: Document, sentence: Sentence, start: int, end: int) -> str:
    return document.text[sentence.tokens[start].start : sentence.tokens[end - 1].end]


def _span(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.tokens[start].start, sentence.tokens[end - 1].end)


def _meet(document: Document, people: People, scene: Scene, naming: Naming) -> Person:
    name = " ".join(_text(document, scene.sentence, naming.start, naming.end).split())
    person = people.meet(name.strip("\"'“”‘’.,") or name, scene.sentence.index)
    sign = naming.courtesy or (naming.title.head.phrase if naming.title else "")
    person.gender = person.gender or ("f" if sign in word_lists().women else "m" if sign in word_lists().men else None)
    return person


def _learn_titles(scene: Scene, held: Sequence[Known], europe: bool) -> None:
    """Titles give persons role and country; a list of titles lends the country of the one before."""
    before: tuple[int, str] | None = None
    last: str | None = None
    for own in held:
        naming, person = own
        title = naming.title
        if title is None:
            continue
        code = _code(title.owner, europe) if title.owner else _owner_after_name(scene, naming)
        code = code or next((k.person.code for k in held if k.naming.end == title.start - 1 and k is not own), None)
        role = title.words(scene.sentence)
        if role.endswith("counterpart"):
            role = last or role
        last = role
        if code is None and person.code is None and before is not None and naming.start - before[0] < 12:
            code = before[1] if _lends(scene.sentence, before[0], naming, role, before[1]) else None
        person.learn(role, title.head.sector if not title.former else "ELI", code)
        if person.code:
            before = (naming.end, person.code)


def _owner_after_name(scene: Scene, naming: Naming) -> str | None:
    """ "Foreign Minister A of Serbia"."""
    tokens, at = scene.sentence.tokens, naming.end
    if at + 1 >= len(tokens) or tokens[at].lower != "of":
        return None
    owner = next((w for w in scene.wholes if w.start == at + 1 and w.means.kind in {"country", "body"}), None)
    return owner.means.code if owner is not None else None


def _lends(sentence: Sentence, end: int, naming: Naming, role: str, code: str) -> bool:
    """ "German Chancellor A and Foreign Minister B": B's office is German too."""
    start = naming.title.start if naming.title else naming.start
    between = [t.lower for t in sentence.tokens[end:start]]
    listed = all(word in {",", "and", "as", "well", "his", "her", "with", "the"} for word in between)
    return listed and (not role.startswith("federal") or code in FEDERAL)


def _code(means: Named, europe: bool) -> str | None:
    if means.group is not None and means.group.fallback:
        return means.group.members[0]
    if means.kind == "capital" and means.code == "BEL" and europe:
        return "EUR"
    return means.code or None


def _brussels(scenes: Sequence[Scene]) -> bool:
    """Whether Brussels, where it acts, stands for the European Union: unless only Belgium is spoken of."""
    codes = [w.means.code.split(":")[0] for s in scenes for w in s.wholes if w.means.kind != "capital"]
    return codes.count("EUR") >= codes.count("BEL")


def _surnames(people: People, scene: Scene, held: Sequence[Known]) -> Iterator[Known]:
    """Later mentions by surname that the parser took for something else."""
    taken = {at for n in scene.namings for at in range(n.start, n.end)}
    taken |= {at for w in scene.wholes for at in range(w.start, w.end)}
    taken |= {at for t in scene.titles for at in range(t.first, t.last)}
    for at, token in enumerate(scene.sentence.tokens):
        if at in taken or not token.text[:1].isupper() or not token.tag.startswith("NN") or len(token.text) < 2:
            continue
        person = people.known((token.lower,))
        if person is not None and len(person.words) > 1 and _alone(scene.sentence, at):
            yield Known(Naming(at, at + 1, None, None), person)


def _alone(sentence: Sentence, at: int) -> bool:
    """Whether a surname is not part of a longer name ("the Biden Center")."""
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    return following is None or not (following.tag.startswith("NNP") and following.text[:1].isupper())


def _heads(title: Title, naming: Naming) -> bool:
    """Whether a title stands right before a name: the person's mention holds both."""
    return naming.title == title and title.last <= naming.start <= max(title.end, title.last) + 1


class _Teller:
    """Tells the mentions in the order of the text, remembering who was named."""

    def __init__(self, document: Document, people: People, europe: bool, overall: Counter[str]) -> None:
        self.document, self.people, self.europe = document, people, europe
        self.present = Present(overall)
        self.organs: dict[str, tuple[str, Named]] = {}
        self.unnamed: dict[str, Actor] = {}
        self.memory = pronouns.Memory()

    def tell(self, scene: Scene, held: Sequence[Known]) -> Iterator[Actor]:
        """The mentions of one sentence, sorted; pronouns are led back to what stands before them."""
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
            return self._town(scene, item, item.means) if isinstance(item.means, City) else self._organ(scene, item, item.means)
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
            sector=person.sector or ("GOV" if person.role else None),
            form=form,
            entity=person.entity,
            name=person.name,
            person=person.name,
            role=person.role if role is None or role.endswith("counterpart") else role,
            wikidata=person.wikidata,
        )

    def _title(self, scene: Scene, title: Title, person: Person | None) -> Actor | None:
        sentence, role = scene.sentence, title.words(scene.sentence)
        span = _span(sentence, title.start, title.end)
        code = _code(title.owner, self.europe) if title.owner else None
        if title.owner is not None and title.owner.group is not None:
            code = groups.members(title.owner.group, self.present)[0]
        determiner = sentence.tokens[title.start].lower
        if person is None and determiner not in {"a", "an", "another"} and (code or determiner in ANAPHORIC):
            seen = [p for p in self.people.all if p.last_seen >= 0]
            person = offices.meant(role, title.head.phrase, code, seen) if title.head.anaphor else None
        self._remember_ministry(title, role, code)
        if person is not None:
            person.last_seen = sentence.index
            return self._of(person, span, "title", role)
        if code is None and determiner not in {"a", "an", "the", "another", "one"}:
            return None
        before = self.unnamed.get(title.head.phrase)
        if code is None and determiner == "the" and before is not None:
            return self._again(before, span)
        if code:
            self.present.see(code, person=True)
        sector = "ELI" if title.former else title.head.sector
        entity = (
            f"{code or '?'}/{role}" if code and determiner not in {"a", "an", "another"} else f"{code or '?'}/{role}@{span.start}"
        )
        made = Actor(span=span, actor=code, sector=sector, form="title", entity=entity, name=role, role=role)
        self.unnamed[title.head.phrase] = made
        return made

    def _again(self, before: Actor, span: Span) -> Actor:
        """Someone without a name, spoken of again."""
        entity, role = before.entity, before.role
        return Actor(span=span, actor=before.actor, sector=before.sector, form="title", entity=entity, name=role, role=role)

    def _remember_ministry(self, title: Title, role: str, code: str | None) -> None:
        """ "the ministry", after "a Turkish Foreign Ministry spokesman"."""
        if "ministry" in role and code and title.owner is not None:
            phrase = role[: role.index("ministry") + len("ministry")]
            self.organs["ministry"] = (f"{code}/{phrase}", title.owner)

    def _whole(self, scene: Scene, whole: Whole) -> Actor | None:
        means, span = whole.means, _span(scene.sentence, whole.start, whole.end)
        if means.group is not None:
            return self._group(scene, whole, span)
        code = _code(means, self.europe)
        if code is None:
            return None
        self.present.see(code)
        if whole.organ is not None:
            name = _text(self.document, scene.sentence, *whole.written)
            self.organs[whole.organ.phrase.split()[-1]] = (f"{code}/{whole.organ.phrase}", means)
            return Actor(
                span=span, actor=code, sector=whole.organ.sector, form="body", entity=f"{code}/{whole.organ.phrase}",
                name=f"{means.name} {name}",
            )  # fmt: skip
        entity = "EUR" if code == "EUR" else means.entity
        form = {"country": "name", "demonym": "demonym", "capital": "metonym", "seat": "metonym", "body": "body"}[means.kind]
        return Actor(
            span=span, actor=code, sector=means.sector, form=form, entity=entity,  # type: ignore[arg-type]
            name="European Union" if code == "EUR" else means.name, wikidata="Q458" if code == "EUR" else means.wikidata,
        )  # fmt: skip

    def _town(self, scene: Scene, match: Match[City] | Match[Organ], city: City) -> Actor:
        span = _span(scene.sentence, match.start, match.end)
        return Actor(span=span, actor=city.country, form="metonym", entity=f"{city.country}/{city.name}", name=city.name)

    def _organ(self, scene: Scene, match: Match[City] | Match[Organ], organ: Organ) -> Actor:
        sentence = scene.sentence
        start = match.start - 1 if match.start and sentence.tokens[match.start - 1].lower in ANAPHORIC else match.start
        span = _span(sentence, start, match.end)
        entity, means = self.organs.get(organ.phrase.split()[-1], (f"?/{organ.phrase}", None))
        if start == match.start:
            entity, means = f"?/{organ.phrase}", None
        return Actor(
            span=span, actor=_code(means, self.europe) if means else None, sector=organ.sector, form="body", entity=entity,
            name=_text(self.document, sentence, match.start, match.end),
        )  # fmt: skip

    def _group(self, scene: Scene, whole: Whole, span: Span) -> Actor | None:
        group = whole.means.group
        assert group is not None
        after = scene.sentence.tokens[whole.end : whole.end + 1]
        if group.kind in {"dyad", "leaders"} and after and after[0].lower == "of":
            return None
        code, members = groups.members(group, self.present)
        if group.kind == "bloc" and code is None:
            return None
        if group.kind == "fixed":
            for member in members if len(members) == 1 else ():
                self.present.see(member)
        entity = code or (f"group:{'+'.join(members)}" if members else f"group:{group.phrase.lower()}")
        return Actor(span=span, actor=code, form="group", entity=entity, name=group.phrase, members=members)
