import pytest

from facilitator.db import db
from facilitator.findings.models import Finding, ParagraphVersion
from facilitator.findings.thin import thin
from facilitator.patterns.actions import name_pattern, take
from facilitator.perspectives.picture import take_picture
from facilitator.reviews.small_groups import TOO_FEW, UNSEEN
from facilitator.usual.models import Usual


def texts(finding, answer):
    return [paragraph.text for paragraph in finding.answer(answer)]


def test_it_says_what_the_room_gave_and_where(finding):
    assert texts(finding, "issue") == ["A call to refer becomes a talk about whether there is enough to refer"]
    assert texts(finding, "in-this-case") == [
        "It showed in KPE 1, The new-birth visit (11 March 2019).",
        "It showed in KPE 2, The first call to the hub (11 to 12 March 2019).",
    ]
    assert texts(finding, "how-we-know") == ["The group saw it in 2 episodes; 2 positions from 2 agencies spoke to it."]
    assert (texts(finding, "how-widespread"), texts(finding, "means"), texts(finding, "consider")) == ([], [], [])


def test_every_paragraph_keeps_the_statements_it_rests_on_and_those_against(finding):
    evidence = [([one.number for one in paragraph.rests_on], [one.number for one in paragraph.against])
                for paragraph in finding.paragraphs]  # fmt: skip

    assert evidence == [([], []), ([1], []), ([3], [2]), ([1, 3], [2])]


def test_every_paragraph_begins_its_history(finding):
    versions = db.session.scalars(db.select(ParagraphVersion)).all()

    assert {(one.version, one.based_on) for one in versions} == {(1, 0)}
    assert [one.text for one in versions] == [one.text for one in finding.paragraphs]


@pytest.mark.parametrize(
    ("people", "revealed", "said"),
    [
        (5, True, "Of 5 who answered for KPE 2: often 4, do not know 1."),
        (5, False, f"5 answered for KPE 2. {UNSEEN}"),
        (2, True, f"2 answered for KPE 2. {TOO_FEW}"),
    ],
)
def test_how_usual_it_is_comes_from_the_answers_and_only_from_them(
    pattern, episodes, join_as, leader, review, people, revealed, said
):
    for answer in ["dont-know", *["often"] * (people - 1)]:
        person = join_as("Social worker").participant
        db.session.add(Usual(episode=episodes[1], participant=person, position=person.position, answer=answer))
    if revealed:
        take_picture(episodes[1].usual)
    db.session.commit()

    leader.post(f"/reviews/{review.id}/findings")

    [finding] = db.session.scalars(db.select(Finding)).all()
    assert texts(finding, "how-widespread") == [f"{said} Beyond the room: not known."]


def test_a_pattern_with_nothing_but_a_name_invents_nothing(told, leader, review):
    take(name_pattern(review, "Something keeps coming back", "unsafe"))
    db.session.commit()

    leader.post(f"/reviews/{review.id}/findings")

    [finding] = db.session.scalars(db.select(Finding)).all()
    page = leader.get(f"/reviews/{review.id}/findings/1").text
    assert [paragraph.text for paragraph in finding.paragraphs] == ["Something keeps coming back"]
    assert thin(finding, "in-this-case") == ["Not yet established."]
    assert page.count("Not yet established.") == 5


def test_no_evidence_is_dropped_where_a_pattern_names_no_episode(told, leader, review):
    take(name_pattern(review, "Something keeps coming back", "unsafe", rests_on=[1], against=[2]))
    db.session.commit()

    leader.post(f"/reviews/{review.id}/findings")

    [paragraph] = db.session.scalar(db.select(Finding)).answer("in-this-case")
    assert ([one.number for one in paragraph.rests_on], [one.number for one in paragraph.against]) == ([1], [2])


def test_without_a_taken_pattern_it_is_refused(told, leader, review):
    name_pattern(review, "Only offered", "unsafe")
    db.session.commit()

    answer = leader.post(f"/reviews/{review.id}/findings")

    assert answer.status_code == 422
    assert "taken no pattern yet" in answer.text


def test_from_the_room_the_console_hears_of_it(pattern, leader, workshop, wall):
    wall.heard()

    quiet = leader.post(f"/w/{workshop.code}/findings", headers={"HX-Request": "true"})

    assert quiet.status_code == 204
    assert wall.heard() == ["findings-changed"]
    assert leader.post(f"/w/{workshop.code}/findings").location.endswith(f"/reviews/{workshop.review_id}/findings")


def test_twice_is_once(finding, leader, review, wall, fresh):
    wall.heard()

    leader.post(f"/reviews/{review.id}/findings")

    assert len(fresh(Finding)) == 1
    assert wall.heard() == []


def test_phones_and_outsiders_are_shut_out(pattern, hv, outsider, workshop, review, fresh):
    for client in (hv.client, outsider):
        client.post(f"/w/{workshop.code}/findings")
        client.post(f"/reviews/{review.id}/findings")
        assert client.get(f"/reviews/{review.id}/findings").status_code in (302, 303, 403)

    assert fresh(Finding) == []
