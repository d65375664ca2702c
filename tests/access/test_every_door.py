"""Every address and every socket event, tried as everybody who might knock, against the written table in doors.py."""

import pytest
from doors import ACT_OF, BY_GRANT, EVENTS, OPEN, WHO

from facilitator.access import matrix
from facilitator.access.actions import find_pass, issue_pass
from facilitator.access.door import LEADER_COOKIE, permit
from facilitator.db import db, new_key, now
from facilitator.live import socketio
from facilitator.refusal import NotPermitted

HELP = "Put {} into the row of its act in tests/access/doors.py, and let its route ask the door for that act."


def rules(app):
    """(endpoint, method, address) of everything that can be asked for."""
    known = {"code": "", "review_id": 1, "region": "bar", "filename": "x"}
    for rule in app.url_map.iter_rules():
        for method in rule.methods - {"OPTIONS"}:
            with app.test_request_context():
                given = {name: known.get(name, 1) for name in rule.arguments} | (
                    {"code": "CODE"} if "code" in rule.arguments else {}
                )
                yield rule.endpoint, method, app.url_for(rule.endpoint, **given)


@pytest.fixture
def knock(app, workshop, review, knocking, seat):
    """knock(who, method, address) → whether the door let them through."""
    def try_door(who, method, address, **form):
        # Wrong passphrases are part of this, and their growing waits are tested elsewhere.
        app.extensions["patience"] = {}
        address = address.replace("/CODE", f"/{workshop.code}").replace("/reviews/1", f"/reviews/{review.id}")
        client = app.test_client()
        if held := knocking[who]:
            client.set_cookie(*held)
        answer = client.open(address, method=method, data={"key": new_key(), **form} if method == "POST" else None)
        db.session.rollback()
        assert answer.status_code < 500, (who, method, address)
        return answer.status_code != 403

    return try_door


def differences(app, knock, everybody, only=None, **form):
    """Where the door and the table disagree: (who, method, endpoint, what the door did)."""
    found = []
    for endpoint, method, address in rules(app):
        act = ACT_OF.get(endpoint)
        if endpoint in OPEN or (only and endpoint not in only):
            continue
        address += "?seat=3" if form.get("seat") and method != "POST" else ""
        wanted = WHO["write for someone without a phone" if form.get("seat") else act]
        for who in everybody:
            if knock(who, method, address, **form) != (who in wanted):
                found.append((who, method, endpoint, "let in" if who not in wanted else "shut out"))
    return found


def test_every_address_stands_in_the_written_table(app):
    unlisted = {endpoint for endpoint, _, _ in rules(app)} - set(ACT_OF) - OPEN

    assert not unlisted, HELP.format(sorted(unlisted))


def test_the_matrix_is_the_written_one():
    assert matrix.MATRIX == WHO
    assert matrix.BY_GRANT == BY_GRANT


def test_every_address_lets_in_whom_the_table_names_and_nobody_else(app, knock, knocking, nothing_is_kept):
    assert differences(app, knock, knocking) == []


def test_a_seat_is_typed_for_by_those_the_table_names_and_nobody_else(app, knock, knocking, seat, nothing_is_kept):
    phone = {endpoint for endpoint, act in ACT_OF.items() if act == "take part"}
    number = seat.number

    assert number == 3 or pytest.fail("The address in `differences` names seat 3.")
    assert differences(app, knock, knocking, only=phone, seat=number) == []


# What no pass for one workshop reaches, whatever its role.
HELD_TWICE = {"see all reviews"}
@pytest.mark.parametrize("act", sorted(act for act, may in WHO.items() if "outsider" not in may))
def test_one_rule_that_is_loosened_shows(app, knock, nothing_is_kept, monkeypatch, act):
    """The test of the tests: with any one rule loosened, what the door does differs from the table."""
    behind = [endpoint for endpoint, one in ACT_OF.items() if one == act][:2]
    for role in {*matrix.ROLES, matrix.O} - WHO[act]:
        with monkeypatch.context() as loosened:
            loosened.setitem(matrix.MATRIX, act, WHO[act] | {role})
            assert matrix.MATRIX != WHO
            if behind and act != "take part":
                shown = {(who, endpoint) for who, _, endpoint, _ in differences(app, knock, [role], only=behind)}
                held_twice = act in HELD_TWICE and role != "outsider"
                assert shown == (set() if held_twice else {(role, endpoint) for endpoint in behind})


def test_an_act_that_no_address_has_yet_is_kept_by_the_same_door(app, workshop, knocking):
    for act, may in WHO.items():
        for who, held in knocking.items():
            cookies = {"HTTP_COOKIE": "=".join(held)} if held else {}
            with app.test_request_context(environ_base=cookies):
                assert let_through(act, workshop) == (who in may or "outsider" in may), (act, who)


def let_through(act, workshop):
    try:
        permit(act, workshop=workshop)
    except NotPermitted:
        return False
    return True


@pytest.mark.parametrize("act", BY_GRANT)
def test_what_is_granted_to_one_helper_is_granted_to_no_other(app, workshop, act):
    for role in ("co-facilitator", "scribe", "wall"):
        token = issue_pass(role, workshop=workshop, granted=act)
        db.session.commit()
        with app.test_request_context(environ_base={"HTTP_COOKIE": f"{LEADER_COOKIE}={token}"}):
            assert let_through(act, workshop) == (role == "co-facilitator")


# Sockets.


def registered():
    return set(socketio.server.handlers["/"])


def test_every_socket_event_stands_in_the_written_table(app):
    assert registered() == set(EVENTS), "Put it into EVENTS in tests/access/doors.py."


def listen(app, held, workshop):
    client = app.test_client()
    if held:
        client.set_cookie(*held)
    screen = "phone" if held and held[0] == "phone" else "console"
    return socketio.test_client(app, flask_test_client=client, auth={"workshop": workshop.id, "as": screen})


def test_a_socket_opens_for_whom_the_table_names_and_nobody_else(app, workshop, knocking):
    for who, held in knocking.items():
        assert listen(app, held, workshop).is_connected() == (who in WHO[EVENTS["connect"]]), who


@pytest.mark.parametrize("event", sorted(set(EVENTS) - {"connect", "disconnect"}))
def test_every_event_asks_the_door_again(app, workshop, knocking, event):
    """A socket that is still open after its pass has ended, as it is for a moment, does nothing any more."""
    for who in WHO[EVENTS[event]]:
        socket = listen(app, knocking[who], workshop)
        find_pass(knocking[who][1]).ended_at = now()
        db.session.flush()
        socket.emit(event, True)
        assert not socket.is_connected(), who
