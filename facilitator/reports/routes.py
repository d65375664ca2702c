"""The addresses of the report. To take anything out, the passphrase is asked for again. (trust.md, 2)"""

import io

from flask import Blueprint, render_template, send_file

from facilitator.access.actions import log
from facilitator.access.asking_again import asked_again
from facilitator.db import db
from facilitator.reports.archive_out import as_text, write_archive
from facilitator.reviews.finding import find_review

bp = Blueprint("reports", __name__, url_prefix="/reviews/<int:review_id>/report")

TAKE_OUT = "take the review out"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.get("")
def page(review_id):
    return render_template("reports/page.html", review=find_review(review_id, TAKE_OUT))


@bp.post("/word")
def word(review_id):
    review = find_review(review_id, TAKE_OUT)
    asked_again(TAKE_OUT, nothing="Nothing was taken out.")
    # Here and not above: the Word library is slow to load, and every start would wait for it.
    from facilitator.reports.word import write_report

    report = write_report(review)
    log(review, "report taken out", format="word")
    db.session.commit()
    return download(report, "report.docx", WORD)


@bp.post("/archive")
def archive(review_id):
    review = find_review(review_id, TAKE_OUT)
    asked_again(TAKE_OUT, nothing="Nothing was taken out.")
    # Written before the act is logged, so that the archive does not depend on having been written.
    text = as_text(write_archive(review))
    log(review, "archive taken out")
    db.session.commit()
    return download(text.encode(), "archive.json", "application/json")


def download(content, name, kind):
    """A file to save. Its name says nothing about the case."""
    return send_file(io.BytesIO(content), mimetype=kind, as_attachment=True, download_name=name)
