"""Which factors mattered most: each marks alone, the marks are revealed together, the group settles an order."""

import pytest

from facilitator.db import db, new_key
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.factors.actions import give_influence
from facilitator.factors.models import Factor, FactorMarks, MarksReveal, SettledFactors
from facilitator.reports.stops.places import places_of
from facilitator.reports.word import write_report
from facilitator.workshops.room import Room
from tests.reports.conftest import Docx

STAGE, REASON = "06-factors", "Without the first there would be no second."


@pytest.fixture
def fresh():
    """fresh(Model) → every row, as the file holds it."""

    def read(model):
        db.session.rollback()
        return db.session.scalars(db.select(model)).all()

    return read


@pytest.fixture
def episode(workshop, go_to):
    chosen = propose_episode(workshop, "The first call")
    choose_episode(workshop, chosen)
    db.session.commit()
    go_to(STAGE)
    return chosen


@pytest.fixture
def named(episode, workshop, sw):
    """Four factors named in the room: item → key."""
    for item in ("workload", "staffing", "a question mark", "the rota"):
        room = Room.of(workshop, STAGE, episode.id)
        give_influence(sw.participant, room, "conditions", item, "hindered", "2", "Like this.", new_key())
    db.session.commit()
    return {factor.item: factor.key for factor in db.session.scalars(db.select(Factor))}


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal")


@pytest.fixture
def reveal_marks(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/factors/marks/reveal")


@pytest.fixture
def mark(named, episode):
    def send(phone, *items):
        return phone.post("/factors/marks", stage=STAGE, episode=episode.id, marked=[named[item] for item in items])

    return send


@pytest.fixture
def five(named, mark, reveal, hv, join_as):
    """Five people have marked the workload, one of them the rota too."""
    reveal()
    mark(hv, "workload", "the rota")
    for _ in range(4):
        mark(join_as("Health visitor"), "workload")


@pytest.fixture
def settle(named, leader, workshop):
    def send(*items, reason=REASON):
        form = {"place": [named[item] for item in items], "reason": reason}
        return leader.post(f"/w/{workshop.code}/factors/order", data=form)

    return send


def shown(leader, workshop, screen="wall"):
    return leader.get(f"/w/{workshop.code}/{screen}").text


def test_nobody_marks_before_the_factors_are_revealed(mark, hv, fresh):
    assert mark(hv, "workload").status_code == 422
    assert fresh(FactorMarks) == []


def test_marks_are_kept_and_may_be_changed(mark, reveal, hv, fresh, named):
    reveal()
    mark(hv, "workload", "the rota")
    mark(hv, "workload", "the rota")

    assert mark(hv, "staffing").status_code == 200

    assert [one.marked for one in fresh(FactorMarks)] == [named["staffing"]]


def test_that_none_stands_out_is_an_answer(mark, reveal, hv, fresh):
    reveal()

    assert "You said that none stands out." in mark(hv).text
    assert [one.marked for one in fresh(FactorMarks)] == [""]


def test_four_marks_are_refused(mark, reveal, hv, fresh):
    reveal()

    assert mark(hv, "workload", "staffing", "a question mark", "the rota").status_code == 422
    assert fresh(FactorMarks) == []


def test_what_was_not_named_here_is_refused(named, mark, reveal, hv, fresh):
    reveal()
    named["another"] = new_key()

    assert mark(hv, "another").status_code == 422
    assert fresh(FactorMarks) == []


def test_who_marks_after_the_group_has_moved_on_is_refused(mark, reveal, hv, fresh, go_to):
    reveal()
    go_to("09-patterns")

    assert mark(hv, "workload").status_code == 422
    assert fresh(FactorMarks) == []


def test_once_the_marks_are_revealed_phones_draw_anew_and_ask_for_none(five, reveal_marks, hv):
    before = hv.get("/stage").text
    assert "Which of these mattered most?" in before

    reveal_marks()

    assert place_in(hv.get("/now").text) != place_in(before)
    assert "Which of these mattered most?" not in hv.get("/stage").text


def place_in(page):
    return page.split('data-place="')[1].split('"')[0]


def test_no_count_is_seen_before_the_marks_are_revealed(five, leader, workshop):
    assert "What mattered most" not in shown(leader, workshop)
    assert "of 5 people" not in shown(leader, workshop, "console")


def test_the_wall_counts_people(five, reveal_marks, leader, workshop, wall):
    wall.heard()

    reveal_marks()

    assert wall.heard() == ["factors-changed", "stage-changed"]
    text = shown(leader, workshop)
    assert "people who marked each factor, of 5" in text
    assert text.index("workload") < text.index("<b>5</b>") < text.index("the rota") < text.index("<b>1</b>")
    assert "workload: 5 of 5 people" in shown(leader, workshop, "console")


def test_of_fewer_than_five_nothing_is_told(named, mark, reveal, reveal_marks, leader, workshop, review, join_as):
    reveal()
    for _ in range(4):
        mark(join_as("Health visitor"), "workload")
    reveal_marks()

    assert "Fewer than five people marked a factor" in shown(leader, workshop)
    assert "of 4 people" not in shown(leader, workshop, "console")
    assert "fewer than five people marked a factor" in Docx(write_report(review)).text


def test_marks_are_revealed_once_and_nobody_marks_after(five, mark, reveal_marks, sw, fresh):
    reveal_marks()
    reveal_marks()

    assert mark(sw, "staffing").status_code == 422
    assert len(fresh(MarksReveal)) == 1 and len(fresh(FactorMarks)) == 5


def test_marks_are_not_revealed_before_the_factors(named, reveal_marks, fresh):
    assert reveal_marks().status_code == 422
    assert fresh(MarksReveal) == []


def test_before_the_marks_are_revealed_there_is_nothing_to_settle(five, settle, fresh):
    assert settle("workload").status_code == 422
    assert fresh(SettledFactors) == []


def test_wall_and_report_show_the_order_settled_and_its_reason(five, reveal_marks, settle, leader, workshop, review):
    reveal_marks()

    assert settle("the rota", "workload").status_code == 302

    text = shown(leader, workshop)
    assert text.index("as you settled it together") < text.index("the rota") < text.index("workload")
    assert REASON in text
    report = Docx(write_report(review)).text
    assert "as each marked alone: workload (5) and the rota (1), of 5 people who marked any." in report
    assert f"in this order: the rota and workload. The reason: {REASON}" in report


@pytest.mark.parametrize("items, reason", [([], REASON), (["workload", "workload"], REASON), (["workload"], " ")])
def test_what_is_no_order_or_has_no_reason_is_refused(five, reveal_marks, settle, fresh, items, reason):
    reveal_marks()

    assert settle(*items, reason=reason).status_code == 422
    assert fresh(SettledFactors) == []


def test_twice_is_once_and_only_the_newest_reason_is_printed(five, reveal_marks, settle, fresh, review):
    reveal_marks()
    settle("workload", reason="Dr Smith said so.")
    settle("workload", reason="Dr Smith said so.")
    settle("the rota", reason="The rota came first.")

    assert len(fresh(SettledFactors)) == 2
    texts = [place.text for place in places_of(review)]
    assert "The rota came first." in texts
    assert "Dr Smith said so." not in [*texts, Docx(write_report(review)).text]


def test_an_outsider_and_a_phone_are_shut_out(five, named, outsider, hv, workshop, fresh):
    outsider.post(f"/w/{workshop.code}/factors/marks", data={"marked": named["workload"]})
    outsider.post(f"/w/{workshop.code}/factors/marks/reveal")
    hv.post("/factors/marks/reveal")
    hv.post("/factors/order", place=named["workload"], reason=REASON)

    assert len(fresh(FactorMarks)) == 5
    assert fresh(MarksReveal) == fresh(SettledFactors) == []
