"""First start, unlocking, signing in and out."""

from flask import Blueprint, current_app, redirect, render_template, request, url_for

from facilitator.access.actions import end_pass, issue_pass
from facilitator.access.door import LEADER_COOKIE, passes, set_pass, vault
from facilitator.access.opening import first_start as the_first_start
from facilitator.access.opening import opened, patience
from facilitator.db import db
from facilitator.refusal import Refused, about_field, shown_on

bp = Blueprint("access", __name__)


@bp.get("/first-start")
def first_start():
    if not vault.is_new:
        return redirect(url_for("access.unlock"))
    return render_template("access/first_start.html")


@bp.post("/first-start")
@shown_on(first_start)
def choose_passphrase():
    patience().check()
    with about_field("code"):
        check_code(request.form.get("code", ""))
    if request.form.get("passphrase") != request.form.get("again"):
        raise Refused("The two passphrases are not the same. Please type them once more.", field="again")
    with about_field("passphrase"):
        vault.create(request.form["passphrase"])
    opened(current_app)
    return let_in()


def check_code(given):
    try:
        the_first_start().check(given)
    except Refused:
        patience().failed()
        raise


@bp.get("/unlock")
def unlock():
    if vault.is_new:
        return redirect(url_for("access.first_start"))
    return render_template("access/unlock.html", locked=not vault.is_open)


@bp.post("/unlock")
@shown_on(unlock)
def open_vault():
    patience().check()
    try:
        with about_field("passphrase"):
            check_passphrase(request.form.get("passphrase", ""))
    except Refused:
        patience().failed()
        raise
    patience().succeeded()
    return let_in()


def check_passphrase(passphrase):
    if vault.is_open and not vault.recognises(passphrase):
        raise Refused("That passphrase does not open this data folder. Check capitals and spaces, and try again.")
    if not vault.is_open:
        vault.open(passphrase)
        opened(current_app)


def let_in():
    """A pass of its own for this sign-in. One that this browser held before ends: each change of role is a new pass."""
    for one in passes():
        if one.role != "participant":
            end_pass(one)
    token = issue_pass("facilitator")
    db.session.commit()
    return set_pass(redirect(url_for("start")), LEADER_COOKIE, token)


@bp.post("/sign-out")
def sign_out():
    for one in passes():
        if one.role != "participant":
            end_pass(one)
    db.session.commit()
    response = redirect(url_for("access.unlock"))
    response.delete_cookie(LEADER_COOKIE)
    return response
