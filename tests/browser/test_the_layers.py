"""The layers on the wall: by key and by button from the console, and a wall that comes back to them."""

import re

import pytest
from people import PHONE, PROJECTOR, a_room_naming_factors, axe_finds_nothing, join

pytestmark = pytest.mark.browser


def test_the_facilitator_shows_the_layers_by_key_and_takes_them_off_by_button(screen):
    console, code = a_room_naming_factors(screen)
    phone = screen(PHONE)
    join(phone, code, "Referral hub", "Social worker")
    phone.get_by_label(re.compile("Which factor")).select_option(label="Workload")
    phone.get_by_label("It hindered").check()
    phone.get_by_label("A good deal").check()
    phone.locator("[name=how]").fill("Eleven contacts open, two of us.")
    phone.get_by_role("button", name="Save it").click()
    phone.get_by_text("What you gave").wait_for()
    wall = console.context.new_page()
    wall.set_viewport_size(PROJECTOR)
    wall.goto(f"/w/{code}/wall")
    console.locator("body").press("r")
    console.get_by_role("button", name="Show the layers").wait_for()

    console.locator("body").press("y")

    wall.get_by_role("img", name=re.compile("The layers")).wait_for()
    wall.reload()
    wall.get_by_role("row", name="Family and task nobody 1 person, 1 agency").wait_for(state="attached")
    axe_finds_nothing(wall)
    console.get_by_role("button", name="Show the factors").wait_for()
    axe_finds_nothing(console)

    console.get_by_role("button", name="Show the factors").click()

    wall.get_by_role("row", name=re.compile("workload")).wait_for()
