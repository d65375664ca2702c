"""Turning points that carry only an agency, or nothing. (trust.md, 4; decisions/0008)"""

import pytest

from facilitator.db import db, new_key
from facilitator.episodes.models import Episode
from facilitator.narrative.models import Entry
from facilitator.perspectives.models import Slip, Statement
from facilitator.workshops.heard_so_far import HeardSoFar
from facilitator.workshops.models import Visit
from facilitator.workshops.room import Room

STAGE = "03-turning-points"
TITLE, WHY = "Nobody rang back", "We were told to wait, and I was afraid to ask again."


@pytest.fixture
def label(leader, workshop, go_to):
    """label("unlabelled") → the facilitator says at the turning points what words carry."""
    go_to(STAGE)
    return lambda label: leader.post(f"/w/{workshop.code}/labelling", data={"labelled": label})


@pytest.fixture
def unlabelled(label):
    assert label("unlabelled").status_code == 302


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal")


def propose(phone, title=TITLE, why=WHY, labelled="unlabelled", **form):
    return phone.post("/turning-points", stage=STAGE, title=title, why=why, labelled=labelled, **form)


def code_in(answer):
    return answer.text.partition('data-words-code="')[2].partition('"')[0]


def episodes():
    return db.session.scalars(db.select(Episode).order_by(Episode.id)).all()


def test_the_phone_says_before_anyone_writes_what_a_proposal_will_carry(hv, label):
    assert "Your words will carry: Health visitor, Health visiting." in hv.get().text

    label("agency")
    assert "Your words will carry only: Health visiting." in hv.get().text

    label("unlabelled")
    assert "Nobody, not even this program, can tell who wrote this" in hv.get().text


def test_before_the_reveal_it_is_in_the_box_and_on_no_screen(hv, sw, unlabelled, leader, workshop):
    answer = propose(hv)

    assert len(code_in(answer)) == 12 and TITLE not in answer.text
    assert "You have proposed something" in hv.get().text
    assert episodes() == [] and len(db.session.scalars(db.select(Slip)).all()) == 1
    pages = [sw.get().text, *(leader.get(f"/w/{workshop.code}/{page}").text for page in ("console", "wall"))]
    assert not any(TITLE in page or WHY in page for page in pages)


def test_at_the_reveal_it_stands_with_nobodys_name_and_no_time_of_its_own(hv, unlabelled, reveal, leader, workshop):
    propose(hv, when="2019-03-11", kind="omission", entries=["2"])

    reveal()

    [episode] = episodes()
    assert (episode.title, episode.why, episode.when, episode.kind) == (TITLE, WHY, "2019-03-11", "omission")
    assert [entry.number for entry in episode.entries] == [2]
    assert (episode.position_id, episode.statement.participant_id, episode.statement.agency_id) == (None, None, None)
    came = db.session.scalar(db.select(Visit.began_at).filter_by(stage=STAGE))
    assert episode.proposed_at == episode.statement.given_at == came
    page = leader.get(f"/w/{workshop.code}/console/stage").text
    assert TITLE in page and "Unlabelled" in page


def test_by_agency_the_wall_and_the_report_name_the_agency_alone(hv, label, reveal, leader, workshop):
    label("agency")
    propose(hv, labelled="agency")
    reveal()

    [episode] = episodes()
    assert (episode.position_id, episode.proposer, episode.agency.name) == (None, "Health visiting", "Health visiting")
    shown = leader.get(f"/w/{workshop.code}/wall/now").text
    assert TITLE in shown and "Health visiting" in shown and "Health visitor" not in shown


def test_all_are_revealed_together_in_an_order_that_tells_nothing(hv, sw, unlabelled, reveal, monkeypatch):
    places = iter([30, 10, 20])
    monkeypatch.setattr("facilitator.perspectives.models.secrets.randbits", lambda bits: next(places))
    for phone, title in ((hv, "First"), (sw, "Second"), (hv, "Third")):
        propose(phone, title, f"Why {title}")

    reveal()

    assert [one.title for one in episodes()] == ["Second", "Third", "First"]


def test_sent_twice_it_is_there_once(hv, unlabelled, reveal):
    key = new_key()
    propose(hv, key=key)
    propose(hv, key=key)
    reveal()
    propose(hv, key=key)

    assert [one.title for one in episodes()] == [TITLE]
    assert db.session.scalars(db.select(Slip)).all() == []


def test_its_code_alone_takes_it_back_before_the_reveal(hv, unlabelled, reveal):
    code = code_in(propose(hv))

    assert hv.post("/slip/withdrawal", htmx=False, words_code=code).status_code == 302
    reveal()

    assert episodes() == []


def test_and_after_it_with_its_title(hv, unlabelled, reveal, leader, workshop):
    code = code_in(propose(hv))
    reveal()

    hv.post("/slip/withdrawal", htmx=False, words_code=code)

    [episode] = episodes()
    assert TITLE not in episode.title and WHY not in episode.why
    assert TITLE not in leader.get(f"/w/{workshop.code}/console").text


def test_a_correction_by_its_code_is_read_in_its_place(hv, unlabelled, reveal):
    code = code_in(propose(hv))
    hv.post("/slip/correction", htmx=False, words_code=code, text="Better words.")
    reveal()

    assert [one.why for one in episodes()] == ["Better words."]


def test_late_ones_wait_until_three_can_join_together(hv, sw, unlabelled, reveal, leader, workshop):
    propose(hv, "Early", "Why early")
    reveal()
    propose(hv, "Late one", "Why late one")
    propose(sw, "Late two", "Why late two")
    assert leader.post(f"/w/{workshop.code}/letting-in", data={"stage": STAGE}).status_code == 422
    propose(hv, "Late three", "Why late three")

    leader.post(f"/w/{workshop.code}/letting-in", data={"stage": STAGE})

    assert {one.title for one in episodes() if one.stands} == {"Early", "Late one", "Late two", "Late three"}


def test_an_own_entry_that_waits_for_its_reveal_is_left_out(hv, go_to, label, reveal):
    """Ticked, it would say whose proposal it is: nobody else could have seen it."""
    go_to("02-narrative")
    entry = {"when": "2019-03-12", "source": "record", "text": "Seen by me alone."}
    hv.post("/narrative/entries", stage="02-narrative", **entry)
    assert db.session.scalar(db.select(Entry.number).order_by(Entry.number.desc())) == 4
    go_to(STAGE)
    label("unlabelled")

    propose(hv, entries=["1", "4"])
    reveal()

    assert [entry.number for entry in episodes()[0].entries] == [1]


def test_loosening_is_announced_and_never_touches_what_was_given(hv, unlabelled, label, reveal):
    propose(hv)
    label("position")
    propose(hv, "By position", "Mine.", labelled="position")
    assert "From now on words given here carry the position" in hv.get("/now").text

    propose(hv, "Still promised", "Not mine.", labelled="unlabelled")
    reveal()

    carried = {one.title: bool(one.position_id) for one in episodes()}
    assert carried == {TITLE: False, "By position": True, "Still promised": False}


def test_who_has_been_heard_is_told_to_nobody(hv, unlabelled, workshop, leader):
    propose(hv)

    assert "Not heard yet here" not in leader.get(f"/w/{workshop.code}/console/side").text
    assert all(room.stage.slug != STAGE for room in HeardSoFar(workshop).counted)
    assert Room.of(workshop).answered == set()


def test_what_does_not_fit_is_refused_before_it_goes_into_the_box(hv, unlabelled):
    assert propose(hv, title=" ").status_code == 422
    assert propose(hv, kind="made up").status_code == 422
    assert propose(hv, title="x" * 201).status_code == 422
    assert db.session.scalars(db.select(Slip)).all() == []


def test_it_is_taken_out_and_brought_in_again_from_the_box_too(hv, unlabelled, reveal, review):
    from facilitator.reports.archive.reading import parsed, read_archive
    from facilitator.reports.archive.writing import as_text, write_archive
    from facilitator.reviews.models import Review

    propose(hv)
    reveal()
    propose(hv, "In the box", "Late.")
    before = as_text(write_archive(review))
    assert "In the box" in before
    db.session.execute(db.delete(Episode))
    db.session.execute(db.delete(Statement))
    db.session.execute(db.delete(Review))
    db.session.commit()
    db.session.expunge_all()

    assert as_text(write_archive(read_archive(parsed(before)))) == before


def test_where_answers_are_counted_the_setting_is_refused_and_not_offered(leader, workshop, go_to):
    for stage in ("02-narrative", "04-episodes", "06-factors", "09-patterns", "11-board-questions"):
        go_to(stage)

        answer = leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})

        assert answer.status_code == 422
        assert "Let words carry" not in leader.get(f"/w/{workshop.code}/console/stage").text
