"""The wall cuts nothing off: a picture of seven lanes stands whole under the longest question of the focused day."""

import re

import pytest
from kept import until
from people import LAPTOP, PROJECTOR, add_episode, sign_in, take_to

from facilitator.rehearsal.commands import DEMO_CASE

pytestmark = pytest.mark.browser

QUESTIONS = ("What did it look like from where you stood?", "How good was the practice, by what was known then?")
CUT_OFF = "main => main.scrollHeight - main.clientHeight"
BELOW = "legend => legend.getBoundingClientRect().bottom - legend.ownerSVGElement.getBoundingClientRect().bottom"


def test_lanes_and_their_legend_stand_whole_under_a_question_of_two_lines(screen):
    """Seen to fail when what the wall says under its question stands above the lanes too, and with a legend of 40."""
    console = screen(LAPTOP)
    sign_in(console)
    console.goto("/reviews/new")
    console.locator("input[type=file]").set_input_files(DEMO_CASE)
    console.get_by_role("button", name="Start from this file").click()
    console.wait_for_url(re.compile(r"/reviews/\d+$"))
    console.goto(f"{console.url}/workshops/new")
    console.get_by_role("radio", name="The focused day 12 stages").check()
    console.get_by_role("button", name="Open the workshop").click()
    take_to(console, "Choosing episodes")
    code = re.search(r"/w/(\w+)/", console.url)[1]
    when = "7 December 2021 to 21 February 2022"
    add_episode(console.context.new_page(), code, "The third missed appointment", when)
    wall = console.context.new_page()
    wall.set_viewport_size(PROJECTOR)
    wall.goto(f"/w/{code}/wall")

    for question in QUESTIONS:
        while not (asked := wall.get_by_role("heading", level=1)).filter(has_text=question).count():
            before = asked.inner_text()
            console.get_by_role("button", name="Next").click()
            until(lambda asked=asked, before=before: asked.inner_text() != before)
        wall.locator("svg.lanes").get_by_text("Rough date").wait_for()

        assert wall.locator("main").evaluate(CUT_OFF) <= 1
        assert wall.locator("svg.lanes .legend").evaluate(BELOW) <= 0
