"""The page of an episode in full: found from the desk, a refused date keeps the typing, and axe has nothing to say."""

import re

import pytest
from people import a_room_at, add_episode, axe_finds_nothing

pytestmark = pytest.mark.browser


def test_an_editor_tells_an_episode_and_a_refused_date_keeps_the_typing(screen):
    console, code = a_room_at(screen, "Choosing episodes")
    desk = console.context.new_page()
    add_episode(desk, code, "The first call")
    desk.goto("/reviews/1/findings")
    desk.get_by_role("link", name="Key practice episodes").click()
    desk.get_by_role("link", name="KPE 1").click()
    axe_finds_nothing(desk)

    desk.get_by_label("When").fill("12/03/2019")
    desk.get_by_label("What surprised us").fill("Two records of one call.")
    desk.get_by_role("button", name="Keep").click()

    desk.get_by_text("is not a date we can place").wait_for()
    assert desk.get_by_label("What surprised us").input_value() == "Two records of one call."

    desk.get_by_label("When").fill("12 March 2019")
    desk.get_by_role("button", name="Keep").click()

    desk.get_by_text("What was written here before").click()
    desk.get_by_role("region", name=re.compile("What surprised us")).get_by_text("Two records").wait_for()
    axe_finds_nothing(desk)
