"""Turning points and the choice of episodes, on phone, wall and console."""

from facilitator.episodes.asking import about_the_set, chosen, proposed
from facilitator.narrative.asking import entries_shown
from facilitator.perspectives.asking import answered_at
from facilitator.workshops.room import band

LINES_ON_A_PAGE = 6


def proposing(room, participant):
    """For the phone: what I proposed, and after the reveal what everybody did."""
    mine = [one for one in proposed(room.review) if one.statement and one.statement.participant_id == participant.id]
    return {"mine": mine, "entries": entries_shown(room.review), **proposals(room)}


def proposals(room):
    return {"episodes": proposed(room.review) if room.is_revealed else []}


def proposals_on_wall(room):
    return paged(room, proposals(room)["episodes"])


def who_proposed(room):
    return answered_at(room)


def supporting(room, participant):
    episodes = proposed(room.review)
    mine = {one.id for one in episodes if any(wish.participant_id == participant.id for wish in one.supports)}
    return {"episodes": episodes, "mine": mine}


def choice(room):
    return {
        "episodes": by_support(proposed(room.review)),
        "lacking": about_the_set(room.review),
        "reason": room.review.no_good_practice_reason,
        "band_of": lambda episode: band_of(room, episode),
    }


def choice_on_wall(room):
    """The chosen set first, then the other proposals, with support as a word."""
    episodes = [*chosen(room.review), *(one for one in by_support(proposed(room.review)) if not one.number)]
    return {**paged(room, episodes), "band_of": lambda episode: band_of(room, episode)}


def who_supports(room):
    return {wish.participant_id for one in proposed(room.review) for wish in one.supports}


def by_support(episodes):
    return sorted(episodes, key=lambda one: (-len(one.supports), one.id))


def band_of(room, episode):
    return band(len(episode.supports), len(room.workshop.present))


def paged(room, episodes):
    """One page of a list for the wall, and how many pages there are."""
    pages = -(-len(episodes) // LINES_ON_A_PAGE)
    page = min(room.workshop.wall_page, max(pages - 1, 0))
    first = page * LINES_ON_A_PAGE
    return {"episodes": episodes[first : first + LINES_ON_A_PAGE], "pages": pages, "page": page}
