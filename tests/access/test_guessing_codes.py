import pytest

from facilitator.db import db
from facilitator.workshops.opening import close_workshop
from facilitator.workshops.tries import Tries


@pytest.fixture
def clock(app):
    """The time as the counting of wrong codes sees it; moved by hand."""
    at = [1000.0]
    app.extensions["wrong codes"] = Tries(lambda: at[0])
    return at


@pytest.fixture
def device(app):
    """device() → a browser that has looked at the join page. All have the same address, as behind one router."""

    def new():
        client = app.test_client()
        client.get("/join")
        return client

    return new


def guess(client, code="ZZZZZZ"):
    return client.post("/join", data={"code": code}).status_code


def test_a_device_has_ten_wrong_codes_a_minute(device, clock, workshop):
    stranger = device()

    assert [guess(stranger) for _ in range(11)] == [422] * 10 + [429]
    assert guess(stranger, workshop.code) == 429
    clock[0] += 61
    assert guess(stranger, workshop.code) == 302


def test_addresses_inside_are_no_way_around(device, clock, workshop):
    stranger = device()
    for path in ("/w/ZZZZZZ", "/join/ZZZZZZ", "/w/ZZZZZZ/console") * 4:
        stranger.get(path)

    assert stranger.get(f"/w/{workshop.code}").status_code == 429
    assert guess(stranger, workshop.code) == 429


def test_the_next_phone_behind_the_same_router_comes_in(device, clock, workshop):
    stranger, neighbour = device(), device()
    for _ in range(11):
        guess(stranger)

    assert guess(neighbour, workshop.code) == 302


def test_all_together_have_sixty_and_the_qr_code_still_opens(device, clock, workshop):
    for _ in range(6):
        stranger = device()
        for _ in range(10):
            guess(stranger)
    late = device()

    assert guess(late, workshop.code) == 429
    scanned = late.post("/join", data={"token": workshop.join_token})
    assert scanned.status_code == 302
    assert late.get(scanned.location).status_code == 200
    clock[0] += 61
    assert guess(device(), workshop.code) == 302


def test_sixty_right_codes_from_one_address_are_sixty_people(device, clock, workshop):
    assert {guess(device(), workshop.code) for _ in range(65)} == {302}


def test_who_is_in_the_room_is_not_hindered_by_others(device, clock, hv):
    for _ in range(6):
        stranger = device()
        for _ in range(10):
            guess(stranger)

    assert hv.get().status_code == 200


def test_a_device_that_keeps_no_cookie_is_counted_by_its_address(app, clock, workshop):
    assert [guess(app.test_client(use_cookies=False)) for _ in range(11)][-1] == 429


@pytest.mark.parametrize("way", ["code", "token"])
def test_a_code_is_dead_once_the_workshop_has_closed(outsider, workshop, way):
    close_workshop(workshop)
    db.session.commit()
    given = {"code": workshop.code, "token": workshop.join_token}[way]

    assert outsider.post("/join", data={way: given}).status_code == 422
    for path in (f"/join/{workshop.code}", f"/join/{workshop.code}/position"):
        answer = outsider.get(path)
        assert answer.status_code == 422
        assert "lets nobody in" in answer.text
