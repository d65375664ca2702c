import pytest

from facilitator.db import db


@pytest.fixture
def closing(go_to):
    go_to("12-close")


def test_the_wall_shows_the_words_without_positions(closing, hv, sw, leader, workshop):
    hv.post("/last-word", word="  Lighter ")
    sw.post("/last-word", word="Tired")

    wall = leader.get(f"/w/{workshop.code}/wall").text
    assert "Lighter" in wall and "Tired" in wall
    assert "Health visit" not in wall


def test_a_word_is_written_nowhere_and_gone_when_the_workshop_closes(closing, hv, leader, workshop):
    hv.post("/last-word", word="Unmistakable")

    for table in db.metadata.sorted_tables:
        assert "Unmistakable" not in str(db.session.execute(table.select()).all())
    leader.post(f"/w/{workshop.code}/closing")

    assert "Unmistakable" not in leader.get(f"/w/{workshop.code}/wall").text


def test_saying_another_takes_the_first_one_back(closing, hv, leader, workshop):
    hv.post("/last-word", word="Lighter")
    hv.post("/last-word", word="Hopeful")

    wall = leader.get(f"/w/{workshop.code}/wall").text
    assert "Hopeful" in wall and "Lighter" not in wall


@pytest.mark.parametrize("word", ["", "   ", "x" * 41])
def test_no_word_or_a_speech_is_refused(closing, hv, word):
    assert hv.post("/last-word", word=word).status_code == 422


def test_an_outsider_is_shut_out(closing, outsider, workshop):
    assert outsider.post(f"/w/{workshop.code}/last-word", data={"word": "Hello"}).status_code == 403
