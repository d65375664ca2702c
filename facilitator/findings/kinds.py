"""Draft findings and questions for the board on phone, wall and console."""

from flask import request
from sqlalchemy import select

from facilitator.db import db
from facilitator.findings.models import FindingTest
from facilitator.findings.ordering import settled
from facilitator.findings.questions import KIND_NAMES, questions_of
from facilitator.findings.spreads import answer_rows, answered, order_of_need
from facilitator.findings.sureness import spread_of_sureness, sureness_by, sureness_in
from facilitator.findings.testing import comment_of, comments_on, given_by, tests_in, wording_tested
from facilitator.patterns.asking import patterns_of, proposed_by
from facilitator.patterns.kinds import pages
from facilitator.perspectives.accounts_on_wall import in_parts
from facilitator.perspectives.picture import take_picture
from facilitator.workshops.models import Participant

LONGEST_ON_A_PAGE = 400  # signs of one question that fit on the wall at reading size
LONGEST_BESIDE = 210  # and of a finding's sentence, with what people answered beside it


def phone(room, participant):
    """One finding at a time: the one asked for, else the first without an answer. Its spread once it is revealed."""
    findings = room.review.findings
    own = {finding: given_by(finding, participant) for finding in findings}
    wanted = [finding for finding in findings if str(finding.number) == request.values.get("q")]
    open_ones = [finding for finding in findings if own[finding] is None]
    return {
        "findings": findings,
        "finding": next(iter([*wanted, *open_ones, *findings]), None),
        "own": own,
        "own_sureness": {finding: sureness_by(finding, participant) for finding in findings},
        "own_comments": {finding: comment_of(test) for finding, test in own.items()},
        "wording_tested": wording_tested,
        "spreads": spreads(room) if room.is_revealed else {},
        "how_sure": how_sure(room) if room.is_revealed else {},
    }


def wall(room):
    """One finding a page, a long sentence on several; once revealed its spreads, and one page more for the order."""
    findings = room.review.findings
    order = order_of_need({one: tests_in(room.workshop, one) for one in findings}) if room.is_revealed else []
    standing = settled(room.review) if room.is_revealed else None
    longest = LONGEST_BESIDE if room.is_revealed else LONGEST_ON_A_PAGE
    told = [(one, part) for one in findings for part in in_parts(wording_tested(one), longest)]
    screens = len(told) + bool(order or standing)
    page = min(room.workshop.wall_page, max(screens - 1, 0))
    finding, wording = told[page] if page < len(told) else (None, "")
    return {
        "pages": screens,
        "page": page,
        "standing": standing,
        "finding": finding,
        "wording": wording,
        "order": order,
        "spreads": spreads(room) if room.is_revealed else {},
        "how_sure": how_sure(room) if room.is_revealed else {},
        "wording_tested": wording_tested,
    }


def console(room):
    """The findings; before the reveal only their sentences, after it spread, comments and order of need."""
    findings = room.review.findings
    tests = {finding: tests_in(room.workshop, finding) for finding in findings} if room.is_revealed else {}
    taken = [pattern for pattern in patterns_of(room.review) if pattern.taken_at]
    return {
        "findings": findings,
        "spreads": spreads(room) if room.is_revealed else {},
        "how_sure": how_sure(room) if room.is_revealed else {},
        "comments": {finding: comments_on(given) for finding, given in tests.items()},
        "order": order_of_need(tests),
        "standing": settled(room.review) if room.is_revealed else None,
        "taken": taken,
        "to_draft": [pattern for pattern in taken if not pattern.findings],
        "wording_tested": wording_tested,
    }


def opened(room):
    """At the reveal, and once more at the close: the answers join the pictures the room sees."""
    for finding in room.review.findings:
        take_picture(tests_in(room.workshop, finding))
        take_picture(sureness_in(room.workshop, finding))


def spreads(room):
    """Finding → rows and total for parts.spread. The whole room only: small groups are never broken down."""
    tests = {finding: tests_in(room.workshop, finding) for finding in room.review.findings}
    return {finding: (answer_rows(given), answered(given)) for finding, given in tests.items()}


def how_sure(room):
    """Finding → rows and total of how sure the room is of it, where anybody was asked."""
    given = {finding: sureness_in(room.workshop, finding) for finding in room.review.findings}
    return {finding: spread_of_sureness(said) for finding, said in given.items() if said}


def tested_by(room):
    """The ids of the participants who tested any finding."""
    found = select(FindingTest.participant_id).join(Participant).where(Participant.workshop_id == room.workshop.id)
    return set(db.session.scalars(found))


def questions_on_phone(room, participant):
    return {"questions": questions_of(room.review), "findings": room.review.findings, "kind_names": KIND_NAMES}


def questions_on_wall(room):
    """The list in pages. A long question goes on over the page, never shrinks."""
    parts = [(one, part) for one in questions_of(room.review) for part in in_parts(one.text, LONGEST_ON_A_PAGE)]
    found = pages(parts, lambda pair: pair[1])
    page = min(room.workshop.wall_page, max(len(found) - 1, 0))
    return {"pages": len(found), "page": page, "questions": found[page] if found else [], "kind_names": KIND_NAMES}


def questions_on_console(room):
    return {"questions": questions_of(room.review), "kind_names": KIND_NAMES}


def asked_by(room):
    return proposed_by(room)
