"""The end of a case file: patterns, what the group answers to offers, findings and their order."""

# ruff: noqa: RUF009 - part() is dataclasses.field() with a form.

from dataclasses import dataclass

from facilitator.narrative.case.form import Key, OneOf, Ref, Text
from facilitator.narrative.case.groups import Record, part
from facilitator.narrative.case.kinds import EPISODE, PARTICIPANT, PATTERN, by_participant, many

CATEGORIES = ("tools", "management", "incidents", "longer-term", "family-professional", "reasoning")
SCOPES = ("case", "systems")
TESTS = ("agree", "partly", "disagree", "dont-know")


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
