"""The beginning of a case file: the review, who is there, what happened, and what the room corrects in it."""

# ruff: noqa: RUF009 - part() is dataclasses.field() with a form.

from dataclasses import dataclass

from facilitator.narrative.case.form import Date, Key, OneOf, Ref, Text
from facilitator.narrative.case.groups import Record, part
from facilitator.narrative.case.kinds import AGENCY, ENTRY, PARTICIPANT, SHORT, many
from facilitator.narrative.sources import SOURCES


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
