"""Patterns the program offers, as questions: a factor that comes back across episodes and positions. (method.md, 9)"""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from facilitator.db import db
from facilitator.factors.framework import is_own_words
from facilitator.factors.matrix import shown_influences
from facilitator.patterns.offer_models import OfferAnswer
from facilitator.refusal import NotFound

RECURS = 2  # from so many episodes, and so many positions, a factor is one that comes back


@dataclass(frozen=True, eq=False)
class Offer:
    """A factor that helped, or hindered, in several episodes; offered, and no more. influences: where it was named."""

    factor: object
    effect: str
    influences: tuple

    @property
    def episodes(self):
        return sorted({one.episode for one in self.influences}, key=lambda episode: episode.number)

    @property
    def people(self):
        return len({one.participant_id or ("position", one.position_id) for one in self.influences})

    @property
    def agencies(self):
        return len({one.position.agency_id for one in self.influences})

    @property
    def positions(self):
        return len({one.position_id for one in self.influences})

    @property
    def recurs(self):
        return len(self.episodes) >= RECURS and self.positions >= RECURS

    @property
    def kind(self):
        return "constructive" if self.effect == "helped" else "unsafe"

    @property
    def own_words(self):
        return is_own_words(self.factor)

    @property
    def why(self):
        return sentence(self.effect, self.people, self.agencies, self.episodes)


def sentence(effect, people, agencies, episodes):
    """Why it is offered, counting people and agencies. Which of them it was is never said: the group may be small."""
    way = "as what helped" if effect == "helped" else "as what made it harder"
    where = in_a_row([str(episode.number) for episode in episodes])
    several = "one agency" if agencies == 1 else f"{agencies} agencies"
    return f"was named by {people} people in KPE {where}, from {several}, {way}."


def in_a_row(names):
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def recurring(review):
    """Every factor that comes back, whether or not the group has answered, those in most episodes first.

    Only words that stand and that the room has seen count, and only key practice episodes.
    """
    named = defaultdict(list)
    for one in shown_influences(review):
        if one.episode.number:
            named[one.factor, one.effect].append(one)
    found = [Offer(factor, effect, tuple(given)) for (factor, effect), given in named.items()]
    return sorted(
        (one for one in found if one.recurs), key=lambda one: (-len(one.episodes), -one.people, one.factor.item)
    )


def open_offers(review):
    """The offers the group has not answered. One that was refused comes back only when new episodes have joined."""
    answers = standing_answers(review)
    return [one for one in recurring(review) if is_open(one, answers)]


def is_open(offer, answers):
    given = [answer for answer in answers if (answer.factor_id, answer.effect) == (offer.factor.id, offer.effect)]
    if any(answer.answer == "taken" for answer in given):
        return False
    return not any(set(offer.episodes) <= set(answer.episodes) for answer in given)


def standing_answers(review):
    """What the group said to offers, the first first; answers taken back are left out."""
    found = select(OfferAnswer).filter_by(review_id=review.id, undone_at=None).order_by(OfferAnswer.id)
    return db.session.scalars(found).all()


def find_offer(review, key, effect):
    """The open offer of this factor and effect."""
    for offer in open_offers(review):
        if (offer.factor.key, offer.effect) == (key, effect):
            return offer
    raise NotFound("This is not offered any more: it was answered, or words it came from were taken back.")


def find_answer(review, key):
    answer = db.session.scalar(select(OfferAnswer).filter_by(review_id=review.id, key=key))
    if answer is None:
        raise NotFound("There is no such answer in this review.")
    return answer
