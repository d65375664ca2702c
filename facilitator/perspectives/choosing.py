"""An answer chosen from a list about an episode, with a few words beside it if the person likes.

Appraisals and "is this usual" are given this way. A choice is one row per person and may be changed until its stage
closes; the words are a statement like any other. (docs/decisions/0004)
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from sqlalchemy import bindparam, select

from facilitator.db import ask_plain, db, now
from facilitator.live.announcements import announce
from facilitator.perspectives.actions import forget_abstention, give_statement
from facilitator.perspectives.asking import own_at, silences_at, standing_at
from facilitator.perspectives.picture import how_many, shown_in_picture, spread_of, take_picture, waiting_in
from facilitator.refusal import Refused
from facilitator.workshops.models import Participant


@dataclass(frozen=True)
class Choice:
    """A question with choices that stands among others of a stage. The key of the question names the relationship to
    the words beside it, too.

    model: keeps the answers. send_to: the endpoint. closed: function(room) → whether it is no longer asked.
    """

    model: type
    send_to: str
    closed: Callable


among_others = {}


def ask_among_others(key, choice):
    """A later noun says which question with choices it keeps. Doing it twice does nothing."""
    among_others[key] = choice


def choices_asked(room):
    """Key → Choice for the questions with choices of this step, as far as they can be asked here."""
    if room.is_authorless or room.episode is None:
        return {}
    return {one.key: among_others[one.key] for one in room.stage.questions if is_kept(one)}


def is_kept(question):
    """Whether a question of a stage is one whose choices a later noun keeps."""
    return bool(question.choices) and question.key in among_others


def spreads_at(room):
    """Key → (rows, total) for those questions: how the answers of this workshop spread. Only after the reveal."""
    if not room.is_revealed:
        return {}
    found = {key: choices_at(choice.model, room) for key, choice in choices_asked(room).items()}
    return {key: (spread_of(rows, room.stage.question(key).choices), how_many(rows)) for key, rows in found.items()}


def take_pictures(room):
    """At the reveal, and once more when the workshop closes."""
    for choice in choices_asked(room).values():
        take_picture(choices_at(choice.model, room))


def who_chose(room):
    """The ids of the participants who answered any of them."""
    return {who for one in choices_asked(room).values() for who in chosen_by(one.model, room)}


def chosen_by(model, room):
    """The ids of the participants who answered about the episode of this step."""
    asked = {"workshop": room.workshop.id, "episode": room.step.episode_id}
    return {*ask_plain(choosers(model), asked).scalars().all()}


@cache
def choosers(model):
    """The query for who answered about an episode in a workshop. Asked after every change, so put together once."""
    found = select(model.participant_id).join(model.participant)
    return found.where(Participant.workshop_id == bindparam("workshop"), model.episode_id == bindparam("episode"))


def choose(model, words_as, participant, room, answer, text, key):
    """Keep one participant's answer about the episode of this step, and the words beside it if there are any.

    model: Appraisal or Usual. words_as: the key of the question the words answer, also the name of the model's
    relationship to that statement. Refused when the answer is none of the choices, or the stage has closed; words
    that come late with it are kept and held all the same.
    """
    asked = asked_with_choices(room, words_as)
    if asked is None:
        raise Refused("This stage does not ask that question any more. Please load the page again.")
    if answer not in asked.choices:
        raise Refused("Please choose one of the answers first.")
    if room.episode is None:
        raise Refused("No episode has been chosen yet. Please wait for the facilitator.")
    before = own_at(room, participant).get(words_as)
    words = give_beside(participant, room, words_as, text, key)
    row = choice_of(model, participant, room.episode)
    if row and row.answer == answer and words in (None, getattr(row, words_as)):
        return row
    if not room.is_current:
        refuse_unless_held(words if words != before or sent_again(words, key) else None)
        return None
    if row is None:
        row = model(episode=room.episode, participant=participant, position=participant.position)
        db.session.add(row)
    row.answer, row.given_at = answer, now()
    if words:
        setattr(row, words_as, words)
    if asked.key != words_as:
        # Who was not involved can still tell what colleagues would have done.
        forget_abstention(participant, room, "")
    if room.is_revealed:
        db.session.flush()
        take_picture(choices_at(model, room))
    announce(room.workshop, "spread-changed")
    return row


def asked_with_choices(room, words_as):
    """The question whose answer is chosen: the one of that key where it stands among others, else the only one."""
    asked = room.stage.question(words_as)
    if asked and asked.choices:
        return asked
    return next((question for question in room.stage.questions if question.choices), None)


def give_beside(participant, room, question, text, key):
    """The statement of the words beside a choice, or None when there are none or they have not changed."""
    if not text.strip():
        return None
    earlier = own_at(room, participant).get(question)
    if earlier and earlier.text == text:
        return earlier
    return give_statement(participant, room, question, text, key, replaces=earlier, announcing="spread-changed")


def sent_again(words, key):
    """Whether a phone sends once more what was kept before: its answer was lost."""
    return words is not None and words.key == key


def refuse_unless_held(words):
    """words: those that came just now and wait, or None when nothing new came."""
    if not words:
        raise Refused("The group has moved on, so this answer is no longer asked. The facilitator can go back to it.")


def choice_of(model, participant, episode):
    """The row of what one participant answered about an episode, or None."""
    return db.session.scalar(own_choice(model), {"episode": episode.id, "participant": participant.id})


def choice_made(model, participant, episode):
    """Their answer alone, to be drawn and not changed, or None."""
    own = {"episode": episode.id, "participant": participant.id}
    return ask_plain(own_answer(model), own).one_or_none()


@cache
def own_answer(model):
    """The query for it. Every phone's page asks it."""
    return own_choice(model).with_only_columns(model.answer)


@cache
def own_choice(model):
    """The query for what one participant answered about an episode, put together once."""
    own = model.episode_id == bindparam("episode"), model.participant_id == bindparam("participant")
    return select(model).where(*own)


def choices_at(model, room):
    """The answers this workshop gave about the episode of this step."""
    if room.episode is None:
        return []
    found = select(model).join(model.participant).where(Participant.workshop_id == room.workshop.id)
    return db.session.scalars(found.filter(model.episode_id == room.episode.id).order_by(model.id)).all()


def last_version(words):
    """The words beside a choice as their giver last put them; None when there are none."""
    return words and words.newest


def choosing_kind(model, words_as, **settings):
    """What phone, wall and console of such a stage draw, as settings for a Kind."""

    def labels(room):
        return next(question.choices for question in room.stage.questions if question.choices)

    def phone(room, participant):
        mine = choice_of(model, participant, room.episode) if room.episode else None
        own = (one for one in silences_at(room) if one.participant_id == participant.id)
        silence = next((one.answer for one in own if one.question == ""), None)
        words = last_version(mine and getattr(mine, words_as))
        return {"mine": mine, "words": words, "silence": silence, **settings, **shown(room)}

    def shown(room):
        if not room.is_revealed:
            return {"rows": []}
        rows = choices_at(model, room)
        seen = {"given": shown_in_picture(rows), "total": how_many(rows), "waiting": bool(waiting_in(rows))}
        return {**seen, "rows": spread_of(rows, labels(room)), "labels": labels(room)}

    def console(room):
        return {**shown(room), "statements": standing_at(room) if room.is_revealed else []}

    def opened(room):
        take_picture(choices_at(model, room))

    def answered(room):
        return chosen_by(model, room) | {silence.participant_id for silence in silences_at(room)}

    return {
        "per_episode": True,
        "hidden": True,
        "may_pass": True,
        "phone": phone,
        "wall": shown,
        "console": console,
        "answered": answered,
        "opened": opened,
        "redraw": ("spread-changed", "statements-changed"),
    }
