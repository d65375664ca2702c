"""Zooming the lanes: by key from the console, on a page of its own, and a wall that comes back to it."""

import pytest
from people import PROJECTOR, a_room_at, axe_finds_nothing

pytestmark = pytest.mark.browser


def test_the_facilitator_zooms_by_key_and_the_wall_comes_back_to_it(screen):
    console, code = a_room_at(screen, "What happened")
    desk = console.context.new_page()
    desk.goto("/reviews/1/narrative")
    for when, text in (("11 March 2019", "A call came in."), ("2 May 2019", "A letter went out.")):
        desk.get_by_label("Agency").select_option(index=1)
        desk.get_by_label("When").fill(when)
        desk.get_by_label("What happened").fill(text)
        desk.get_by_role("button", name="Add entry").click()
        desk.get_by_role("cell", name=text).wait_for()
    wall = console.context.new_page()
    wall.set_viewport_size(PROJECTOR)
    wall.goto(f"/w/{code}/wall")
    wall.locator("svg").get_by_text("A letter went").wait_for()

    console.locator("body").press("z")
    console.get_by_role("heading", name="Which time should the wall show?").wait_for()
    axe_finds_nothing(console)
    console.get_by_label("From").fill("May 2019")
    console.get_by_role("button", name="Show this time").click()

    console.get_by_text("The wall shows May 2019").wait_for()
    wall.locator("svg").get_by_text("Only May").wait_for()
    assert wall.locator("svg").get_by_text("A call came").count() == 0
    wall.reload()
    wall.locator("svg").get_by_text("Only May").wait_for()
    axe_finds_nothing(wall)
    axe_finds_nothing(console)

    console.locator("body").press("w")

    wall.locator("svg").get_by_text("A call came").wait_for()


def test_a_lane_being_prepared_fits_a_narrow_screen_and_stays_a_table(screen):
    """Seen to fail as a table of five columns: it was wider than the screen."""
    console, _ = a_room_at(screen, "What happened")
    console.set_viewport_size({"width": 320, "height": 640})
    console.goto("/reviews/1/narrative")
    console.get_by_label("Agency").select_option(index=1)
    console.get_by_label("When").fill("11 March 2019")
    console.get_by_label("What happened").fill("Nobody opened the door.")
    console.get_by_role("button", name="Add entry").click()

    console.get_by_role("row").get_by_role("cell", name="Nobody opened the door.").wait_for()
    axe_finds_nothing(console)
    assert console.evaluate("document.documentElement.scrollWidth") == 320
