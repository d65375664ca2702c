"""Everything a report is drawn from, fetched once: asking row by row would take minutes for a large review."""

from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from facilitator.appraisals.models import Appraisal
from facilitator.db import db
from facilitator.differences.models import Difference
from facilitator.episodes.models import Episode
from facilitator.factors.models import Influence
from facilitator.findings.board_models import BoardQuestion
from facilitator.findings.models import Finding, Paragraph, ParagraphEvidence
from facilitator.narrative.models import Entry
from facilitator.patterns.models import Pattern
from facilitator.patterns.offer_models import OfferAnswer
from facilitator.perspectives.models import Abstention, Statement
from facilitator.reports.standing import Standing
from facilitator.tunnel.models import Colleagues, Curtain
from facilitator.usual.models import Usual
from facilitator.workshops.models import Participant, Workshop
from facilitator.workshops.room import is_conversation


class Record:
    """A review as its report reads it."""

    def __init__(self, review):
        self.review = review
        self.standing = Standing(review)
        self.statements = self._all(
            select(Statement).filter_by(review_id=review.id).order_by(Statement.number),
            selectinload(Statement.replaced_by),
            selectinload(Statement.set_aside),
            joinedload(Statement.replaces),
        )
        self.numbered = {statement.number: statement for statement in self.statements}

    def _all(self, query, *options):
        return db.session.scalars(query.options(*options)).unique().all()

    def standing_words(self, statement):
        """A statement as its giver last put it when that stands, else None."""
        statement = statement and statement.newest
        return statement if statement and self.standing.counts(statement) else None

    def counts(self, statement):
        """Whether what was said with a statement goes into the report. What was given without one (None) does."""
        return statement is None or self.standing_words(statement) is not None

    @cached_property
    def workshops(self):
        return self._all(select(Workshop).filter_by(review_id=self.review.id).order_by(Workshop.opened_at, Workshop.id))

    @cached_property
    def meetings(self):
        """The workshops that were held in a room."""
        return [one for one in self.workshops if not is_conversation(one)]

    @cached_property
    def conversations(self):
        """The conversations, one to one, of which something was agreed."""
        return [one for one in self.workshops if is_conversation(one) and one not in self.not_agreed]

    @cached_property
    def not_agreed(self):
        """The conversations of which nothing has been read back and agreed."""
        agreed = {place[0] for place in self.standing.revealed}
        return [one for one in self.workshops if is_conversation(one) and one.id not in agreed]

    @cached_property
    def participants(self):
        held = select(Participant).join(Participant.workshop).where(Workshop.review_id == self.review.id)
        return [one for one in self._all(held.order_by(Participant.id)) if one.workshop not in self.not_agreed]

    @cached_property
    def abstentions(self):
        given = select(Abstention).join(Abstention.participant).join(Participant.workshop)
        given = self._all(given.where(Workshop.review_id == self.review.id), joinedload(Abstention.participant))
        return [one for one in given if not self.standing.waits_for_agreement(one, one.participant.workshop)]

    @cached_property
    def entries(self):
        told = select(Entry).filter_by(review_id=self.review.id).order_by(Entry.earliest, Entry.latest, Entry.number)
        return self._all(told, selectinload(Entry.disputes), selectinload(Entry.replaced_by))

    @cached_property
    def episodes(self):
        """The key practice episodes in their order."""
        chosen = select(Episode).filter_by(review_id=self.review.id).where(Episode.number.is_not(None))
        return self._all(chosen.order_by(Episode.number), selectinload(Episode.entries), selectinload(Episode.supports))

    @cached_property
    def proposals(self):
        """The moments that were proposed and not chosen."""
        return self._all(select(Episode).filter_by(review_id=self.review.id, number=None).order_by(Episode.id))

    @cached_property
    def influences(self):
        """The influences whose words stand."""
        found = select(Influence).join(Influence.episode).where(Episode.review_id == self.review.id)
        found = found.where(Episode.number.is_not(None))
        return [one for one in self._all(found.order_by(Influence.id)) if self.counts(one.statement)]

    @cached_property
    def curtains(self):
        """Every time the curtain was down, in the order of time."""
        found = select(Curtain).join(Curtain.episode).where(Episode.review_id == self.review.id)
        return self._all(found.order_by(Curtain.id))

    @cached_property
    def differences(self):
        """What was marked as a difference between accounts, in the order of marking."""
        found = select(Difference).filter_by(review_id=self.review.id).order_by(Difference.number)
        return self._all(found, selectinload(Difference.marked))

    @cached_property
    def colleagues(self):
        found = select(Colleagues).join(Colleagues.episode).where(Episode.review_id == self.review.id)
        return self._all(found.order_by(Colleagues.id))

    @cached_property
    def appraisals(self):
        found = select(Appraisal).join(Appraisal.episode).where(Episode.review_id == self.review.id)
        return self._all(found.order_by(Appraisal.id))

    @cached_property
    def usual(self):
        found = select(Usual).join(Usual.episode).where(Episode.review_id == self.review.id)
        return self._all(found.order_by(Usual.id))

    @cached_property
    def patterns(self):
        """The patterns that stand by themselves, not as a part of another."""
        found = self._all(select(Pattern).filter_by(review_id=self.review.id).order_by(Pattern.number))
        return [one for one in found if not (one.part_of or one.is_taken_apart)]

    @cached_property
    def refused_offers(self):
        """The offered patterns the group refused, in the order it did."""
        refused = select(OfferAnswer).filter_by(review_id=self.review.id, answer="refused", undone_at=None)
        return self._all(refused.order_by(OfferAnswer.id), selectinload(OfferAnswer.episodes))

    @cached_property
    def findings(self):
        paragraphs = selectinload(Finding.paragraphs).selectinload(Paragraph.evidence)
        pieces = paragraphs.joinedload(ParagraphEvidence.statement)
        return self._all(select(Finding).filter_by(review_id=self.review.id).order_by(Finding.number), pieces)

    @cached_property
    def board_questions(self):
        """The questions for the board whose giver has not taken them back, and that have been revealed."""
        asked = select(BoardQuestion).filter_by(review_id=self.review.id).order_by(BoardQuestion.number)
        return [one for one in self._all(asked) if self.counts(one.statement)]
