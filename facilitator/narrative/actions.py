"""Adding, correcting and disputing entries of the narrative. The only place that writes them."""

from sqlalchemy import func, select

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db, new_key
from facilitator.live.announcements import announce
from facilitator.narrative.dates import read_when
from facilitator.narrative.models import Dispute, Entry
from facilitator.narrative.sources import SOURCES
from facilitator.refusal import Refused, about_field


def add_entry(review, agency, when, source, text, *, position=None, statement=None, replaces=None, key=None):
    """Add one line to an agency's lane.

    when: a date or EDTF text. source: a kind from sources.py. position, statement: who said it in the room,
    and where; the words are then the statement's. replaces: the entry this one corrects. key: made by the page, so that
    sending it twice adds one entry. Refused when a date, a source or words are missing. (method.md, 5: narrative)
    """
    if key and (added := db.session.scalar(select(Entry).filter_by(key=key))):
        return added
    entry = Entry(
        key=key or new_key(),
        review=review,
        number=next_number(review),
        agency=agency,
        position=position,
        statement=statement,
        replaces=replaces,
        text="" if statement else text,
        **checked(when, source, text),
    )
    db.session.add(entry)
    db.session.flush()
    if statement is None:
        log(review, "entry added", entry=entry.number_label)
    tell(review)
    return entry


def correct_entry(entry, when, source, text, *, position=None, statement=None, key=None):
    """Put another version in an entry's place. The first version stays on record."""
    return add_entry(
        entry.review, entry.agency, when, source, text,
        position=position, statement=statement, replaces=entry, key=key,
    )  # fmt: skip


def dispute_entry(entry, position, statement):
    """Keep that somebody knows an entry differently. Both accounts stay. A second time does nothing."""
    standing = next((dispute for dispute in entry.disputes if dispute.statement_id == statement.id), None)
    if standing:
        return standing
    dispute = Dispute(position=position, statement=statement)
    entry.disputes.append(dispute)
    db.session.flush()
    tell(entry.review)
    return dispute


def rewrite_entry(entry, agency, when, source, text):
    """Change an entry while preparing: in place as long as no group has met over it, else as a correction.

    Refused for what was said in a room: nobody rewords what others have answered. (method.md, 11)
    """
    if entry.statement:
        raise Refused("These are a participant’s own words. They can correct them, or you can set them aside.")
    if entry.review.workshops:
        return add_entry(entry.review, agency, when, source, text, replaces=entry)
    for name, value in checked(when, source, text).items():
        setattr(entry, name, value)
    entry.agency, entry.text = agency, text
    log(entry.review, "entry changed", entry=entry.number_label)
    return entry


def remove_entry(entry):
    """Take out an entry that was typed in by mistake. Refused once a group has met: then it can only be corrected."""
    review, number = entry.review, entry.number_label
    if review.workshops:
        # The group may have seen it by now, and what was seen is never unsaid.
        raise Refused(f"A workshop has been opened on this narrative, so {number} stays on record. You can correct it.")
    db.session.delete(entry)
    db.session.flush()
    log(review, "entry removed", entry=number)


def keep_rows(review, rows, key=None):
    """Add the good rows of an imported sheet, all or none. rows: narrative.sheets.Row, checked already.

    key: made by the page for the first of them, so that sending it twice adds them once. Refused without a row.
    """
    if not rows:
        raise Refused("There is no row that could be kept. Put the sheet right and choose it again.")
    if key and db.session.scalar(select(Entry).filter_by(key=key)):
        return
    entries = [entry_of(review, row, number) for number, row in enumerate(rows, next_number(review))]
    if key:
        entries[0].key = key
    db.session.add_all(entries)
    db.session.flush()
    log(review, "entries imported", entries=len(rows))
    tell(review)


def entry_of(review, row, number):
    when = {"when": row.when.edtf, "earliest": row.when.earliest, "latest": row.when.latest}
    return Entry(review=review, number=number, agency=row.agency, source=row.source, text=row.text, **when)


def checked(when, source, text):
    """The parts of an entry that can be wrong, as its columns. Refused with a sentence for the first that is."""
    with about_field("when"):
        when = read_when(when)
    if source not in SOURCES:
        told = "Say how this is known: from a record, from memory, from somebody else, or worked out."
        raise Refused(told, field="source")
    if not text.strip():
        raise Refused("Write in a few words what happened.", field="text")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"That is {len(text):,} characters; at most {LONGEST_WORDS:,} fit. Please make it two entries.")
    return {"when": when.edtf, "earliest": when.earliest, "latest": when.latest, "source": source}


def next_number(review):
    return (db.session.scalar(select(func.max(Entry.number)).filter_by(review_id=review.id)) or 0) + 1


def tell(review):
    """Every open workshop of the review draws its lanes again."""
    for workshop in review.workshops:
        if workshop.is_open:
            announce(workshop, "narrative-changed")
