"""A phone whose page stands still for a while, as one does under a call or a lock screen, and then goes on."""

import os
import re
import signal
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from kept import MortalPhone, kept_on, read, until
from people import a_room_at, join

pytestmark = pytest.mark.browser

ASKED, NEXT_ASKED = "What did you think was going on?", "Question 2 of"
GIVEN, TYPED = "Nobody had told me about the bruise.", "I rang twice, and then I had to leave for"
AT_ONCE = 15  # seconds within which it must be where the others are
HEARD = """() => {
  window.heard = []; window.gone = [];
  room.socket.on("changed", ({ version }) => version && heard.push(version));
  room.socket.on("disconnect", (reason) => gone.push(reason));
}"""
CLOCK = """async ([address, minutes]) => {
  const body = new URLSearchParams({ minutes, csrf_token: document.querySelector("meta[name=csrf-token]").content });
  return (await fetch(address, { method: "POST", body })).status;
}"""


@contextmanager
def standing_still(phone):
    """The processes that run this phone's pages are stopped: they read nothing and answer nothing."""
    all_of_it = children_of(phone.processes(but=b"--type="))
    pages = [one for one in all_of_it if b"--type=renderer" in read(Path(f"/proc/{one}/cmdline"))]
    assert pages, "no page of this phone was found"
    for one in pages:
        os.kill(one, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in pages:
            os.kill(one, signal.SIGCONT)


def children_of(processes):
    """All processes that come from these, by id."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        found = re.search(rb"\) \S (\d+)", read(stat))
        if found:
            parents.setdefault(int(found[1]), []).append(int(stat.parent.name))
    found, left = [], list(processes)
    while left:
        found += (young := parents.get(left.pop(), []))
        left += young
    return found


@pytest.fixture
def phone(playwright, server, tmp_path):
    standing = MortalPhone(playwright, tmp_path / "profile", server.address)
    yield standing
    standing.close()


def test_it_is_where_the_others_are_with_its_draft_and_has_sent_what_waited(screen, phone, times):
    """Seen to fail with `reconnection: false` in live.js: it never came back to the room."""
    seconds = times(12, nightly=60)
    console, code = a_room_at(screen, "The view at the time")
    page, blocked = phone.open(), [True]
    page.route("**/statements", lambda route: route.abort() if blocked else route.continue_())
    join(page, code, "Health visiting", "Health visitor")
    page.get_by_label(ASKED).fill(GIVEN)
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_text("Not sent, will keep trying").wait_for()
    page.get_by_label(ASKED).press("Control+End")
    page.keyboard.type(TYPED)
    page.get_by_text("Draft on this phone").wait_for()
    page.evaluate(HEARD)

    with standing_still(phone):
        blocked.clear()
        end, changes = time.monotonic() + seconds, 0
        while time.monotonic() < end:
            assert console.evaluate(CLOCK, [f"/w/{code}/clock", changes % 5 + 1]) < 400
            changes += 1
        console.get_by_role("button", name="Next").click()
        console.get_by_role("heading", name="What helped, what hindered", level=1).wait_for()

    # It stops at the draft, says so, and has sent what waited.
    page.get_by_text("The group has moved on").wait_for(timeout=AT_ONCE * 1000)
    until(lambda: not any(name.startswith("out/") for name in kept_on(page)), seconds=AT_ONCE)
    assert page.get_by_label(ASKED).input_value() == GIVEN + TYPED
    assert [name.split("/")[0] for name in kept_on(page)] == ["draft"]
    heard, gone = page.evaluate("[heard, gone]")
    assert heard == sorted(set(heard)), "news came twice, or in another order"
    assert gone, "it was let go, and came back"
    console.get_by_text("1 phone connected").wait_for(timeout=AT_ONCE * 1000)
    assert page.locator("#now").get_by_text("What helped, what hindered").count()

    page.get_by_label(ASKED).fill(GIVEN)
    page.get_by_role("link", name="Go along now").click()
    page.get_by_role("heading", name="What helped, what hindered").wait_for()
    page.goto(f"/w/{code}/mine")
    assert page.locator("article blockquote").all_text_contents() == [GIVEN]


def test_with_nothing_typed_it_goes_along_by_itself(screen, phone, times):
    """Seen to fail without the fetches of live.js at "connect" and every twenty seconds."""
    seconds = times(0, nightly=45)
    console, code = a_room_at(screen, "The view at the time")
    page = phone.open()
    join(page, code, "Health visiting", "Health visitor")
    page.get_by_label(ASKED).wait_for()
    console.get_by_text("1 phone connected").wait_for()

    with standing_still(phone):
        # Nothing that is said from now on reaches it: it has to ask.
        console.get_by_text("0 phones connected").wait_for(timeout=30_000)
        console.get_by_role("button", name="Next").click()
        console.get_by_role("heading", name="What helped, what hindered", level=1).wait_for()
        console.wait_for_timeout(seconds * 1000)

    page.get_by_role("heading", name="What helped, what hindered").wait_for(timeout=AT_ONCE * 1000)
