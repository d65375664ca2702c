"""Who is here: taking somebody off and letting them back, letting somebody help, ending a device's pass."""

from flask import redirect, render_template, request, url_for

from facilitator.access.acting import acting
from facilitator.access.actions import log
from facilitator.access.asking_again import asked_again
from facilitator.access.inviting import invite
from facilitator.access.matrix import BY_GRANT, HELPERS, C
from facilitator.db import db
from facilitator.refusal import NotFound, Refused, shown_on
from facilitator.workshops import joining
from facilitator.workshops.door import find_workshop
from facilitator.workshops.join_code import draw_qr, pairing_address, whole
from facilitator.workshops.leading import devices, revoke, sign_out_others
from facilitator.workshops.models import Participant
from facilitator.workshops.routes import bp

LEAD, HELP = "lead the workshop", "let somebody help"


def drawn(template, workshop, **more):
    removed = [one for one in workshop.participants if one.removed_at]
    return render_template(template, workshop=workshop, devices=devices(workshop), removed=removed, **more)


@bp.get("/w/<code>/people")
def people(code):
    return drawn("workshops/people.html", find_workshop(code, may=LEAD))


@bp.get("/w/<code>/people/now")
def people_now(code):
    return drawn("workshops/_people.html", find_workshop(code, may=LEAD))


def done(workshop):
    """Commit, then the page where the change can be seen."""
    db.session.commit()
    if request.headers.get("HX-Request"):
        return "", 204
    return redirect(url_for("workshops.people", code=workshop.code))


def find_numbered(workshop, number):
    found = db.session.scalar(db.select(Participant).filter_by(workshop_id=workshop.id, number=number))
    if found is None:
        raise NotFound("There is no seat with this number in the workshop.")
    return found


@bp.post("/w/<code>/people/<int:number>/removal")
def remove(code, number):
    workshop = find_workshop(code, may=LEAD)
    joining.remove(find_numbered(workshop, number))
    return done(workshop)


@bp.post("/w/<code>/people/<int:number>/return")
def let_back(code, number):
    workshop = find_workshop(code, may=LEAD)
    joining.let_back(find_numbered(workshop, number))
    return done(workshop)


@bp.post("/w/<code>/helpers")
@shown_on(people)
def let_help(code):
    """A code and a QR picture for one more device. They are shown once: only their hashes are kept."""
    workshop = find_workshop(code, may=HELP)
    role, granted = request.form.get("role"), sorted(set(request.form.getlist("granted")) & set(BY_GRANT))
    if role not in HELPERS:
        raise Refused("Please choose what they will do.")
    if granted and role != C:
        raise Refused("Only a co-facilitator can be granted more.")
    if granted:
        asked_again(HELP, nothing="Nobody was invited.")
    _, typed, token = invite(role, workshop, granted="\n".join(granted) or None)
    log(workshop.review, "helper invited", helper=role, granted=granted)
    db.session.commit()
    address = pairing_address(workshop, request.host)
    qr = draw_qr(whole(f"{address}#{token}"), "QR code for the other device")
    return render_template(
        "workshops/invitation.html", workshop=workshop, role=role, typed=typed, address=address, qr=qr
    )


@bp.post("/w/<code>/helpers/<int:number>/end")
def end_help(code, number):
    workshop = find_workshop(code, may=HELP)
    revoke(workshop, number, own=acting())
    return done(workshop)


@bp.post("/w/<code>/helpers/others/end")
def end_others(code):
    workshop = find_workshop(code, may=HELP)
    sign_out_others(workshop.review, own=acting())
    return done(workshop)
