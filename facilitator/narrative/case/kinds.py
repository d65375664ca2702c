"""What the parts of a case file have in common: the kinds of things that are referred to, and lists of them."""

from facilitator.narrative.case.form import OneOf, Ref, Text
from facilitator.narrative.case.groups import ListOf, MapOf, part

SHORT = Text(longest=200)
AGENCY, PARTICIPANT, ENTRY, EPISODE, PATTERN = "agency", "participant", "entry", "episode", "pattern"


def many(form, least=0):
    """A list of these, empty unless at least one is needed; words and references stand in it once."""
    whole = ListOf(form, least, distinct=isinstance(form, Ref | OneOf))
    return part(whole) if least else part(whole, default=())


def by_participant(form):
    return part(MapOf(Ref(PARTICIPANT), form), default_factory=dict)
