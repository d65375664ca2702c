"""What the group said of colleagues at the episodes a finding rests on, for the desk."""

from facilitator.db import db
from facilitator.perspectives.picture import how_many, spread_of
from facilitator.workshops.models import Reveal, Workshop

LABELS = {"same": "The same", "else": "Something else", "cannot-say": "I cannot say"}


def colleagues_beside(finding):
    """(episode, rows, total) for each episode of the finding about which answers were revealed."""
    found = []
    for episode in sorted(finding.pattern.episodes, key=lambda one: one.number or 0):
        given = [one for one in episode.colleagues if is_revealed(one)]
        if given:
            found.append((episode, spread_of(given, LABELS), how_many(given)))
    return found


def is_revealed(answer):
    """Whether a step of the episode was revealed in the workshop where it was given."""
    workshop = db.session.get(Workshop, answer.participant.workshop_id) if answer.participant else None
    if workshop is None:
        return False
    found = db.select(Reveal.id).filter_by(workshop_id=workshop.id, episode_id=answer.episode_id, undone_at=None)
    return db.session.scalar(found.limit(1)) is not None
