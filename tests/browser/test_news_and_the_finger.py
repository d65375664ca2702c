"""News draws a console anew; it takes nothing from under the finger of whoever is pressing there, nor folds it up."""

import pytest
from people import PHONE, a_room_at, join, settled

pytestmark = pytest.mark.browser

FOLDED = "Words given here carry the position"


@pytest.fixture
def console_and_code(screen):
    return a_room_at(screen, "The view at the time")


def somebody_joins(screen, console, code):
    """Somebody comes in, and the console has heard of it."""
    with console.expect_response(lambda answer: "/console/" in answer.url):
        join(screen(PHONE), code, "Health visiting", "Health visitor")


def test_nothing_is_drawn_anew_while_somebody_presses_and_all_of_it_after(console_and_code):
    """Seen to fail without the wait: lines above it may push a button away, and another one is under the finger."""
    console, _ = console_and_code
    settled(console)
    console.get_by_text(FOLDED).hover()
    console.evaluate("() => { drawn = 0; document.addEventListener('htmx:afterSwap', () => { drawn += 1; }); }")
    console.mouse.down()
    with console.expect_response(lambda answer: "/console/stage" in answer.url):
        console.evaluate("() => htmx.trigger(document.body, 'caught-up')")
    console.wait_for_timeout(200)
    while_pressed = console.evaluate("window.drawn")
    console.mouse.up()

    console.get_by_role("button", name="Let words carry nothing").wait_for()
    console.wait_for_function("() => window.drawn > 0")
    settled(console)
    assert while_pressed == 0
    assert console.get_by_role("button", name="Let words carry nothing").is_visible()


def test_what_was_unfolded_stays_unfolded_when_somebody_joins(screen, console_and_code):
    """Seen to fail without the observer in unfolded.js."""
    console, code = console_and_code
    console.get_by_text(FOLDED).click()

    somebody_joins(screen, console, code)
    settled(console)

    assert console.get_by_role("button", name="Let words carry nothing").is_visible()


def test_what_somebody_asks_for_while_pressing_comes_at_once(console_and_code):
    """Seen to fail when every answer waits: it came never, for only what follows the news is fetched again."""
    console, _ = console_and_code
    console.evaluate(
        """() => { const own = Object.assign(document.createElement("div"), { id: "own" });
        own.setAttribute("hx-get", location.pathname.replace("console", "console/bar"));
        own.setAttribute("hx-trigger", "wanted");
        document.body.append(own); htmx.process(own); }"""
    )
    console.get_by_text(FOLDED).hover()
    console.mouse.down()

    console.evaluate("() => htmx.trigger('#own', 'wanted')")
    console.wait_for_function("() => document.getElementById('own').textContent.trim()", timeout=900)
    console.mouse.up()


def test_a_finger_that_never_comes_up_holds_nothing_up_for_long(screen, console_and_code):
    """Seen to fail without the second it waits at most."""
    console, code = console_and_code
    console.get_by_text(FOLDED).hover()
    console.mouse.down()

    join(screen(PHONE), code, "Health visiting", "Health visitor")

    console.get_by_text("1 phone connected").wait_for()
