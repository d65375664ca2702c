from facilitator.db import db
from facilitator.findings import thin
from facilitator.findings.actions import draft_findings
from facilitator.patterns.actions import name_pattern, take


def drafted(review, **parts):
    take(name_pattern(review, "Something keeps coming back", "unsafe", **parts))
    [finding] = draft_findings(review)
    db.session.commit()
    return finding


def test_one_agency_alone_and_nothing_against_is_said(told, review, leader):
    finding = drafted(review, episodes=[1, 2], rests_on=[1, 2])

    assert thin.thin(finding, "how-we-know") == [thin.ONE_AGENCY, thin.NOTHING_AGAINST]
    assert "Only one agency has spoken to this." in leader.get(f"/reviews/{review.id}/findings/1").text


def test_two_agencies_and_something_against_is_not_thin(told, review):
    finding = drafted(review, episodes=[1, 2], rests_on=[1, 3], against=[2])

    assert thin.thin(finding, "how-we-know") == []
    assert thin.voices_in_words(thin.behind(finding, "how-we-know")) == "2 positions, 2 agencies"


def test_a_paragraph_nobody_supports_says_so(told, review, leader):
    finding = drafted(review, episodes=[1])

    assert thin.is_unsupported(finding.answer("in-this-case")[0])
    assert thin.UNSUPPORTED in leader.get(f"/reviews/{review.id}/findings/1").text


def test_withdrawn_words_no_longer_count(told, review, hv):
    finding = drafted(review, episodes=[1, 2], rests_on=[1, 3], against=[2])

    hv.post("/statements/1/withdrawal")

    db.session.expire_all()
    assert thin.voices(thin.behind(finding, "how-we-know")) == (1, 1)
