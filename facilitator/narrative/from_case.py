"""A review prepared from a case file, through the same actions as at the desk."""

from facilitator.narrative.actions import add_entry
from facilitator.reviews.actions import add_agency, add_cast_member, add_position, begin_review


def prepare_from_case(case, key=None):
    """A new review with the agencies, positions, cast and narrative of a case.

    Corrections, episodes and all that follows are left out: a room gives them. Several participants of the same agency
    and role share one position. key: made by the page, so that sending it twice begins one review.
    """
    given = case.review
    review = begin_review(
        given.title,
        given.why,
        given.period,
        given.questions,
        setting=given.setting,
        source=given.source,
        made_up=given.made_up,
        key=key,
    )
    if review.agencies:
        return review
    agencies = {agency.key: add_agency(review, agency.name) for agency in case.agencies}
    for participant in case.participants:
        position_of(agencies[participant.agency], participant.role)
    for member in case.cast:
        add_cast_member(review, member.pseudonym, member.who)
    for entry in case.narrative:
        add_entry(review, agencies[entry.agency], entry.when, entry.source, entry.text)
    return review


def position_of(agency, role):
    """The agency's position with this role, added if it is not there yet."""
    role = " ".join(role.split())
    known = (position for position in agency.positions if position.role.casefold() == role.casefold())
    return next(known, None) or add_position(agency, role)
