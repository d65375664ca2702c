"""A prepared review as a case file holds it. These classes are the description of the form: nothing else knows it.

Every field says what may stand in the file under its name; a field without a default must be there.
"""

# ruff: noqa: RUF009 - part() is dataclasses.field() with a form.

from dataclasses import dataclass

from facilitator.narrative.case_form import Date, Key, Number, OneOf, Ref, Text
from facilitator.narrative.case_groups import ListOf, MapOf, Record, part
from facilitator.narrative.sources import SOURCES

SHORT = Text(longest=200)
AGENCY, PARTICIPANT, ENTRY, EPISODE, PATTERN = "agency", "participant", "entry", "episode", "pattern"
VIEW = ("going-on", "information", "else", "concerns", "hoping", "options", "feeling", "did", "went-well")
FACTORS = (
    "family", "personal", "role", "conditions", "own-team", "inter-agency", "organisation", "national", "other",
)  # fmt: skip
APPRAISALS = ("good", "mixed", "problematic", "cannot-say")
COLLEAGUES = ("same", "else", "cannot-say")
USUAL = ("always", "often", "sometimes", "rarely", "dont-know")
CATEGORIES = ("tools", "management", "incidents", "longer-term", "family-professional", "reasoning")
SCOPES = ("case", "systems")
TESTS = ("agree", "partly", "disagree", "dont-know")


def many(form, least=0):
    """A list of these, empty unless at least one is needed; words and references stand in it once."""
    whole = ListOf(form, least, distinct=isinstance(form, Ref | OneOf))
    return part(whole) if least else part(whole, default=())


def by_participant(form):
    return part(MapOf(Ref(PARTICIPANT), form), default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CaseReview:
    title: str = part(SHORT)
    setting: str = part(SHORT, default="children")
    source: str = part(Text(), default="")
    made_up: str = part(Text(), default="")
    why: str = part(Text(), default="")
    questions: tuple = many(Text())
    period: str = part(Date(), default="")


@dataclass(frozen=True, kw_only=True)
class CaseAgency:
    key: str = part(Key(AGENCY))
    name: str = part(Text(longest=200, unique="agency name"))


@dataclass(frozen=True, kw_only=True)
class CaseParticipant:
    key: str = part(Key(PARTICIPANT))
    agency: str = part(Ref(AGENCY))
    role: str = part(SHORT)


@dataclass(frozen=True, kw_only=True)
class CaseCastMember:
    pseudonym: str = part(Text(longest=200, unique="pseudonym"))
    who: str = part(Text(), default="")


@dataclass(frozen=True, kw_only=True)
class CaseEntry:
    key: str = part(Key(ENTRY))
    when: str = part(Date())
    agency: str = part(Ref(AGENCY))
    source: str = part(OneOf(SOURCES))
    text: str = part(Text())


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What a participant adds (`add`), or how they know an `entry` differently (`dispute`)."""

    by: str = part(Ref(PARTICIPANT))
    entry: str | None = part(Ref(ENTRY), default=None)
    dispute: str | None = part(Text(), default=None)
    add: CaseEntry | None = part(Record(CaseEntry), default=None)

    @property
    def wrong(self):
        given = bool(self.entry), bool(self.dispute), bool(self.add)
        if given in ((True, True, False), (False, False, True)):
            return None
        return "Give either `entry` with `dispute`, or `add`."


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
    """accounts: participant → question → words. surprised, open_questions: participant → words."""

    key: str = part(Key(EPISODE))
    title: str = part(SHORT)
    when: str = part(Date())
    kind: str = part(OneOf(("action", "omission", "sequence")), default="sequence")
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


@dataclass(frozen=True, kw_only=True)
class CasePattern:
    """rests_on, against: accounts, as participant.episode.question."""

    key: str = part(Key(PATTERN))
    title: str = part(Text(longest=300))
    categories: tuple = many(OneOf(CATEGORIES), least=1)
    kind: str = part(OneOf(("unsafe", "constructive")))
    episodes: tuple = many(Ref(EPISODE))
    rests_on: tuple = many(Ref("account"))
    against: tuple = many(Ref("account"))


@dataclass(frozen=True, kw_only=True)
class CaseOffer:
    """What the group answers when a factor that comes back is put to it as a question, and why.

    title, into: it takes it under this name and puts it together with a pattern of the file. Without them it says no.
    """

    item: str = part(Text(longest=300))
    effect: str = part(OneOf(("helped", "hindered")))
    because: str = part(Text(longest=2000))
    title: str = part(Text(longest=300), default="")
    into: str | None = part(Ref(PATTERN), default=None)

    @property
    def wrong(self):
        return None if bool(self.title) == bool(self.into) else "Give both `title` and `into`, or neither."


@dataclass(frozen=True, kw_only=True)
class CaseComment:
    by: str = part(Ref(PARTICIPANT))
    text: str = part(Text())


@dataclass(frozen=True, kw_only=True)
class CaseQuestion:
    text: str = part(Text())
    kind: str = part(OneOf(("clear-fix", "hard-choice", "needs-development")))


@dataclass(frozen=True, kw_only=True)
class CaseFinding:
    pattern: str = part(Ref(PATTERN, once="finding on pattern"))
    issue: str = part(Text())
    scope: str | None = part(OneOf(SCOPES), default=None)
    how_we_know: str = part(Text(), default="")
    how_widespread: str = part(Text(), default="")
    means: str = part(Text(), default="")
    test: dict = by_participant(OneOf(TESTS))
    comments: tuple = many(Record(CaseComment))
    questions: tuple = many(Record(CaseQuestion))


@dataclass(frozen=True, kw_only=True)
class CaseOrder:
    """The order of need the group settles together. patterns: those of the findings, the most needed first."""

    patterns: tuple = many(Ref(PATTERN), least=1)
    because: str = part(Text())


@dataclass(frozen=True, kw_only=True)
class Case:
    """A whole review, as a room would give it."""

    review: CaseReview = part(Record(CaseReview))
    agencies: tuple = many(Record(CaseAgency), least=1)
    participants: tuple = many(Record(CaseParticipant), least=1)
    cast: tuple = many(Record(CaseCastMember))
    narrative: tuple = many(Record(CaseEntry))
    corrections: tuple = many(Record(Correction))
    episodes: tuple = many(Record(CaseEpisode))
    patterns: tuple = many(Record(CasePattern))
    offers: tuple = many(Record(CaseOffer))
    findings: tuple = many(Record(CaseFinding))
    order: CaseOrder | None = part(Record(CaseOrder), default=None)
