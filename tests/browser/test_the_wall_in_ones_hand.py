"""Somebody looks at the wall on the phone in their hand: it flows, and nothing stands beside the screen."""

import pytest
from people import a_room_at, axe_finds_nothing

pytestmark = pytest.mark.browser

SMALL_PHONE = {"width": 320, "height": 640}
BESIDE_THE_SCREEN = """() => [...document.querySelectorAll('.wall *')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("stage", ["Welcome", "Turning points", "Close"])
def test_the_wall_flows_on_a_small_phone(screen, stage):
    """Seen to fail with the code and its picture in one row."""
    console, code = a_room_at(screen, stage)
    wall = console.context.new_page()
    wall.set_viewport_size(SMALL_PHONE)

    wall.goto(f"/w/{code}/wall")

    assert wall.evaluate(BESIDE_THE_SCREEN) == []
    axe_finds_nothing(wall)
