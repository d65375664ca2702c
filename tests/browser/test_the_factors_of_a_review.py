"""The list of factors, fitted to one review by keyboard and name, and what a phone then offers."""

import re

import pytest
from people import LAPTOP, PHONE, a_room_naming_factors, axe_finds_nothing, join

pytestmark = pytest.mark.browser
ROTA = "one duty line for the whole county"


def test_what_is_left_out_and_added_at_the_desk_is_what_the_phone_offers(screen):
    """Seen to fail without `focus` in factors/list_routes.py: whoever works by keyboard begins at the top again."""
    console, code = a_room_naming_factors(screen)
    desk = console.context.new_page()
    desk.set_viewport_size(LAPTOP)
    desk.goto("/reviews")
    desk.get_by_role("link", name="A mark on the hand").click()
    desk.get_by_role("link", name="Factors", exact=True).click()
    kind = desk.locator("details", has_text="Conditions of work")
    kind.locator("summary").click()

    kind.get_by_role("button", name=re.compile("Leave out ?: workload")).press("Enter")

    again = kind.get_by_role("button", name=re.compile("Offer again ?: workload"))
    again.wait_for()
    assert again.evaluate("button => button === document.activeElement")
    kind.get_by_label("A factor of your own").fill(ROTA)
    kind.get_by_label("A factor of your own").press("Enter")
    kind.get_by_text("local suggestion").wait_for()
    assert kind.get_by_label("A factor of your own").evaluate("field => field === document.activeElement")
    axe_finds_nothing(desk)

    phone = screen(PHONE)
    join(phone, code, "Referral hub", "Social worker")
    offered = phone.get_by_label(re.compile("Which factor")).locator("option").all_inner_texts()
    assert ROTA.capitalize() in offered and "Workload" not in offered
