"""The group tests draft findings: does it ring true, what would you change, which needs an answer first."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from facilitator.db import db
from facilitator.findings.actions import tell
from facilitator.findings.models import TEST_ANSWERS, Finding, FindingTest
from facilitator.findings.sureness import say_how_sure, sureness_in
from facilitator.patterns.models import newest
from facilitator.perspectives.actions import give_statement
from facilitator.perspectives.asked_here import check_kind
from facilitator.perspectives.picture import take_picture
from facilitator.refusal import NotFound, Refused
from facilitator.workshops.kinds import KINDS
from facilitator.workshops.models import Participant, Reveal
from facilitator.workshops.room import library

MINORITY = ("disagree", "partly")
TOO_LATE = "The group has moved on, so this answer is no longer asked. The facilitator can go back to it."
NOTHING_CHOSEN = "Please choose one of the four answers. “I don’t know” is one of them."


def find_finding(review, number):
    finding = db.session.scalar(select(Finding).filter_by(review_id=review.id, number=number))
    if finding is None:
        raise NotFound("There is no finding with this number in the review.")
    return finding


def give_test(participant, room, finding, key, answer="", comment="", rank=None, sure=""):
    """Keep whether a finding rings true to someone, how sure they are, what they would change, its place by need.

    rank: 1 is the one that most needs an answer. sure: one of SURE_ANSWERS, or nothing.

    One answer for each participant; it may be changed. A comment is kept as a statement, and another one corrects it.
    An empty comment leaves the earlier one. Refused when nothing is given, or there is no such rank. Once the group has
    moved on, a comment is kept and held, and an answer no longer counts.
    """
    check_kind(room, "findings")
    check_test(room, answer, comment, rank, sure)
    test = given_by(finding, participant) or begin_test(finding, participant)
    earlier = comment_of(test)
    if not room.is_current:
        refuse_unless_new(comment, earlier, key)
    changed = bool(sure) and say_how_sure(participant, room, finding, sure)
    before = (test.answer, test.rank, test.comment)
    if room.is_current:
        test.answer, test.rank = answer or test.answer, rank or test.rank
    if comment.strip() and (earlier is None or earlier.text != comment):
        test.comment = give_statement(participant, room, "comment", comment, key, earlier, "findings-changed")
    db.session.flush()
    if room.is_revealed:
        take_picture(tests_in(room.workshop, finding))
    if changed or (test.answer, test.rank, test.comment) != before:
        tell(room.review)
    return test


def begin_test(finding, participant):
    test = FindingTest(finding=finding, participant=participant, position=participant.position)
    db.session.add(test)
    return test


def check_test(room, answer, comment, rank, sure):
    findings = len(room.review.findings)
    if answer and answer not in TEST_ANSWERS:
        raise Refused(NOTHING_CHOSEN)
    if not (answer or comment.strip() or rank or sure):
        raise Refused(NOTHING_CHOSEN)
    if rank is not None and not 1 <= rank <= findings:
        raise Refused(f"Please give it a place from 1 to {findings}.")


def refuse_unless_new(comment, earlier, key):
    """Once the group has moved on only a comment is kept, and only one that says something else, or is sent again."""
    is_new = bool(comment.strip()) and (earlier is None or earlier.text != comment or earlier.key == key)
    if not is_new:
        raise Refused(TOO_LATE)


def given_by(finding, participant):
    found = select(FindingTest).filter_by(finding_id=finding.id, participant_id=participant.id)
    return db.session.scalar(found)


def comment_of(test):
    """The comment as its giver last put it, or None when there is none or it was withdrawn."""
    comment = newest(test.comment) if test and test.comment else None
    return comment if comment and not comment.withdrawn_at else None


def tests_in(workshop, finding):
    """What the participants of one workshop gave on a finding."""
    found = select(FindingTest).filter_by(finding_id=finding.id).order_by(FindingTest.id)
    found = found.join(Participant).where(Participant.workshop_id == workshop.id)
    return db.session.scalars(found.options(joinedload(FindingTest.comment))).all()


def tests_shown(finding):
    """What was given on a finding wherever it has been revealed: blind until closed, at the desk too."""
    revealed = [workshop for workshop in finding.review.workshops if is_revealed(workshop)]
    return [test for workshop in revealed for test in tests_in(workshop, finding)]


def sureness_shown(finding):
    """How sure people said they are, wherever it has been revealed."""
    revealed = [workshop for workshop in finding.review.workshops if is_revealed(workshop)]
    return [one for workshop in revealed for one in sureness_in(workshop, finding)]


def is_revealed(workshop):
    """Whether a workshop has revealed how its draft findings were tested.

    Of one whose script is not there any more nobody can tell: it has when it is closed, as everything is opened then.
    """
    script = library().scripts.get(workshop.script)
    if script is None:
        return not workshop.is_open
    stages = [stage.slug for stage in script.stages if KINDS[stage.kind].name == "findings"]
    found = select(Reveal.id).where(Reveal.workshop_id == workshop.id, Reveal.undone_at.is_(None))
    return db.session.scalar(found.where(Reveal.stage.in_(stages)).limit(1)) is not None


def comments_on(tests):
    """The comments that stand, in order of number."""
    comments = [comment for test in tests if (comment := comment_of(test)) and comment.is_current]
    return sorted(comments, key=lambda one: one.number)


def minority_views(tests):
    """Pairs of answer and comment of those who disagreed or agreed in part, who disagreed first. (method.md, 2)

    A comment stands as its giver gave it, with what it carries; an answer without a comment is in the spread only.
    """
    said = [(test.answer, comment) for test in tests if (comment := comment_of(test)) and comment.is_current]
    found = [pair for pair in said if pair[0] in MINORITY]
    return sorted(found, key=lambda pair: (MINORITY.index(pair[0]), pair[1].number))


def wording_tested(finding):
    """The one sentence as it stood when the first answer was given, or as it stands while there is none.

    What people have answered is never reworded under their answer. (method.md, 11)
    """
    issue = next(iter(finding.answer("issue")), None)
    if issue is None or issue.version == 1:
        return finding.title
    answered = select(func.min(FindingTest.given_at)).where(FindingTest.answer.is_not(None))
    asked_at = db.session.scalar(answered.filter_by(finding_id=finding.id))
    then = [one.text for one in issue.history if asked_at and one.at <= asked_at and one.text.strip()]
    return then[-1] if then else finding.title
