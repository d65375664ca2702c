"""Stages where words carry only an agency, or nothing. (trust.md, 4)"""

import pytest

from facilitator.access.models import LogLine
from facilitator.db import db, new_key
from facilitator.perspectives import box
from facilitator.perspectives.models import Abstention, Slip, Statement
from facilitator.reviews.models import Review
from facilitator.workshops.models import Done, Visit
from facilitator.workshops.room import Room

VIEW = "05-view-at-the-time"
WORDS = "I was afraid of being wrong."


@pytest.fixture
def label(leader, workshop):
    """label("unlabelled") → the facilitator says what words carry at the step where the group is."""

    def change(label):
        return leader.post(f"/w/{workshop.code}/labelling", data={"labelled": label}, headers={"HX-Request": "true"})

    return change


@pytest.fixture
def view(go_to):
    go_to(VIEW)


@pytest.fixture
def unlabelled(view, label):
    assert label("unlabelled").status_code == 204


@pytest.fixture
def reveal(leader, workshop):
    return lambda: leader.post(f"/w/{workshop.code}/reveal")


def slips():
    return db.session.scalars(db.select(Slip)).all()


def statements():
    return db.session.scalars(db.select(Statement).order_by(Statement.number)).all()


def give(phone, text=WORDS, labelled="unlabelled", **form):
    return phone.say(VIEW, "going-on", text, labelled=labelled, **form)


def code_in(answer):
    return answer.text.partition('data-words-code="')[2].partition('"')[0]


def test_the_phone_says_before_anyone_writes_what_the_words_will_carry(hv, view, label):
    assert "Your words will carry: Health visitor, Health visiting." in hv.get().text

    label("agency")
    assert "Your words will carry only: Health visiting." in hv.get().text

    label("unlabelled")
    page = hv.get().text
    assert "Nobody, not even this program, can tell who wrote this" in page
    assert "not protected from a court" in page


def test_a_position_that_is_a_name_in_the_room_is_said_to_be_one(hv, view, join_as):
    assert "people here may know it is you" in hv.get().text

    join_as("Health visitor")

    assert "people here may know it is you" not in hv.get().text


def test_the_facilitator_is_told_which_positions_are_one_person(hv, view, leader, workshop):
    assert "Health visitor, Health visiting" in leader.get(f"/w/{workshop.code}/console/stage").text


def test_nothing_in_the_file_leads_from_the_words_to_a_person(hv, unlabelled, reveal):
    give(hv)
    reveal()

    [statement] = statements()
    assert statement.text == WORDS
    assert (statement.participant_id, statement.position_id, statement.agency_id) == (None, None, None)
    assert statement.given_at == db.session.scalar(db.select(Visit.began_at).filter_by(stage=VIEW))
    assert slips() == []


def test_by_agency_the_agency_is_all_that_is_kept(hv, view, label, reveal, leader, workshop):
    label("agency")
    give(hv, labelled="agency")
    reveal()

    [statement] = statements()
    assert (statement.participant_id, statement.position_id, statement.giver) == (None, None, "Health visiting")
    assert "Health visiting" in leader.get(f"/w/{workshop.code}/wall").text


def test_who_has_answered_is_written_down_nowhere(hv, sw, unlabelled):
    give(hv)
    hv.post("/done", stage=VIEW, labelled="unlabelled")
    sw.post("/silences", stage=VIEW, labelled="unlabelled", answer="rather-not-say", question="going-on")

    assert db.session.scalars(db.select(Done)).all() == db.session.scalars(db.select(Abstention)).all() == []


def test_the_room_hears_how_many_only_in_a_word_and_only_now_and_then(join_as, unlabelled, leader, workshop, wall):
    phones = [join_as("Health visitor") for _ in range(7)]
    wall.heard()

    told = []
    for phone in phones:
        give(phone, phone.participant.key)
        told.append("statements-changed" in wall.heard())
    page = leader.get(f"/w/{workshop.code}/console/stage").text

    assert told == [False, False, True, False, False, True, True]
    assert "All have answered" in page
    assert "7 of 7" not in page + leader.get(f"/w/{workshop.code}/console/side").text


def test_nobody_is_told_who_types(hv, unlabelled, ear_of, workshop, go_to):
    from facilitator.live.presence import writing_now

    ear = ear_of(hv)
    ear.socket.emit("writing", True)
    assert writing_now(workshop.id) == set()

    go_to("02-narrative")
    ear.socket.emit("writing", True)
    assert writing_now(workshop.id) == {hv.participant.id}


def test_before_the_reveal_they_are_on_no_screen_and_afterwards_on_all(hv, sw, unlabelled, reveal, leader, workshop):
    give(hv)
    screens = [f"/w/{workshop.code}/{place}" for place in ("wall", "console", "held")]
    assert not any(WORDS in leader.get(screen).text for screen in screens)
    assert WORDS not in sw.get().text + hv.get().text

    reveal()

    assert WORDS in leader.get(screens[0]).text and "Unlabelled" in leader.get(screens[0]).text
    assert WORDS in leader.get(screens[1]).text and WORDS in sw.get().text


def test_sending_again_writes_nothing_even_after_the_reveal(hv, unlabelled, reveal):
    key = new_key()
    first = give(hv, key=key)
    assert code_in(give(hv, key=key)) == code_in(first)
    assert len(slips()) == 1

    reveal()

    assert give(hv, key=key).status_code == 200
    assert (len(slips()), len(statements())) == (0, 1)


def test_the_same_key_with_other_words_is_refused(hv, unlabelled):
    key = new_key()
    give(hv, key=key)

    assert give(hv, "Something else.", key=key).status_code == 409
    assert [slip.text for slip in slips()] == [WORDS]


def test_the_key_of_a_phone_is_not_in_the_file(hv, unlabelled, reveal, app):
    key = new_key()
    code = code_in(give(hv, key=key))

    rows = [tuple(row) for table in db.metadata.sorted_tables for row in db.session.execute(table.select())]

    assert any(box.receipt_of(code) in row for row in rows)
    assert not any(key in row or code in row for row in rows)


def test_the_code_and_nothing_else_takes_words_back(hv, sw, unlabelled, reveal):
    code = code_in(give(hv))
    assert sw.post("/slip/withdrawal", words_code=box.code_of(new_key())).status_code == 404
    reveal()
    [statement] = statements()
    assert hv.post(f"/statements/{statement.number}/withdrawal").status_code == 403

    hv.post("/slip/withdrawal", words_code=f"{code[:4]} {code[4:8]}-{code[8:].lower()}")
    hv.post("/slip/withdrawal", words_code=code)

    assert (statement.text, bool(statement.withdrawn_at)) == ("", True)


def test_words_taken_back_before_the_reveal_leave_nothing(hv, unlabelled):
    hv.post("/slip/withdrawal", words_code=code_in(give(hv)))

    assert slips() == statements() == []


def test_a_correction_before_the_reveal_changes_the_slip(hv, unlabelled):
    answer = hv.post("/slip/correction", words_code=code_in(give(hv)), text="I was unsure.")

    assert answer.status_code == 200
    assert [slip.text for slip in slips()] == ["I was unsure."]


def test_a_correction_after_the_reveal_waits_for_others(hv, unlabelled, reveal, leader, workshop):
    code = code_in(give(hv))
    reveal()

    hv.post("/slip/correction", words_code=code, text="I was unsure.")
    assert statements()[0].is_current
    leader.post(f"/w/{workshop.code}/closing")

    earlier, later = statements()
    assert (later.replaces, later.is_held, later.participant_id) == (earlier, True, None)


def test_late_words_come_together_or_not_at_all(hv, unlabelled, reveal, leader, workshop):
    give(hv)
    reveal()
    for text in ("Late one.", "Late two."):
        give(hv, text)
    held = f"/w/{workshop.code}/held"
    assert leader.post(f"/w/{workshop.code}/letting-in", data={"stage": VIEW}).status_code == 422
    assert "three or more" not in leader.get(held).text

    give(hv, "Late three.")
    assert "three or more" in leader.get(held).text
    leader.post(f"/w/{workshop.code}/letting-in", data={"stage": VIEW})

    assert sum(one.is_current for one in statements()) == 4
    assert len({one.given_at for one in statements()}) == 1


def test_loosening_is_announced_and_touches_nothing_that_was_given(hv, unlabelled, label, reveal, leader, workshop):
    give(hv)

    label("position")

    assert "From now on words given here carry the position." in hv.get().text
    assert "From now on words given here carry the position." in leader.get(f"/w/{workshop.code}/wall").text
    reveal()
    assert [one.giver for one in statements()] == ["Unlabelled"]


def test_words_on_their_way_carry_no_more_than_their_page_promised(hv, unlabelled, label):
    label("position")

    give(hv, labelled="unlabelled")
    hv.post("/silences", stage=VIEW, labelled="unlabelled", answer="dont-know", question="else")
    hv.post("/done", stage=VIEW, labelled="unlabelled")

    assert (len(slips()), statements()) == (1, [])
    assert db.session.scalars(db.select(Done)).all() == db.session.scalars(db.select(Abstention)).all() == []


def test_tightening_holds_for_words_on_their_way(hv, view, label):
    label("agency")

    give(hv, labelled="position")

    assert [slip.labelled for slip in slips()] == ["agency"]


def test_a_change_is_written_into_the_log(unlabelled, label):
    label("agency")
    label("agency")

    lines = db.session.scalars(db.select(LogLine).filter_by(act="label changed")).all()
    assert ["only the agency" in line.about for line in lines] == [False, True]


def test_a_phone_cannot_change_what_words_carry(hv, view):
    assert hv.post("/labelling", labelled="position").status_code == 403


def test_a_stage_whose_answers_count_people_cannot_be_unlabelled(label, go_to):
    go_to("02-narrative")

    assert label("unlabelled").status_code == 422


def test_a_scribes_seat_carries_no_more_than_a_phone(leader, workshop, unlabelled, review):
    agency = review.agencies[0]
    leader.post(f"/w/{workshop.code}/seats", data={"agency": agency.id, "role": "Nursery nurse"})
    form = {"stage": VIEW, "question": "going-on", "text": WORDS, "key": new_key(), "seat": 1, "labelled": "unlabelled"}

    answer = leader.post(f"/w/{workshop.code}/statements", data=form)

    assert "Your code:" in answer.text
    assert [slip.agency_id for slip in slips()] == [None]


def test_without_scripts_the_code_is_shown_once_and_leads_back_to_the_words(hv, unlabelled):
    page = hv.post("/statements", htmx=False, stage=VIEW, question="going-on", text=WORDS, labelled="unlabelled").text
    code = code_in_page(page)

    assert code[:4] in page and "shown only now" in page
    assert WORDS in hv.post("/slip", words_code=code).text
    assert code not in hv.get("/mine").text


def code_in_page(page):
    return page.partition('data-words-code="')[2].partition('"')[0]


def test_the_introductory_meetings_questions_are_unlabelled(app):
    script = app.extensions["scripts"].get("introductory-meeting")

    assert {stage.slug: stage.labelled for stage in script.stages}["03-your-questions"] == "unlabelled"


def test_the_journal_that_knows_the_order_is_emptied_at_the_reveal(hv, unlabelled, reveal, app):
    give(hv)
    journal = app.extensions["vault"].database.with_name("reviews.db-wal")
    assert journal.stat().st_size > 0

    reveal()

    assert journal.stat().st_size == 0


def test_a_review_with_such_words_is_taken_out_and_brought_in_again(hv, unlabelled, reveal, review, workshop, label):
    from facilitator.reports.archive.reading import parsed, read_archive
    from facilitator.reports.archive.writing import as_text, write_archive

    give(hv)
    label("agency")
    give(hv, "Of my agency.", labelled="agency")
    reveal()
    give(hv, "In the box.", labelled="agency")
    before = as_text(write_archive(review))
    receipts = [one.receipt for one in [*statements(), *slips()]]
    assert len(receipts) == 3 and not any(receipt in before for receipt in receipts)
    db.session.execute(db.delete(Statement))
    db.session.execute(db.delete(Review))
    db.session.commit()
    db.session.expunge_all()

    again = read_archive(parsed(before))

    assert as_text(write_archive(again)) == before


def test_a_report_says_that_they_are_unlabelled(hv, unlabelled, reveal, review):
    import io

    from docx import Document

    from facilitator.reports.publication import as_csv
    from facilitator.reports.word import write_report

    give(hv)
    reveal()

    text = "\n".join(one.text for one in Document(io.BytesIO(write_report(review))).paragraphs)

    assert WORDS in text and "Unlabelled" in text
    assert "Unlabelled" in as_csv(review).decode()


def test_all_the_rooms_of_a_step_share_the_box(hv, sw, unlabelled, workshop):
    give(hv)
    give(sw)

    assert len(box.slips_at(Room.of(workshop, VIEW))) == 2
