"""What somebody sends must fit the step it names: its stage, its episode, its question. (trust.md, 2)

A phone's own pages send nothing else, so whatever does not fit was made by hand, or the script has changed meanwhile.
It is refused before anything is written: words kept at a question of another kind would belong to nothing.
"""

from facilitator.perspectives.choosing import choices_asked, is_kept
from facilitator.refusal import Refused
from facilitator.workshops.room import Room, script_of

NOT_ASKED = "This stage does not ask that question any more. Please load the page again."


def room_named(workshop, stage, episode_id=None):
    """The step that words name. Refused when the script of their workshop has no such stage."""
    if stage and script_of(workshop).stage(stage) is None:
        raise Refused(NOT_ASKED)
    return Room.of(workshop, stage, episode_id)


def check_episode(room, episode_id):
    """Refused when an episode is named at a stage that is about none.

    One that is unknown here, as after going back to an older copy, is no mistake: such words are kept and held.
    """
    if episode_id is not None and not room.kind.per_episode:
        raise Refused("This stage is not about an episode. Please load the page again.")


def check_kind(room, kind):
    """Refused at a stage of another kind than the answer is for."""
    if room.kind.name != kind:
        raise Refused(NOT_ASKED)


def check_in_words(room, question):
    """Refused unless this step asks the question, and is content with words for an answer."""
    asked = room.stage.question(question)
    takes_words = room.kind.templates == "perspectives" or question in room.kind.in_words
    if not takes_words or asked is None or is_kept(asked):
        raise Refused(NOT_ASKED)


def check_chosen(room, question):
    """Refused unless this step asks the question among others, with choices that a later noun keeps."""
    if room.kind.templates != "perspectives" or question not in choices_asked(room):
        raise Refused(NOT_ASKED)


def check_pass(room, question):
    """Refused where an answer without words is not offered: to the whole step, or to one question of it."""
    asked = {one.key for one in room.stage.questions}
    known = {"", *(asked if room.kind.templates == "perspectives" else asked.intersection(room.kind.in_words))}
    if not room.kind.may_pass or question not in known:
        raise Refused(NOT_ASKED)
