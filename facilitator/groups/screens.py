"""What wall and phones show of small groups."""

from math import ceil

from facilitator.groups.asking import group_of, groups_of, questions_in_words, told_apart
from facilitator.perspectives.asking import own_at

ON_A_SCREEN = 3  # groups, each with six people at most, at the wall's reading size


def wall(room, own):
    """The groups, while the facilitator shows them. own: function() → what the stage draws."""
    groups = groups_of(room.workshop) if room.workshop.groups_on_wall_at else []
    if not groups:
        return own()
    pages = ceil(len(groups) / ON_A_SCREEN)
    page = min(room.workshop.wall_page, pages - 1)
    shown = groups[page * ON_A_SCREEN : (page + 1) * ON_A_SCREEN]
    return {"heading": "Small groups", "drawn_by": "groups/_wall.html", "groups": shown, "pages": pages, "page": page}


def phone(room, participant):
    """For the phone of somebody in a group: who sits with them, and whose phone writes."""
    group = group_of(participant)
    if group is None:
        return {}
    return {"group": group, "members": told_apart(group.members), "can_write_here": can_write(room)}


def can_write(room):
    """Whether this step asks for words in which a position may be carried."""
    return bool(questions_in_words(room)) and not room.is_authorless and room.workshop.is_open


def how_often_formed(room):
    return room.workshop.groupings


def leave_the_wall(room):
    """The group moves on, and the wall with it."""
    if room.workshop.groups_on_wall_at:
        room.workshop.groups_on_wall_at = None


def written_for(room, participant):
    """Tell somebody what was written down in their name at this step."""
    if not participant.small_group:
        return []
    own = [one for one in own_at(room, participant).values() if one.in_group]
    return [f"{one.number_label} was written down for you by your group’s phone. Is it right?" for one in own]
