"""An account for the formats that others read: what happened, what is planned, denied, called off,
less certain, without a day or a place, and names that are hard to write.
"""

from datetime import date
from pathlib import Path

import msgspec
from made_account import (
    CHANCELLOR,
    ENVOY,
    KAZAKHSTAN,
    MINISTER,
    UNION,
    common,
    document,
    event,
    exports,
    ledgers,
    spans,
)

from legation import store
from legation.model import Ledger, Party, Statement, day
from legation.model.records import Location
from legation.pipeline.linking import Reconciled

COMING = (
    "Konrad Reinhardt will visit Astana on 1 December 2024. The talks of 9 December 2024 in Berlin "
    "were called off. Kazakhstan denied that it had sent troops to Germany. A summit is planned."
)
HARD = 'Äño \\ {Öz}; "#1" met O\'Neill, in 50% of <b>cases</b> & $5_000.'
AUX = "Daniel Overbeck praised Kazakhstan on 4 November 2024: a text named like a device."
DANGEROUS = Party(
    mention=None, actor="KAZ", name="Kazakhstan", person='A/B: "C|D" [E]#^', role="envoy; deputy"
)


def account(path: Path) -> Path:
    """A ledger file of the four texts of ``made_account`` and three more."""
    with store.writing(path, Reconciled()) as held:
        for one in (*ledgers(), _coming(), _hard(), _device(), _checked()):
            held.save(one)
    return path


def _coming() -> Ledger:
    visit = event(
        COMING,
        "Konrad Reinhardt will visit Astana on 1 December 2024",
        mode="visit",
        actors=(CHANCELLOR,),
        recipients=(KAZAKHSTAN,),
        date=day(date(2024, 12, 1)),
        date_from="own",
        status="planned",
        place=Location(name="Astana", country="KAZ", geonames=1526273, lat=51.1801, lon=71.446),
        doubtful={"mode": "the text says no more than visit"},
    )
    off = event(
        COMING,
        "The talks of 9 December 2024 in Berlin were called off",
        actors=(CHANCELLOR, MINISTER),
        date=day(date(2024, 12, 9)),
        date_from="own",
        status="negated",
        place=Location(name="Berlin", country="DEU", lat=52.52, lon=13.41),
    )
    denial = Statement(
        **common(COMING, "that it had sent troops to Germany"),  # type: ignore[arg-type]
        stance="denies",
        about=("DEU", "KAZ"),
        speaker=KAZAKHSTAN,
        mode="indirect",
        content=spans(COMING, "that it had sent troops to Germany"),
        cue=spans(COMING, "denied"),
    )
    sent = event(
        COMING,
        "sent troops to Germany",
        type="MOBILIZE",
        actors=(KAZAKHSTAN,),
        recipients=(Party(mention=None, actor="DEU", name="Germany"),),
        date=day(date(2024, 12, 2)),
        date_from="own",
        said_in=denial.id,
        place=Location(name="Berlin", country="DEU", lat=52.52, lon=13.41),
    )
    summit = event(COMING, "A summit is planned", actors=(UNION, KAZAKHSTAN), status="planned")
    return Ledger(
        document=document("coming", COMING, date(2024, 11, 20), "Steppe Courier"),
        records=(visit, off, denial, sent, summit),
    )


def _hard() -> Ledger:
    met = event(
        HARD,
        "met",
        actors=(DANGEROUS, ENVOY),
        date=day(date(2024, 11, 3)),
        date_from="own",
    )
    crowd = tuple(
        Party(mention=None, actor="DEU", name="Germany", person=f"Person {n} of a Delegation")
        for n in range(20)
    )
    many = event(HARD, "of <b>cases</b>", actors=crowd, recipients=(KAZAKHSTAN,), status="negated")
    held = document("hard/../name?", HARD, date(2024, 11, 4), "Wire & Co. {Ltd}_%")
    changed = {"title": 'Ünïted: "A/B" #1 [x] | 50% {off}\\', "url": "https://example.org/a{b}c%20"}
    return Ledger(document=msgspec.structs.replace(held, **changed), records=(met, many))


def _device() -> Ledger:
    praise = event(
        AUX,
        "praised",
        type="SUPPORT",
        actors=(ENVOY,),
        recipients=(KAZAKHSTAN,),
        date=day(date(2024, 11, 4)),
        date_from="own",
    )
    held = document("device", AUX, date(2024, 11, 5), "Capital Review")
    return Ledger(document=msgspec.structs.replace(held, title="AUX"), records=(praise,))


CLAIMED = (
    "EU exports to Kazakhstan were €12.1 billion in 2023. Kazakhstan denied that they were €9.4 "
    "billion."
)


def _checked() -> Ledger:
    right = exports(
        CLAIMED, "€12.1 billion", "12050000000", "12150000000", "matches", "12.110 bn EUR"
    )
    denial = Statement(
        **common(CLAIMED, "that they were €9.4 billion"),  # type: ignore[arg-type]
        stance="denies",
        about=("EUR", "KAZ"),
        speaker=KAZAKHSTAN,
        mode="indirect",
        content=spans(CLAIMED, "that they were €9.4 billion"),
        cue=spans(CLAIMED, "denied"),
    )
    wrong = exports(CLAIMED, "€9.4 billion", "9350000000", "9450000000", "differs", "12.110 bn EUR")
    return Ledger(
        document=document("checked", CLAIMED, date(2024, 11, 6), "Caspian Wire"),
        records=(right, denial, msgspec.structs.replace(wrong, said_in=denial.id)),
    )
