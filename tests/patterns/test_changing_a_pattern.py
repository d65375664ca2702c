from facilitator.db import db
from facilitator.findings.models import Finding

TITLE = "A call to refer becomes a talk about proof"


def test_the_same_fields_replace_what_there_was(told, name, patterns):
    name(TITLE, category=["incidents"], episode=["1"], rests_on=["1", "2"])

    parts = {"category": ["tools"], "episode": ["2"], "rests_on": ["2"], "against": ["1"]}
    name("Another name", path="/1", kind="constructive", **parts)

    [pattern] = patterns()
    assert (pattern.title, pattern.kind, pattern.categories) == ("Another name", "constructive", ["tools"])
    assert [episode.number for episode in pattern.episodes] == [2]
    assert ([one.number for one in pattern.rests_on], [one.number for one in pattern.against]) == ([2], [1])


def test_changing_nothing_announces_nothing(told, name, wall):
    parts = {"episode": ["1"], "rests_on": ["1"]}
    name(TITLE, **parts)
    wall.heard()

    name(TITLE, path="/1", **parts)

    assert wall.heard() == []


def test_one_that_is_not_there_is_refused(told, name):
    assert name(TITLE, path="/7").status_code == 404


def test_the_group_takes_it_and_may_leave_it_again(told, name, patterns, leader, workshop, wall):
    name(TITLE)
    wall.heard()

    leader.post(f"/w/{workshop.code}/patterns/1/taking")
    leader.post(f"/w/{workshop.code}/patterns/1/taking")
    taken = patterns()[0].taken_at
    heard = wall.heard()
    leader.post(f"/w/{workshop.code}/patterns/1/taking-undone")

    assert taken
    assert heard == ["patterns-changed"]
    assert patterns()[0].taken_at is None


def test_removed_it_can_be_put_back_as_it_was(told, name, patterns, leader, workshop):
    name(TITLE, category=["incidents", "reasoning"], episode=["2"], rests_on=["1"], against=["3"])
    leader.post(f"/w/{workshop.code}/patterns/1/taking")
    page = leader.post(f"/w/{workshop.code}/patterns/1/removal")
    gone = patterns()
    form = {"category": ["incidents", "reasoning"], "episode": "2", "rests_on": "1", "against": "3", "taken": "yes"}

    for _ in range(2):
        leader.post(f"/w/{workshop.code}/patterns/1/removal-undone", data={"title": TITLE, "kind": "unsafe", **form})

    assert gone == []
    assert "Put it back" in page.text and 'name="rests_on" value="1"' in page.text
    [pattern] = patterns()
    assert (pattern.number, pattern.categories, bool(pattern.taken_at)) == (1, ["incidents", "reasoning"], True)
    assert ([one.number for one in pattern.rests_on], [one.number for one in pattern.against]) == ([1], [3])


def test_it_stays_once_a_finding_is_drafted_from_it(told, name, patterns, leader, workshop, review):
    name(TITLE)
    db.session.add(Finding(review=review, number=1, pattern=patterns()[0]))
    db.session.commit()

    answers = [leader.post(f"/w/{workshop.code}/patterns/1/{act}") for act in ("removal", "taking-undone")]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert "Finding 1 rests on P1" in answers[0].text
    assert len(patterns()) == 1


def test_a_phone_can_do_none_of_it(told, name, hv, workshop, patterns):
    name(TITLE)

    for act in ("", "/taking", "/removal"):
        hv.client.post(f"/w/{workshop.code}/patterns/1{act}", data={"title": "Mine", "kind": "unsafe"})

    [pattern] = patterns()
    assert (pattern.title, pattern.taken_at) == (TITLE, None)
