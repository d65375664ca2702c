"""A browser that dies right after joining forgets its pass; the phone comes back to its seat all the same."""

import pytest
from kept import NAMES, MortalPhone, kept_on, until
from people import PHONE, a_room_at, join

pytestmark = pytest.mark.browser

ASKED = "What did you think was going on?"
WORDS = "Nobody had told me about the bruise."


def keys_on(page):
    return [name for name in page.evaluate(NAMES) if name.startswith("back/")]


@pytest.mark.parametrize("way", ["/w/{}", "/join"])
def test_killed_right_after_joining_it_is_the_same_person_again(screen, server, playwright, tmp_path, way):
    """Seen to fail without `keep` in returning.js, and without `goBack` in back.js: a stranger, and the seat taken."""
    console, code = a_room_at(screen, "The view at the time")
    phone = MortalPhone(playwright, tmp_path / "profile", server.address)
    page = phone.open()
    join(page, code, "Health visiting", "Health visitor")
    who = page.locator("body").get_attribute("data-participant")
    page.get_by_label(ASKED).fill(WORDS)
    page.get_by_text("Draft on this phone").wait_for()
    until(lambda: keys_on(page) != [])
    phone.kill()

    page = phone.open()
    assert [one for one in phone.context.cookies() if one["name"] == "phone"] == [], "its pass was on disk already"
    page.goto(way.format(code))

    page.get_by_text("Draft on this phone").wait_for()
    assert page.get_by_label(ASKED).input_value() == WORDS
    assert page.locator("body").get_attribute("data-participant") == who
    page.get_by_role("button", name="Save and go on").click()
    page.get_by_text("Question 2 of").wait_for()
    phone.close()
    console.goto(f"/w/{code}/people")
    assert console.get_by_text("Health visitor").count() == 1


def test_the_phone_forgets_its_key_when_its_pass_must_be_on_disk(screen):
    """Seen to fail without the look at `age` in returning.js."""
    _, code = a_room_at(screen, "The view at the time")
    phone = screen(PHONE)
    join(phone, code, "Health visiting", "Health visitor")
    until(lambda: keys_on(phone) != [])
    older = "async (name) => kept.write({ [name]: { ...await kept.get(name), at: Date.now() - 60000 } })"
    phone.evaluate(older, keys_on(phone)[0])

    phone.goto(f"/w/{code}/help")

    until(lambda: keys_on(phone) == [])


def test_the_key_goes_when_the_workshop_closes_and_when_somebody_leaves(screen):
    """Seen to fail without the second `wipe` in words.js. Who has left loses it twice over: the server says no too."""
    console, code = a_room_at(screen, "Close")
    stays, leaves = screen(PHONE), screen(PHONE)
    join(stays, code, "Health visiting", "Health visitor")
    join(leaves, code, "Referral hub", "Social worker")
    until(lambda: keys_on(stays) != [] and keys_on(leaves) != [])

    leaves.on("dialog", lambda dialog: dialog.accept())
    leaves.get_by_text("Leave the workshop").click()
    leaves.get_by_role("button", name="Yes, leave now").click()
    leaves.wait_for_url("**/join")
    until(lambda: keys_on(leaves) == [])

    console.get_by_role("button", name="Close the workshop").click()
    stays.get_by_role("heading", name="The workshop has closed. Thank you.").wait_for()
    until(lambda: keys_on(stays) == [])
    assert kept_on(stays) == []
