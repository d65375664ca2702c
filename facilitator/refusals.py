"""How a refusal reaches the person: as a sentence, with their typing kept."""

from inspect import signature
from urllib.parse import urlsplit

from flask import current_app, g, make_response, render_template, request
from flask_htmx import HTMX
from flask_wtf.csrf import CSRFError
from markupsafe import escape
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from facilitator.db import db
from facilitator.refusal import Refused

SENTENCES = {
    404: "There is nothing at this address. Perhaps the link is old.",
    405: "That cannot be done at this address.",
    413: "That is too much at once. Please make it shorter or split it.",
}
OUR_FAULT = "Something went wrong on the facilitator's laptop. Nothing you typed is lost; please try again."
# Only what people write in fields of these names is shown back. A passphrase, a code or a token never is, whatever the
# form it stands in, and a field that somebody adds is not before its name stands here.
WORDS = {
    "action", "beside", "changes", "comment", "common", "how", "item", "national", "questions", "reason",
    "role", "sentence", "surprised", "text", "title", "watched", "when", "why", "word",
}  # fmt: skip


def init_app(app):
    app.register_error_handler(Refused, refuse)
    app.register_error_handler(CSRFError, refuse_old_page)
    app.register_error_handler(HTTPException, refuse_http)
    app.register_error_handler(Exception, confess)
    app.jinja_env.globals |= {"typed_in": typed_in, "ticked_in": ticked_in}


def refuse(refused):
    """One handler: a fragment for htmx; for everybody else the page of the form, or one that shows the typing again.

    Nothing half written.
    """
    db.session.rollback()
    return drawn_again(refused) or answer(
        refused.sentence, refused.status, refused.way_on, refused.saved, refused.field
    )


def drawn_again(refused):
    """The page the form stands on, with the refusal in a summary and at its field. None where no view draws it."""
    page = getattr(current_app.view_functions.get(request.endpoint), "page", None)
    if page is None or HTMX():
        return None
    g.refused = refused
    try:
        taken = signature(page).parameters
        drawn = make_response(page(**{name: one for name, one in request.view_args.items() if name in taken}))
    except Refused:
        drawn = None
    if drawn is None or drawn.status_code != 200 or not holds_what_was_typed(drawn):
        del g.refused
        return None
    # What is wrong with a field is no matter of what there is or who may see it.
    drawn.status_code = 422 if refused.field and refused.status in (403, 404) else refused.status
    return drawn


def holds_what_was_typed(drawn):
    """Not where the form is gone meanwhile, as when the group has moved on: then the words would be nowhere.

    A role alone may be missing: it belongs to an agency, and where that is asked for again it is given anew.
    """
    html = drawn.get_data(as_text=True)
    return all(str(escape(text)) in html for text in typed() if text != request.form.get("role"))


def refuse_old_page(error):
    return answer("This page was open for too long. Please load it again; what you typed is kept.", 400)


def refuse_http(error):
    if error.code and 300 <= error.code < 400:
        return error
    code = 413 if isinstance(error, RequestEntityTooLarge) else error.code or 500
    return answer(SENTENCES.get(code, "That request could not be understood."), code)


def confess(error):
    if current_app.testing:
        raise error
    # The kind of error and where, never what was being written.
    frame = error.__traceback__
    while frame.tb_next:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_name}:{frame.tb_lineno}"
    current_app.logger.error("%s in %s", type(error).__name__, where)
    return answer(OUR_FAULT, 500)


def answer(sentence, status, way_on=None, saved=None, field=None):
    if HTMX():
        # htmx puts the sentence beside the form and leaves the form alone.
        headers = {"HX-Retarget": "#refusal", "HX-Reswap": "innerHTML"}
        return render_template("_refusal.html", sentence=sentence, saved=saved, field=field), status, headers
    told = {"sentence": sentence, "typed": typed(), "way_on": way_on, "back": where_from(), "saved": saved}
    return render_template("refusal.html", **told), status


def where_from():
    """The page of ours somebody came from, as a path; None when their browser does not say, or it is this one."""
    came = urlsplit(request.referrer or "")
    there = f"{came.path}?{came.query}" if came.query else came.path
    # Two slashes would be read as the name of another site.
    is_ours = came.netloc == request.host and there.startswith("/") and not there.startswith("//")
    return there if is_ours and came.path != request.path else None


def typed_in(name, value):
    """What a text field holds when its page is drawn again: what was typed, if it is one for words."""
    return request.form.get(name, value) if name in WORDS else value


def ticked_in(name, chosen):
    """The same for what was chosen or ticked."""
    return request.form.getlist(name) if name in request.form else chosen


def typed():
    """The words the person had written, so that a page without JavaScript loses none of them."""
    if request.method != "POST" or (request.content_length and request.content_length > 256 * 1024):
        return []
    return [text for name, text in request.form.items(multi=True) if name in WORDS and text.strip()]
