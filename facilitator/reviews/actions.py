"""Preparing a review: its purpose, its agencies and positions, its cast. The only place that writes them."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from facilitator.access.actions import log
from facilitator.config import LONGEST_TITLE, LONGEST_WORDS
from facilitator.db import db, new_key
from facilitator.refusal import Refused
from facilitator.reviews.letters import letter_for
from facilitator.reviews.models import Agency, CastMember, Position, Review, ReviewQuestion
from facilitator.reviews.settings import DEFAULT, known_setting

COLOURS = 12
LONGEST_PERIOD = 80


def begin_review(title, why="", period="", questions=(), *, setting=DEFAULT, source="", made_up="", key=None):
    """A new review with its purpose. (method.md, 4: scope)

    period: EDTF where it can be, else as people say it; it is only ever shown. questions: blank ones are left out.
    source, made_up: where a prepared case comes from and what in it was made up. key: made by the page, so that
    sending it twice begins one review. setting: the slug of one of reviews.settings. Refused when the title is blank,
    something is too long, or there is no such setting.
    """
    if key and (begun := db.session.scalar(select(Review).filter_by(key=key))):
        return begun
    review = Review(key=key or new_key(), source=source, made_up=made_up)
    write_purpose(review, title, why, period, questions, setting)
    db.session.add(review)
    db.session.flush()
    log(review, "review begun")
    return review


def change_purpose(review, title, why, period, questions, setting):
    """Put others in place of title, why, period, questions and setting. Refused as when the review was begun."""
    write_purpose(review, title, why, period, questions, setting)
    log(review, "purpose changed")


def write_purpose(review, title, why, period, questions, setting):
    review.setting = known_setting(setting)
    review.title = one_line(title, "Give the review a title: neutral, and without names.")
    review.why = within_limits(why)
    review.period = " ".join(period.split())
    if len(review.period) > LONGEST_PERIOD:
        raise Refused(f"Give the period in at most {LONGEST_PERIOD} characters, such as “2019-03-01/2019-03-20”.")
    asked = [within_limits(question) for question in questions if question.strip()]
    review.questions = [ReviewQuestion(number=number, text=text) for number, text in enumerate(asked, 1)]


def add_agency(review, name):
    """Add an agency. It gets a letter of its own and the colour least used so far.

    Refused when the name is blank, too long, or there already.
    """
    name = one_line(name, "Give the agency’s name, such as “Community midwifery”.")
    refuse_second(name, (agency.name for agency in review.agencies), "agency")
    colours = [agency.colour for agency in review.agencies]
    agency = Agency(
        number=max((agency.number for agency in review.agencies), default=0) + 1,
        name=name,
        letter=letter_for(name, {agency.letter for agency in review.agencies}),
        colour=min(range(COLOURS), key=lambda colour: (colours.count(colour), colour)),
    )
    review.agencies.append(agency)
    db.session.flush()
    log(review, "agency added", agency=agency.letter)
    return agency


def add_position(agency, role):
    """Add a position: how a person is named, never by name. Refused when blank, too long, or there already."""
    role = one_line(role, "Give the role, such as “Health visitor”. Never a person’s name.")
    refuse_second(role, (position.role for position in agency.positions), "role")
    position = Position(role=role)
    agency.positions.append(position)
    db.session.flush()
    log(agency.review, "position added", agency=agency.letter)
    return position


def add_cast_member(review, pseudonym, who=""):
    """Add someone of the family, or a place, under a pseudonym. Refused when blank, too long, or there already."""
    pseudonym = one_line(pseudonym, "Give a pseudonym, such as “Mother” or “Middle child”. Never the real name.")
    refuse_second(pseudonym, (member.pseudonym for member in review.cast), "pseudonym")
    member = CastMember(pseudonym=pseudonym, who=within_limits(who))
    review.cast.append(member)
    db.session.flush()
    log(review, "cast member added")
    return member


def remove_agency(agency):
    """Take out an agency with its positions. Refused when something in the review depends on it."""
    review, letter = agency.review, agency.letter
    remove_from(review.agencies, agency, "There are entries or people of this agency already, so it stays.")
    log(review, "agency removed", agency=letter)


def remove_position(position):
    """Take out a position. Refused when somebody has already spoken or joined from it."""
    agency = position.agency
    remove_from(agency.positions, position, "Somebody has joined or spoken from this position already, so it stays.")
    log(agency.review, "position removed", agency=agency.letter)


def remove_cast_member(member):
    review = member.review
    remove_from(review.cast, member, "This pseudonym is in use, so it stays.")
    log(review, "cast member removed")


def remove_from(parts, part, sentence):
    """Later nouns may hold on to a part; the database knows, so it is asked. Refused with the sentence if they do."""
    parts.remove(part)
    try:
        db.session.flush()
    except IntegrityError:
        db.session.rollback()
        raise Refused(sentence)


def one_line(text, remedy):
    """Text as one line without blanks around it. Refused with the remedy when empty, with a limit when too long."""
    line = " ".join(text.split())
    if not line:
        raise Refused(remedy)
    if len(line) > LONGEST_TITLE:
        raise Refused(f"“{line[:40]}…” is {len(line)} characters long; at most {LONGEST_TITLE} fit.")
    return line


def within_limits(text):
    """The text, exactly as it is. Refused when it is longer than one answer may be."""
    if len(text) > LONGEST_WORDS:
        raise Refused(f"“{text[:40]}…” is {len(text):,} characters long; at most {LONGEST_WORDS:,} fit.")
    return text


def refuse_second(name, others, kind):
    if name.casefold() in (other.casefold() for other in others):
        raise Refused(f"The {kind} “{name}” is there already.")
