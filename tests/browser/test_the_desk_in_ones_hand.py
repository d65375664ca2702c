"""The desk on a phone: the page itself comes first, and the list of pages is one tap away."""

import pytest
from people import LAPTOP, PHONE, a_room_at, axe_finds_nothing
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def passes(browser, server):
    """What lets a facilitator's devices in, and a review with a desk."""
    context = browser.new_context(base_url=server.address, locale="en-GB")
    a_room_at(lambda size: context.new_page(), "Welcome")
    yield context.storage_state()
    context.close()


def at_the_desk(screen, passes, size, **settings):
    desk = screen(size, storage_state=passes, **settings)
    desk.goto("/reviews/1/findings")
    return desk


def test_on_a_phone_the_page_comes_first_and_its_list_is_one_tap_away(screen, passes):
    desk = at_the_desk(screen, passes, PHONE)
    pages = desk.get_by_role("navigation", name="Pages of the review")
    heading = desk.get_by_role("heading", level=1)

    expect(heading).to_be_in_viewport()
    expect(pages.get_by_role("link")).to_have_count(0)
    axe_finds_nothing(desk)

    pages.get_by_text("Pages of the review").click()
    axe_finds_nothing(desk)
    pages.get_by_role("link", name="All statements").click()
    expect(heading).to_have_text("All statements")
    expect(pages.get_by_role("link")).to_have_count(0)


def test_where_there_is_room_the_list_stands_beside_the_page(screen, passes):
    desk = at_the_desk(screen, passes, LAPTOP)
    pages = desk.get_by_role("navigation", name="Pages of the review")

    expect(pages.get_by_role("link", name="All statements")).to_be_visible()
    expect(pages.get_by_text("Pages of the review")).to_be_hidden()

    desk.set_viewport_size(PHONE)
    expect(pages.get_by_role("link")).to_have_count(0)
    desk.set_viewport_size(LAPTOP)
    expect(pages.get_by_role("link", name="All statements")).to_be_visible()


def test_without_scripts_the_list_stands_open_and_folds(screen, passes):
    desk = at_the_desk(screen, passes, PHONE, java_script_enabled=False)
    pages = desk.get_by_role("navigation", name="Pages of the review")

    expect(pages.get_by_role("link", name="All statements")).to_be_visible()
    pages.get_by_text("Pages of the review").click()
    expect(pages.get_by_role("link")).to_have_count(0)
