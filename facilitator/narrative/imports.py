"""Bringing in sheets and case files. A sheet is looked at first; its good rows are kept when the person says so."""

import base64
import binascii
import zlib
from io import BytesIO

from flask import redirect, render_template, request, url_for

from facilitator.access.door import permit
from facilitator.config import LARGEST_FORM, LARGEST_IMPORT
from facilitator.db import db, new_key
from facilitator.narrative.actions import keep_rows
from facilitator.narrative.case.file import read_case
from facilitator.narrative.from_case import prepare_from_case
from facilitator.narrative.routes import PREPARE, bp
from facilitator.narrative.sheets import read_sheet
from facilitator.refusal import Refused
from facilitator.reviews.finding import find_review

# Where more than an ordinary form may be sent.
LARGER = {"narrative.look_at_sheet", "narrative.keep_sheet", "narrative.start_from_case_file"}


@bp.url_value_preprocessor
def let_imports_be_larger(endpoint, values):
    """Before anything reads the form. What is sent stays in memory: a temporary file would hold it unencrypted."""
    if endpoint in LARGER:
        request.max_content_length = request.max_form_memory_size = LARGEST_FORM
        request._get_file_stream = lambda *args, **kwargs: BytesIO()


@bp.post("/reviews/<int:review_id>/narrative/sheet")
def look_at_sheet(review_id):
    review = find_review(review_id, PREPARE)
    name, content = uploaded()
    return show_sheet(review, name, content)


@bp.post("/reviews/<int:review_id>/narrative/sheet/kept")
def keep_sheet(review_id):
    """The same sheet again, read again: nothing that came back from the browser is trusted."""
    review = find_review(review_id, PREPARE)
    rows, _ = read_sheet(request.form.get("name", "sheet"), unpack(request.form.get("sheet", "")), review)
    keep_rows(review, rows, key=request.form.get("key"))
    db.session.commit()
    return redirect(url_for("narrative.prepare", review_id=review.id))


@bp.post("/reviews/from-case-file")
def start_from_case_file():
    permit("see all reviews")
    name, content = uploaded()
    review = prepare_from_case(read_case(content, name), key=request.form.get("key"))
    db.session.commit()
    return redirect(url_for("reviews.page", review_id=review.id))


def show_sheet(review, name, content):
    rows, faults = read_sheet(name, content, review)
    if not rows and not faults:
        raise Refused(f"There are headings in “{name}”, but no rows below them.")
    return render_template(
        "narrative/sheet.html", review=review, name=name, rows=rows, faults=faults, sheet=pack(content), key=new_key()
    )


def uploaded():
    """The name and the bytes of the file that was sent. Refused when none was chosen."""
    file = request.files.get("file")
    if not file or not file.filename:
        raise Refused("Choose a file first.")
    return file.filename[:200], file.read()


def pack(content):
    """A file as text that fits into a form field."""
    return base64.b64encode(zlib.compress(content)).decode()


def unpack(text):
    """The file again. Refused when it did not come back whole."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(text, validate=True), LARGEST_IMPORT + 1)
    except (binascii.Error, zlib.error):
        raise Refused("The sheet did not come back whole. Please choose the file again.")
