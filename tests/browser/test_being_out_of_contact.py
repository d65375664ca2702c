"""A phone that cannot reach the laptop says so within ten seconds, and says nothing else than the truth."""

import re
import signal

import pytest
from kept import kept_on, until
from people import PHONE, a_room_at, join

pytestmark = pytest.mark.browser

ASKED = "What did you think was going on?"
WORDS = "Nobody had told me about the bruise."


@pytest.fixture
def phone(screen):
    _, code = a_room_at(screen, "The view at the time")
    page = screen(PHONE)
    join(page, code, "Health visiting", "Health visitor")
    page.locator("[data-contact=on]").wait_for()
    return page


@pytest.fixture
def black_hole(server):
    """black_hole(True) → the laptop takes every byte and answers none, as a dead network does; False → it is back."""

    def swallow(is_on):
        server.process.send_signal(signal.SIGSTOP if is_on else signal.SIGCONT)

    yield swallow
    swallow(False)


def test_a_connection_that_swallows_everything_is_told_in_ten_seconds(phone, black_hole):
    """Seen to fail with contact.js trusting the socket's own "disconnect" alone and the server's pings as they come
    out of the box (25 s): nothing is said in time."""
    black_hole(True)

    phone.get_by_text("No contact with the facilitator’s laptop.").wait_for(timeout=10_000)
    phone.get_by_label(ASKED).fill(WORDS)
    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Not sent, will keep trying").wait_for(timeout=12_000)
    assert phone.get_by_text(re.compile("^Saved")).count() == 0

    black_hole(False)
    phone.get_by_text("No contact with the facilitator’s laptop.").wait_for(state="hidden")
    phone.get_by_text(re.compile("^Saved")).wait_for()
    phone.get_by_text("Question 2 of").wait_for()


def test_the_banner_stays_until_there_is_an_answer(phone, black_hole):
    """Seen to fail with "online" taken for contact in contact.js."""
    black_hole(True)
    banner = phone.get_by_text("No contact with the facilitator’s laptop.")
    banner.wait_for(timeout=10_000)

    phone.evaluate("() => dispatchEvent(new Event('online'))")
    phone.wait_for_timeout(1000)

    assert banner.is_visible()


REFUSES = "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } })"
IS_FULL = "IDBObjectStore.prototype.put = function () { this.transaction.abort(); return {}; }"
IS_DEAF = "IDBFactory.prototype.open = () => ({})"


@pytest.mark.parametrize("storage", [REFUSES, IS_FULL, IS_DEAF], ids=["refused", "full", "without an answer"])
def test_a_phone_that_may_not_keep_anything_says_so_and_sends_all_the_same(screen, storage):
    """Seen to fail without `memory` in kept.js: nothing was sent, and nothing said."""
    _, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    phone.context.add_init_script(storage)
    join(phone, code, "Health visiting", "Health visitor")

    phone.get_by_label(ASKED).press_sequentially(WORDS)
    phone.get_by_text("This phone’s browser does not let us keep your words here.").wait_for()
    phone.get_by_role("button", name="Save and go on").click()

    phone.get_by_text("Question 2 of").wait_for(timeout=30_000)
    phone.get_by_role("link", name="What I have said").click()
    phone.get_by_role("blockquote").filter(has_text=WORDS).wait_for()


def test_without_contact_an_answer_without_words_waits_too(phone):
    """Seen to fail without the listener for `data-act` in words.js."""
    phone.context.set_offline(True)
    phone.get_by_role("button", name="I don’t know").click()
    phone.get_by_text("Not sent, will keep trying").wait_for()

    phone.context.set_offline(False)

    phone.get_by_text("Question 2 of").wait_for()
    until(lambda: kept_on(phone) == [])
