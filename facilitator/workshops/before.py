"""Before people arrive: the laptop and its network are looked at, a phone tries the address, the room is opened."""

from flask import current_app, redirect, render_template, request, url_for

from facilitator.access.actions import log
from facilitator.access.door import permit
from facilitator.db import db
from facilitator.live.addresses import own_addresses
from facilitator.preflight.adapters import called
from facilitator.preflight.checks import RED, all_checks, speak_to
from facilitator.preflight.trial import Trial, trial_called, trials
from facilitator.refusal import NotFound, Refused, shown_on
from facilitator.workshops import actions
from facilitator.workshops.door import find_workshop
from facilitator.workshops.join_code import draw_qr, whole
from facilitator.workshops.routes import bp
from facilitator.workshops.speak_to import how_to_add, is_as_shipped

LEAD = "lead the workshop"
LONGEST_REASON = 200


def looked_at(workshop):
    """What the page shows: the trial there is, and every check."""
    trial, server = trials().get(workshop.id), current_app.extensions.get("server")
    secured = bool(trial and server and server.is_secured(trial.host))
    checks = all_checks(current_app.extensions["config"].data, trial, secured)
    checks.append(speak_to(is_as_shipped(workshop), how_to_add(workshop)))
    return {"workshop": workshop, "trial": trial, "checks": checks, "reds": [one for one in checks if one.state == RED]}


@bp.get("/w/<code>/before")
def before(code):
    shown = looked_at(find_workshop(code, may=LEAD))
    trial = shown["trial"]
    address = trial and f"{trial.shown}{url_for('workshops.reach', token=trial.token)}"
    qr = trial and draw_qr(whole(address), "QR code of the test page")
    own = {one: f"{one} ({called(one, adapter)})" for one, adapter in own_addresses()}
    return render_template("preflight/before.html", addresses=own, address=address, qr=qr, **shown)


@bp.get("/w/<code>/before/checks")
def before_checks(code):
    return render_template("preflight/_checks.html", **looked_at(find_workshop(code, may=LEAD)))


@bp.post("/w/<code>/trial")
@shown_on(before)
def try_address(code):
    """Listen on the address, so that a phone can try it. The room is not open yet: no wall shows the address."""
    workshop = find_workshop(code, may=LEAD)
    host, port = own_address(request.form.get("address", "")), own_port()
    server = current_app.extensions.get("server")
    if server:
        server.open_on(host, port)
    shown = server.shown(f"{host}:{port}") if server else f"{host}:{port}"
    trials()[workshop.id] = Trial(host, port, shown)
    return redirect(url_for("workshops.before", code=workshop.code))


@bp.get("/reach/<token>")
def reach(token):
    permit("come to the door")
    return render_template("preflight/reach.html", trial=found(token))


@bp.post("/reach/<token>")
def say_reached(token):
    """The phone says that it is here. The laptop itself proves nothing and is not counted."""
    permit("come to the door")
    trial, clock = found(token), request.form.get("clock", "")
    if request.remote_addr in [own for own, _ in own_addresses()]:
        raise Refused("This is the laptop itself. Open this page on your phone, in the room's Wi-Fi.")
    trial.reach(int(clock) if clock.isdecimal() and len(clock) < 15 else None)
    return render_template("preflight/reach.html", trial=trial)


@bp.post("/w/<code>/room-address")
@shown_on(before)
def open_room(code):
    """Show people the way in. What is not good must be answered with a reason. (trust.md: loopback until opened)"""
    workshop = find_workshop(code, may=LEAD)
    shown = looked_at(workshop)
    reds, why = [one.name for one in shown["reds"]], request.form.get("why", "").strip()
    if shown["trial"] is None:
        raise Refused("Choose the address first that phones are to use.", field="address")
    if reds and not why:
        told = f"Not good yet: {', '.join(reds)}. Put it right, or write in a few words why it will do for today."
        raise Refused(told, field="why")
    if len(why) > LONGEST_REASON:
        raise Refused(f"Please give the reason in at most {LONGEST_REASON} characters.", field="why")
    workshop.room_address = f"{shown['trial'].host}:{shown['trial'].port}"
    workshop.opened_although = why if reds else None
    log(workshop.review, "room opened", workshop=workshop.key, **({"not good": reds} if reds else {}))
    actions.announce(workshop, "stage-changed")
    db.session.commit()
    return redirect(url_for("workshops.console", code=workshop.code))


def own_address(address):
    if address not in [own for own, _ in own_addresses()]:
        raise Refused("That address is not one of this laptop's. Please choose again.", field="address")
    return address


def own_port():
    return int(request.host.rpartition(":")[2]) if ":" in request.host else 80


def found(token):
    trial = trial_called(token)
    if trial is None:
        raise NotFound("This test page is over. Please scan the picture on the laptop again.")
    return trial
