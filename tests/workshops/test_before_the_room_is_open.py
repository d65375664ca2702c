"""Until the room is opened to phones the wall invites nobody, and the console says what to do about it."""

import re

import pytest

from facilitator.access.actions import issue_pass
from facilitator.access.door import LEADER_COOKIE
from facilitator.db import db
from facilitator.workshops.opening import close_workshop

NOT_YET = "Not open to phones yet"


@pytest.fixture
def seen(app, workshop):
    """seen("wall") → what can be read on that screen to the facilitator, opened at an address of the laptop."""
    token = issue_pass("facilitator")
    db.session.commit()

    def look(screen, host="localhost:5177"):
        browser = app.test_client()
        browser.set_cookie(LEADER_COOKIE, token, domain=host.split(":")[0])
        return browser.get(f"/w/{workshop.code}/{screen}", base_url=f"http://{host}").text

    return look


@pytest.mark.parametrize("host", ["localhost:5177", "127.0.0.1:5177"])
def test_on_loopback_the_wall_shows_no_way_in_that_no_phone_could_take(host, seen, workshop):
    """Seen to fail with the corner drawn whatever the address is."""
    wall = seen("wall", host)

    assert NOT_YET in wall
    assert "localhost:5177/join" not in wall and 'class="qr"' not in wall and workshop.spaced_code not in wall
    assert "Scan the code" not in wall


def test_once_the_room_is_open_the_wall_shows_the_way_in(seen, workshop):
    workshop.room_address = "192.168.8.2:5050"
    db.session.commit()

    wall = seen("wall")

    assert NOT_YET not in wall
    assert "192.168.8.2:5050/join" in wall and 'class="qr"' in wall and workshop.spaced_code in wall


def test_a_closed_workshop_promises_no_way_in_later(seen, workshop):
    close_workshop(workshop)
    db.session.commit()

    assert NOT_YET not in seen("wall") + seen("console/bar")


def test_the_console_leads_to_the_page_that_opens_the_room_until_people_come(seen, workshop, review, app):
    """Seen to fail without the notice, and with one that stays when somebody is here."""
    before = f'href="/w/{workshop.code}/before"'
    notice = re.compile(rf'class="notice.*?not open to phones yet.*?{before} class="btn', re.DOTALL)
    assert notice.search(seen("console/stage"))
    assert NOT_YET in seen("console/bar")
    assert "a second browser window can join at localhost:5177/join" in seen("console")

    position = review.agencies[0].positions[0]
    answer = app.test_client().post(
        f"/join/{workshop.code}", data={"agency": review.agencies[0].id, "position": position.id, "role": position.role}
    )
    assert answer.status_code == 302 and len(workshop.present) == 1

    assert not notice.search(seen("console/stage"))
    assert NOT_YET in seen("console/bar")


def test_an_open_room_needs_no_notice(seen, workshop):
    workshop.room_address = "192.168.8.2:5050"
    db.session.commit()

    assert NOT_YET.lower() not in (seen("console/stage") + seen("console/bar") + seen("console")).lower()
