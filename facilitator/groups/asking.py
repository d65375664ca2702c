"""Named questions about small groups: who is in which, whose phone writes, who is in none."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """number: counted from 1. members: participants who are here. writer: whose phone writes, or None."""

    number: int
    members: list
    writer: object = None


def told_apart(members):
    """(participant, what to call them) for each: the role; the agency too where two share a role; else the seat."""
    roles, labels = (Counter(name(one) for one in members) for name in (role_of, label_of))
    return [(one, shortest(one, roles, labels)) for one in members]


def shortest(one, roles, labels):
    if roles[role_of(one)] == 1:
        return role_of(one)
    return label_of(one) if labels[label_of(one)] == 1 else f"{role_of(one)}, seat {one.number}"


def role_of(participant):
    return participant.position.role


def label_of(participant):
    return participant.position.label


def groups_of(workshop):
    """The small groups that stand now, in their order; none when the room works together."""
    here = [one for one in workshop.present if one.small_group]
    numbers = sorted({one.small_group for one in here})
    return [group_among(here, number) for number in numbers]


def group_among(people, number):
    members = [one for one in people if one.small_group == number]
    return Group(number, members, next((one for one in members if one.writes_for_group), None))


def group_of(participant):
    """The small group of a participant, or None."""
    return group_among(participant.workshop.present, participant.small_group) if participant.small_group else None


def in_none(workshop):
    """Who is here and in no group, while groups stand: they came later."""
    return [one for one in workshop.present if not one.small_group] if groups_of(workshop) else []


def questions_in_words(room):
    """The questions of this step that are answered in words alone."""
    return [one for one in room.stage.questions if not one.choices] if room.kind.templates == "perspectives" else []
