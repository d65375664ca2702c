import pytest
from sqlalchemy.event import listen

from facilitator.db import db, new_key
from facilitator.perspectives.actions import give_statement
from facilitator.perspectives.asking import own_at
from facilitator.perspectives.models import Statement
from facilitator.workshops.room import Room

VIEW = "05-view-at-the-time"


@pytest.fixture
def view(go_to):
    go_to(VIEW)
    return VIEW


def statements():
    return db.session.scalars(db.select(Statement).order_by(Statement.number)).all()


def test_the_words_are_kept_exactly_and_numbered(hv, view):
    words = "Two marks, \"one\" story <b>& more</b>\n\nDéjà vu 🙂"

    hv.say(view, "going-on", words)

    [statement] = statements()
    assert (statement.text, statement.number_label) == (words, "S-001")
    assert statement.asked.startswith("What did you think")


def test_the_room_hears_that_something_changed_and_not_what(hv, view, wall):
    wall.heard()

    hv.say(view, "going-on", "An ordinary visit.")

    nudges = wall.nudges()
    assert "statements-changed" in [nudge["name"] for nudge in nudges]
    assert "ordinary" not in str(nudges)


def test_sending_again_with_the_same_key_writes_nothing_and_answers_the_same(hv, view):
    key = new_key()

    first = hv.say(view, "going-on", "An ordinary visit.", key=key)
    again = hv.say(view, "going-on", "An ordinary visit.", key=key)

    assert (first.status_code, again.status_code) == (200, 200)
    assert len(statements()) == 1


def test_the_same_key_with_other_words_is_refused_and_both_are_kept(hv, view):
    key = new_key()
    hv.say(view, "going-on", "An ordinary visit.", key=key)

    answer = hv.say(view, "information", "Other words.", key=key)

    assert answer.status_code == 409
    assert "Both are kept" in answer.text
    assert [one.text for one in statements()] == ["An ordinary visit."]


def test_two_phones_with_the_same_words_are_two_statements(hv, sw, view):
    hv.say(view, "going-on", "Not sure.")
    sw.say(view, "going-on", "Not sure.")

    assert len(statements()) == 2


def test_saying_it_differently_is_a_new_version_beside_the_old(hv, view):
    hv.say(view, "going-on", "An ordinary visit.")
    hv.say(view, "going-on", "A first visit.")

    old, new = statements()
    assert new.replaces is old
    assert (old.is_current, new.is_current) == (False, True)


@pytest.mark.parametrize("words", ["", "   \n ", "x" * 20_000])
def test_blank_or_endless_words_are_refused_with_a_sentence(hv, view, words):
    answer = hv.say(view, "going-on", words)

    assert answer.status_code == 422
    assert answer.headers["HX-Retarget"] == "#refusal"
    assert statements() == []


def test_without_scripts_a_refusal_shows_the_typing_again(hv, view):
    answer = hv.say(view, "no-such-question", "Words that took me ten minutes.", htmx=False)

    assert answer.status_code == 422
    assert "Words that took me ten minutes." in answer.text


def test_words_that_come_after_their_stage_are_held_not_dropped(hv, view, go_to, leader, workshop):
    go_to("06-factors")

    answer = hv.say(view, "going-on", "I was still writing.")

    [statement] = statements()
    assert answer.status_code == 200
    assert statement.is_held
    held = leader.get(f"/w/{workshop.code}/held").text
    assert "S-001" in held and "I was still writing." not in held


def test_held_words_can_be_let_in(hv, view, go_to, leader, workshop):
    go_to("06-factors")
    hv.say(view, "going-on", "I was still writing.")

    leader.post(f"/w/{workshop.code}/statements/1/letting-in")

    assert statements()[0].is_current


def test_an_outsider_is_shut_out(outsider, view, workshop):
    answer = outsider.post(f"/w/{workshop.code}/statements", data={"stage": view, "question": "going-on", "text": "x"})

    assert answer.status_code == 403
    assert statements() == []


def test_not_involved_is_an_answer(hv, view, leader, workshop):
    answer = hv.post("/silences", stage=view, answer="not-involved")

    assert "You said you were not involved" in answer.text
    assert "Fewer than five said they were not involved" in leader.get(f"/w/{workshop.code}/console").text


def test_writing_after_all_ends_the_silence(hv, view):
    hv.post("/silences", stage=view, answer="not-involved")

    hv.say(view, "going-on", "It comes back to me.")

    assert "You said you were not involved" not in hv.get().text


def test_given_words_have_their_id_at_once(hv, view, workshop):
    """Entries, factors and patterns are looked up by it: with none, those without any words would be found."""
    room = Room.of(workshop)
    own_at(room, hv.participant)

    statement = give_statement(hv.participant, room, "going-on", "An ordinary visit.", new_key())

    assert statement.id is not None


@pytest.fixture
def asked():
    """What the database is asked from here on."""
    db.session.remove()
    questions = []
    listen(db.engine, "before_cursor_execute", lambda *told: questions.append(told[2]))
    return questions


def test_a_save_asks_the_database_twelve_times_at_most(hv, view, asked):
    """A whole room saves within seconds, and each question costs all of them."""
    hv.say(view, "going-on", "An ordinary visit.")

    assert any("INSERT INTO statement" in one for one in asked)
    assert len(asked) <= 12


def test_the_page_of_a_phone_asks_the_database_eight_times_at_most(hv, view, asked):
    page = hv.get()

    assert page.status_code == 200
    assert len(asked) <= 8


def test_words_from_a_page_of_another_seat_are_not_taken_for_this_one(hv, sw, view):
    """An old page stayed open when the phone joined once more. Seen to fail without the look in find_participant."""
    other = hv.say(view, "going-on", "I had rung.", participant=sw.participant.key)
    own = hv.say(view, "going-on", "I had rung.", participant=hv.participant.key)

    assert (other.status_code, own.status_code) == (403, 200)
    assert "from before you joined again" in other.text
    assert [one.participant for one in db.session.scalars(db.select(Statement))] == [hv.participant]
