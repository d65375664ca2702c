"""Words whose author is not stored: put into a box, and opened together at the reveal. (trust.md, 4; decisions/0008)

A slip in the box has a random place and no time. At the reveal all slips of a step become statements at once, numbered
in the order of their random places. What comes later waits until enough of it can join together.
"""

import hashlib

from sqlalchemy import event, select, update

from facilitator.access.actions import log
from facilitator.access.opening import ALPHABET
from facilitator.copies.wishes import renew_copies_after_this
from facilitator.db import db, now
from facilitator.live.announcements import announce
from facilitator.perspectives.actions import check_key, check_words, next_number
from facilitator.perspectives.just_given import remember_given
from facilitator.perspectives.models import WITHOUT_WORDS, Slip, Statement
from facilitator.refusal import Conflict, NotFound, Refused
from facilitator.workshops import tally
from facilitator.workshops.models import Visit, Workshop

FEWEST_LATE = 3  # late words that join one by one would show who was typing just then
SIGNS_OF_A_CODE = 12
OTHER_WORDS = "Other words were saved under this page before. Both are kept; please load the page again."

NO_SUCH_CODE = (
    "No words in this workshop have that code. Please check its twelve characters. When the record has closed, no code "
    "leads to words any more."
)


def put_in(participant, room, question, text, key, labelled, replaces=None, beside=""):
    """Keep words without their author. Returns the code by which only who holds it can change or withdraw them.

    key: 32 hexadecimal signs made by the phone, of which only what follows from its hash is stored; the same key
    again with the same words writes nothing. labelled: agency or unlabelled. replaces: the statement without an
    author that these words correct. beside: what else the stage asks for, in the form of its kind. Refused when
    blank or longer than 10,000 signs; 409 for other words under a key.
    """
    check_key(key)
    code = code_of(key)
    if is_in(key, receipt_of(code), text):
        return code
    check_words(text)
    asked = room.stage.question(question)
    if asked is None:
        raise Refused("This stage does not ask that question any more. Please load the page again.")
    slip = Slip(
        workshop_id=room.workshop.id,
        stage=room.stage.slug,
        episode_id=room.step.episode_id,
        question=question,
        asked=asked.ask,
        labelled=labelled,
        agency_id=participant.position.agency_id if labelled == "agency" else None,
        text=text,
        receipt=receipt_of(code),
        replaces=replaces,
        beside=beside,
    )
    db.session.add(slip)
    db.session.flush()
    remember_given(slip)
    tally.mark(room, participant, question)
    return code


def stay_silent(participant, room, answer, question=""):
    """An answer without words where words carry no position: counted, and written down nowhere."""
    if answer not in WITHOUT_WORDS:
        raise Refused("That is not one of the answers.")
    tally.mark(room, participant, question, answer)


def code_of(key):
    """The code that follows from a phone's key: twelve signs that can be copied on to a slip of paper."""
    number = int.from_bytes(hashlib.sha256(f"code {key}".encode()).digest())
    signs = []
    for _ in range(SIGNS_OF_A_CODE):
        number, place = divmod(number, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def receipt_of(code):
    """What is stored of a code: its hash. Case, spaces and dashes do not matter."""
    plain = "".join(sign for sign in code.upper() if sign in ALPHABET)
    return hashlib.sha256(f"receipt {plain}".encode()).hexdigest()


def is_in(key, receipt, text):
    """Whether these words were taken already, with their author or without. Refused when those were others."""
    found = [select(Slip).filter_by(receipt=receipt), select(Statement).filter_by(receipt=receipt)]
    found = [db.session.scalar(query) for query in [*found, select(Statement).filter_by(key=key)]]
    earlier = next((one for one in found if one), None)
    if earlier and earlier.text != text:
        raise Conflict(OTHER_WORDS)
    return earlier is not None


def open_box(room):
    """Make statements of all slips of this step, together. Late ones wait for each other while the workshop is open."""
    slips = slips_at(room)
    late = was_opened(room)
    if late and room.workshop.is_open and len(slips) < FEWEST_LATE:
        return
    given_at = time_of(room)
    for slip in slips:
        statement = statement_of(slip, room.review, given_at, held_at=given_at if late else None)
        db.session.add(statement)
        db.session.flush()
        if slip.beside:
            room.kind.from_box(room, statement, slip.beside)
        db.session.delete(slip)
    db.session.flush()
    event.listen(db.session, "after_commit", empty_the_journal, once=True)
    # Copies of minutes ago would tell in which order the slips came.
    renew_copies_after_this()


def statement_of(slip, review, given_at, held_at):
    kept = ("workshop_id", "stage", "episode_id", "question", "asked", "labelled", "agency_id", "text", "receipt")
    return Statement(
        review_id=review.id,
        number=next_number(review),
        given_at=given_at,
        held_at=held_at,
        replaces_id=slip.replaces_id,
        **{name: getattr(slip, name) for name in kept},
    )


def slips_at(room):
    """The slips in the box of this step, in the order of their random places."""
    found = select(Slip).filter_by(workshop_id=room.workshop.id, stage=room.stage.slug)
    found = found.where(Slip.episode_id.is_not_distinct_from(room.step.episode_id))
    return db.session.scalars(found.order_by(Slip.id)).all()


def was_opened(room):
    """Whether slips of this step have become statements before."""
    found = select(Statement.id).filter_by(workshop_id=room.workshop.id, stage=room.stage.slug)
    found = found.where(Statement.episode_id.is_not_distinct_from(room.step.episode_id))
    return db.session.scalar(found.where(Statement.labelled != "position").limit(1)) is not None


def time_of(room):
    """The only time that words without an author have: when the group first came to their step."""
    found = select(Visit.began_at).filter_by(workshop_id=room.workshop.id, stage=room.stage.slug)
    found = found.where(Visit.episode_id.is_not_distinct_from(room.step.episode_id)).order_by(Visit.id)
    return db.session.scalar(found.limit(1)) or room.workshop.opened_at


def empty_the_journal(_):
    """The journal beside the file holds the order in which slips came. Never waits: another reader may be at it."""
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("PRAGMA busy_timeout = 10000")


def wait_late(room):
    """Whether enough late words without an author wait at this step to be let in together."""
    return was_opened(room) and len(slips_at(room)) >= FEWEST_LATE


def let_in_together(room, by="facilitator"):
    """Let in the late words without an author of a step. Refused while there are too few to hide among each other."""
    if len(slips_at(room)) < FEWEST_LATE:
        raise Refused(f"Fewer than {FEWEST_LATE} are waiting. They join the record when the workshop closes.")
    slips = {slip.receipt for slip in slips_at(room)}
    open_box(room)
    for one in db.session.scalars(select(Statement).where(Statement.receipt.in_(slips))):
        one.let_in_at = now()
    log(room.review, "let in together", role=by, stage=room.stage.slug, statements=len(slips))
    announce(room.workshop, "statements-changed")


def find_by_words_code(workshop, code):
    """The slip or statement whose code this is. Refused when there is none: nothing else leads to it."""
    receipt = receipt_of(code)
    for model in (Slip, Statement):
        if found := db.session.scalar(select(model).filter_by(workshop_id=workshop.id, receipt=receipt)):
            return found
    raise NotFound(NO_SUCH_CODE)


def destroy_codes(review):
    """From now on no code leads to words without an author: neither their writer nor who finds a phone can tie them.

    What is stored of the codes cannot be brought back. A phone that sends once more what was saved before gives new
    words then, which wait for the facilitator.
    """
    ours = select(Workshop.id).filter_by(review_id=review.id)
    db.session.execute(update(Statement).filter_by(review_id=review.id).values(receipt=None))
    db.session.execute(update(Slip).where(Slip.workshop_id.in_(ours)).values(receipt=None))
    event.listen(db.session, "after_commit", empty_the_journal, once=True)
    renew_copies_after_this()


def correct_by_code(participant, room_of, code, text, key):
    """Put other words in the place of one's own. In the box the slip is changed; after the reveal a new version waits.

    room_of: function(workshop, stage, episode id) → Room. Returns the code that now stands for the words.
    """
    found = find_by_words_code(participant.workshop, code)
    if isinstance(found, Slip):
        check_words(text)
        found.text = text
        renew_copies_after_this()
        return code
    room = room_of(participant.workshop, found.stage, found.episode_id)
    return put_in(participant, room, found.question, text, key, found.labelled, replaces=found)
