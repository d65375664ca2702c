"""Every address at which those who lead act writes a line, from the written table of who may do what. (trust.md, 4)

Two guards together: here, that every such address can come to `log` at all, whether any test knows of it or not; and
tests/on_record.py, that wherever a test uses one and something changed, a line was among it.
"""

import pytest
from doors import ACT_OF, PHONE
from reaching import reaches

from facilitator.access.actions import log
from tests.on_record import NOT_LOGGED

CHANGES_NOTHING = {
    "workshops.try_address": "it listens on an address for a trial, and keeps nothing",
    "narrative.look_at_sheet": "it reads a sheet and shows what it would become",
}
ELSEWHERE = {
    "keeping.agree": "the review goes, and its log with it; that it went is kept in Purged, as on_record.py demands",
}


def acting(app):
    """The endpoints of those who lead at which something can be sent."""
    sent = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in rule.methods}
    return sorted((sent & set(ACT_OF)) - set(PHONE.split()))


def without_a_line(app):
    listed = {*NOT_LOGGED, *CHANGES_NOTHING, *ELSEWHERE}
    return [one for one in acting(app) if one not in listed and not reaches(app.view_functions[one], log)]


def test_every_address_at_which_those_who_lead_act_writes_a_line(app):
    assert len(acting(app)) > 100
    assert without_a_line(app) == [], "Let its act call `log`, or list it in tests/on_record.py with the reason."


def test_what_is_listed_writes_none(app):
    """Or the list would hide that an address stopped doing so."""
    listed = {one for one in NOT_LOGGED if one not in PHONE.split()} | set(CHANGES_NOTHING) | set(ELSEWHERE)

    assert [one for one in sorted(listed) if reaches(app.view_functions[one], log)] == []


@pytest.mark.parametrize(
    ("module", "act"),
    [("facilitator.groups.actions", "groups.form"), ("facilitator.keeping.actions", "keeping.hold")],
)
def test_an_act_that_no_longer_calls_it_shows(app, monkeypatch, module, act):
    """The test of the test."""
    monkeypatch.setattr(f"{module}.log", len)

    assert act in without_a_line(app)
