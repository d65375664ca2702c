"""The narrative stage: a phone adds, corrects and disputes; the room sees it after the reveal."""

import pytest

from facilitator.db import db, new_key
from facilitator.narrative.asking import entries_of, entries_shown
from facilitator.perspectives.models import Statement

STAGE = "02-narrative"
ADDED = {"stage": STAGE, "when": "about March 2019", "source": "recollection", "text": "She said:\r\n“every baby” 🙂"}


@pytest.fixture
def narrative_stage(go_to):
    go_to(STAGE)


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal", headers={"HX-Request": "true"})


def numbers(entries):
    return [entry.number for entry in entries]


def test_an_entry_is_added_with_a_statement_and_stays_private_until_the_reveal(
    narrative_stage, hv, sw, leader, review, workshop, reveal
):
    page = hv.post("/narrative/entries", **ADDED)

    (statement,) = db.session.scalars(db.select(Statement)).all()
    entry = next(entry for entry in entries_of(review) if entry.number == 4)
    assert (statement.text, statement.question) == ("She said:\n“every baby” 🙂", "add")
    assert (entry.text, entry.when, entry.agency.name) == (statement.text, "2019-03~", "Health visiting")
    assert "every baby" in page.text
    others = [
        sw.get().text,
        leader.get(f"/w/{workshop.code}/wall").text,
        leader.get(f"/w/{workshop.code}/console").text,
    ]
    assert not any("every baby" in text for text in others)

    reveal()

    assert "every baby" in sw.get().text
    assert "every baby" in leader.get(f"/w/{workshop.code}/wall").text
    assert "every baby" in leader.get(f"/w/{workshop.code}/console").text


def test_the_facilitators_desk_waits_for_the_reveal_too_and_never_rewords(narrative_stage, hv, leader, review, reveal):
    hv.post("/narrative/entries", **ADDED)
    desk = f"/reviews/{review.id}/narrative"
    reworded = {"agency": review.agencies[0].id, "when": "2019", "source": "record", "text": "Reworded."}

    assert "every baby" not in leader.get(desk).text
    assert leader.get(f"{desk}/4").status_code == 404
    reveal()
    assert "every baby" in leader.get(desk).text
    answer = leader.post(f"{desk}/4", data=reworded)
    assert answer.status_code == 422
    assert "participant’s own words" in answer.text


def test_a_correction_replaces_its_entry_and_keeps_it(narrative_stage, hv, sw, review, reveal):
    hv.post("/narrative/entries/1/correction", **ADDED | {"text": "Home visit, the second.", "when": "2019-03-12"})

    assert numbers(entries_shown(review)) == [1, 2, 3]
    reveal()
    assert numbers(entries_shown(review)) == [2, 4, 3]
    assert next(entry for entry in entries_of(review) if entry.number == 4).replaces.text == "Home visit."


def test_a_dispute_stands_beside_the_entry(narrative_stage, hv, sw, leader, workshop, review, reveal):
    page = hv.post("/narrative/entries/2/dispute", stage=STAGE, text="Ten minutes, not twenty-five.")

    assert "You know it differently" in page.text
    assert "Ten minutes" not in leader.get(f"/w/{workshop.code}/wall").text
    reveal()
    wall = leader.get(f"/w/{workshop.code}/wall").text
    assert "disputed by H" in wall
    assert "Ten minutes, not twenty-five." in wall
    assert "Ten minutes, not twenty-five." in sw.get().text


def test_correcting_a_disputed_entry_settles_no_dispute(narrative_stage, hv, sw, leader, workshop, reveal):
    hv.post("/narrative/entries/2/dispute", stage=STAGE, text="Ten minutes.")
    sw.post("/narrative/entries/2/correction", **ADDED | {"text": "A long call came in."})
    reveal()

    wall = leader.get(f"/w/{workshop.code}/wall").text

    assert "A long call came in." in wall
    assert "disputed by H" in wall


def test_the_lane_of_another_agency_cannot_be_corrected(narrative_stage, hv, review):
    answer = hv.post("/narrative/entries/2/correction", **ADDED)

    assert answer.status_code == 403
    assert "say how you know it" in answer.text
    assert len(review.all_entries) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "  "},
        {"text": "x" * 10_001},
        {"when": ""},
        {"when": "12/03/2019"},
        {"source": "gossip"},
        {"key": "short"},
    ],
)
def test_what_is_wrong_is_refused_and_nothing_is_kept(narrative_stage, hv, review, wrong):
    answer = hv.post("/narrative/entries", **ADDED | wrong)

    assert answer.status_code == 422
    assert len(review.all_entries) == 3
    assert db.session.scalars(db.select(Statement)).all() == []


def test_a_blank_dispute_and_an_unknown_entry_are_refused(narrative_stage, hv):
    assert hv.post("/narrative/entries/2/dispute", stage=STAGE, text=" ").status_code == 422
    assert hv.post("/narrative/entries/99/dispute", stage=STAGE, text="No.").status_code == 404


def test_an_outsider_and_a_facilitator_without_a_seat_are_shut_out(narrative_stage, outsider, leader, workshop, review):
    for browser in (outsider, leader):
        for path in ("", "/1/correction", "/1/dispute"):
            answer = browser.post(f"/w/{workshop.code}/narrative/entries{path}", data=ADDED | {"key": new_key()})
            assert answer.status_code == 403
    assert len(review.all_entries) == 3


@pytest.mark.parametrize(
    "path", ["/narrative/entries", "/narrative/entries/1/correction", "/narrative/entries/1/dispute"]
)
def test_sent_twice_it_is_kept_once(narrative_stage, hv, review, path):
    key = new_key()

    answers = [hv.post(path, **ADDED | {"key": key}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert len(db.session.scalars(db.select(Statement)).all()) == 1
    assert len(review.all_entries) + sum(len(entry.disputes) for entry in review.all_entries) == 4


def test_other_words_under_the_same_key_are_refused(narrative_stage, hv, review):
    key = new_key()
    hv.post("/narrative/entries", **ADDED | {"key": key})

    assert hv.post("/narrative/entries", **ADDED | {"key": key, "text": "Other."}).status_code == 409
    assert len(review.all_entries) == 4


def test_words_that_come_late_are_held_and_let_in(narrative_stage, go_to, hv, leader, workshop, review, reveal):
    reveal()
    go_to("03-turning-points")

    hv.post("/narrative/entries", **ADDED)

    assert len(entries_of(review)) == 3
    leader.post(f"/w/{workshop.code}/statements/1/letting-in", headers={"HX-Request": "true"})
    assert len(entries_of(review)) == 4


def test_withdrawn_words_leave_the_narrative_and_the_file(narrative_stage, hv, review, reveal):
    hv.post("/narrative/entries/1/correction", **ADDED)
    reveal()

    hv.post("/statements/1/withdrawal")

    assert numbers(entries_shown(review)) == [1, 2, 3]
    assert all("every baby" not in entry.text + entry.typed for entry in review.all_entries)


def test_a_new_version_of_the_words_is_what_the_lane_shows(narrative_stage, hv, review):
    hv.post("/narrative/entries", **ADDED)

    hv.post("/statements/1/correction", text="Every child.")

    assert next(entry for entry in entries_of(review) if entry.number == 4).text == "Every child."


def test_it_may_go_into_another_lane_and_says_who_said_so(narrative_stage, hv, review):
    hv.post("/narrative/entries", **ADDED | {"agency": review.agencies[1].id})

    entry = next(entry for entry in entries_of(review) if entry.number == 4)
    assert (entry.agency.name, entry.position.role) == ("Referral hub", "Health visitor")


def test_the_whole_room_hears_of_it(narrative_stage, hv, wall):
    wall.heard()

    hv.post("/narrative/entries", **ADDED)

    assert wall.heard() == ["narrative-changed"]


def test_without_scripts_the_phone_is_sent_back_to_its_page(narrative_stage, hv, workshop):
    assert hv.post("/narrative/entries", htmx=False, **ADDED).location == f"/w/{workshop.code}"


@pytest.mark.parametrize(
    "asked", ["?do=add", "?do=correct&entry=1", "?do=dispute&entry=2", "?do=dispute&entry=99", "?do=x"]
)
def test_every_form_of_the_phone_is_drawn(narrative_stage, hv, asked):
    assert hv.get(asked).status_code == 200
