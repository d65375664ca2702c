"""Giving and correcting words; setting them aside. Taking them back is in withdrawing.py, their box in box.py."""

from sqlalchemy import bindparam, select, update

from facilitator.access.acting import acting_role
from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import ask_plain, db, now, written
from facilitator.live.announcements import announce
from facilitator.perspectives.asking import own_at, own_silences_at
from facilitator.perspectives.just_given import remember_given
from facilitator.perspectives.models import WITHOUT_WORDS, Abstention, SetAside, Star, Statement
from facilitator.refusal import Conflict, Refused
from facilitator.reviews.models import Review
from facilitator.workshops.actions import refuse_in_conversation
from facilitator.workshops.room import Room

NEXT_NUMBER = (
    update(Review.__table__)
    .where(Review.__table__.c.id == bindparam("review"))
    .values(statements_given=Review.__table__.c.statements_given + 1)
    .returning(Review.__table__.c.statements_given)
)
# Every save asks it, and nearly always in vain.
UNDER_KEY = select(Statement.id).where(Statement.key == bindparam("key"))


def give_statement(
    participant, room, question, text, key, replaces=None, announcing="statements-changed", in_group=None
):
    """Keep the exact words a participant gave to one question at one step.

    question: the key of a question of the stage. key: 32 hexadecimal signs made by the phone; the same key again
    with the same words writes nothing and returns the same statement, with other words it is refused (409).
    in_group: the number of the small group whose phone wrote it down.
    replaces: the participant's earlier statement that this one corrects. Words that come after their stage has closed,
    or were begun before a reveal and sent after it, are kept and held for the facilitator. Refused when blank or longer
    than 10,000 signs.
    """
    check_key(key)
    if again := given_before(key, participant, text):
        return again
    check_words(text)
    asked = room.stage.question(question)
    if asked is None:
        raise Refused("This stage does not ask that question any more. Please load the page again.")
    # Who was not involved can still be surprised, or say what colleagues would have done.
    forget_abstention(participant, room, question, all_of_it=not (asked.choices or question in room.kind.in_words))
    statement = written(
        Statement,
        key=key,
        review_id=room.review.id,
        number=next_number(room.review),
        workshop_id=room.workshop.id,
        participant_id=participant.id,
        position_id=participant.position_id,
        labelled="position",
        stage=room.stage.slug,
        question=question,
        asked=asked.ask,
        episode_id=room.step.episode_id,
        text=text,
        given_at=now(),
        replaces_id=replaces and replaces.id,
        held_at=now() if room.holds_words else None,
        in_group=in_group,
    )
    if replaces:
        db.session.expire(replaces, ["replaced_by"])
    remember_given(statement)
    own_at(room, participant)[question] = statement
    announce(room.workshop, announcing)
    if statement.held_at:
        # Whoever leads hears of late words at whichever step the group is.
        announce(room.workshop, "statements-changed")
    return statement


def check_key(key):
    if len(key) != 32 or not all(sign in "0123456789abcdef" for sign in key):
        raise Refused("This page is incomplete. Please load it again; what you typed is kept on your phone.")


def given_before(key, participant, text):
    """The statement already given under this key, or None. Refused when the words are others."""
    found = ask_plain(UNDER_KEY, {"key": key}).scalar()
    if found is None:
        return None
    earlier = db.session.get(Statement, found)
    own = earlier.participant_id == participant.id
    if not own or earlier.text != text:
        sentence = "Other words were saved under this page before. Both are kept; please load the page again."
        raise Conflict(sentence, saved=earlier.text if own else None)
    return earlier


def check_words(text):
    if not text.strip():
        raise Refused("Please write a few words first, or choose one of the answers without words.")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"That is {len(text):,} characters; at most {LONGEST_WORDS:,} fit. Please give it in two parts.")


def next_number(review):
    """The next statement number of the review. The row is locked by the update, so no number is given twice."""
    return db.session.connection().scalar(NEXT_NUMBER, {"review": review.id})


def answer_without_words(participant, room, answer, question=""):
    """Not involved, don't know, or rather not say, to one question or to the whole step. Twice is once."""
    if answer not in WITHOUT_WORDS:
        raise Refused("That is not one of the answers.")
    standing = own_silences_at(room, participant).get(question)
    if standing is None:
        standing = Abstention(participant=participant, question=question, **room.step.columns)
        db.session.add(standing)
        own_silences_at(room, participant)[question] = standing
    standing.answer, standing.given_at = answer, now()
    announce(room.workshop, "statements-changed")
    return standing


def forget_abstention(participant, room, question, all_of_it=True):
    """Who writes after all is no longer silent on this question, nor uninvolved (all_of_it)."""
    silent = own_silences_at(room, participant)
    for silent_on in {question, ""} & silent.keys() if all_of_it else {question} & silent.keys():
        db.session.delete(silent.pop(silent_on))


def set_aside(statement, reason, by=None):
    """Take a statement out of the shared picture, with the reason on record. The words stay. Refused without one."""
    if not reason.strip():
        raise Refused("Please give a reason. It stays beside the words in the record.")
    if statement.set_aside is None:
        statement.set_aside = SetAside(reason=reason.strip(), by=by or acting_role())
        log(statement.review, "set aside", role=by, statement=statement.number_label)
        announce(statement.workshop, "statements-changed")
        announce(statement.workshop, "acts-changed")


def take_back(statement, by=None):
    """Bring a statement that was set aside back into the shared picture."""
    if statement.set_aside is not None:
        statement.set_aside = None
        log(statement.review, "taken back", role=by, statement=statement.number_label)
        announce(statement.workshop, "statements-changed")
        announce(statement.workshop, "acts-changed")


def star(statement):
    if statement.star is None:
        statement.star = Star()
        announce(statement.workshop, "statements-changed")


def unstar(statement):
    if statement.star is not None:
        statement.star = None
        announce(statement.workshop, "statements-changed")


def hold_back(statement, by="facilitator"):
    """Keep a statement from being shown, because it seems to hold a name. Twice is once.

    Its giver is asked to correct it. Nobody else reads it, facilitators included, until it is let in.
    """
    if not statement.is_held:
        statement.held_at = statement.held_back_at = now()
        statement.let_in_at = None
        log(statement.review, "held back", role=by, statement=statement.number_label)
        announce(statement.workshop, "statements-changed")


def ask_to_correct(statement, by="facilitator"):
    """Ask whoever gave these words to look at them again. Their words are not touched. Twice is once."""
    if statement.correction_asked_at is None and statement.participant_id:
        statement.correction_asked_at = now()
        log(statement.review, "asked to correct", role=by, statement=statement.number_label)
        announce(statement.workshop, "statements-changed")


def let_in(statement, by=None):
    """Let in words that came after their stage had closed. Refused for words of a conversation: those are agreed."""
    refuse_in_conversation(Room.of(statement.workshop))
    count_from_now(statement, by)


def count_from_now(statement, by=None):
    """The wait of a statement ends. Twice is once."""
    if statement.is_held:
        statement.let_in_at = now()
        log(statement.review, "let in", role=by, statement=statement.number_label)
        announce(statement.workshop, "statements-changed")
        announce(statement.workshop, "acts-changed")
