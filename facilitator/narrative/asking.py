"""Named questions about the narrative: which entries count, which the room may see, which lane they are in."""

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from facilitator.db import db
from facilitator.narrative.models import Dispute, Entry
from facilitator.workshops.models import Reveal


def entries_of(review):
    """The entries that count, in order of time: not replaced, not withdrawn, not set aside, not waiting."""
    return current(entry for entry in all_entries(review) if entry.stands)


def entries_shown(review):
    """The entries a whole room may see: those typed in while preparing, and those given in a step since revealed."""
    revealed = reveals(review)
    return current(entry for entry in all_entries(review) if entry.stands and is_shown(entry, revealed))


def entries_for(review, participant):
    """The entries on one participant's phone: those the room may see and their own, even while those wait."""
    revealed = reveals(review)
    return current(
        entry
        for entry in all_entries(review)
        if is_own(entry, participant) or (entry.stands and is_shown(entry, revealed))
    )


def disputes_for(entry, participant, revealed):
    """The disputes of an entry on one participant's phone: those the room may see and their own."""
    return [
        dispute
        for version in [entry, *entry.versions]
        for dispute in version.disputes
        if is_own(dispute, participant) or (dispute.stands and is_shown(dispute, revealed))
    ]


def is_own(spoken, participant):
    """Whether the participant gave it and has not taken it back."""
    given = spoken.last_version
    return bool(given and given.participant_id == participant.id and not given.withdrawn_at)


def disputes_shown(entry, revealed):
    """The disputes of an entry that a whole room may see."""
    return [dispute for dispute in entry.standing_disputes if is_shown(dispute, revealed)]


def all_entries(review):
    """Every entry of the review, replaced and withdrawn ones too, with what is needed to draw it."""
    found = select(Entry).filter_by(review_id=review.id).order_by(Entry.number)
    found = found.options(
        selectinload(Entry.statement),
        selectinload(Entry.disputes).joinedload(Dispute.statement),
    )
    return db.session.scalars(found).all()


def current(entries):
    """Those of the entries that no other of them replaces, sorted by when they begin, when they end, and number."""
    entries = list(entries)
    replaced = {version for entry in entries for version in entry.versions}
    return sorted((entry for entry in entries if entry not in replaced), key=in_time)


def in_time(entry):
    return entry.earliest, entry.latest, entry.number


def reveals(review):
    """The steps of this review whose words the room may see: pairs of workshop id and stage."""
    workshops = [workshop.id for workshop in review.workshops]
    found = select(Reveal.workshop_id, Reveal.stage).where(Reveal.workshop_id.in_(workshops))
    return {tuple(pair) for pair in db.session.execute(found.where(Reveal.undone_at.is_(None)))}


def is_shown(spoken, revealed):
    """Whether words may be shown to the room: always, when they were not given in one. (method.md, 2: respect)"""
    given = spoken.last_version
    return given is None or (given.workshop_id, given.stage) in revealed


def lanes_of(review, entries):
    """Pairs of agency and its entries, every agency of the review once, in its order."""
    return [(agency, [entry for entry in entries if entry.agency_id == agency.id]) for agency in review.agencies]
