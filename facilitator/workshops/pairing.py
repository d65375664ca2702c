"""One more device: a helper's, or a participant's own second one, which the first is asked about."""

from flask import redirect, render_template, request, url_for

from facilitator.access import inviting
from facilitator.access.actions import find_pass
from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE, passes, permit, set_pass
from facilitator.access.matrix import P, W
from facilitator.db import db
from facilitator.live.leaving import tell_seat
from facilitator.refusal import NotPermitted, Refused, about_field, shown_on
from facilitator.workshops.door import find_participant, is_here
from facilitator.workshops.join_code import draw_qr, pairing_address, whole
from facilitator.workshops.routes import bp
from facilitator.workshops.tries import tries

DOOR = "come to the door"


@bp.get("/pair")
def pair_page():
    permit(DOOR)
    return render_template("workshops/pair.html")


@bp.post("/pair")
@shown_on(pair_page)
def pair():
    """By the typed code, or by the token a QR code carried in its fragment."""
    permit(DOOR)
    form = request.form
    with about_field("code"):
        invitation = inviting.find_invitation(form["token"]) if form.get("token") else tried(form.get("code", ""))
    if invitation.role == P and is_here(invitation.workshop):
        raise Refused("This device has a seat in this workshop already.")
    token = inviting.take_up(invitation, old=[one for one in passes() if one.role != P])
    if invitation.role == P:
        tell_seat(invitation.participant_id, "seat-changed")
    db.session.commit()
    if invitation.role == P:
        return set_pass(redirect(url_for("workshops.waiting")), PHONE_COOKIE, token)
    screen = "workshops.wall" if invitation.role == W else "workshops.console"
    return set_pass(redirect(url_for(screen, code=invitation.workshop.code)), LEADER_COOKIE, token)


def tried(code):
    """The invitation of a typed code; wrong ones are counted as wrong join codes are."""
    tries().check()
    try:
        return inviting.find_invitation(code)
    except Refused:
        tries().failed()
        raise


@bp.get("/pair/waiting")
def waiting():
    """The second device looks here until the first has answered."""
    permit(DOOR)
    held = find_pass(request.cookies.get(PHONE_COOKIE))
    invitation = inviting.find_asking(request.cookies.get(PHONE_COOKIE))
    if invitation is None:
        return redirect(url_for("workshops.pair_page"))
    if held:
        return redirect(url_for("workshops.phone", code=invitation.workshop.code))
    if invitation.accepted is False:
        raise NotPermitted("The other device said no. Make a new code there if this was a mistake.")
    return render_template("workshops/waiting.html")


@bp.get("/w/<code>/device")
def device(code):
    participant = own_seat(code)
    asking = inviting.asking(participant)
    return render_template(
        "workshops/device.html", workshop=participant.workshop, participant=participant, asking=asking
    )


@bp.post("/w/<code>/device")
def invite_device(code):
    participant = own_seat(code)
    inviting.refuse_full_seat(participant.id)
    workshop = participant.workshop
    _, typed, token = inviting.invite(P, workshop, participant=participant)
    db.session.commit()
    address = pairing_address(workshop, request.host)
    qr = draw_qr(whole(f"{address}#{token}"), "QR code for the other device")
    return render_template(
        "workshops/device.html", workshop=workshop, participant=participant, typed=typed, address=address, qr=qr
    )


@bp.get("/w/<code>/device/asking")
def device_asking(code):
    participant = own_seat(code)
    return render_template("workshops/_device.html", workshop=participant.workshop, asking=inviting.asking(participant))


@bp.post("/w/<code>/device/answer")
def answer_device(code):
    participant = own_seat(code)
    asking = inviting.asking(participant)
    if asking is None or str(asking.id) != request.form.get("asking"):
        raise Refused("Nobody is asking any more.")
    inviting.answer(asking, accepted=request.form.get("answer") == "yes")
    tell_seat(participant.id, "seat-changed")
    db.session.commit()
    if request.headers.get("HX-Request"):
        return render_template("workshops/_device.html", workshop=participant.workshop, asking=None)
    return redirect(url_for("workshops.phone", code=participant.workshop.code))


def own_seat(code):
    """The participant on this phone. A seat without a phone has no second device either."""
    participant = find_participant(code)
    if participant.without_phone:
        raise Refused("Somebody types for this seat, so it has no device of its own.")
    return participant
