"""The middle of a case file: the episodes, and what each participant says of them."""

# ruff: noqa: RUF009 - part() is dataclasses.field() with a form.

from dataclasses import dataclass

from facilitator.narrative.case.form import Date, Key, Number, OneOf, Ref, Text
from facilitator.narrative.case.groups import MapOf, Record, part
from facilitator.narrative.case.kinds import ENTRY, EPISODE, PARTICIPANT, SHORT, by_participant, many

VIEW = ("going-on", "information", "else", "concerns", "hoping", "options", "feeling", "did", "went-well")
FACTORS = (
    "family", "personal", "role", "conditions", "own-team", "inter-agency", "organisation", "national", "other",
)  # fmt: skip
APPRAISALS = ("good", "mixed", "problematic", "cannot-say")
COLLEAGUES = ("same", "else", "cannot-say")
USUAL = ("always", "often", "sometimes", "rarely", "dont-know")


@dataclass(frozen=True, kw_only=True)
class CaseInfluence:
    by: str = part(Ref(PARTICIPANT))
    factor: str = part(OneOf(FACTORS))
    item: str = part(Text(longest=300))
    effect: str = part(OneOf(("helped", "hindered")))
    weight: int = part(Number(1, 3))
    how: str = part(Text())


@dataclass(frozen=True, kw_only=True)
class CaseColleagues:
    """What a participant thinks most colleagues would have done, with a few words if they like."""

    answer: str = part(OneOf(COLLEAGUES))
    words: str = part(Text(), default="")


@dataclass(frozen=True, kw_only=True)
class CaseDifference:
    """Where accounts differ. between: accounts, as participant.episode.question."""

    kind: str = part(OneOf(("knowledge", "account")))
    sentence: str = part(Text(longest=300))
    between: tuple = many(Ref("account"), least=2)


@dataclass(frozen=True, kw_only=True)
class CaseEpisode:
    """accounts: participant → question → words. surprised, open_questions: participant → words.

    how_sure, changes: what the reviewers write of it afterwards, at the desk.
    """

    key: str = part(Key(EPISODE))
    title: str = part(SHORT)
    when: str = part(Date())
    kind: str = part(OneOf(("action", "omission", "sequence")), default="")
    practice: str = part(OneOf(("good", "mixed", "problematic")), default="mixed")
    why: str = part(Text(), default="")
    entries: tuple = many(Ref(ENTRY))
    proposed_by: tuple = many(Ref(PARTICIPANT))
    accounts: dict = by_participant(MapOf(OneOf(VIEW), Text()))
    colleagues: dict = by_participant(Record(CaseColleagues))
    differences: tuple = many(Record(CaseDifference))
    influences: tuple = many(Record(CaseInfluence))
    appraisal: dict = by_participant(OneOf(APPRAISALS))
    surprised: dict = by_participant(Text())
    open_questions: dict = by_participant(Text())
    usual: dict = by_participant(OneOf(USUAL))
    how_sure: str = part(Text(), default="")
    changes: str = part(Text(), default="")


@dataclass(frozen=True, kw_only=True)
class SecondThought:
    """Words given with the others that do not stay as they are.

    instead: how their giver corrects them. because: why the facilitator sets them aside. Without either their giver
    withdraws them.
    """

    by: str = part(Ref(PARTICIPANT))
    episode: str = part(Ref(EPISODE))
    question: str = part(OneOf(VIEW))
    text: str = part(Text())
    instead: str = part(Text(), default="")
    because: str = part(Text(longest=2000), default="")

    @property
    def wrong(self):
        return "Give `instead` or `because`, or neither." if self.instead and self.because else None
