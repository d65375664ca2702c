"""Turning points and the choice of episodes, on phone, wall and console."""

from sqlalchemy import select

from facilitator.db import db
from facilitator.episodes.asking import about_the_set, chosen, proposed_by, shown
from facilitator.episodes.models import Episode, Support
from facilitator.episodes.paging import in_pages, page_shown
from facilitator.narrative.asking import entries_shown
from facilitator.perspectives.asking import answered_at, silences_at
from facilitator.perspectives.box import slips_at
from facilitator.reviews.small_groups import SMALLEST_GROUP
from facilitator.workshops import tally
from facilitator.workshops.labels import names_somebody, promise
from facilitator.workshops.room import band

SIGNS_ON_A_LINE, LINES_ON_A_PAGE = 64, 10  # of the wall
BESIDE_A_TITLE = 20  # signs that a date, a number or a band takes


def proposing(room, participant):
    """For the phone: what I proposed, and after the reveal what everybody did."""
    return {
        "mine": proposed_by(participant),
        "entries": entries_shown(room.review),
        "silence": silence_of(room, participant),
        "gave": room.is_authorless and "why" in tally.answers_of(room, participant),
        "promise": promise(room, participant),
        "names_somebody": names_somebody(room, participant),
        **proposals(room),
    }


def silence_of(room, participant):
    """The answer without words that a participant gave for the whole step, or None."""
    if room.is_authorless:
        return tally.answers_of(room, participant).get("")
    own = (one for one in silences_at(room) if one.participant_id == participant.id)
    return next((one.answer for one in own if one.question == ""), None)


def proposals(room):
    return {"episodes": shown(room.review) if room.is_revealed else []}


def proposals_on_console(room):
    return {**proposals(room), "few_written": room.is_authorless and len(slips_at(room)) < SMALLEST_GROUP}


def proposals_on_wall(room):
    return on_wall(room, proposals(room)["episodes"])


def who_proposed(room):
    return answered_at(room)


def supporting(room, participant):
    """For the phone: the proposals the room may see, and which of them I want."""
    episodes = shown(room.review)
    mine = {one.id for one in episodes if any(wish.participant_id == participant.id for wish in one.supports)}
    return {"episodes": episodes, "mine": mine, "silence": silence_of(room, participant)}


def choice(room):
    return {
        "episodes": set_first(room),
        "earlier": one_place_earlier(chosen(room.review)),
        "lacking": about_the_set(room.review),
        "reason": room.review.no_good_practice_reason,
    }


def choice_on_wall(room):
    """The chosen set first, then the other proposals, with support as a word once it is revealed."""
    return {**on_wall(room, set_first(room)), "band_of": lambda episode: band_of(room, episode)}


def set_first(room):
    """The chosen in their order, then the rest in order of time; once revealed, those most people want first.

    Before the reveal the order says nothing of what people want, neither to the room nor to who leads it.
    """
    rest = [episode for episode in shown(room.review) if not episode.number]
    if room.is_revealed:
        rest.sort(key=lambda one: -len(one.supports))
    return [*chosen(room.review), *rest]


def one_place_earlier(episodes):
    """For each episode but the first: the ids of all of them with it one place further up."""
    ids = [episode.id for episode in episodes]
    return {
        ids[place]: [*ids[: place - 1], ids[place], ids[place - 1], *ids[place + 1 :]] for place in range(1, len(ids))
    }


def who_supports(room):
    wishes = select(Support.participant_id).join(Support.episode).where(Episode.review_id == room.review.id)
    return {*db.session.scalars(wishes), *(silence.participant_id for silence in silences_at(room))}


def band_of(room, episode):
    return band(len(episode.supports), len(room.workshop.present))


def on_wall(room, episodes):
    def length(episode):
        return len(episode.title) + BESIDE_A_TITLE

    return page_shown(room, in_pages(episodes, length, SIGNS_ON_A_LINE, LINES_ON_A_PAGE))
