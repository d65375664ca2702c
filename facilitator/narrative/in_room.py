"""The narrative while a group works on it: what a participant adds, corrects or disputes, always in their own words."""

from sqlalchemy import select

from facilitator.db import db
from facilitator.narrative.actions import add_entry, checked, correct_entry, dispute_entry
from facilitator.narrative.models import Entry
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.perspectives.actions import give_statement
from facilitator.perspectives.asked_here import check_kind
from facilitator.refusal import NotPermitted, about_field

CHANGED = "narrative-changed"


def add_in_room(participant, room, agency, when, source, text, key):
    """A participant adds an entry, by default to their own agency's lane, in words that are a statement too.

    when: EDTF, or a date in words. key: made by the phone; sent twice it is added once. Refused when a part is missing.
    """
    check_kind(room, "narrative")
    when = as_edtf(when)
    checked(when, source, text)
    statement = give_statement(participant, room, "add", text, key, announcing=CHANGED)
    return entry_given_with(statement) or add_entry(
        room.review, agency, when, source, text, position=participant.position, statement=statement
    )


def correct_in_room(participant, room, entry, when, source, text, key):
    """A participant puts a slip in their own agency's lane right. The first version is kept beside it.

    Refused for the lane of another agency: there one can only say how one knows it. (method.md, 2: several accounts)
    """
    check_kind(room, "narrative")
    if entry.agency_id != participant.agency.id:
        raise NotPermitted("That is another agency’s lane. You can say how you know it instead; both accounts stay.")
    when = as_edtf(when)
    checked(when, source, text)
    own = entry.last_version if entry.last_version and entry.last_version.participant_id == participant.id else None
    statement = give_statement(participant, room, "correct", text, key, replaces=own, announcing=CHANGED)
    return entry_given_with(statement) or correct_entry(
        entry, when, source, text, position=participant.position, statement=statement
    )


def dispute_in_room(participant, room, entry, text, key):
    """A participant says that an entry, in whichever lane, is not how they know it. Both accounts stay."""
    check_kind(room, "narrative")
    with about_field("text"):
        statement = give_statement(participant, room, "dispute", text, key, announcing=CHANGED)
    return dispute_entry(entry, participant.position, statement)


def entry_given_with(statement):
    """The entry that these words gave already, when a phone sends them again."""
    return db.session.scalar(select(Entry).filter_by(statement_id=statement.id))
