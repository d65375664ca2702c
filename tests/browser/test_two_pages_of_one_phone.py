"""One phone with the workshop open twice: each page keeps what was written on it, and hears what the other has sent."""

import re

import pytest
from kept import kept_on, turns_taken, until
from people import PHONE, a_room_at, join

pytestmark = pytest.mark.browser

ASKED = "What did you think was going on?"
HERE, THERE = "What I wrote on this page.", "What I wrote on the other."


@pytest.fixture
def pages(screen):
    """The same phone's two pages, at the view at the time."""
    _, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    other = phone.context.new_page()
    other.goto(phone.url)
    other.get_by_label(ASKED).wait_for()
    return phone, other


def write(page, words):
    page.get_by_label(ASKED).fill(words)
    page.get_by_text("Draft on this phone").wait_for()


def test_what_was_begun_on_both_is_there_after_both_were_loaded_again(pages):
    """Seen to fail with one draft for both: the later one was all there was."""
    phone, other = pages
    write(phone, HERE)
    write(other, THERE)

    other.close()
    phone.reload()

    phone.get_by_text("Draft on this phone").wait_for()
    left = phone.get_by_role("region", name="Not saved yet")
    left.get_by_text("You began this and did not send it").wait_for()
    shown = [phone.get_by_label(ASKED).input_value(), left.get_by_role("blockquote").inner_text()]
    assert sorted(shown) == sorted([HERE, THERE])


def test_a_draft_taken_up_by_both_pages_becomes_two_when_both_go_on_with_it(pages):
    """Seen to fail without partFromOther in drafts.js: what the first page wrote was gone."""
    phone, other = pages
    write(phone, "The same beginning.")
    other.reload()
    other.get_by_text("Draft on this phone").wait_for()

    write(phone, HERE)
    write(other, THERE)
    until(lambda: len(kept_on(phone)) == 2)
    other.close()
    phone.reload()

    left = phone.get_by_role("region", name="Not saved yet")
    left.get_by_text("You began this and did not send it").wait_for()
    shown = [phone.get_by_label(ASKED).input_value(), left.get_by_role("blockquote").inner_text()]
    assert sorted(shown) == sorted([HERE, THERE])


def test_a_page_that_cannot_send_leaves_the_turn_to_the_other(pages):
    """Seen to fail without letGo after a try: it kept the turn for ten seconds, and took it again."""
    phone, _ = pages
    phone.context.set_offline(True)
    phone.get_by_label(ASKED).fill(HERE)

    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Not sent, will keep trying").wait_for()

    until(lambda: not turns_taken(phone), 0.7)


def test_a_page_hears_that_the_other_one_has_sent_its_words(pages):
    """Seen to fail without "gone" in words.js: it said that it was sending for ever, and its button did
    nothing."""
    phone, other = pages
    phone.context.set_offline(True)
    phone.get_by_label(ASKED).fill(HERE)
    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Not sent, will keep trying").wait_for()
    # This page may not send, as if it were in the background; the other does.
    phone.route("**/statements", lambda route: route.abort("connectionreset"))

    phone.context.set_offline(False)

    phone.get_by_text(re.compile("^Saved")).first.wait_for(timeout=30_000)
    phone.get_by_text("Question 2 of").wait_for()
    assert kept_on(other) == []
