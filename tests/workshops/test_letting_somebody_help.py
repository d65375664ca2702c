"""A co-facilitator, a scribe or a second wall, paired from the laptop for one workshop and its review."""

import re

import pytest

from facilitator.access import inviting
from facilitator.access.models import Invitation, Pass
from facilitator.db import db, now
from facilitator.live import socketio

PASSPHRASE = "four plain words here"


@pytest.fixture
def invite(leader, workshop):
    """invite("scribe") → what the laptop then shows: the typed code and the token behind the QR picture."""

    def ask(role, **form):
        answer = leader.post(f"/w/{workshop.code}/helpers", data={"role": role, **form})
        assert answer.status_code == 200, answer.text
        return re.search(r'class="pairing-code">([0-9A-Z]{4}-[0-9A-Z]{4})<', answer.text)[1]

    return ask


@pytest.fixture
def helper(app, invite):
    """helper("scribe") → the browser of somebody who typed the code."""

    def come(role, **form):
        client = app.test_client()
        client.post("/pair", data={"code": invite(role, **form)})
        return client

    return come


def console_of(app, client, workshop):
    auth = {"workshop": workshop.id, "as": "console"}
    return socketio.test_client(app, flask_test_client=client, auth=auth)


def test_a_code_typed_on_another_device_opens_the_console_there(app, invite, outsider, workshop):
    answer = outsider.post("/pair", data={"code": invite("co-facilitator").lower().replace("-", " ")})

    assert answer.location == f"/w/{workshop.code}/console"
    assert outsider.get(answer.location).status_code == 200
    assert outsider.post(f"/w/{workshop.code}/next").status_code == 302
    assert workshop.stage == "02-narrative"


def test_a_scribe_reads_along_and_types_for_seats_and_does_not_lead(helper, workshop, review):
    scribe = helper("scribe")
    form = {"agency": review.agencies[0].id, "role": "Neighbour"}

    assert scribe.post(f"/w/{workshop.code}/seats", data=form).status_code == 302
    assert scribe.get(f"/reviews/{review.id}/findings").status_code == 200
    assert scribe.post(f"/w/{workshop.code}/next").status_code == 403
    assert scribe.get("/reviews").status_code == 403


def test_a_wall_shows_the_wall_and_nothing_else(helper, workshop):
    wall = helper("wall")

    assert wall.get(f"/w/{workshop.code}/wall").status_code == 200
    assert wall.get(f"/w/{workshop.code}/console").status_code == 403


def test_a_code_is_good_once(app, invite, outsider):
    code = invite("scribe")
    app.test_client().post("/pair", data={"code": code})

    answer = outsider.post("/pair", data={"code": code})

    assert answer.status_code == 422
    assert "used or is over" in answer.text


def test_a_code_is_good_for_ten_minutes(invite, outsider):
    code = invite("scribe")
    waiting = db.session.scalar(db.select(Invitation))
    assert waiting.ends_at - now() <= inviting.GOOD_FOR
    waiting.ends_at = now()
    db.session.commit()

    assert outsider.post("/pair", data={"code": code}).status_code == 422


def test_neither_code_nor_token_is_in_the_file(invite, workshop):
    code = invite("scribe").replace("-", "")

    row = db.session.execute(db.text("SELECT * FROM invitation")).one()
    assert code not in " ".join(map(str, row))


def test_a_scanned_token_opens_the_same_door(outsider, workshop):
    _, _, token = inviting.invite("scribe", workshop)
    db.session.commit()

    assert outsider.post("/pair", data={"token": token}).location.endswith("/console")


def test_a_helper_lets_nobody_else_help(helper, workshop):
    for role in ("co-facilitator", "scribe"):
        answer = helper(role).post(f"/w/{workshop.code}/helpers", data={"role": "co-facilitator"})
        assert answer.status_code == 403


def test_ending_a_helpers_pass_shuts_them_out_at_once(app, leader, helper, workshop):
    scribe = helper("scribe")
    socket = console_of(app, scribe, workshop)
    assert socket.is_connected()
    held = db.session.scalar(db.select(Pass).filter_by(role="scribe"))

    leader.post(f"/w/{workshop.code}/helpers/{held.id}/end")

    assert not socket.is_connected()
    assert scribe.get(f"/w/{workshop.code}/console").status_code == 403


def test_a_participants_pass_is_not_ended_there(leader, hv, workshop):
    held = db.session.scalar(db.select(Pass).filter_by(role="participant"))

    assert leader.post(f"/w/{workshop.code}/helpers/{held.id}/end").status_code == 404
    assert hv.get().status_code == 200


def test_more_is_granted_only_with_the_passphrase(leader, workshop):
    form = {"role": "co-facilitator", "granted": ["take the review out"], "passphrase": "not this one at all"}

    answer = leader.post(f"/w/{workshop.code}/helpers", data=form)

    assert answer.status_code == 422
    assert db.session.scalar(db.select(Invitation)) is None


def test_a_co_facilitator_takes_the_review_out_by_grant_and_not_without(helper, review):
    plain = helper("co-facilitator")
    granted = helper("co-facilitator", granted=["take the review out"], passphrase=PASSPHRASE)

    assert plain.post(f"/reviews/{review.id}/report/archive").status_code == 403
    assert granted.post(f"/reviews/{review.id}/report/archive").status_code == 200


def test_a_scribe_is_granted_nothing_more(leader, workshop):
    form = {"role": "scribe", "granted": ["take the review out"], "passphrase": PASSPHRASE}

    assert leader.post(f"/w/{workshop.code}/helpers", data=form).status_code == 422


# Seeing each other.


def test_each_console_shows_who_else_leads_and_what_they_do_now(app, leader, helper, workshop, review):
    co, scribe = helper("co-facilitator"), helper("scribe")
    sockets = [console_of(app, one, workshop) for one in (leader, co, scribe)]
    scribe.post(f"/w/{workshop.code}/seats", data={"agency": review.agencies[0].id, "role": "Neighbour"})

    co.post(f"/w/{workshop.code}/note", data={"text": "Ask about the second visit."})
    scribe.get(f"/w/{workshop.code}?seat=1")
    page = leader.get(f"/w/{workshop.code}/console/leading").text

    assert all(socket.is_connected() for socket in sockets)
    assert "Facilitator · this device" in page
    assert "Co-facilitator · writing a note" in page
    assert "Scribe · typing for seat 1" in page
    assert "second visit" not in page


def test_who_does_something_new_is_told_to_the_other_consoles(app, leader, helper, workshop):
    co = helper("co-facilitator")
    watching, _theirs = console_of(app, leader, workshop), console_of(app, co, workshop)
    socketio.sleep(1.1)
    watching.get_received()

    co.post(f"/w/{workshop.code}/note", data={"text": "Something."})
    socketio.sleep(1.1)

    assert "presence-changed" in [event["args"][0]["name"] for event in watching.get_received()]


def test_what_a_participant_does_is_noted_nowhere(leader, hv, go_to, workshop):
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "going-on", "An ordinary visit.")

    from facilitator.workshops import leading

    held = db.session.scalar(db.select(Pass).filter_by(participant_id=hv.participant.id))
    assert held.id not in leading.doing()


def test_the_last_act_of_a_helper_is_named_with_its_undoing(leader, helper, workshop):
    helper("co-facilitator").post(f"/w/{workshop.code}/next")

    page = leader.get(f"/w/{workshop.code}/console/leading").text

    assert "Co-facilitator moved to" in page
    assert f"/w/{workshop.code}/move-undone" in page


# The lost laptop.


def test_a_facilitator_leads_on_from_any_device_and_shuts_the_lost_laptop_out(app, leader, outsider, hv, workshop):
    leader.post(f"/w/{workshop.code}/next")
    lost = console_of(app, leader, workshop)

    outsider.post("/unlock", data={"passphrase": PASSPHRASE})
    outsider.post(f"/w/{workshop.code}/helpers/others/end")
    outsider.post(f"/w/{workshop.code}/next")

    assert workshop.stage == "03-turning-points"
    assert not lost.is_connected()
    assert leader.post(f"/w/{workshop.code}/next").status_code == 403
    assert hv.get().status_code == 200
