"""A phone hears first that it is saved, and draws its stage after that: at once, or in a crowd a moment later."""

import re

import pytest
from people import PHONE, a_room_at, join

pytestmark = pytest.mark.browser

LATER = 600_000  # ms: nobody's turn comes by itself while a test runs
ASKED = "What did you think was going on?"


@pytest.fixture
def phone(screen):
    """A phone at the view at the time whose first answer comes without its stage."""
    _, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    phone.route("**/statements", receipt_only, times=1)
    # The page's own clock: its turn comes when the test says so, however slow the machine.
    phone.clock.install()
    return phone


def receipt_only(route):
    answer = route.fetch()
    known = " ".join(re.findall(r'data-(?:place|version|for)="[^"]*"', answer.text()))
    route.fulfill(response=answer, body=f'<p {known} data-later="{LATER}">Saved.</p>')


def test_it_says_saved_and_goes_on_to_the_next_question(phone):
    phone.get_by_label(ASKED).fill("I thought that she had rung.")
    phone.get_by_role("button", name="Save and go on").click()

    phone.get_by_text("Saved").first.wait_for()
    assert phone.get_by_text("Question 1 of").is_visible()
    phone.clock.fast_forward(LATER)
    phone.get_by_text("Question 2 of").wait_for()


def test_what_somebody_types_meanwhile_stays(phone):
    """Seen to fail without the look at `typedAt` in drawLater of words.js."""
    field = phone.get_by_label(ASKED)
    field.fill("I thought that she had rung.")
    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Saved").first.wait_for()

    field.press_sequentially(" Or somebody had.")
    phone.get_by_text("Draft on this phone").wait_for()
    phone.clock.fast_forward(LATER)
    phone.wait_for_timeout(1500)

    assert field.input_value() == "I thought that she had rung. Or somebody had."
    assert phone.get_by_text("Draft on this phone").is_visible()
