"""A conversation on one laptop from beginning to end: begun, written, read back, agreed, and in the report."""

import re

import pytest
from people import LAPTOP, add_agencies, axe_finds_nothing, sign_in
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def begin_with(laptop, role):
    """A review with two agencies, and a conversation with somebody of the first. Returns the address of the review."""
    sign_in(laptop)
    laptop.goto("/reviews/new")
    laptop.get_by_label("Title").fill("A mark on the hand")
    laptop.get_by_role("button", name="Begin", exact=True).click()
    laptop.get_by_role("heading", name="A mark on the hand").wait_for()
    review = laptop.url
    laptop.goto(review + "/agencies")
    add_agencies(laptop, {"Health visiting": "Health visitor", "Referral hub": "Social worker"})
    laptop.goto(review)
    laptop.get_by_role("link", name="Begin a conversation").click()
    axe_finds_nothing(laptop)
    laptop.get_by_label("Where do they belong?").select_option("Health visiting")
    laptop.get_by_label("Their role").fill(role)
    laptop.get_by_role("button", name="Begin to write").click()
    laptop.get_by_role("heading", name="Why are we talking, and what protects you?").wait_for()
    return review


def part(laptop, name):
    laptop.get_by_role("navigation", name="The conversation").get_by_role("link", name=re.compile(f"^{name}")).click()


def write(laptop, question, words, number):
    laptop.get_by_label(re.compile("^" + re.escape(question))).fill(words)
    laptop.get_by_role("button", name=re.compile("^Save " + re.escape(question))).click()
    laptop.get_by_text(f"Saved as {number}").wait_for()


def test_written_read_back_agreed_and_in_the_report_by_position(screen):
    laptop = screen(LAPTOP)
    review = begin_with(laptop, "Health visitor")
    part(laptop, "Your own account")
    write(laptop, "What happened, as you saw it?", "I came at ten, and the door was open.", "S-001")
    part(laptop, "Turning points")
    laptop.get_by_label("What shall we call this moment?").fill("The Thursday call")
    laptop.get_by_label("Why did it matter?").fill("It set the tone.")
    laptop.get_by_role("button", name="Keep this moment").click()
    laptop.get_by_role("link", name="How it looked then The Thursday call").click()
    write(laptop, "What did you think was going on?", "A slip in the bath, no more.", "S-003")
    axe_finds_nothing(laptop)
    before = laptop.request.get(review + "/preview").text()

    laptop.get_by_role("link", name="Read it back").click()
    laptop.get_by_text("Change S-003").click()
    laptop.get_by_label("As it should read").last.fill("A slip in the bath, I thought.")
    laptop.get_by_role("button", name="Save the change").last.click()
    laptop.get_by_text("In place of S-003").wait_for()
    axe_finds_nothing(laptop)
    laptop.get_by_role("button", name="They have heard it all and agree").click()
    laptop.get_by_role("heading", name="They have agreed").wait_for()

    axe_finds_nothing(laptop)
    after = laptop.request.get(review + "/preview").text()
    for words in ("I came at ten, and the door was open.", "A slip in the bath, I thought.", "The Thursday call"):
        assert words in after and words not in before
    assert "Health visitor, Health visiting" in after


def test_typing_two_answers_at_once_loses_neither(screen):
    laptop = screen(LAPTOP)
    begin_with(laptop, "Team leader")
    part(laptop, "Your own account")

    laptop.get_by_label("What was your own part in it?").fill("I signed it off.")
    laptop.get_by_text("Draft on this phone").wait_for()
    write(laptop, "What happened, as you saw it?", "Two lists lay on the desk.", "S-001")

    expect(laptop.get_by_label("What was your own part in it?")).to_have_value("I signed it off.")


def test_the_guide_fits_paper_and_a_phone(screen):
    laptop = screen(LAPTOP)
    review = begin_with(laptop, "Grandmother")
    laptop.goto(review)
    laptop.get_by_role("link", name="The guide, to print").click()
    laptop.get_by_role("heading", name="A conversation: the guide").wait_for()

    axe_finds_nothing(laptop)
    for width in (320, 390):
        laptop.set_viewport_size({"width": width, "height": 800})
        assert laptop.evaluate("document.documentElement.scrollWidth <= innerWidth")
    laptop.emulate_media(media="print")
    assert laptop.get_by_role("button", name="Sign out").is_hidden()
