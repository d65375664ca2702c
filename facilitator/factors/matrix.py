"""The factors at work: who named what in which episode. It counts people, never mentions. (method.md, 8)"""

from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.factors.framework import LEVELS, framework, level_of
from facilitator.factors.models import Influence
from facilitator.narrative.asking import is_own
from facilitator.perspectives.models import Statement
from facilitator.refusal import NotFound
from facilitator.workshops.models import Reveal, Workshop

NEARLY_ALL = 0.8  # from this share on, the group is asked what lay behind the front line
ENOUGH = 4  # influences below which that share says nothing


@dataclass
class Cell:
    """A factor in one episode: the people who say it helped, and those who say it hindered."""

    helped: set = field(default_factory=set)
    hindered: set = field(default_factory=set)
    influences: list = field(default_factory=list)

    @property
    def agencies(self):
        """How many agencies the people who named it are from."""
        return len({one.position.agency_id for one in self.influences})

    def said(self, effect):
        """The words behind one side of it, as their givers last put them."""
        return [one.last_version for one in self.influences if one.effect == effect]


def standing_influences(review, episode=None):
    """The influences whose words stand, of one episode or of all chosen, in the order they were given."""
    found = select(Influence).join(Episode).where(Episode.review_id == review.id).order_by(Influence.id)
    # Of a moment that nobody has chosen, what a conversation named waits until somebody does.
    about = Episode.number.is_not(None) if episode is None else Influence.episode_id == episode.id
    found = found.where(about)
    words = joinedload(Influence.statement)
    found = found.options(words.selectinload(Statement.replaced_by), words.joinedload(Statement.set_aside))
    found = found.options(words.joinedload(Statement.star))
    return [one for one in db.session.scalars(found) if one.stands]


def shown_influences(review):
    """The standing influences of the steps that have been revealed."""
    found = select(Reveal.workshop_id, Reveal.stage, Reveal.episode_id).where(Reveal.undone_at.is_(None))
    found = found.join(Workshop, Workshop.id == Reveal.workshop_id).where(Workshop.review_id == review.id)
    revealed = {tuple(place) for place in db.session.execute(found)}
    given = [(one, one.statement) for one in standing_influences(review)]
    return [one for one, said in given if (said.workshop_id, said.stage, said.episode_id) in revealed]


def given_by(participant, episode):
    """What one participant gave about an episode and has not taken back, even while it waits to be let in."""
    found = select(Influence).filter_by(participant_id=participant.id, episode_id=episode.id).order_by(Influence.id)
    return [one for one in db.session.scalars(found) if is_own(one, participant)]


def matrix(influences):
    """Factor → (episode → Cell), factors in the framework's order, those named by most people first in each type."""
    cells = {}
    for one in influences:
        cell = cells.setdefault(one.factor, {}).setdefault(one.episode, Cell())
        getattr(cell, one.effect).add(one.participant_id or ("position", one.position_id))
        cell.influences.append(one)
    order = {key: place for place, key in enumerate(framework(influences[0].episode.review))} if influences else {}
    people = {factor: sum(len(cell.helped | cell.hindered) for cell in row.values()) for factor, row in cells.items()}
    ranked = sorted(cells, key=lambda factor: (order.get(factor.type, len(order)), -people[factor], factor.item))
    return {factor: cells[factor] for factor in ranked}


def find_cell(review, key, number):
    """One cell of the matrix: the factor, the episode, and what the room has seen about the two."""
    found = [one for one in shown_influences(review) if (one.factor.key, one.episode.number) == (key, number)]
    if not found:
        raise NotFound("Nothing that stands and was revealed is in this place of the matrix.")
    [(factor, row)] = matrix(found).items()
    [(episode, cell)] = row.items()
    return factor, episode, cell


def by_level(rows):
    """The rows of a matrix under their levels: [(name of the level, [(factor, row)])], empty levels left out."""
    types = framework(next(iter(rows)).review) if rows else {}
    levels = {factor: level_of(factor, types) for factor in rows}
    found = [(name, [pair for pair in rows.items() if levels[pair[0]] == level]) for level, name in LEVELS.items()]
    return [(name, pairs) for name, pairs in found if pairs]


def is_nearly_all_front_line(influences):
    """Whether nearly everything named lies at the front line, so that the group is asked what lay behind it."""
    types = framework(influences[0].factor.review) if influences else {}
    counted = Counter(level_of(one.factor, types) for one in influences)
    return len(influences) >= ENOUGH and counted["front-line"] >= NEARLY_ALL * len(influences)
