"""Which factors mattered most: five phones mark alone, the marks are revealed together, the group settles an order."""

import re

import pytest
from people import PHONE, PROJECTOR, a_room_naming_factors, axe_finds_nothing, join

pytestmark = pytest.mark.browser


def test_marked_alone_revealed_together_and_settled(screen):
    console, code = a_room_naming_factors(screen)
    phones = [screen(PHONE) for _ in range(5)]
    for phone in phones:
        join(phone, code, "Referral hub", "Social worker")
    for item in ("Workload", "IT"):
        phones[0].get_by_label(re.compile("Which factor")).select_option(label=item)
        phones[0].get_by_label("It hindered").check()
        phones[0].get_by_label("A good deal").check()
        phones[0].locator("[name=how]").fill("Eleven contacts open, two of us.")
        phones[0].get_by_role("button", name="Save it").click()
        phones[0].locator("section", has_text="What you gave").get_by_text(item, exact=False).first.wait_for()
    wall = console.context.new_page()
    wall.set_viewport_size(PROJECTOR)
    wall.goto(f"/w/{code}/wall")
    console.locator("body").press("r")
    for phone in phones:
        phone.get_by_role("checkbox", name="workload").check()
        phone.get_by_role("button", name="Save my marks").click()
        phone.get_by_text("Your marks are saved.").wait_for()
    axe_finds_nothing(phones[0])

    console.get_by_role("button", name="Reveal the marks").click()

    wall.get_by_role("row", name=re.compile("workload 5")).wait_for()
    axe_finds_nothing(wall)
    axe_finds_nothing(console)
    console.get_by_role("link", name="Settle the order together").click()
    console.get_by_label("Place 1").select_option(label="workload")
    console.get_by_label("Why does the group put them in this order?").fill("Everything else followed from it.")
    axe_finds_nothing(console)
    console.get_by_role("button", name="Keep this order").click()
    wall.get_by_text("Everything else followed from it.").wait_for()
    axe_finds_nothing(wall)
    console.locator("body").press("]")
    wall.get_by_role("row", name=re.compile("workload")).wait_for()
