from facilitator.access.door import PHONE_COOKIE
from facilitator.access.models import LogLine
from facilitator.db import db


def off(leader, workshop, hv):
    return leader.post(f"/w/{workshop.code}/people/{hv.participant.number}/removal")


def test_who_is_taken_off_is_shut_out_at_once_and_told_how_to_come_back(leader, hv, ear_of, workshop):
    ear = ear_of(hv)

    answer = off(leader, workshop, hv)

    assert answer.status_code == 302
    assert not ear.socket.is_connected()
    assert hv.get().status_code == 403
    assert "they can let you back" in hv.get().text


def test_what_they_gave_stays(leader, hv, workshop, go_to):
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "going-on", "An ordinary visit.")

    off(leader, workshop, hv)
    leader.post(f"/w/{workshop.code}/reveal")

    assert "An ordinary visit." in leader.get(f"/w/{workshop.code}/console").text


def test_letting_them_back_gives_the_same_phone_the_same_seat(leader, hv, workshop):
    hv.say("01-welcome", "anything", "Words.")
    off(leader, workshop, hv)

    leader.post(f"/w/{workshop.code}/people/{hv.participant.number}/return")

    assert hv.get().status_code == 200
    assert workshop.present == [hv.participant]


def test_the_phone_that_was_taken_off_takes_no_second_seat(leader, hv, workshop, review):
    off(leader, workshop, hv)

    answer = hv.client.post(
        f"/join/{workshop.code}", data={"agency": review.agencies[0].id, "position": review.agencies[0].positions[0].id}
    )

    assert answer.status_code == 403
    assert len(workshop.participants) == 1


def test_who_left_of_their_own_accord_is_not_brought_back(leader, hv, workshop):
    hv.post("/leaving")

    leader.post(f"/w/{workshop.code}/people/{hv.participant.number}/return")
    hv.client.set_cookie(PHONE_COOKIE, hv.token)

    assert hv.get().status_code == 403


def test_twice_is_once_and_both_acts_are_in_the_log(leader, hv, workshop):
    for _ in range(2):
        off(leader, workshop, hv)
    for _ in range(2):
        leader.post(f"/w/{workshop.code}/people/{hv.participant.number}/return")

    acts = db.session.scalars(db.select(LogLine.act).order_by(LogLine.id)).all()
    assert acts[1:] == ["removed", "let back"]
