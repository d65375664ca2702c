"""Somebody brings another device of theirs to their seat. The first one is asked."""

import re

import pytest

from facilitator.access.actions import add_pass
from facilitator.access.models import Invitation
from facilitator.db import db, new_key


@pytest.fixture
def second(app, hv):
    """A second device that has typed the code the first one shows, and waits."""
    shown = hv.post("/device", htmx=False).text
    client = app.test_client()
    code = re.search(r'class="pairing-code">([0-9A-Z]{4}-[0-9A-Z]{4})<', shown)[1]
    assert client.post("/pair", data={"code": code}).location == "/pair/waiting"
    return client


def answer(phone, words):
    return phone.post("/device/answer", asking=waiting_now(), answer=words)


def waiting_now():
    return db.session.scalar(db.select(Invitation.id).order_by(Invitation.id.desc()))


def test_a_second_device_waits_until_the_first_says_yes(hv, second, workshop, go_to):
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "going-on", "An ordinary visit.")
    assert second.get(f"/w/{workshop.code}").status_code == 403
    assert "Look at your other device" in second.get("/pair/waiting").text

    answer(hv, "yes")

    assert second.get("/pair/waiting").location == f"/w/{workshop.code}"
    assert "An ordinary visit." in second.get(f"/w/{workshop.code}/mine").text
    assert workshop.present == [hv.participant]


def test_the_first_device_is_told_and_nobody_else(hv, sw, ear_of, app):
    mine, theirs = ear_of(hv), ear_of(sw)
    code = re.search(r'class="pairing-code">([0-9A-Z-]{9})<', hv.post("/device", htmx=False).text)[1]

    app.test_client().post("/pair", data={"code": code})

    assert mine.heard() == ["seat-changed"]
    assert theirs.heard() == []
    assert "wants to join your seat" in hv.get("/device/asking").text
    assert "wants to join your seat" in hv.get().text
    assert "wants to join" not in sw.get("/device/asking").text


def test_no_shuts_the_second_device_out(hv, second, workshop):
    answer(hv, "no")

    assert second.get("/pair/waiting").status_code == 403
    assert second.get(f"/w/{workshop.code}").status_code == 403


def test_somebody_else_cannot_say_yes(sw, hv, second, workshop):
    assert answer(sw, "yes").status_code == 422

    assert second.get(f"/w/{workshop.code}").status_code == 403


def test_leaving_takes_both_devices_out(hv, second, workshop):
    answer(hv, "yes")
    assert second.get(f"/w/{workshop.code}").status_code == 200

    hv.post("/leaving")

    assert second.get(f"/w/{workshop.code}").status_code == 403


def test_saying_yes_twice_is_once_and_a_new_code_ends_the_old(hv, second):
    answer(hv, "yes")
    assert answer(hv, "yes").status_code == 422
    hv.post("/device", htmx=False)
    hv.post("/device", htmx=False)

    standing = db.session.scalars(db.select(Invitation).filter_by(accepted=None)).all()
    assert len(standing) == 1


def test_a_phone_that_joins_again_by_code_comes_back_to_its_seat(hv, workshop, review):
    again = hv.client.post("/join", data={"code": workshop.code}, follow_redirects=True)
    form = {"agency": review.agencies[1].id, "position": review.agencies[1].positions[0].id}
    hv.client.post(f"/join/{workshop.code}", data=form)

    assert "You are here as" in again.text
    assert workshop.present == [hv.participant]


def fill_seat(phone, devices):
    for _ in range(devices):
        add_pass("participant", new_key(), phone.participant.workshop, phone.participant.id)
    db.session.commit()


def test_a_seat_with_four_devices_invites_no_fifth(hv):
    fill_seat(hv, 3)

    refused = hv.post("/device", htmx=False)

    assert refused.status_code == 422 and "4 devices share this seat" in refused.text


def test_a_device_that_asked_while_there_was_room_is_not_let_in_as_the_fifth(hv, second, workshop):
    fill_seat(hv, 3)

    refused = answer(hv, "yes")

    assert refused.status_code == 422 and "4 devices share this seat" in refused.text
    assert second.get("/pair/waiting").status_code == 200
    assert second.get(f"/w/{workshop.code}").status_code == 403
