"""Named questions about episodes: which are proposed, which chosen, what rests on one."""

from sqlalchemy import func, select

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.perspectives.models import Abstention, Statement

FEWEST, MOST = 4, 8  # how many episodes a day can study well (method.md, 5)


def proposed(review):
    """Every episode that stands, chosen ones too, in the order they were proposed."""
    found = db.session.scalars(select(Episode).filter_by(review_id=review.id).order_by(Episode.id))
    return [episode for episode in found if episode.number or episode.stands]


def chosen(review):
    """The review's key practice episodes, KPE 1 first."""
    found = select(Episode).filter_by(review_id=review.id).where(Episode.number.is_not(None))
    return db.session.scalars(found.order_by(Episode.number)).all()


def what_rests_on(episode):
    """How many statements and answers people gave about this episode."""
    return sum(
        db.session.scalar(select(func.count()).select_from(model).filter_by(episode_id=episode.id))
        for model in (Statement, Abstention)
    )


def about_the_set(review):
    """What a good set of episodes still lacks, as sentences; empty when it lacks nothing."""
    episodes, sentences = chosen(review), []
    if len(episodes) < FEWEST:
        sentences.append(f"{len(episodes)} chosen so far. Four to eight make a good day.")
    if len(episodes) > MOST:
        sentences.append(f"{len(episodes)} are more than a day can study. Which {MOST} matter most?")
    if episodes and not any(one.good_practice for one in episodes) and not review.no_good_practice_reason:
        sentences.append("None is marked as good practice yet. Mark one, or write why there is none.")
    return sentences
