"""Words for several actors: "both sides", "the two leaders", "the bloc"."""

from collections import Counter

from legation.lexicon import word_list
from legation.mentions.actors.register import Group

REACH = 30
"""How many mentions back a gathering is looked for."""
PAIRS = word_list("actors", "groups.pairs")


class Present:
    """Which countries and bodies the text has named so far, how often, and in which order."""

    def __init__(self, overall: Counter[str] | None = None) -> None:
        self.overall: Counter[str] = overall or Counter()
        self.counts: Counter[str] = Counter()
        self.order: list[str] = []
        self.leaders: list[str] = []
        self.at = 0
        self._recent: list[tuple[int, str]] = []

    def see(self, code: str, person: bool = False) -> None:
        """Take note of an actor."""
        top = code.split(":")[0]
        whole = top if top == "EUR" else code
        self.counts[whole] += 1
        self.order.append(whole)
        self._recent.append((self.at, whole))
        if ":" in code:
            self.order.append(code)
        if person:
            self.leaders.append(whole)

    def dyad(self) -> tuple[str, ...]:
        """The pair most present so far, what the whole text is about counting half; on equal counts
        the ones named last. Empty if only one was named."""
        last = {code: at for at, code in enumerate(self.order)}
        ranked = sorted(
            self.counts, key=lambda code: (-2 * self.counts[code] - self.overall[code], -last[code])
        )
        return tuple(sorted(ranked[:2], key=self.order.index)) if len(ranked) > 1 else ()

    def last_leaders(self) -> tuple[str, ...]:
        """The countries of the last two persons of different countries; else the dyad."""
        seen = list(dict.fromkeys(reversed(self.leaders)))[:2]
        return tuple(reversed(seen)) if len(seen) == 2 else self.dyad()

    def gathered(self) -> tuple[str, ...]:
        """Those named in the last sentence that named any before this one, if they are three or
        more.
        """
        before = [at for at, _ in self._recent[-REACH:] if at < self.at]
        last = max(before, default=-1)
        found = tuple(dict.fromkeys(code for at, code in self._recent[-REACH:] if at == last))
        return found if len(found) > 2 and self.at - last <= 2 else ()

    def nearest(self, group: Group) -> str | None:
        """Of a group's members, the one named last; else the first, if the register says so."""
        named = next((code for code in reversed(self.order) if code in group.members), None)
        return named or (group.members[0] if group.fallback and group.members else None)


def members(group: Group, present: Present) -> tuple[str | None, tuple[str, ...]]:
    """The code that a group stands for, if any, and the codes of those in it."""
    if group.kind == "fixed":
        return group.actor, group.members
    if group.kind == "bloc":
        code = present.nearest(group)
        return code, (code,) if code else ()
    if not any(word in group.phrase for word in PAIRS) and present.gathered():
        return None, present.gathered()
    return None, present.dyad() if group.kind == "dyad" else present.last_leaders()
