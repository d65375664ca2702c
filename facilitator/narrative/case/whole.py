"""A prepared review as a case file holds it.

The classes here and beside it are the description of the form: nothing else knows it.

Every field says what may stand in the file under its name; a field without a default must be there.
"""

# ruff: noqa: RUF009 - part() is dataclasses.field() with a form.

from dataclasses import dataclass

from facilitator.narrative.case.episodes import CaseEpisode, SecondThought
from facilitator.narrative.case.findings import CaseFinding, CaseOffer, CaseOrder, CasePattern
from facilitator.narrative.case.groups import Record, part
from facilitator.narrative.case.kinds import many
from facilitator.narrative.case.review import (
    CaseAgency,
    CaseCastMember,
    CaseEntry,
    CaseParticipant,
    CaseReview,
    Correction,
)


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
    second_thoughts: tuple = many(Record(SecondThought))
    patterns: tuple = many(Record(CasePattern))
    offers: tuple = many(Record(CaseOffer))
    findings: tuple = many(Record(CaseFinding))
    order: CaseOrder | None = part(Record(CaseOrder), default=None)

    @property
    def wrong(self):
        """A second answer to the same question would be a correction of the first, and go or stay with it."""
        accounts = {episode.key: episode.accounts for episode in self.episodes}
        for one in self.second_thoughts:
            if one.question in accounts.get(one.episode, {}).get(one.by, {}):
                return f"`{one.by}` answers `{one.question}` already. Give the second thought to another question."
        return None
