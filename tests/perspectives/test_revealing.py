import pytest

from facilitator.db import db
from facilitator.perspectives.models import Statement

VIEW = "05-view-at-the-time"
WORDS = "I thought I was making a referral."


@pytest.fixture
def written(go_to, hv):
    go_to(VIEW)
    hv.say(VIEW, "going-on", WORDS)


def screens(leader, workshop):
    return [leader.get(f"/w/{workshop.code}/{path}").text for path in ("wall", "wall/now", "console", "console/stage")]


def test_before_the_reveal_nobody_is_sent_the_words(written, sw, leader, workshop):
    everything = [sw.get().text, sw.get("/stage").text, sw.get("/mine").text, *screens(leader, workshop)]

    assert not any(WORDS in page for page in everything)


def test_before_the_reveal_the_wall_says_how_many_in_a_word(written, sw, leader, workshop):
    assert "Some have answered" in leader.get(f"/w/{workshop.code}/wall").text


def test_before_anybody_has_written_the_wall_says_so(hv, sw, leader, workshop, go_to):
    go_to(VIEW)

    assert "Nobody has answered yet" in leader.get(f"/w/{workshop.code}/wall").text


def test_the_reveal_shows_them_to_the_room_by_position(written, sw, leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")

    wall = leader.get(f"/w/{workshop.code}/wall").text
    assert WORDS in wall and "Health visitor" in wall and "S-001" in wall
    assert WORDS in sw.get().text


def test_a_reveal_can_be_taken_back(written, sw, leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")
    leader.post(f"/w/{workshop.code}/hiding")

    assert WORDS not in sw.get().text


def test_revealing_twice_is_revealing_once(written, leader, wall, workshop):
    leader.post(f"/w/{workshop.code}/reveal")
    assert "stage-changed" in wall.heard()

    leader.post(f"/w/{workshop.code}/reveal")

    assert wall.heard() == []


def test_a_phone_cannot_reveal(written, sw):
    assert sw.post("/reveal").status_code == 403


def test_what_is_set_aside_leaves_the_screens_and_keeps_words_and_reason(written, sw, leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")

    leader.post(f"/w/{workshop.code}/statements/1/setting-aside", data={"reason": "It names a child."})

    statement = db.session.scalar(db.select(Statement))
    assert WORDS not in sw.get().text
    assert (statement.text, statement.set_aside.reason) == (WORDS, "It names a child.")


def test_setting_aside_without_a_reason_is_refused(written, leader, workshop):
    answer = leader.post(f"/w/{workshop.code}/statements/1/setting-aside", data={"reason": " "})

    assert answer.status_code == 422


def test_what_is_withdrawn_is_gone_and_its_number_stays(written, hv, sw, leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")

    hv.post("/statements/1/withdrawal")

    statement = db.session.scalar(db.select(Statement))
    assert WORDS not in sw.get().text
    assert (statement.number_label, statement.text) == ("S-001", "")


def test_nobody_withdraws_another_persons_words(written, sw):
    assert sw.post("/statements/1/withdrawal").status_code == 403


def test_a_long_account_goes_on_over_the_page_and_loses_no_word():
    from facilitator.perspectives.accounts_on_wall import in_parts

    text = " ".join(f"word{number}" for number in range(400)) + " " + "x" * 700

    parts = in_parts(text, 300)

    assert all(len(part) <= 302 for part in parts)
    assert "".join(part.removesuffix(" …") for part in parts).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("signs, lines", [(20, 6), (66, 7)])
def test_an_account_on_the_wall_has_no_more_lines_than_fit(signs, lines):
    import textwrap

    from facilitator.perspectives.accounts_on_wall import in_lines

    text = "A short line.\n\n" + " ".join(f"word{number}" for number in range(200)) + "\n" + "x" * 700

    parts = in_lines(text, signs, lines)

    assert "".join(part.removesuffix(" …") for part in parts).replace(" ", "").replace("\n", "") == (
        text.replace(" ", "").replace("\n", "")
    )
    for part in parts:
        drawn = [textwrap.wrap(line, signs) or [""] for line in part.removesuffix(" …").split("\n")]
        assert sum(len(line) for line in drawn) <= lines
