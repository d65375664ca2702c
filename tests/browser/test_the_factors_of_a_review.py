"""The list of factors, fitted to one review by keyboard and name, and what a phone then offers."""

import re

import pytest
from people import LAPTOP, PHONE, a_room_naming_factors, axe_finds_nothing, join, whole

pytestmark = pytest.mark.browser
ROTA = "one duty line for the whole county"
SMALL_PHONE = {"width": 320, "height": 640}
BROKEN_WORDS = """() => [...document.querySelectorAll('main table :is(th, td)')].flatMap((cell) => {
    const found = [], texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/[^\\s-]+/g)) {
        const range = document.createRange();
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        if (range.getClientRects().length > 1) found.push(word[0]);
    }
    return found;
})"""


def test_what_is_left_out_and_added_at_the_desk_is_what_the_phone_offers(screen):
    """Seen to fail without `focus` in factors/list_routes.py: whoever works by keyboard begins at the top again."""
    console, code = a_room_naming_factors(screen)
    desk = console.context.new_page()
    desk.set_viewport_size(LAPTOP)
    desk.goto("/reviews")
    desk.get_by_role("link", name="A mark on the hand").click()
    desk.get_by_role("link", name="Factors", exact=True).click()
    desk.get_by_role("heading", name="Factors", level=1).wait_for()
    whole(desk)
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


def test_a_factor_of_ones_own_stands_marked_in_the_matrix(screen):
    """Words of the tables were seen broken on a small phone without `unbroken` in parts.css.

    On the wall in somebody's hand "Hindered" stood beside the screen without the narrow columns of wall-screen.css.
    """
    console, code = a_room_naming_factors(screen)
    desk = console.context.new_page()
    desk.goto("/reviews")
    desk.get_by_role("link", name="A mark on the hand").first.click()
    desk.get_by_role("link", name="Factors", exact=True).click()
    desk.get_by_role("heading", name="Factors", level=1).wait_for()
    whole(desk)
    kind = desk.locator("details", has_text="Conditions of work")
    kind.locator("summary").click()
    kind.get_by_label("A factor of your own").fill(ROTA)
    kind.get_by_label("A factor of your own").press("Enter")
    kind.get_by_text("local suggestion").first.wait_for()
    phone = screen(PHONE)
    join(phone, code, "Referral hub", "Social worker")
    phone.get_by_label(re.compile("Which factor")).select_option(label=ROTA.capitalize())
    phone.get_by_label("It hindered").check()
    phone.get_by_label("A good deal").check()
    phone.locator("[name=how]").fill("At four nobody picked up.")
    phone.get_by_role("button", name="Save it").click()
    phone.locator("section", has_text="What you gave").get_by_text("At four nobody picked up.").wait_for()
    console.locator("body").press("r")
    matrix = console.get_by_role("region", name="Factors by episode")

    row = matrix.get_by_role("row", name=re.compile(f"{ROTA} local suggestion"))
    row.get_by_role("link", name=re.compile("1 hindered · 1 agency")).wait_for()

    for size in (SMALL_PHONE, PHONE, LAPTOP):
        console.set_viewport_size(size)
        assert console.evaluate(BROKEN_WORDS) == []
        assert console.evaluate("document.documentElement.scrollWidth <= innerWidth")
        axe_finds_nothing(console)

    wall = console.context.new_page()
    for size in (SMALL_PHONE, PHONE):
        wall.set_viewport_size(size)
        wall.goto(f"/w/{code}/wall")
        wall.wait_for_load_state("networkidle")
        hindered = wall.get_by_role("columnheader", name="Hindered")
        ends_at = hindered.evaluate("head => head.getBoundingClientRect().right")
        assert 0 < ends_at <= size["width"], "half of the picture would tell something else"
        assert wall.evaluate(BROKEN_WORDS) == []
