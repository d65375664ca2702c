from facilitator.access.models import LogLine
from facilitator.db import db

TITLE = "A call to refer becomes a talk about proof"


def test_it_stands_before_the_group_with_what_it_rests_on(told, name, patterns, wall):
    wall.heard()

    answer = name(TITLE, category=["incidents", "reasoning"], episode=["1", "2"], rests_on=["1", "3"], against=["2"])

    [pattern] = patterns()
    assert answer.status_code == 302
    assert (pattern.number_label, pattern.title, pattern.kind, pattern.taken_at) == ("P1", TITLE, "unsafe", None)
    assert pattern.categories == ["incidents", "reasoning"]
    assert [episode.number for episode in pattern.episodes] == [1, 2]
    assert [one.number for one in pattern.rests_on] == [1, 3]
    assert [one.number for one in pattern.against] == [2]
    assert wall.heard() == ["patterns-changed"]


def test_the_log_has_its_number_and_none_of_its_words(told, name, review):
    name(TITLE)

    line = db.session.scalars(db.select(LogLine).filter_by(review_id=review.id)).all()[-1]
    assert (line.act, line.about) == ("pattern named", '{"pattern": "P1"}')


def test_without_a_name_it_is_refused(told, name, patterns):
    answer = name("   ")

    assert answer.status_code == 422
    assert "Give it a name" in answer.text
    assert patterns() == []


def test_a_name_longer_than_a_line_is_refused_and_shown_again(told, name, patterns):
    answer = name("x" * 301)

    assert answer.status_code == 422
    assert "x" * 301 in answer.text
    assert patterns() == []


def test_what_is_no_kind_category_or_episode_is_refused(told, name, patterns):
    answers = [name(TITLE, kind="bad"), name(TITLE, category=["luck"]), name(TITLE, episode=["9"])]

    assert [answer.status_code for answer in answers] == [422, 422, 422]
    assert patterns() == []


def test_words_nobody_has_seen_cannot_be_used(told, name, patterns):
    answer = name(TITLE, rests_on=["4"])

    assert answer.status_code == 422
    assert "Reveal them first" in answer.text
    assert patterns() == []


def test_the_same_words_cannot_speak_for_and_against(told, name):
    answer = name(TITLE, rests_on=["1"], against=["1"])

    assert "S-001 cannot both" in answer.text


def test_a_phone_and_an_outsider_are_shut_out(told, hv, outsider, workshop, patterns):
    path = f"/w/{workshop.code}/patterns"
    answers = [client.post(path, data={"title": TITLE, "kind": "unsafe"}) for client in (hv.client, outsider)]

    assert {answer.status_code for answer in answers} <= {302, 303, 403}
    assert patterns() == []


def test_twice_is_once(told, name, patterns, wall):
    name(TITLE)
    wall.heard()

    name(TITLE)

    assert len(patterns()) == 1
    assert wall.heard() == []


def test_a_corrected_statement_stands_for_its_latest_version(told, name, hv, patterns, leader, workshop):
    name(TITLE, rests_on=["2"])

    hv.post("/statements/2/correction", text="I was sure I was referring.")
    leader.post(f"/w/{workshop.code}/statements/5/letting-in")

    [pattern] = patterns()
    assert [one.text for one in pattern.rests_on] == ["I was sure I was referring."]
