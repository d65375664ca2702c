"""A conversation is begun in one step, and each answer becomes a statement of the position. (method.md, 6)"""

from facilitator.conversations.asking import conversations_of
from facilitator.db import db, new_key
from facilitator.episodes.models import Episode
from facilitator.factors.models import Influence
from facilitator.perspectives.models import Abstention, Statement
from facilitator.reviews.models import Agency
from tests.conversations.conftest import ACCOUNT, FACTORS, VIEW, Writer


def test_one_step_leads_from_the_review_to_the_page_to_write_on(leader, review):
    page = leader.get(f"/reviews/{review.id}")
    assert f"/reviews/{review.id}/conversations/new" in page.text

    begun = Writer(leader, review).begin("Health visitor")
    written = leader.get(begun.location)

    assert written.status_code == 200
    assert "Health visitor" in written.text and "Why are we talking" in written.text


def test_without_a_role_it_is_refused(leader, review):
    answer = Writer(leader, review).begin("  ")

    assert answer.status_code == 422 and "role" in answer.text
    assert conversations_of(review) == []


def test_sending_it_twice_begins_one(leader, review):
    key = new_key()

    Writer(leader, review).begin(key=key)
    Writer(leader, review).begin(key=key)

    assert len(conversations_of(review)) == 1


def test_somebody_of_the_family_needs_no_preparing(leader, review):
    for _ in range(2):
        Writer(leader, review).begin("Grandmother", agency="family")

    family = db.session.scalars(db.select(Agency).filter_by(review_id=review.id, name="Family")).all()
    assert len(family) == 1
    assert [position.role for position in family[0].positions] == ["Grandmother"]


def test_an_outsider_begins_none_and_reads_none(outsider, talk, review):
    talk.say("own-account", "The door was open.")
    stranger = Writer(outsider, review)
    stranger.code = talk.code

    assert stranger.begin().status_code == 403
    for answer in (stranger.get(), stranger.get("/reading"), stranger.say("own-account", "Not mine.")):
        assert answer.status_code == 403
        assert "The door was open." not in answer.text


def test_each_answer_is_a_statement_of_the_position(talk, said):
    talk.say("own-account", "The door was open.")

    given = said("The door was open.")
    assert given.number_label == "S-001" and given.position.label == "Health visitor, Health visiting"
    assert given.asked == "What happened, as you saw it? Tell it in short." and not given.is_held


def test_any_part_can_be_written_at_any_time(talk, said):
    talk.say("would-change", "One list, not three.", stage="09-change")
    talk.say("own-account", "The door was open.")

    assert not said("One list, not three.").is_held
    assert not said("The door was open.").is_held


def test_writing_over_an_answer_makes_a_new_version(talk, said):
    talk.say("own-account", "The door was open.")
    talk.say("own-account", "The door stood open.")

    newer = said("The door stood open.")
    assert newer.replaces.text == "The door was open."
    assert newer.number_label == "S-002"


def test_the_same_words_again_write_nothing(talk):
    talk.say("own-account", "The door was open.")
    talk.say("own-account", "The door was open.")

    assert len(db.session.scalars(db.select(Statement)).all()) == 1


def test_no_words_is_an_answer(talk):
    talk.post("/silences", stage=ACCOUNT, question="own-part", answer="rather-not-say")

    assert db.session.scalar(db.select(Abstention)).answer == "rather-not-say"
    assert "They’d rather not say" in talk.get("/reading").text


def test_the_seven_questions_are_asked_about_each_moment_they_name(talk, said):
    talk.name_moment()
    moment = db.session.scalar(db.select(Episode))
    assert "What did you think was going on?" not in talk.get(part=VIEW).text.split("<aside")[0]

    page = talk.get(part=VIEW, episode=moment.id)
    talk.say("going-on", "A slip in the bath.", stage=VIEW, episode=moment.id)

    asked = [
        "What did you think was going on?", "What was uppermost in your mind?", "What else were you dealing with?",
        "What were you weighing?", "What were you hoping to achieve?", "What options did you believe you had?",
        "How did it feel?",
    ]  # fmt: skip
    assert all(one in page.text for one in asked)
    assert said("A slip in the bath.").episode is moment and not said("A slip in the bath.").is_held


def test_a_factor_is_coded_and_says_how_it_worked(talk):
    talk.name_moment()
    moment = db.session.scalar(db.select(Episode))
    given = {"known": "conditions:workload", "effect": "hindered", "weight": 3, "how": "I had no minute to think."}

    talk.post("/influences", stage=FACTORS, episode=moment.id, factor="other", **given)

    named = db.session.scalar(db.select(Influence))
    assert (named.factor.item, named.weight, named.statement.text) == ("workload", 3, "I had no minute to think.")
    assert "I had no minute to think." in talk.get(part=FACTORS, episode=moment.id).text


def test_nobody_joins_a_conversation_by_its_code(app, talk, outsider):
    outsider.post("/join", data={"code": talk.code})

    answers = [outsider.get(f"/join/{talk.code}"), outsider.post(f"/join/{talk.code}", data={"role": "Nurse"})]

    assert all(one.status_code == 422 and "nobody joins it by a code" in one.text for one in answers)


def test_its_script_is_not_offered_for_a_room_and_a_room_is_no_conversation(leader, review, workshop):
    page = leader.get(f"/reviews/{review.id}/workshops/new")
    refused = leader.post(f"/reviews/{review.id}/workshops", data={"script": "conversation"})

    assert 'value="focused-day"' in page.text and 'value="conversation"' not in page.text
    assert refused.status_code == 422
    assert leader.get(f"/w/{workshop.code}/conversation").status_code == 404


def test_the_console_and_the_phones_page_of_it_lead_to_where_it_is_written(leader, talk):
    for address in (f"/w/{talk.code}/console", f"/w/{talk.code}?seat=1"):
        assert leader.get(address).location == f"/w/{talk.code}/conversation"
    assert leader.get(f"/w/{talk.code}/mine?seat=1").location == f"/w/{talk.code}/conversation/reading"
