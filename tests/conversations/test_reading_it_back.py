"""Words of a conversation count once the person has heard them and agreed, and not before. (docs/decisions/0015)"""

import io
import re

import docx
import pytest

from facilitator.conversations.asking import newest_of, state_of
from facilitator.db import db
from facilitator.episodes.asking import about_the_set, shown
from facilitator.episodes.choosing import choose_episode, undo_choice
from facilitator.episodes.models import Episode
from facilitator.factors.matrix import shown_influences
from facilitator.patterns.asking import shown_in
from facilitator.perspectives.models import Statement
from facilitator.reports.record import Record
from facilitator.reports.word import write_report
from tests.conversations.conftest import FACTORS, MOMENTS, VIEW


@pytest.fixture
def moment(talk):
    """The moment the health visitor named."""
    talk.name_moment("The Thursday call")
    return db.session.scalar(db.select(Episode))


def in_report(review):
    """The text of the report, tables and all."""
    db.session.expire_all()
    return "\n".join(docx.Document(io.BytesIO(write_report(review))).element.body.itertext())


def test_before_they_agree_nobody_is_shown_a_word(talk, moment, review, leader):
    talk.say("own-account", "The door was open.")
    talk.say("going-on", "A slip in the bath.", stage=VIEW, episode=moment.id)

    printed = in_report(review)

    assert shown_in(review) == [] and shown(review) == []
    assert "S-002" in printed and "not yet read back and agreed" in printed
    for words in ("The door was open.", "A slip in the bath.", "The Thursday call", "It set the tone."):
        assert words not in printed
        assert words not in leader.get(f"/reviews/{review.id}/statements").text


def test_once_they_agree_they_count_like_words_given_in_a_room(talk, moment, review):
    talk.say("own-account", "The door was open.")
    talk.say("going-on", "A slip in the bath.", stage=VIEW, episode=moment.id)
    talk.post("/influences", stage=FACTORS, episode=moment.id, known="conditions:workload", factor="other",
              effect="hindered", weight=2, how="No minute to think.")  # fmt: skip

    answer = talk.agree()
    choose_episode(moment.statement.workshop, moment)
    db.session.commit()

    assert answer.status_code == 302
    assert {one.text for one in shown_in(review)} >= {"The door was open.", "A slip in the bath."}
    assert [one.factor.item for one in shown_influences(review)] == ["workload"]
    printed = in_report(review)
    assert "A slip in the bath." in printed and "Health visitor, Health visiting" in printed
    assert "1 conversation was held one to one" in printed


def test_who_has_been_heard_counts_them_once_they_agree(talk, review):
    talk.say("own-account", "The door was open.")
    assert Record(review).participants == []
    assert "has been begun and not agreed" in in_report(review)

    talk.agree()

    assert [one.position.role for one in Record(review).participants] == ["Health visitor"]


def test_an_answer_without_words_is_not_counted_before(talk, review):
    talk.post("/silences", stage="02-account", question="own-part", answer="dont-know")
    assert Record(review).abstentions == []

    talk.agree()

    assert len(Record(review).abstentions) == 1


def test_agreeing_is_refused_while_nothing_is_written(talk, conversation):
    answer = talk.post("/conversation/agreement", read="0-0-0")

    assert answer.status_code == 422 and "Nothing has been written" in answer.text
    assert state_of(conversation).agreed_at is None


def test_they_agree_to_what_was_read_and_to_nothing_written_since(talk, conversation, review):
    talk.say("own-account", "The door was open.")
    page = talk.get("/reading").text.split('name="read" value="')[1].split('"')[0]
    talk.say("own-part", "I rang twice.")

    answer = talk.post("/conversation/agreement", read=page)

    assert answer.status_code == 422 and "Something was written since" in answer.text
    assert shown_in(review) == []


def test_agreeing_twice_is_once(talk, conversation, review):
    talk.say("own-account", "The door was open.")
    talk.agree()
    first = state_of(conversation).agreed_at

    page = talk.get("/reading").text
    assert "They have agreed" in page
    talk.post("/conversation/agreement", read=newest_of(conversation))

    assert state_of(conversation).agreed_at == first


def test_an_outsider_agrees_to_nothing(outsider, talk, review, conversation):
    talk.say("own-account", "The door was open.")

    for address in ("agreement", "agreement/undone", "withdrawal"):
        assert outsider.post(f"/w/{talk.code}/conversation/{address}", data={"read": "1-1-0"}).status_code == 403
    assert state_of(conversation).agreed_at is None and state_of(conversation).written == 1


def test_the_console_cannot_reveal_it_unread(leader, talk, review):
    talk.say("own-account", "The door was open.")
    leader.post(f"/w/{talk.code}/step", data={"to": 1})

    answers = [leader.post(f"/w/{talk.code}/{act}") for act in ("reveal", "reveal-others", "hiding")]

    assert all(one.status_code == 422 and "read back and agreed" in one.text for one in answers)
    assert shown_in(review) == []


def test_what_is_changed_after_they_agreed_waits_and_the_old_words_count_meanwhile(talk, review, said):
    talk.say("own-account", "The door was open.")
    talk.agree()

    talk.post("/statements/1/correction", text="The door stood ajar.")
    assert said("The door stood ajar.").is_held
    assert [one.text for one in shown_in(review)] == ["The door was open."]
    printed = in_report(review)
    assert "The door was open." in printed and "The door stood ajar." not in printed

    talk.agree()
    assert [one.text for one in shown_in(review)] == ["The door stood ajar."]


def test_what_is_added_after_they_agreed_waits_too(talk, review, conversation):
    talk.say("own-account", "The door was open.")
    talk.agree()

    talk.say("own-part", "I rang twice.")
    talk.say("would-change", "One list.", stage="09-change")

    assert [one.text for one in shown_in(review)] == ["The door was open."]
    assert state_of(conversation).waiting == 2
    talk.agree()
    assert len(shown_in(review)) == 3 and state_of(conversation).is_agreed


def test_the_agreement_can_be_taken_back_and_twice_is_once(talk, review, conversation):
    talk.say("own-account", "The door was open.")
    talk.agree()

    for _ in range(2):
        talk.post("/conversation/agreement/undone")

    assert shown_in(review) == [] and "The door was open." not in in_report(review)
    talk.agree()
    assert len(shown_in(review)) == 1


def test_they_withdraw_one_answer(talk, review, said):
    talk.say("own-account", "The door was open.")
    talk.say("own-part", "I rang twice.")
    talk.agree()

    talk.post("/statements/1/withdrawal")

    assert [one.text for one in shown_in(review)] == ["I rang twice."]
    assert "The door was open." not in in_report(review)


def test_they_take_all_of_it_back_and_twice_is_once(talk, moment, review, conversation):
    talk.say("own-account", "The door was open.")
    talk.post("/silences", stage="02-account", question="own-part", answer="dont-know")
    talk.agree()

    for _ in range(2):
        assert talk.post("/conversation/withdrawal").status_code == 302

    assert [one.text for one in db.session.scalars(db.select(Statement))] == ["", ""]
    assert state_of(conversation).written == 0
    assert moment.title == "Withdrawn with S-001"


def test_a_name_in_it_is_pointed_out_before_they_agree(talk):
    talk.say("own-account", "I rang her on 07700 900123.")

    assert "seems to hold a name" in talk.get("/reading").text


def test_no_room_is_offered_a_moment_of_theirs_before_they_agree(talk, moment, go_to, hv, leader, review, workshop):
    go_to(MOMENTS)
    hv.post("/turning-points", stage=MOMENTS, title="The second visit", why="It was late.")
    leader.post(f"/w/{workshop.code}/reveal")

    page = hv.get().text

    assert "The second visit" in page and "The Thursday call" not in page
    assert not any("wait for their reveal" in one for one in about_the_set(review))
    talk.agree()
    assert "The Thursday call" in hv.get().text


def test_a_moment_chosen_by_mistake_can_be_left_again(talk, moment, workshop):
    talk.say("going-on", "A slip in the bath.", stage=VIEW, episode=moment.id)
    talk.agree()

    choose_episode(workshop, moment)
    undo_choice(workshop, moment)

    assert moment.number is None


def test_factors_of_a_moment_nobody_chose_stand_in_no_matrix(talk, moment, review):
    talk.post("/influences", stage=FACTORS, episode=moment.id, known="conditions:workload", factor="other",
              effect="hindered", weight=2, how="No minute to think.")  # fmt: skip

    talk.agree()

    assert shown_influences(review) == [] and Record(review).influences == []
    assert "No minute to think." in in_report(review)


def test_what_was_given_beside_the_words_is_read_out_too(talk, moment):
    talk.post("/influences", stage=FACTORS, episode=moment.id, known="conditions:workload", factor="other",
              effect="hindered", weight=2, how="No minute to think.")  # fmt: skip

    page = talk.get("/reading").text

    assert "<strong>The Thursday call</strong> · 2019-03-12" in page
    assert re.search("workload</strong>.*hindered.* a good deal</p>", page)


def test_no_workshop_of_a_room_reads_it_by_its_number(talk, moment, go_to, leader, workshop):
    go_to(MOMENTS)
    leader.post(f"/w/{workshop.code}/reveal")

    page = leader.get(f"/w/{workshop.code}/statements/1/setting-aside")

    assert page.status_code == 200 and "It set the tone." not in page.text
    talk.agree()
    assert "It set the tone." in leader.get(f"/w/{workshop.code}/statements/1/setting-aside").text


def test_what_waits_after_the_agreement_is_let_in_by_no_other_way(talk, leader, review, said):
    talk.say("own-account", "The door was open.")
    talk.agree()
    talk.post("/statements/1/correction", text="The door stood ajar.")

    answer = leader.post(f"/w/{talk.code}/statements/2/letting-in")

    assert answer.status_code == 422 and "read back and agreed" in answer.text
    assert said("The door stood ajar.").is_held
    assert "The door stood ajar." not in leader.get(f"/w/{talk.code}/held").text


def test_a_change_that_waits_takes_nothing_away_meanwhile(talk, moment, review):
    talk.agree()

    talk.post("/statements/1/correction", text="It set the tone for weeks.")
    db.session.expire_all()

    assert shown(review) == [moment]
    assert Record(review).standing_words(moment.statement).text == "It set the tone."
