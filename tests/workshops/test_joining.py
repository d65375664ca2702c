from sqlalchemy.event import listen

from facilitator.db import db
from facilitator.reviews.models import Position
from facilitator.workshops.opening import close_workshop


def test_a_phone_comes_in_by_code_notice_and_role(outsider, workshop, review):
    agency = review.agencies[0]

    typed = outsider.post("/join", data={"code": f" {workshop.code[:3].lower()} {workshop.code[3:]} "})
    notice = outsider.get(typed.location)
    roles = outsider.get(f"/join/{workshop.code}/position?agency={agency.id}")
    come_in = outsider.post(
        f"/join/{workshop.code}", data={"agency": agency.id, "position": agency.positions[0].id}, follow_redirects=True
    )

    assert "Before you join" in notice.text
    assert "Health visitor" in roles.text
    assert "You are here as" in come_in.text
    assert [one.position.role for one in workshop.present] == ["Health visitor"]


def test_the_qr_code_opens_the_same_door(outsider, workshop):
    answer = outsider.post("/join", data={"token": workshop.join_token})

    assert answer.location.endswith(f"/join/{workshop.code}")


def test_a_wrong_code_is_refused_with_a_sentence(outsider, workshop):
    answer = outsider.post("/join", data={"code": "ZZZZZZ"})

    assert answer.status_code == 422
    assert "look at the wall again" in answer.text


def test_joining_twice_on_one_phone_is_joining_once(outsider, workshop, review):
    form = {"agency": review.agencies[0].id, "position": review.agencies[0].positions[0].id}

    for _ in range(2):
        outsider.post(f"/join/{workshop.code}", data=form)

    assert len(workshop.present) == 1


def test_a_role_that_is_not_listed_can_be_named(outsider, workshop, review):
    outsider.post(f"/join/{workshop.code}", data={"agency": review.agencies[1].id, "role": "  Duty   manager "})

    assert db.session.scalar(db.select(Position.role).where(Position.role.like("Duty%"))) == "Duty manager"


def test_a_role_of_81_signs_is_refused(outsider, workshop, review):
    answer = outsider.post(f"/join/{workshop.code}", data={"agency": review.agencies[1].id, "role": "x" * 81})

    assert answer.status_code == 422
    assert not workshop.present


def test_the_wall_shows_the_code_as_long_as_it_lets_somebody_in(leader, workshop):
    wall = f"/w/{workshop.code}/wall"
    workshop.room_address = "192.168.8.2:5050"
    db.session.commit()
    assert workshop.spaced_code in leader.get(wall).text

    leader.post(f"/w/{workshop.code}/closing")

    assert workshop.spaced_code not in leader.get(wall).text


def test_a_closed_workshop_lets_nobody_in(outsider, workshop, review):
    close_workshop(workshop)
    db.session.commit()

    answer = outsider.post(f"/join/{workshop.code}", data={"agency": review.agencies[0].id, "role": "Nurse"})

    assert answer.status_code == 422
    assert "closed" in answer.text


def test_the_room_hears_that_somebody_came(wall, hv):
    assert wall.heard() == ["room-changed"]


def test_leaving_ends_the_pass_and_keeps_the_words(hv, workshop):
    hv.post("/leaving")

    assert hv.get().status_code == 403
    assert workshop.participants == [hv.participant]
    assert workshop.present == []


def test_no_name_address_or_device_is_kept(app, hv):
    columns = {column.name for column in hv.participant.__table__.columns}

    assert columns == {
        "id", "key", "workshop_id", "position_id", "number", "joined_at", "notice_seen_at", "ready_at", "left_at",
        "without_phone", "small_group", "writes_for_group", "removed_at",
    }  # fmt: skip


def test_coming_in_asks_the_database_six_times_at_most(outsider, workshop, review):
    """Three hundred come in within three seconds, and each question costs all of them."""
    form = {"agency": review.agencies[0].id, "position": review.agencies[0].positions[0].id}
    outsider.post("/join", data={"code": workshop.code})
    db.session.remove()

    asked = []
    listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    outsider.post(f"/join/{workshop.code}", data=form)

    assert any("INSERT INTO participant" in one for one in asked)
    assert len(asked) <= 6
