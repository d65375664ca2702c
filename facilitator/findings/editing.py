"""Editing at the desk: paragraphs, their evidence, the state of a finding, its questions."""

import re

from flask import redirect, render_template, request, url_for

from facilitator.access.acting import acting_role
from facilitator.db import db
from facilitator.findings import actions, evidence, questions
from facilitator.findings.desk import EDIT, address_of, find_paragraph
from facilitator.findings.document import row_of
from facilitator.findings.routes import bp
from facilitator.findings.testing import find_finding
from facilitator.refusal import Refused
from facilitator.reviews.finding import find_review

FINDING = "/reviews/<int:review_id>/findings/<int:number>"
PARAGRAPH = FINDING + "/paragraphs/<int:paragraph_id>"


def editor():
    """The role of whoever edits."""
    return acting_role()


@bp.post("/reviews/<int:review_id>/findings")
def draft(review_id):
    actions.draft_findings(find_review(review_id, EDIT), by=editor())
    return done(url_for("findings.desk", review_id=review_id))


@bp.post(FINDING + "/paragraphs")
def add_paragraph(review_id, number):
    finding = find_finding(find_review(review_id, EDIT), number)
    paragraph = actions.add_paragraph(finding, request.form.get("answer"), request.form.get("text", ""), by=editor())
    return done(address_of(paragraph))


@bp.post(PARAGRAPH)
def write_paragraph(review_id, number, paragraph_id):
    paragraph = find_paragraph(find_finding(find_review(review_id, EDIT), number), paragraph_id)
    based_on = request.form.get("based_on", default=0, type=int)
    actions.write_paragraph(paragraph, request.form.get("text", ""), based_on, by=editor())
    db.session.commit()
    drawn = {"row": row_of(paragraph), "finding": paragraph.finding, "review": paragraph.finding.review}
    if request.headers.get("HX-Request"):
        # What is drawn from the finding elsewhere on the page hears of it and is drawn again.
        return render_template("findings/_paragraph.html", **drawn), {"HX-Trigger": "written"}
    if drawn["row"].crossed:
        return render_template("findings/crossed.html", **drawn)
    return redirect(address_of(paragraph))


@bp.post(PARAGRAPH + "/evidence")
def put_evidence(review_id, number, paragraph_id):
    paragraph = find_paragraph(find_finding(find_review(review_id, EDIT), number), paragraph_id)
    evidence.rest_on(paragraph, statement_given(), request.form.get("side"), by=editor())
    return done(address_of(paragraph))


@bp.post(PARAGRAPH + "/evidence/removal")
def lift_evidence(review_id, number, paragraph_id):
    paragraph = find_paragraph(find_finding(find_review(review_id, EDIT), number), paragraph_id)
    evidence.lift(paragraph, statement_given(), by=editor())
    return done(address_of(paragraph))


@bp.post(FINDING + "/state")
def set_state(review_id, number):
    actions.set_state(find_finding(find_review(review_id, EDIT), number), request.form.get("state"), by=editor())
    return done(url_for("findings.finding", review_id=review_id, number=number))


@bp.post(FINDING + "/scope")
def set_scope(review_id, number):
    scope = request.form.get("scope") or None
    actions.set_scope(find_finding(find_review(review_id, EDIT), number), scope, by=editor())
    return done(url_for("findings.finding", review_id=review_id, number=number, _anchor="scope"))


@bp.post(FINDING + "/questions")
def ask(review_id, number):
    finding = find_finding(find_review(review_id, EDIT), number)
    questions.ask_question(finding.review, request.form.get("text", ""), request.form.get("kind"), finding, by=editor())
    return done(url_for("findings.finding", review_id=review_id, number=number, _anchor="consider"))


@bp.post("/reviews/<int:review_id>/questions/<int:number>")
def settle(review_id, number):
    review = find_review(review_id, EDIT)
    finding = finding_given(review)
    questions.settle_question(questions.find_question(review, number), request.form.get("kind"), finding, by=editor())
    return done(url_for("findings.board_questions", review_id=review_id, _anchor=f"q-{number}"))


def statement_given():
    """The number of a statement, written as 14 or as S-014."""
    written = re.fullmatch(r"\s*(?:[Ss]-?)?(\d{1,9})\b.*", request.form.get("statement", ""), re.DOTALL)
    if not written:
        raise Refused("Please give the number of a statement, such as S-014.")
    return int(written[1])


def finding_given(review):
    """The finding a form names, or None when it names none."""
    number = request.form.get("finding", "")
    return find_finding(review, int(number)) if number.isdecimal() else None


def done(address):
    """Commit, then the page where the change can be seen."""
    db.session.commit()
    return redirect(address)
