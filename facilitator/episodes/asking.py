"""Named questions about episodes: which are proposed, which chosen, what rests on one."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.narrative.asking import is_own, is_shown, reveals
from facilitator.narrative.dates import read_when
from facilitator.perspectives.models import Abstention, Statement
from facilitator.refusal import Refused
from facilitator.workshops.models import Participant
from facilitator.workshops.room import is_conversation

FEWEST, MOST = 4, 8  # how many episodes a day can study well (method.md, 5)


def proposed(review):
    """Every episode that stands, chosen ones too, in order of time, undated ones last."""
    found = select(Episode).filter_by(review_id=review.id).order_by(Episode.id)
    words = selectinload(Episode.statement)
    stands = words.selectinload(Statement.replaced_by), words.joinedload(Statement.set_aside)
    found = db.session.scalars(found.options(*stands, selectinload(Episode.entries), selectinload(Episode.supports)))
    return sorted((episode for episode in found if episode.number or episode.stands), key=begins)


def begins(episode):
    """The first day an episode may mean: by its own date, else by its first entry, else the end of all days."""
    try:
        return read_when(episode.when).earliest
    except Refused:
        return min((entry.earliest for entry in episode.entries), default=date.max)


def shown(review):
    """The proposals the room may see: chosen ones, the facilitator's, and those since revealed."""
    revealed = reveals(review)
    return [episode for episode in proposed(review) if episode.number or is_shown(episode, revealed)]


def proposed_by(participant):
    """What one participant proposed and has not taken back, even while it waits to be let in."""
    found = select(Episode).join(Episode.statement).where(Statement.participant_id == participant.id)
    return [episode for episode in db.session.scalars(found.order_by(Episode.id)) if is_own(episode, participant)]


def chosen(review):
    """The review's key practice episodes, KPE 1 first."""
    found = select(Episode).filter_by(review_id=review.id).where(Episode.number.is_not(None))
    return db.session.scalars(found.order_by(Episode.number)).all()


def what_rests_on(episode):
    """How many statements and answers people gave about this episode.

    What was said of it in the conversation that named it does not hang on the choice.
    """
    named_in = episode.statement.workshop if episode.statement else None
    own = named_in.id if named_in and is_conversation(named_in) else None
    said = select(Statement.workshop_id).filter_by(episode_id=episode.id)
    silent = select(Participant.workshop_id).join(Abstention).where(Abstention.episode_id == episode.id)
    given = sum(one != own for model in (said, silent) for one in db.session.scalars(model))
    # Choices without words belong to later nouns, named and not imported.
    return given + len(episode.appraisals) + len(episode.usual) + len(episode.colleagues)


def about_the_set(review):
    """What a good set of episodes still lacks, as sentences; empty when it lacks nothing."""
    episodes, sentences = chosen(review), []
    if len(episodes) < FEWEST:
        sentences.append(f"{len(episodes)} chosen so far. Four to eight make a good day.")
    if len(episodes) > MOST:
        sentences.append(f"{len(episodes)} are more than a day can study. Which {MOST} matter most?")
    if episodes and not any(one.good_practice for one in episodes) and not review.no_good_practice_reason:
        sentences.append("None is marked as good practice yet. Mark one, or write why there is none.")
    if waiting := len(waiting_for_a_room(review)):
        sentences.append(f"{waiting} more wait for their reveal. Go back to the turning points to show them.")
    return sentences


def waiting_for_a_room(review):
    """The proposals that wait for a room to be shown them. A conversation's wait for an agreement."""
    seen = shown(review)
    waiting = [one for one in proposed(review) if one not in seen]
    return [one for one in waiting if not (one.statement and is_conversation(one.statement.workshop))]
