"""Questions for the board: suggested in the room, asked at the desk, each of one of three kinds. (method.md, 9)"""

from sqlalchemy import select

from facilitator.access.actions import log
from facilitator.config import LONGEST_WORDS
from facilitator.db import db
from facilitator.findings.actions import next_number, tell
from facilitator.findings.board_models import QUESTION_KINDS, BoardQuestion
from facilitator.perspectives import asked_here
from facilitator.perspectives.actions import give_statement
from facilitator.refusal import NotFound, Refused

KIND_NAMES = {"clear-fix": "clear fix", "hard-choice": "hard choice", "needs-development": "not ready yet"}
NAME = "questions-changed"


def suggest_question(participant, room, text, key, kind, finding=None):
    """Keep a question somebody suggests, in their own words as a statement. The same key again writes nothing."""
    asked_here.check_kind(room, "board-questions")
    check_kind(kind)
    said = give_statement(participant, room, "suggest", text, key, announcing=NAME)
    if standing := db.session.scalar(select(BoardQuestion).filter_by(statement_id=said.id)):
        return standing
    parts = {"kind": kind, "finding": finding, "statement": said, "position": participant.position}
    return put(room.review, **parts)


def ask_question(review, text, kind, finding=None, by="facilitator"):
    """Put a question in a reviewer's own words. The same words again return the question there is."""
    check_kind(kind)
    text = check_words(text)
    if standing := next((one for one in review.board_questions if one.typed == text and one.finding == finding), None):
        return standing
    question = put(review, kind=kind, finding=finding, typed=text)
    log(review, "question asked", role=by, question=question.number)
    tell(review, NAME)
    return question


def settle_question(question, kind, finding, by="facilitator"):
    """Settle what kind of question it is and which finding it belongs to. Its words are never changed."""
    check_kind(kind)
    if (question.kind, question.finding) != (kind, finding):
        question.kind, question.finding = kind, finding
        log(question.review, "question settled", role=by, question=question.number, kind=kind)
        tell(question.review, NAME)


def put(review, **parts):
    question = BoardQuestion(review=review, number=next_number(BoardQuestion, review), **parts)
    db.session.add(question)
    db.session.flush()
    return question


def check_kind(kind):
    if kind not in QUESTION_KINDS:
        raise Refused("Say what kind of question it is: a clear fix, a hard choice, or not ready yet.", field="kind")


def check_words(text):
    text = text.replace("\r\n", "\n").strip()
    if not text:
        raise Refused("Please write the question first.")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"That is {len(text):,} characters; at most {LONGEST_WORDS:,} fit. Boards answer short ones.")
    return text


def questions_of(review):
    """The questions that stand, in order of number."""
    return [one for one in review.board_questions if one.stands]


def find_question(review, number):
    question = db.session.scalar(select(BoardQuestion).filter_by(review_id=review.id, number=number))
    if question is None:
        raise NotFound("There is no question with this number in the review.")
    return question
