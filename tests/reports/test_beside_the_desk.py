"""Beside the text at the desk stands the finding as it will print: it follows what is kept and takes nothing typed."""

import os
import shutil

import pytest
from people import LAPTOP, PHONE, axe_finds_nothing, settled
from running import RunningServer

from facilitator.access.door import LEADER_COOKIE
from facilitator.db import db

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = os.environ.get("FACILITATOR_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    return {**browser_type_launch_args, "executable_path": path, "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture
def screen(app, told, leader, browser):
    """screen(size, …) → a page of the facilitator's, signed in. What its console calls an error fails the test."""
    token, review = leader.get_cookie(LEADER_COOKIE).value, told.id
    db.session.remove()
    db.engine.dispose()
    server, faults = RunningServer(app.extensions["config"].data), []

    def open_screen(size=LAPTOP, **settings):
        context = browser.new_context(viewport=size, base_url=server.address, locale="en-GB", **settings)
        context.set_default_timeout(10_000)
        context.add_cookies([{"name": LEADER_COOKIE, "value": token, "url": server.address}])
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"/reviews/{review}/findings/1")
        return page

    yield open_screen
    server.stop()
    assert faults == []


def paper(page):
    """The paper beside the text, once it has been drawn."""
    page.get_by_label("As it will print").check()
    drawn = page.locator("#as-printed .paper")
    drawn.get_by_role("heading", name="Finding 1: A call becomes a debate.").wait_for()
    return drawn


def test_text_and_paper_stand_beside_each_other_on_a_laptop(screen):
    page = screen()
    paper(page)

    text, beside = page.locator("main").bounding_box(), page.locator("aside").bounding_box()

    assert text["x"] + text["width"] <= beside["x"]
    assert min(text["width"], beside["width"]) > 500
    assert page.evaluate("document.documentElement.scrollWidth") <= LAPTOP["width"]


def test_the_paper_follows_what_is_kept_and_leaves_alone_what_is_typed(screen):
    """Seen to fail without "written" in the trigger, and with the paper drawn around the fields."""
    page = screen()
    printed = paper(page)
    page.get_by_text("Write another paragraph").first.click()
    unsaved = page.locator("#new-in-this-case")
    unsaved.fill("Not kept yet.")
    page.get_by_text("Edit 1.1").click()
    page.get_by_label("Text of 1.1").fill("Nobody rang back.")
    page.locator(".paragraph").filter(has=page.get_by_label("Text of 1.1")).get_by_role("button", name="Save").click()

    printed.get_by_text("1.1\tNobody rang back.").wait_for()

    assert unsaved.input_value() == "Not kept yet."
    assert "Not kept yet." not in printed.inner_text()


def test_evidence_or_paper_stays_chosen_on_the_next_page(screen):
    """Seen to fail without the lines in desk.js."""
    page = screen()
    paper(page)

    page.reload()

    page.locator("#as-printed .paper").get_by_text("The board’s answer").wait_for()
    page.get_by_label("Evidence", exact=True).check()
    page.reload()
    page.get_by_role("heading", name="How the group tested it").wait_for()
    assert not page.locator("#as-printed").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_to_say(screen, scheme):
    page = screen(color_scheme=scheme)
    paper(page)
    settled(page)
    axe_finds_nothing(page)

    page.get_by_role("link", name="The whole report").click()

    page.get_by_role("heading", name="The report as it will print").wait_for()
    axe_finds_nothing(page)


def test_axe_has_nothing_to_say_of_one_finding_on_a_page_of_its_own(screen):
    """Seen to fail without the heading of the chapter: from the first level it went to the third."""
    page = screen()
    page.goto(page.url.replace("/findings/", "/preview/findings/"))

    page.get_by_role("heading", name="Finding 1 as it will print").wait_for()

    axe_finds_nothing(page)


def test_on_a_phone_the_paper_stands_below_the_text(screen):
    page = screen(PHONE)
    paper(page)
    settled(page)

    assert page.locator("aside").bounding_box()["y"] > page.locator("main").bounding_box()["y"]
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    axe_finds_nothing(page)


def test_a_number_on_the_paper_leads_to_the_words_at_the_desk(screen):
    page = screen()

    paper(page).get_by_role("link", name="S-003").first.click()

    page.wait_for_url("**/statements#S-003")
    assert page.locator("#S-003").is_visible()


def test_without_scripts_it_is_a_page_of_its_own(screen):
    page = screen(java_script_enabled=False)

    page.get_by_label("As it will print").check()
    page.get_by_role("link", name="See the finding as the report will print it").click()

    assert page.get_by_role("heading", name="Finding 1 as it will print").is_visible()
    assert page.locator(".paper").get_by_text("Not yet established.").first.is_visible()
