from facilitator.db import db, new_key
from facilitator.perspectives.models import Statement

STAGE, WORDS = "09-patterns", "Much is said with care & little is <written> down"


def propose(phone, words=WORDS, **form):
    return phone.post("/patterns/proposals", stage=STAGE, common=words, **{"kind": "unsafe", **form})


def named():
    return db.session.scalars(db.select(Statement).filter_by(question="common")).all()


def test_it_stands_before_the_group_with_its_position_and_its_exact_words(told, hv, patterns, wall):
    wall.heard()

    answer = propose(hv, statement=["2", "3"], category="tools")

    [pattern], [words] = patterns(), named()
    assert answer.status_code == 200
    assert (pattern.title, pattern.position.role, pattern.statement_id) == (WORDS, "Health visitor", words.id)
    assert (words.text, pattern.categories) == (WORDS, ["tools"])
    assert [one.number for one in pattern.rests_on] == [2, 3]
    assert [episode.number for episode in pattern.episodes] == [2]
    assert wall.heard() == ["patterns-changed"]


def test_the_page_escapes_what_was_typed(told, hv, leader, workshop):
    propose(hv)

    for page in (hv.get(), leader.get(f"/w/{workshop.code}/wall"), leader.get(f"/w/{workshop.code}/patterns")):
        assert "&lt;written&gt; down" in page.text and "<written>" not in page.text


def test_words_the_room_has_not_seen_are_left_out_and_never_shown(told, hv, patterns):
    page = hv.get()
    propose(hv, statement=["3", "4"])

    assert "A call like others." in page.text
    assert "Nobody has seen this." not in page.text
    assert [one.number for one in patterns()[0].rests_on] == [3]


def test_blank_words_and_no_kind_are_refused(told, hv, patterns):
    answers = [propose(hv, words="  "), propose(hv, kind="")]

    assert [answer.status_code for answer in answers] == [422, 422]
    assert patterns() == [] and named() == []


def test_sending_again_with_the_same_key_writes_nothing(told, hv, patterns):
    key = new_key()

    answers = [propose(hv, key=key), propose(hv, key=key)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert (len(patterns()), len(named())) == (1, 1)


def test_the_same_key_with_other_words_is_refused(told, hv, patterns):
    key = new_key()
    propose(hv, key=key)

    assert propose(hv, words="Something else", key=key).status_code == 409
    assert [pattern.title for pattern in patterns()] == [WORDS]


def test_an_outsider_is_shut_out(told, outsider, workshop, patterns):
    form = {"stage": STAGE, "common": WORDS, "kind": "unsafe"}
    answer = outsider.post(f"/w/{workshop.code}/patterns/proposals", data=form)

    assert answer.status_code in (302, 303, 403)
    assert patterns() == []


def test_words_that_come_late_are_held_and_not_shown(told, hv, go_to, leader, workshop, patterns):
    go_to("10-findings")

    propose(hv)

    [pattern], [words] = patterns(), named()
    assert words.is_held and not pattern.stands
    assert "Much is said" not in leader.get(f"/w/{workshop.code}/patterns").text


def test_withdrawn_words_leave_the_screens_and_leave_no_copy(told, hv, leader, workshop, patterns):
    propose(hv)

    hv.post(f"/statements/{named()[0].number}/withdrawal")

    [pattern] = patterns()
    assert (pattern.typed, pattern.title, pattern.stands) == ("", "", False)
    assert "Much is said" not in leader.get(f"/w/{workshop.code}/wall").text


def test_a_correction_shows_in_the_pattern(told, hv, patterns):
    propose(hv)

    hv.post(f"/statements/{named()[0].number}/correction", text="Much is said, little is written")

    assert patterns()[0].title == "Much is said, little is written"


def test_the_facilitator_changing_its_place_leaves_the_words_where_they_are(told, hv, name, patterns):
    propose(hv)

    name(WORDS, path="/1", category=["tools"])

    assert (patterns()[0].typed, patterns()[0].title) == ("", WORDS)
