"""Forming small groups, ending them, handing on who writes, and writing down what somebody in the group said."""

import random

from facilitator.access.actions import log
from facilitator.db import now
from facilitator.groups.asking import group_of, groups_of, in_none, questions_in_words
from facilitator.groups.forming import FEWEST, LARGEST, SMALLEST, mix
from facilitator.live.announcements import announce
from facilitator.perspectives.actions import give_statement
from facilitator.refusal import Refused


def form_groups(workshop, size):
    """Put everybody who is here into small mixed groups, anew if there are some, and show them on the wall.

    size: about how many in each, 3 to 6. Refused when it is another, or when fewer than four people are here.
    """
    if size not in range(SMALLEST, LARGEST + 1):
        raise Refused(f"Please choose groups of {SMALLEST} to {LARGEST} people.")
    if len(workshop.present) < FEWEST:
        raise Refused("Small groups need at least four people in the room.")
    groups = mix(workshop.present, size)
    for number, members in enumerate(groups, 1):
        for one in members:
            one.small_group, one.writes_for_group = number, False
        choose_writer(members)
    workshop.groups_on_wall_at = now()
    log(workshop.review, "groups formed", groups=len(groups))
    changed(workshop)


def choose_writer(members):
    """One phone of the group, by chance; none where nobody has one."""
    with_phone = [one for one in members if not one.without_phone]
    if with_phone:
        random.SystemRandom().choice(with_phone).writes_for_group = True


def take_in_late(workshop):
    """Put those who came later into the smallest groups. Nothing happens where there is nobody."""
    late = in_none(workshop)
    for one in late:
        smallest = min(groups_of(workshop), key=lambda group: len(group.members))
        one.small_group = smallest.number
        one.writes_for_group = smallest.writer is None and not one.without_phone
    if late:
        log(workshop.review, "late in groups", people=len(late))
        changed(workshop)


def hand_on(participant):
    """From now on this phone writes for its group. Twice is once. Refused without a group or without a phone."""
    group = group_of(participant)
    if group is None or participant.without_phone:
        raise Refused("Only the phone of somebody in the group can write for it.")
    if participant.writes_for_group:
        return
    for one in group.members:
        one.writes_for_group = one is participant
    log(participant.workshop.review, "group phone", seat=participant.number)
    changed(participant.workshop)


def end_groups(workshop):
    """The room works together again. What was written stays. Twice is once."""
    if not any(one.small_group for one in workshop.participants):
        return
    for one in workshop.participants:
        one.small_group, one.writes_for_group = None, False
    workshop.groups_on_wall_at = None
    log(workshop.review, "groups ended")
    changed(workshop)


def turn_on_wall(workshop):
    """Show the groups on the wall, or what the stage shows again."""
    workshop.groups_on_wall_at = None if workshop.groups_on_wall_at else now()
    workshop.wall_page = 0
    log(workshop.review, "groups on the wall" if workshop.groups_on_wall_at else "groups off the wall")
    announce(workshop, "stage-changed")


def changed(workshop):
    """Phones compare places, so the place changes with the groups."""
    workshop.groupings += 1
    workshop.wall_page = 0
    announce(workshop, "stage-changed")


def write_for(writer, number, room, question, text, key):
    """Keep what somebody in the group said, under their own position. They are told, and may correct or withdraw it.

    number: of the seat whose words these are. It shows the writer nothing of what that person gave before.
    Refused when the writer's phone does not write for that person's group, where words carry no position, and for a
    question that is not answered in words alone.
    """
    group = group_of(writer) if writer.writes_for_group else None
    if group is None:
        raise Refused("Another phone writes for your group now.")
    member = next((one for one in group.members if one.number == number), None)
    if member is None:
        raise Refused("Please choose whose words these are.")
    if room.is_authorless:
        raise Refused("Words here carry no position, so each writes on their own phone.")
    if question not in {one.key for one in questions_in_words(room)}:
        raise Refused("At this stage each answers on their own phone.")
    return give_statement(member, room, question, text, key, in_group=group.number)
