"""Patterns are ticked and put together by keyboard alone, and taken apart again."""

import pytest
from people import a_room_at, axe_finds_nothing
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def console(screen):
    """The console at the patterns, where two have been named."""
    console, code = a_room_at(screen, "Patterns")
    for title in ("A call to refer becomes a talk about proof", "Each waits for the other"):
        console.goto(f"/w/{code}/patterns")
        console.get_by_label("What keeps coming back, in one line").fill(title)
        console.get_by_role("radio", name="Unsafe: it makes good work harder").check()
        console.get_by_role("button", name="Put it before the group").click()
        console.get_by_role("listitem").filter(has_text=title).wait_for()
    console.goto(f"/w/{code}/console")
    return console


def test_two_are_put_together_by_keyboard_and_taken_apart(console):
    console.get_by_role("link", name="Put together …").press("Enter")
    console.get_by_role("heading", name="Put together what belongs together").wait_for()
    axe_finds_nothing(console)

    second = console.get_by_role("checkbox", name="P2 Each waits for the other")
    second.focus()
    second.press("Space")
    console.get_by_label("Into which pattern?").select_option(label="P1: A call to refer becomes a talk about proof")
    console.get_by_role("button", name="Put them together").press("Enter")

    expect(console.get_by_text("Came from P2: “Each waits for the other”")).to_be_visible()
    axe_finds_nothing(console)
    console.get_by_role("button", name="Take P1 apart").press("Enter")
    expect(console.get_by_text("Came from P2")).to_have_count(0)
    console.get_by_role("link", name="Put together").click()
    expect(console.get_by_text("Taken apart at")).to_be_visible()
    axe_finds_nothing(console)


def test_what_is_refused_is_said_in_a_sentence(console):
    console.get_by_role("link", name="Put together …").click()
    console.get_by_role("button", name="Put them together").click()

    expect(console.get_by_text("Tick at least two things to put together")).to_be_visible()
