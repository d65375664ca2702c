from facilitator.db import db
from facilitator.workshops.models import Visit
from facilitator.workshops.room import Room


def test_next_takes_the_whole_room_along(leader, wall, workshop):
    answer = leader.post(f"/w/{workshop.code}/next", headers={"HX-Request": "true"})

    assert answer.status_code == 204
    assert workshop.stage == "02-narrative"
    assert wall.heard() == ["stage-changed"]


def test_what_is_the_same_for_every_phone_travels_with_the_nudge(leader, hv, ear_of, workshop):
    ear = ear_of(hv)

    leader.post(f"/w/{workshop.code}/next")

    html = [nudge.get("html", "") for nudge in ear.nudges() if nudge["name"] == "stage-changed"]
    assert "What happened" in html[0] or Room.of(workshop).stage.name in html[0]


def test_versions_only_go_up(leader, wall, workshop):
    for act in ("next", "next", "back"):
        leader.post(f"/w/{workshop.code}/{act}")

    versions = [nudge["version"] for nudge in wall.nudges() if "version" in nudge]
    assert versions == sorted(set(versions)) and len(versions) == 3


def test_going_back_loses_nothing(hv, leader, workshop, go_to):
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "going-on", "An ordinary visit.")

    leader.post(f"/w/{workshop.code}/back")
    leader.post(f"/w/{workshop.code}/next")

    assert "An ordinary visit." in hv.get("/mine").text


def test_moving_to_where_the_group_is_announces_nothing(leader, wall, workshop):
    leader.post(f"/w/{workshop.code}/next")
    assert wall.heard() == ["stage-changed"]

    leader.post(f"/w/{workshop.code}/step", data={"to": 1})

    assert wall.heard() == []


def test_a_step_that_is_not_there_is_refused(leader, workshop):
    answer = leader.post(f"/w/{workshop.code}/step", data={"to": "999"})

    assert answer.status_code == 422
    assert "no such step" in answer.text


def test_a_phone_cannot_move_the_group(hv, workshop):
    answer = hv.post("/next")

    assert answer.status_code == 403
    assert workshop.stage == "01-welcome"


def test_the_minutes_at_each_step_are_kept(leader, workshop):
    leader.post(f"/w/{workshop.code}/next")
    leader.post(f"/w/{workshop.code}/back")

    visits = db.session.scalars(db.select(Visit).filter_by(workshop_id=workshop.id).order_by(Visit.id)).all()
    assert [(visit.stage, visit.ended_at is None) for visit in visits] == [
        ("01-welcome", False),
        ("02-narrative", False),
        ("01-welcome", True),
    ]


def test_a_workshop_stopped_today_goes_on_next_month(leader, hv, workshop):
    leader.post(f"/w/{workshop.code}/next")
    leader.post(f"/w/{workshop.code}/closing")
    assert "stopped here" in hv.get().text

    leader.post(f"/w/{workshop.code}/opening")

    assert workshop.is_open and workshop.stage == "02-narrative"
    assert "stopped here" not in hv.get().text


def test_a_blank_wall_is_sent_nothing_to_read(leader, workshop):
    workshop.room_address = "192.168.8.2:5050"
    db.session.commit()
    assert workshop.spaced_code in leader.get(f"/w/{workshop.code}/wall").text

    leader.post(f"/w/{workshop.code}/blank")

    page = leader.get(f"/w/{workshop.code}/wall").text

    assert workshop.spaced_code not in page
    assert "The wall is blank" in page


def test_a_clock_is_a_deadline_from_the_server(leader, workshop, hv):
    leader.post(f"/w/{workshop.code}/clock", data={"minutes": "2"})

    assert workshop.clock_ends_at.isoformat() in hv.get().text
