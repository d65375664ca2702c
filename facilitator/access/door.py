"""The one door. Pages and sockets ask it for leave, and it answers with the pass or refuses."""

from flask import current_app, redirect, request, url_for
from werkzeug.local import LocalProxy

from facilitator.access.acting import remember
from facilitator.access.actions import find_pass
from facilitator.access.matrix import BY_GRANT, MATRIX, O, P
from facilitator.refusal import NotPermitted, NotYet

LEADER_COOKIE = "leader"
PHONE_COOKIE = "phone"
OPEN_WHILE_LOCKED = {"static", "access.first_start", "access.choose_passphrase", "access.unlock", "access.open_vault"}

vault = LocalProxy(lambda: current_app.extensions["vault"])


class SignIn(NotPermitted):
    """Nobody is signed in here who could do this."""

    def __init__(self, sentence, *way_on):
        super().__init__(sentence)
        self.way_on = way_on


def passes():
    """The passes this browser holds: at most one of a leader and one of a phone."""
    if "facilitator.passes" not in request.environ:
        cookies = request.cookies
        held = find_pass(cookies.get(LEADER_COOKIE)), find_pass(cookies.get(PHONE_COOKIE), with_seat=True)
        request.environ["facilitator.passes"] = [one for one in held if one]
    return request.environ["facilitator.passes"]


def permit(act, workshop=None, review=None):
    """The pass of this browser that permits the act, in that workshop or review. Refused when there is none.

    What stands open to outsiders is permitted without a pass: None is returned.
    """
    for one in passes():
        if allows(one, act, workshop, review):
            remember(one)
            return one
    if O in MATRIX[act]:
        return None
    if MATRIX[act] == {P}:
        raise SignIn("Please join the workshop first, with the code on the wall.", "workshops.join_page", "Join")
    if any(one.role != P for one in passes()):
        raise SignIn("Your pass does not reach this far. A facilitator can do it.", "start", "To your workshop")
    raise SignIn("Please sign in as a facilitator first.", "access.unlock", "Sign in")


def allows(one, act, workshop=None, review=None):
    """Whether this pass permits the act there."""
    by_role = one.role in MATRIX[act]
    by_grant = one.role in BY_GRANT.get(act, ()) and act in one.grants
    return (by_role or by_grant) and fits(one, workshop, review)


def fits(one, workshop=None, review=None):
    """A pass for one workshop opens no other, and of the reviews only its own."""
    if one.workshop_id is None:
        return True
    if workshop is not None:
        return one.workshop_id == workshop.id
    return review is not None and one.review_id == review.id


def may(act, workshop=None, review=None):
    return any(allows(one, act, workshop, review) for one in passes())


def wait_outside_while_locked():
    """Before the passphrase is given nobody is let in; facilitators are asked for it, phones are asked to wait."""
    if vault.is_open or request.endpoint in OPEN_WHILE_LOCKED:
        return None
    if request.method == "GET" and not request.path.startswith(("/join", "/w/")):
        return redirect(url_for("access.first_start" if vault.is_new else "access.unlock"))
    raise NotYet("The facilitator has not unlocked the program yet. Please wait a moment and try again.")


def set_pass(response, cookie, token):
    """Put a pass into the browser. Scripts cannot read it, and other sites cannot send it."""
    ninety_days = 60 * 60 * 24 * 90
    response.set_cookie(cookie, token, httponly=True, samesite="Lax", secure=request.is_secure, max_age=ninety_days)
    return response


def for_templates():
    """What every template may ask: `may(act)`, and `signed_in` for a leader."""
    signed_in = vault.is_open and any(one.role != P for one in passes())
    return {"may": may, "signed_in": signed_in}
