"""A group stands in one moment of the case: what came later is behind a curtain, and accounts stand side by side."""

import re

import pytest
from people import PHONE, PROJECTOR, a_room_at, add_episode, axe_finds_nothing, join

pytestmark = pytest.mark.browser

MOMENT, LATER = "A call came in.", "A letter went out."
HERS, HIS = "I rang because of the mark.", "Nobody told me of a mark."


def add_to_narrative(desk, agency, when, text):
    desk.get_by_label("Agency").select_option(index=agency)
    desk.get_by_label("When").fill(when)
    desk.get_by_label("What happened").fill(text)
    desk.get_by_role("button", name="Add entry").click()
    desk.get_by_role("cell", name=text).wait_for()


@pytest.fixture
def room(screen):
    """A room at the view of its one episode, of 11 March; something is known of May. (console, wall, hv, sw)"""
    console, code = a_room_at(screen, "Choosing episodes")
    desk = console.context.new_page()
    review = console.get_by_role("link", name="A mark on the hand").first.get_attribute("href")
    desk.goto(f"{review}/narrative")
    add_to_narrative(desk, 1, "11 March 2019", MOMENT)
    add_to_narrative(desk, 2, "2 May 2019", LATER)
    add_episode(desk, code, "The first call", "11 March 2019")
    hv, sw = screen(PHONE), screen(PHONE)
    join(hv, code, "Health visiting", "Health visitor")
    join(sw, code, "Referral hub", "Social worker")
    console.get_by_role("button", name="Next").click()
    console.get_by_role("heading", name="The view at the time", level=1).wait_for()
    wall = console.context.new_page()
    wall.set_viewport_size(PROJECTOR)
    wall.goto(f"/w/{code}/wall")
    return console, wall, hv, sw


def tell(phone, words):
    phone.get_by_label("What did you think was going on?").fill(words)
    phone.get_by_role("button", name="Save and go on").click()
    phone.get_by_text("Question 2").wait_for()


def test_what_came_later_is_behind_a_curtain_until_it_is_lifted(room):
    console, wall, hv, _ = room
    entries = wall.get_by_role("table", name="Entries of the narrative")
    entries.get_by_role("cell", name=MOMENT).wait_for(state="attached")
    wall.get_by_text("Not yet").first.wait_for()
    assert wall.get_by_text(LATER).count() == 0
    hv.get_by_role("link", name="The case up to here").click()
    hv.get_by_text("What came later is behind a curtain").wait_for()
    assert hv.get_by_text(LATER).count() == 0
    for page in (console, wall, hv):
        axe_finds_nothing(page)
    hv.get_by_role("link", name="Back to the question").click()

    hv.goto(f"{hv.url}?q=colleagues")
    hv.get_by_role("group", name=re.compile("colleagues")).get_by_role("radio").first.check()
    axe_finds_nothing(hv)
    hv.get_by_role("button", name="Save and go on").click()
    console.get_by_role("region", name="The curtain").get_by_role("button", name="Lift the curtain").click()

    console.get_by_text("The curtain is lifted.").wait_for()
    wall.get_by_role("heading", name="What came later").wait_for()
    wall.get_by_role("cell", name=LATER).wait_for(state="attached")
    hv.goto(hv.url.split("?")[0] + "/case")
    hv.get_by_role("heading", name="What came later").wait_for()
    for page in (console, wall, hv):
        axe_finds_nothing(page)


def test_accounts_stand_side_by_side_and_a_difference_of_knowledge_is_marked(room):
    console, wall, hv, sw = room
    tell(hv, HERS)
    tell(sw, HIS)
    console.get_by_role("button", name="Reveal together").click()

    console.get_by_role("link", name="See the windows side by side").click()
    windows = console.get_by_role("region", name="Accounts, one row for each position")
    for position, words in (("Health visitor", HERS), ("Social worker", HIS)):
        windows.get_by_role("row", name=re.compile(position)).get_by_role("checkbox", name=words).check()
    axe_finds_nothing(console)
    console.get_by_role("radio", name="Of knowledge").check()
    console.get_by_label("How do they differ?").fill("Only one of them knew of the mark.")
    console.get_by_role("button", name="Mark it").click()

    console.get_by_text("a difference of knowledge").first.wait_for()
    axe_finds_nothing(console)
    console.get_by_role("link", name="Back to the console").click()
    console.get_by_role("button", name="Page ›").click()
    wall.get_by_role("heading", name="What would most colleagues have done?").wait_for()
    console.get_by_role("button", name="Page ›").click()
    wall.get_by_role("heading", name="A difference of knowledge").wait_for()
    for words in ("Only one of them knew of the mark.", HERS, HIS):
        wall.get_by_text(words).wait_for()
    axe_finds_nothing(wall)


def test_who_has_not_been_heard_is_told_by_position_and_without_a_word(room):
    console, _, hv, _ = room
    tell(hv, HERS)

    console.get_by_role("link", name="Heard so far").click()

    heard = console.get_by_role("table", name="By agency and position")
    heard.get_by_role("row", name=re.compile("Health visitor 1 of 1 –")).wait_for()
    heard.get_by_role("row", name=re.compile("Social worker 0 of 1 1")).wait_for()
    assert HERS not in console.content()
    axe_finds_nothing(console)
