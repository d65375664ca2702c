"""Each ranks alone; then the group settles an order together. Both are shown, with the reason."""

import pytest

from facilitator.db import db
from facilitator.findings.models import SettledOrder
from facilitator.patterns.actions import name_pattern, take
from facilitator.reports.stops.places import places_of
from facilitator.reports.word import write_report
from tests.reports.conftest import Docx

STAGE, REASON = "10-findings", "The second cannot be mended while the first stands."


@pytest.fixture
def ranked(pattern, review, leader, go_to, hv, join_as):
    """Two findings; five health visitors, each alone, have put the first one first."""
    take(name_pattern(review, "What is said is not written", "unsafe", ["tools"], [2]))
    db.session.commit()
    leader.post(f"/reviews/{review.id}/findings")
    go_to(STAGE)
    for phone in [hv, *(join_as("Health visitor") for _ in range(4))]:
        for number in ("1", "2"):
            phone.post(f"/findings/{number}/test", stage=STAGE, answer="agree", rank=number)


@pytest.fixture
def settle(ranked, leader, workshop):
    def send(first="2", second="1", reason=REASON):
        form = {"place-1": first, "place-2": second, "reason": reason}
        return leader.post(f"/w/{workshop.code}/findings/order", data=form)

    return send


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal")


def test_before_the_reveal_there_is_nothing_to_settle(settle, fresh):
    assert settle().status_code == 422
    assert fresh(SettledOrder) == []


def test_wall_and_report_show_both_orders_and_the_reason(settle, reveal, leader, workshop, review, wall):
    reveal()
    wall.heard()

    assert settle().status_code == 302

    assert wall.heard() == ["findings-changed"]
    for _ in range(2):
        leader.post(f"/w/{workshop.code}/page", data={"by": "1"})
    shown = leader.get(f"/w/{workshop.code}/wall").text
    assert "as you settled it together" in shown
    assert shown.index("What is said is not written") < shown.index("A call to refer")
    assert "As each ranked alone: Finding 1, Finding 2" in shown
    assert REASON in shown
    report = Docx(write_report(review)).text
    assert f"The group then settled: Finding 2, Finding 1. The reason: {REASON}" in report
    assert "5 people ranked them, each alone. Together that gives: Finding 1, Finding 2." in report


@pytest.mark.parametrize("wrong", [{"first": "1"}, {"first": "3"}, {"first": ""}, {"reason": "  "}])
def test_what_is_no_order_or_has_no_reason_is_refused(settle, reveal, fresh, wrong):
    reveal()

    assert settle(**wrong).status_code == 422
    assert fresh(SettledOrder) == []


def test_twice_is_once_and_another_order_leaves_the_earlier_on_record(settle, reveal, fresh, review):
    reveal()
    settle()
    settle()

    settle("1", "2", "After all.")

    assert [one.numbers for one in fresh(SettledOrder)] == ["2 1", "1 2"]
    report = Docx(write_report(review)).text
    assert "Before, it had settled: Finding 2, Finding 1." in report
    assert "The reason: After all." in report


def test_a_reason_with_a_name_is_mended_by_settling_anew(settle, reveal, review):
    reveal()
    settle(reason="Dr Smith said so.")

    settle(reason="The GP said so.")

    looked_through = [place.text for place in places_of(review)]
    assert "The GP said so." in looked_through
    assert "Dr Smith said so." not in [*looked_through, Docx(write_report(review)).text]


def test_an_outsider_and_a_phone_are_shut_out(settle, reveal, outsider, hv, workshop, fresh):
    reveal()
    form = {"place-1": "2", "place-2": "1", "reason": REASON}

    outsider.post(f"/w/{workshop.code}/findings/order", data=form)
    hv.post("/findings/order", **form)

    assert fresh(SettledOrder) == []
