"""The console's columns scroll; the page around them never does, however much the room has given."""

import pytest
from people import PHONE, a_room_at, join

pytestmark = pytest.mark.browser

LOW = {"width": 1366, "height": 500}


def test_however_many_words_the_room_has_given(screen):
    """Seen to fail without position: relative on the columns: hidden words lengthened it."""
    console, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    phone.get_by_label("What did you think was going on?").fill("I thought that she had rung.\n" * 12)
    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Question 2 of").wait_for()
    console.get_by_role("button", name="Reveal together").click()
    console.get_by_role("article").get_by_text("I thought that she had rung.").wait_for()
    console.set_viewport_size(LOW)

    assert console.evaluate("document.documentElement.scrollHeight") == LOW["height"]
