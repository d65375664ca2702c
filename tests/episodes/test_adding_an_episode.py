import pytest

from facilitator.db import db, new_key
from facilitator.episodes.models import Episode

GIVEN = {"title": "Between the calls", "when": "2019-03-12", "kind": "omission", "why": "Three quiet days."}


@pytest.fixture
def add(leader, workshop, go_to):
    go_to("04-episodes")
    return lambda **form: leader.post(f"/w/{workshop.code}/episodes", data={"key": new_key(), **GIVEN, **form})


def episodes():
    return db.session.scalars(db.select(Episode)).all()


def test_the_facilitator_can_add_one_that_nobody_proposed(add, wall):
    wall.heard()

    add(entries=["2", "3"], good_practice="yes")

    [added] = episodes()
    assert (added.title, added.kind, added.why, added.good_practice) == (
        "Between the calls",
        "omission",
        GIVEN["why"],
        True,
    )
    assert [entry.number for entry in added.entries] == [2, 3]
    assert wall.heard() == ["episodes-changed"]


def test_sending_it_twice_adds_it_once(add):
    key = new_key()

    for _ in range(2):
        assert add(key=key).status_code == 302

    assert len(episodes()) == 1


@pytest.mark.parametrize(
    "form", [{"title": " "}, {"kind": "blunder"}, {"why": "x" * 10_001}, {"when": "x" * 81}, {"key": "1"}]
)
def test_one_that_will_not_do_is_refused_and_nothing_is_half_written(add, form):
    assert add(**form).status_code == 422
    assert episodes() == []


def test_entries_that_are_no_numbers_are_passed_over(add):
    add(entries=["²", "9" * 40, "'", "1"])

    assert [entry.number for entry in episodes()[0].entries] == [1]


def test_the_page_for_it_offers_the_entries(leader, workshop):
    page = leader.get(f"/w/{workshop.code}/episodes/more").text

    assert "A call came in." in page and "Yes, it is one of good practice" in page


def test_neither_a_phone_nor_an_outsider_may(hv, outsider, workshop):
    assert hv.post("/episodes", **GIVEN).status_code == 403
    assert outsider.post(f"/w/{workshop.code}/episodes", data=GIVEN).status_code == 403
    assert outsider.get(f"/w/{workshop.code}/episodes/more").status_code == 403
