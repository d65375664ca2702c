"""A facilitator forms small groups; one phone writes what somebody else said; that person finds it on their own."""

import re

import pytest
from people import PHONE, PROJECTOR, a_room_at, axe_finds_nothing, join

pytestmark = pytest.mark.browser

SAID = "I was sure that somebody had rung already."
PEOPLE = [("Health visiting", "Health visitor"), ("Referral hub", "Social worker")] * 2


def test_one_phone_writes_and_the_other_finds_it(screen):
    console, code = a_room_at(screen, "The view at the time")
    phones = [screen(PHONE) for _ in PEOPLE]
    for phone, (agency, role) in zip(phones, PEOPLE, strict=True):
        join(phone, code, agency, role)

    page, wall = console.context.new_page(), console.context.new_page()
    wall.set_viewport_size(PROJECTOR)
    wall.goto(f"/w/{code}/wall")
    page.goto(f"/w/{code}/groups")
    page.get_by_role("radio", name="3").check()
    page.get_by_role("button", name="Form groups").click()
    page.get_by_role("heading", name="Group 2").wait_for()
    axe_finds_nothing(page)
    wall.get_by_role("heading", name="Group 2").wait_for()
    axe_finds_nothing(wall)

    for phone in phones:
        phone.get_by_role("heading", name="Group").wait_for()
    first = [phone for phone in phones if phone.get_by_role("heading", name="Group 1").count()]
    writer, other = sorted(first, key=lambda phone: phone.get_by_text("Your phone writes").count(), reverse=True)
    axe_finds_nothing(writer)
    writer.get_by_role("link", name="Write for the group").click()
    writer.get_by_role("radio", name=re.compile(r"^(?!.*\(you\))")).check()
    writer.get_by_label("Their words").fill(SAID)
    axe_finds_nothing(writer)
    writer.get_by_role("button", name="Save it").click()
    writer.wait_for_function("() => document.querySelector('textarea')?.value === ''")

    other.get_by_role("link", name="What I have said").click()
    other.get_by_role("blockquote").filter(has_text=SAID).wait_for()
    other.get_by_text("Written down for you by the phone of group 1.").wait_for()
    axe_finds_nothing(other)
