"""Before what came later is shown, each says alone what most colleagues would have done."""

import pytest

from facilitator.db import db
from facilitator.findings.actions import draft_findings
from facilitator.perspectives.models import Abstention, Statement
from facilitator.reports.word import write_report
from facilitator.tunnel.models import Colleagues

VIEW = "05-view-at-the-time"


def say(phone, episode, answer="same", text="", **form):
    return phone.post("/colleagues", stage=VIEW, episode=episode.id, answer=answer, text=text, **form)


def given():
    return [(one.position.role, one.answer) for one in db.session.scalars(db.select(Colleagues))]


def test_it_is_asked_last_and_answered_alone(at_the_call, hv, sw, on_wall, leader, workshop):
    assert "What would most colleagues have done?" in hv.get("/stage?q=colleagues").text

    say(hv, at_the_call, text="We all ring first.")

    assert given() == [("Health visitor", "same")]
    seen = on_wall() + sw.get().text + leader.get(f"/w/{workshop.code}/console").text
    assert "We all ring first." not in seen


def test_it_may_be_changed_and_twice_is_once(at_the_call, hv):
    for answer in ("same", "else", "else"):
        say(hv, at_the_call, answer)

    assert given() == [("Health visitor", "else")]


def test_no_other_answer_is_taken(at_the_call, hv):
    assert say(hv, at_the_call, "they failed").status_code == 422
    assert given() == []


def test_once_the_curtain_is_lifted_it_is_no_longer_asked(at_the_call, hv, lift):
    say(hv, at_the_call)
    lift()

    answer = say(hv, at_the_call, "else")

    assert answer.status_code == 422
    assert "no longer asked" in answer.text
    assert given() == [("Health visitor", "same")]
    assert "What would most colleagues have done?" not in hv.get("/stage?q=colleagues").text


def test_who_was_not_involved_is_asked_too_and_stays_uninvolved(at_the_call, hv):
    answer = hv.post("/silences", stage=VIEW, episode=at_the_call.id, answer="not-involved")
    assert "You said you were not involved" in answer.text
    assert "What would most colleagues have done?" in answer.text

    say(hv, at_the_call, text="In my team we all do.")

    assert given() == [("Health visitor", "same")]
    assert db.session.scalars(db.select(Abstention)).one().answer == "not-involved"


def test_where_words_carry_no_position_it_is_not_asked(at_the_call, hv, leader, workshop):
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled", "stage": VIEW})

    assert "What would most colleagues have done?" not in hv.get("/stage?q=colleagues").text
    assert say(hv, at_the_call, labelled="unlabelled").status_code == 422
    assert given() == []


def test_after_the_reveal_the_spread_is_on_the_wall_unless_too_few(at_the_call, hv, join_as, leader, workshop, on_wall):
    phones = [hv, *(join_as("Social worker") for _ in range(4))]
    for phone in phones[:4]:
        say(phone, at_the_call)
    leader.post(f"/w/{workshop.code}/reveal")
    assert "fewer than five people" in on_wall()

    say(phones[4], at_the_call, "cannot-say")

    assert "How many of 5" in on_wall()


@pytest.fixture
def finding(told_to_the_hub, workshop, review):
    from facilitator.patterns.actions import name_pattern, take

    pattern = name_pattern(
        review, title="A call becomes a debate", kind="unsafe", categories=["tools"],
        episodes=[told_to_the_hub.number], rests_on=[1], against=[],
    )  # fmt: skip
    take(pattern)
    finding = draft_findings(review)[0]
    db.session.commit()
    return finding


@pytest.fixture
def told_to_the_hub(at_the_call, hv, join_as, leader, workshop):
    hv.say(VIEW, "going-on", "A referral, I thought.", episode=at_the_call.id)
    for phone in [hv, *(join_as("Social worker") for _ in range(4))]:
        say(phone, at_the_call, text="We all ring first." if phone is hv else "")
    leader.post(f"/w/{workshop.code}/reveal")
    return at_the_call


def test_the_answer_stands_beside_the_finding_at_the_desk_and_in_the_report(finding, leader, review, read_word):
    desk = leader.get(f"/reviews/{review.id}/findings/{finding.number}").text
    assert "KPE 1: what most colleagues would have done" in desk

    report = read_word(write_report(review))

    findings = report[report.rindex("Finding 1:") : report.rindex("Annex: the key practice episodes")]
    assert "Before what came later was shown, at KPE 1:" in findings
    assert "knowing only what was known then? 5 people answered." in findings
    assert "“We all ring first.”" in report


def test_the_words_beside_it_are_a_statement_like_any_other(at_the_call, hv):
    say(hv, at_the_call, text="We all ring first.")

    assert db.session.scalars(db.select(Statement)).one().question == "colleagues"
    assert "We all ring first." in hv.get("/mine").text
