"""The group's answer to an offer: taken, taken in other words, or refused. The only place that writes answers."""

from facilitator.access.actions import log
from facilitator.db import db, now
from facilitator.patterns.actions import name_pattern, take, tell
from facilitator.patterns.asking import patterns_of
from facilitator.patterns.checking import check_title
from facilitator.patterns.models import newest
from facilitator.patterns.offer_models import OfferAnswer
from facilitator.refusal import Refused

LONGEST_REASON = 2000


def take_offer(offer, title, reason="", by="facilitator"):
    """The group takes an offer as its pattern, under a name of its own; it rests on the words that named the factor.

    Refused when the name is blank or another pattern has it.
    """
    review, title, reason = offer.factor.review, check_title(title), checked(reason)
    if any(pattern.title == title for pattern in patterns_of(review)):
        raise Refused("A pattern has this name already. Give this one another, so that both can be told apart.")
    words = list(dict.fromkeys(newest(one.statement).number for one in offer.influences))
    episodes = [episode.number for episode in offer.episodes]
    pattern = name_pattern(review, title, offer.kind, episodes=episodes, rests_on=words, by=by)
    take(pattern, by)
    return keep(offer, "taken", reason, by, pattern)


def refuse_offer(offer, reason, by="facilitator"):
    """The group says no, and why. It is not offered again unless further episodes join. Refused without a reason."""
    reason = checked(reason)
    if not reason:
        raise Refused("Write down why it is not the group’s, in a few words. The report prints the reason.")
    answer = keep(offer, "refused", reason, by)
    tell(offer.factor.review)
    return answer


def ask_again(answer, by="facilitator"):
    """Take back a refusal, so that the question stands before the group again. Twice is once."""
    if answer.answer != "refused":
        raise Refused("This offer was taken. Change or remove its pattern instead.")
    if answer.undone_at is None:
        answer.undone_at = now()
        log(answer.review, "offer asked again", role=by, factor=answer.factor.key, effect=answer.effect)
        tell(answer.review)


def checked(reason):
    reason = reason.replace("\r\n", "\n").strip()
    if len(reason) > LONGEST_REASON:
        raise Refused(f"The reason may have {LONGEST_REASON:,} characters at most. Please shorten it.")
    return reason


def keep(offer, said, reason, by, pattern=None):
    answer = OfferAnswer(
        review=offer.factor.review,
        factor=offer.factor,
        effect=offer.effect,
        answer=said,
        people=offer.people,
        agencies=offer.agencies,
        reason=reason,
        by=by,
        pattern=pattern,
        episodes=offer.episodes,
    )
    db.session.add(answer)
    db.session.flush()
    log(answer.review, f"offer {said}", role=by, factor=offer.factor.key, effect=offer.effect)
    return answer
