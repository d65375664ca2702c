"""A live change never touches what somebody is typing."""

import pytest
from people import PHONE, a_room_at, join, take_to

pytestmark = pytest.mark.browser

WORDS = "I kept thinking: ten days old, she cannot have"


@pytest.fixture
def room(screen):
    console, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    field = phone.get_by_label("What did you think was going on?")
    field.press_sequentially(WORDS)
    field.evaluate("field => field.setSelectionRange(7, 15)")
    return console, code, phone, field


def untouched(field):
    state = field.evaluate(
        "field => [field.value, field.selectionStart, field.selectionEnd, document.activeElement === field]"
    )
    return state == [WORDS, 7, 15, True]


def test_text_caret_and_focus_stay_through_a_storm_of_changes(room):
    console, code, phone, field = room
    for name in ("statements-changed", "room-changed", "caught-up", "presence-changed"):
        phone.evaluate("name => { for (let i = 0; i < 250; i++) htmx.trigger(document.body, name) }", name)
    for _ in range(3):
        console.get_by_role("button", name="Two more minutes").click()
    phone.locator("#now").get_by_text("min left").wait_for()

    assert untouched(field)


def test_when_the_group_moves_on_the_words_stay_and_the_phone_says_so(room):
    console, code, phone, field = room

    take_to(console, "Patterns")
    phone.get_by_text("The group has moved on.").wait_for()

    assert untouched(field)
    phone.get_by_role("button", name="Save and go on").click()
    phone.locator("#stage").get_by_text("Put it before the group").wait_for()
    phone.get_by_role("link", name="What I have said").click()
    phone.get_by_role("blockquote").filter(has_text=WORDS).wait_for()
    phone.get_by_text("after the group had moved on").wait_for()


def test_text_typed_while_the_answer_is_on_its_way_stays(room):
    console, code, phone, field = room
    held = []
    phone.route("**/statements", lambda route: held.append(route))

    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Sending…").wait_for()
    field.press("Control+End")
    field.press_sequentially(" bumped into anything.")
    held[0].continue_()

    phone.get_by_text("What you typed since is a draft").wait_for()
    assert field.input_value() == WORDS + " bumped into anything."


def test_a_draft_comes_back_when_the_page_is_loaded_again(room):
    console, code, phone, field = room
    phone.wait_for_timeout(500)

    phone.reload()

    field = phone.get_by_label("What did you think was going on?")
    phone.get_by_text("Draft on this phone").wait_for()
    assert field.input_value() == WORDS


def test_without_contact_it_says_so_and_sends_later(room):
    console, code, phone, field = room
    phone.context.set_offline(True)

    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Not sent, will keep trying").wait_for()
    assert phone.get_by_text("Saved").count() == 0

    phone.context.set_offline(False)
    phone.get_by_text("Question 2 of").wait_for()
