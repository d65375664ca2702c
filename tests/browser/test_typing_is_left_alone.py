"""A live change never touches what somebody is typing."""

from types import SimpleNamespace

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
    return SimpleNamespace(console=console, phone=phone, field=field)


def untouched(field):
    state = field.evaluate(
        "field => [field.value, field.selectionStart, field.selectionEnd, document.activeElement === field]"
    )
    return state == [WORDS, 7, 15, True]


def test_text_caret_and_focus_stay_through_a_storm_of_changes(room):
    """Seen to fail with stage.js drawing the stage again whenever it is told of a change."""
    for name in ("statements-changed", "room-changed", "caught-up", "presence-changed"):
        room.phone.evaluate("name => { for (let i = 0; i < 1000; i++) htmx.trigger(document.body, name) }", name)
    for _ in range(3):
        room.console.get_by_role("button", name="Two more minutes").click()
    room.phone.locator("#now").get_by_text("min left").wait_for()

    assert untouched(room.field)


def test_when_the_group_moves_on_the_words_stay_and_the_phone_says_so(room):

    take_to(room.console, "Patterns")
    room.phone.get_by_text("Finish your words here first.").wait_for()

    assert untouched(room.field)
    room.phone.get_by_role("button", name="Save and go on").click()
    room.phone.locator("#stage").get_by_text("Put it before the group").wait_for()
    room.phone.get_by_role("link", name="What I have said").click()
    room.phone.get_by_role("blockquote").filter(has_text=WORDS).wait_for()
    room.phone.get_by_text("after the group had moved on").wait_for()


def test_text_typed_while_the_answer_is_on_its_way_stays(room):
    """Seen to fail with `typedSince` always false in words.js."""
    held, released = [], []
    room.phone.route("**/statements", lambda route: route.continue_() if released else held.append(route))

    room.phone.get_by_role("button", name="Save and go on").click()
    room.phone.get_by_text("Sending…").wait_for()
    room.field.press("Control+End")
    room.field.press_sequentially(" bumped into anything.")
    # On a slow machine the phone may have tried again by now, or may do so yet: that try goes on like the first.
    released.append(True)
    for route in held:
        route.continue_()

    room.phone.get_by_text("What you typed since is a draft").wait_for()
    assert room.field.input_value() == WORDS + " bumped into anything."


def test_a_draft_comes_back_when_the_page_is_loaded_again(room):
    room.phone.wait_for_timeout(500)

    room.phone.reload()

    field = room.phone.get_by_label("What did you think was going on?")
    room.phone.get_by_text("Draft on this phone").wait_for()
    assert field.input_value() == WORDS


def test_without_contact_it_says_so_and_sends_later(room):
    room.phone.context.set_offline(True)

    room.phone.get_by_role("button", name="Save and go on").click()
    room.phone.get_by_text("Not sent, will keep trying").wait_for()
    assert room.phone.get_by_text("Saved").count() == 0

    room.phone.context.set_offline(False)
    room.phone.get_by_text("Question 2 of").wait_for()
