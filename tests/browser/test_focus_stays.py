"""Who leads by keyboard keeps their place, however often the console is drawn again."""

import pytest
from people import PHONE, a_room_at, join

pytestmark = pytest.mark.browser


@pytest.fixture
def room(screen):
    console, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    return console, phone


def in_focus(page):
    return page.evaluate("document.activeElement.innerText.trim()")


def an_answer_comes(room):
    """The phone saves one, and the console has drawn it."""
    console, phone = room
    phone.get_by_label("What did you think was going on?").fill("I thought that she had rung.")
    phone.get_by_role("button", name="Save and go on").click()
    console.locator("#console-stage").get_by_text("1 of 1", exact=True).wait_for()


def test_on_a_button_at_the_foot_while_answers_come_in(room):
    """Seen to fail with hx-swap="outerHTML" on the stage and its foot."""
    console, _ = room
    console.get_by_role("button", name="Two more minutes").focus()
    an_answer_comes(room)

    assert in_focus(console).startswith("Two more minutes")


def test_on_what_can_be_unfolded_in_the_middle(room):
    """Seen to fail with hx-swap="outerHTML" on the stage."""
    console, _ = room
    console.get_by_text("If the room slides into blame").focus()
    an_answer_comes(room)

    assert in_focus(console) == "If the room slides into blame"


def test_but_never_on_another_act_that_took_its_place(room):
    """Seen to fail without the id of each act in _console_acts.html: the focus stood on "Hide again"."""
    console, _ = room
    console.get_by_role("button", name="Reveal together").focus()
    console.keyboard.press("Enter")
    console.get_by_role("button", name="Hide again").wait_for()

    assert not in_focus(console).startswith("Hide again")

