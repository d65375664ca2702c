"""On the page of their own words everybody sees what became of each: nobody else's words, and nothing not yet shown."""

import pytest

from facilitator.db import db
from facilitator.findings.actions import draft_findings
from facilitator.patterns.actions import name_pattern, take

VIEW, TESTING = "05-view-at-the-time", "10-findings"


@pytest.fixture
def told(hv, sw, go_to):
    """S-001 of the health visitor, S-002 of the social worker."""
    go_to(VIEW)
    hv.say(VIEW, "going-on", "I was sure it was a referral.")
    sw.say(VIEW, "going-on", "We rang as advice.")


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal")


@pytest.fixture
def pattern(told, review, reveal):
    reveal()
    made = name_pattern(review, "A call becomes a debate", "unsafe", categories=["tools"], rests_on=[1], against=[2])
    db.session.commit()
    return made


def mine(phone):
    return phone.get("/mine").text


def test_before_the_reveal_it_will_not_be_printed_and_after_it_it_will(told, hv, reveal):
    assert "It has not been revealed to the room" in mine(hv)

    reveal()

    assert "word for word, under your position" in mine(hv)
    assert "It has not been revealed" not in mine(hv)


def test_words_that_could_tell_who_somebody_is_are_not_promised_to_the_report(told, hv, reveal):
    """Seen to fail when the page does not ask what stops the report."""
    hv.say(VIEW, "information", "Dr Okafor rang me at home.")
    reveal()

    assert "The report cannot be given out before that is mended" in mine(hv)
    assert mine(hv).count("word for word, under your position") == 1


def test_what_was_set_aside_says_why(told, hv, leader, workshop, reveal):
    reveal()
    leader.post(f"/w/{workshop.code}/statements/1/setting-aside", data={"reason": "Belongs to another case."})

    assert "It was set aside, and counts for nothing: “Belongs to another case.”" in mine(hv)
    assert "word for word" not in mine(hv)


def test_a_pattern_is_named_once_the_group_has_taken_it_and_only_to_those_it_rests_on(pattern, hv, sw):
    """Seen to fail without asking whether it was taken."""
    assert "A call becomes a debate" not in mine(hv)

    take(pattern)
    db.session.commit()

    assert "The group’s pattern “A call becomes a debate” rests on it." in mine(hv)
    assert "as speaking against it" in mine(sw) and "rests on it" not in mine(sw)


def test_a_finding_is_named_once_the_room_has_seen_how_it_was_tested(pattern, hv, sw, go_to, review, reveal):
    """Seen to fail without asking whether it was revealed."""
    take(pattern)
    draft_findings(review)
    db.session.commit()
    go_to(TESTING)
    hv.post("/findings/1/test", stage=TESTING, answer="agree")
    assert "Finding 1" not in mine(hv)

    reveal()

    assert "Finding 1 rests on it: “A call becomes a debate”" in mine(hv)
    assert "Finding 1 names it as speaking against it." in mine(sw)


def test_a_finding_that_the_desk_drafts_afterwards_is_not_named(pattern, hv, go_to, review, reveal):
    """Seen to fail without asking whether this room tested it."""
    go_to(TESTING)
    reveal()
    take(pattern)
    draft_findings(review)
    db.session.commit()

    assert "Finding 1" not in mine(hv)


def test_nobody_else_s_words_are_among_it(pattern, hv):
    take(pattern)
    db.session.commit()

    assert "We rang as advice." not in mine(hv)


def test_who_said_nothing_is_told_nothing(pattern, join_as):
    assert "Nothing yet. What you write will stand here." in mine(join_as("Team leader"))


def test_whose_words_named_the_pattern_is_told_of_the_finding_drafted_from_it(told, sw, hv, go_to, review, reveal):
    """Seen to fail with only the words that a paragraph rests on."""
    reveal()
    go_to("09-patterns")
    given = {"common": "A call becomes a debate", "kind": "unsafe", "statement": ["1"]}
    sw.post("/patterns/proposals", stage="09-patterns", **given)
    take(review.patterns[0])
    draft_findings(review)
    db.session.commit()
    go_to(TESTING)
    hv.post("/findings/1/test", stage=TESTING, answer="agree")

    reveal()

    assert "It named the pattern behind Finding 1: “A call becomes a debate”." in mine(sw)
    assert "Finding 1 rests on it: “A call becomes a debate”." in mine(hv)
    assert "named the pattern" not in mine(hv)
