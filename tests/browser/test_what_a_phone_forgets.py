"""A phone keeps unsent words only, and forgets them once saved, on leaving, at the close and after twelve hours."""

import pytest
from kept import kept_on, until
from people import PHONE, a_room_at, axe_finds_nothing, join, take_to

pytestmark = pytest.mark.browser

ASKED = "What did you think was going on?"
WORDS = "Nobody had told me about the bruise."


@pytest.fixture
def room(screen):
    """A phone with a draft. (console, phone)"""
    console, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    phone.get_by_label(ASKED).fill(WORDS)
    phone.get_by_text("Draft on this phone").wait_for()
    assert len(kept_on(phone)) == 1
    return console, phone


def everywhere(phone):
    """All that a browser could still tell of somebody's words."""
    return phone.evaluate("() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])")


def test_the_phone_says_how_long_it_keeps_words(room):
    _, phone = room

    phone.get_by_text("What you write stays on this phone only until the laptop has it").wait_for()


def test_saved_words_are_forgotten(room):
    """Seen to fail without `drop(item)` before "saved" is told in outbox.js."""
    _, phone = room

    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Question 2 of").wait_for()

    until(lambda: kept_on(phone) == [])
    assert WORDS not in everywhere(phone)


def test_who_leaves_leaves_nothing_on_the_phone(room):
    """Seen to fail without `left` in back.js."""
    console, phone = room
    phone.evaluate("() => { document.querySelector('form[data-words] textarea').value = '' }")
    take_to(console, "Close")
    phone.get_by_text("Leave the workshop").click()
    phone.get_by_role("button", name="Yes, leave now").click()
    phone.wait_for_url("**/join")

    until(lambda: kept_on(phone) == [])
    assert WORDS not in everywhere(phone)


def test_a_closed_workshop_says_so_and_keeps_no_draft(room):
    """Seen to fail without `atClose` in words.js: the draft was still there."""
    console, phone = room
    take_to(console, "Close")
    console.get_by_role("button", name="Close the workshop").click()

    phone.get_by_text("The workshop has closed, and this phone keeps no draft any more.").wait_for()
    phone.get_by_text("Not sent, and not kept on this phone").wait_for()
    until(lambda: kept_on(phone) == [])
    assert phone.get_by_label(ASKED).input_value() == WORDS

    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_role("heading", name="The workshop has closed. Thank you.").wait_for()
    assert phone.get_by_label(ASKED).count() == 0
    axe_finds_nothing(phone)
    phone.locator("#stage").get_by_role("link", name="What I have said").click()
    phone.get_by_role("blockquote").filter(has_text=WORDS).wait_for()
    assert kept_on(phone) == []


def come_back_after(hours, phone, draft):
    """Load the page again as if it had been closed for so long. A page that is open keeps its draft anew at times."""
    phone.wait_for_load_state("networkidle")
    older = (
        "async ([name, hours]) => kept.write({ [name]: { ...await kept.get(name), at: Date.now() - hours * 3600000 } })"
    )
    phone.evaluate("() => { delete document.querySelector('form[data-words]').dataset.begun }")
    phone.evaluate(older, [draft, hours])
    phone.reload()


def test_after_twelve_hours_a_draft_is_gone(room):
    """Seen to fail without the look at `at` in kept.js."""
    _, phone = room
    draft = kept_on(phone)[0]

    come_back_after(11.9, phone, draft)
    phone.get_by_text("Draft on this phone").wait_for()

    come_back_after(12.1, phone, draft)
    until(lambda: kept_on(phone) == [])
    assert phone.get_by_label(ASKED).input_value() == ""
