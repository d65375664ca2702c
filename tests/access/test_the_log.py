from facilitator.access.actions import hash_of_line
from facilitator.access.models import LogLine
from facilitator.db import db


def lines():
    return db.session.scalars(db.select(LogLine).order_by(LogLine.id)).all()


def test_every_act_of_a_facilitator_is_one_line_chained_to_the_last(leader, workshop):
    for act in ("next", "back", "blank", "uncovering"):
        leader.post(f"/w/{workshop.code}/{act}")

    log = lines()
    assert [line.act for line in log] == ["workshop opened", "moved", "moved", "wall blanked", "wall uncovered"]
    assert [line.previous for line in log[1:]] == [line.hash for line in log[:-1]]


def test_a_line_that_was_changed_afterwards_shows(leader, workshop):
    leader.post(f"/w/{workshop.code}/next")

    line = lines()[-1]
    assert hash_of_line(line) == line.hash
    line.about = line.about.replace("02", "03")

    assert hash_of_line(line) != line.hash


def test_the_log_holds_no_word_of_content(leader, hv, go_to, workshop):
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "going-on", "Unmistakable words.")
    leader.post(f"/w/{workshop.code}/reveal")
    leader.post(f"/w/{workshop.code}/statements/1/setting-aside", data={"reason": "Another reason entirely."})

    everything = " ".join(line.act + line.about for line in lines())
    assert "Unmistakable" not in everything and "entirely" not in everything
    assert "S-001" in everything
