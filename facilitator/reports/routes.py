"""The addresses of the report. To take anything out, the passphrase is asked for again. (trust.md, 2)"""

import io

from flask import Blueprint, redirect, render_template, request, send_file, url_for

from facilitator.access.actions import log
from facilitator.access.asking_again import asked_again
from facilitator.db import db
from facilitator.reports import briefing_questions, receipt_words
from facilitator.reports.archive.writing import as_text, log_of, write_archive
from facilitator.reports.publication import as_csv, as_json
from facilitator.reports.stops.actions import let_pass, look_again
from facilitator.reports.stops.hits import check, hits_of, waiting
from facilitator.reviews.finding import find_review

bp = Blueprint("reports", __name__, url_prefix="/reviews/<int:review_id>/report")

TAKE_OUT = "take the review out"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.get("")
def page(review_id):
    review = find_review(review_id, TAKE_OUT)
    faults = [one for one in (briefing_questions.fault(), receipt_words.fault()) if one]
    return render_template("reports/page.html", review=review, waiting=len(waiting(hits_of(review))), faults=faults)


@bp.post("/word")
def word(review_id):
    # Here and not above: the Word library is slow to load, and every start would wait for it.
    from facilitator.reports.word import write_report

    return publish(review_id, write_report, "docx", "report.docx", WORD, "word")


@bp.post("/findings")
def findings_only(review_id):
    from facilitator.reports.word_short import write_findings_only

    return publish(review_id, write_findings_only, "docx", "findings.docx", WORD, "findings only")


@bp.post("/briefing")
def briefing(review_id):
    from facilitator.reports.word_briefing import write_briefing

    return publish(review_id, write_briefing, "docx", "briefing.docx", WORD, "team briefing")


@bp.post("/receipts")
def receipts(review_id):
    from facilitator.reports.word_receipts import write_receipts

    return publish(review_id, write_receipts, "docx", "receipts.docx", WORD, "receipts")


@bp.post("/json")
def published_json(review_id):
    return publish(review_id, as_json, "json", "publication.json", "application/json")


@bp.post("/csv")
def published_csv(review_id):
    return publish(review_id, as_csv, "csv", "statements.csv", "text/csv; charset=utf-8")


def publish(review_id, write, kind, name, mimetype, called=None):
    """A file for others: written, looked through as it was written, logged, and only then handed out.

    called: what the log calls it, when that is not its kind.
    """
    review = find_review(review_id, TAKE_OUT)
    asked_again(TAKE_OUT, nothing="Nothing was taken out.")
    content = write(review)
    check(review, kind, content)
    log(review, "report taken out", format=called or kind)
    db.session.commit()
    return download(content, name, mimetype)


@bp.get("/leaving")
def leaving(review_id):
    """What was found that could tell who somebody is, place by place."""
    review = find_review(review_id, TAKE_OUT)
    hits = hits_of(review)
    return render_template("reports/leaving.html", review=review, hits=hits, waiting=waiting(hits))


@bp.post("/leaving")
def pass_one(review_id):
    review, form = find_review(review_id, TAKE_OUT), request.form
    let_pass(review, form.get("place", ""), form.get("mark", ""), form.get("reason", ""))
    return looked(review)


@bp.post("/leaving/<int:passed_id>/undone")
def pass_no_more(review_id, passed_id):
    review = find_review(review_id, TAKE_OUT)
    look_again(review, passed_id)
    return looked(review)


def looked(review):
    db.session.commit()
    return redirect(url_for("reports.leaving", review_id=review.id))


@bp.post("/archive")
def archive(review_id):
    review = find_review(review_id, TAKE_OUT)
    asked_again(TAKE_OUT, nothing="Nothing was taken out.")
    # Written before the act is logged, so that the archive does not depend on having been written.
    text = as_text(write_archive(review))
    log(review, "archive taken out")
    db.session.commit()
    return download(text.encode(), "archive.json", "application/json")


@bp.post("/log")
def log_alone(review_id):
    review = find_review(review_id, TAKE_OUT)
    asked_again(TAKE_OUT, nothing="Nothing was taken out.")
    text = as_text(log_of(review))
    log(review, "log taken out")
    db.session.commit()
    return download(text.encode(), "log.json", "application/json")


def download(content, name, kind):
    """A file to save. Its name says nothing about the case."""
    return send_file(io.BytesIO(content), mimetype=kind, as_attachment=True, download_name=name)
