"""A phone whose browser runs no scripts: plain forms, and the same words kept."""


import pytest
from people import PHONE, a_room_at, join, take_to

pytestmark = pytest.mark.browser

ASKED = "What did you think was going on?"


@pytest.fixture
def room(screen):
    console, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE, java_script_enabled=False)
    join(phone, code, "Health visiting", "Health visitor")
    return console, phone, code


def test_an_answer_is_given_corrected_and_withdrawn(room):
    _, phone, _ = room
    phone.get_by_label(ASKED).fill("I thought I was making a referral.")
    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Question 2 of").wait_for()

    phone.get_by_role("link", name="What I have said").click()
    phone.get_by_text("Correct it").click()
    phone.get_by_label("As it should read").fill("I was sure that I was making a referral.")
    phone.get_by_role("button", name="Save the correction").click()
    phone.get_by_role("blockquote").filter(has_text="I was sure").wait_for()
    phone.get_by_text("Corrected by").wait_for()

    phone.get_by_text("Withdraw it").first.click()
    phone.get_by_role("button", name="Yes, withdraw S-002").click()
    phone.get_by_text("S-002: you withdrew this.").wait_for()
    phone.get_by_text("S-001: you withdrew this.").wait_for()
    assert phone.get_by_role("blockquote").filter(has_text="I was sure").count() == 0


def test_each_stage_takes_an_answer(room):
    console, phone, code = room
    stages = {
        "Turning points": propose,
        "The view at the time": be_silent,
        "Questions for the board": suggest,
    }
    for stage, answer in stages.items():
        take_to(console, stage)
        phone.goto(f"/w/{code}")
        answer(phone)


def propose(phone):
    phone.locator("[name=title]").fill("The first call to the hub")
    phone.locator("[name=why]").fill("Two people put the telephone down with two pictures.")
    phone.get_by_role("button", name="Propose it").click()
    phone.get_by_text("What you proposed").wait_for()


def be_silent(phone):
    phone.get_by_role("button", name="I don’t know").click()
    phone.get_by_text("Question 2 of").wait_for()


def suggest(phone):
    phone.locator("[name=text]").fill("Could the form have a fourth outcome?")
    phone.locator("[name=kind]").first.check()
    phone.get_by_role("button", name="Suggest it").click()
    phone.get_by_text("Suggested so far").wait_for()


def test_a_refusal_shows_the_words_again(room):
    console, phone, code = room
    take_to(console, "Questions for the board")
    phone.goto(f"/w/{code}")
    phone.locator("[name=text]").fill("Could the form have a fourth outcome?")
    phone.get_by_role("button", name="Suggest it").click()

    phone.get_by_role("link", name="Say what kind of question it is").click()
    phone.get_by_role("radio", name="A clear fix").check()
    assert phone.locator("[name=text]").input_value() == "Could the form have a fourth outcome?"
