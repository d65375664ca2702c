"""What the people in a browser test do with their screens, and what axe says of them."""

import re
from pathlib import Path

PASSPHRASE = "four plain words here"
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}
PROJECTOR = {"width": 1920, "height": 1080}


def axe_finds_nothing(page):
    """No violation of WCAG 2.2 AA that axe can see, in the state the page is in now.

    A page's text is there before its style sheets are, and nobody is shown it so: the whole page is awaited first.
    """
    whole(page)
    page.evaluate(f"() => {{ {axe_source()} }}")
    found = page.evaluate(
        "() => axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    sentences = [
        f"{one['id']}: {one['help']} → {[node['html'][:160] for node in one['nodes']]}" for one in found["violations"]
    ]
    assert sentences == [], f"{page.url}: {sentences}"


def whole(page):
    """Wait for a page's style sheets and scripts. Its text is there before them; a button pressed then loads a page."""
    page.wait_for_load_state("load")


def axe_source():
    return AXE.read_text(encoding="utf-8")


def sign_in(page):
    page.goto("/unlock")
    page.get_by_label("Your passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/reviews")


def join(page, code, agency, role):
    page.goto("/join")
    page.get_by_label("The code on the wall").fill(code)
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name="I have read this").click()
    page.get_by_role("link", name=agency).click()
    page.get_by_label(role, exact=True).check()
    page.get_by_role("button", name="Come in").click()
    page.locator("#stage").wait_for()
    whole(page)


def a_room_at(screen, stage):
    """A signed-in console with a small review, a focused day opened and taken to a stage. Returns (console, code)."""
    console = screen(LAPTOP)
    console.on("dialog", lambda dialog: dialog.accept())
    sign_in(console)
    console.goto("/reviews/new")
    console.get_by_label("Title").fill("A mark on the hand")
    console.get_by_role("button", name="Begin", exact=True).click()
    console.get_by_role("heading", name="A mark on the hand").wait_for()
    review = console.url
    console.goto(review + "/agencies")
    add_agencies(console, {"Health visiting": "Health visitor", "Referral hub": "Social worker"})
    console.goto(review + "/workshops/new")
    console.get_by_role("radio", name="The focused day 12 stages").check()
    console.get_by_role("button", name="Open the workshop").click()
    console.get_by_role("heading", name="Welcome", level=1).wait_for()
    take_to(console, stage)
    return console, re.search(r"/w/(\w+)/console", console.url)[1]


def a_room_naming_factors(screen):
    """A room with one episode, taken to what helped and what hindered in it. Returns (console, code)."""
    console, code = a_room_at(screen, "Choosing episodes")
    add_episode(console.context.new_page(), code, "The first call")
    for stage in ("View at the time", "What helped, what hindered"):
        console.get_by_role("button", name="Next").click()
        console.get_by_role("heading", name=re.compile(stage, re.IGNORECASE), level=1).wait_for()
    return console, code


def add_episode(desk, code, title, when=""):
    """Add an episode at the desk of a workshop that stands at choosing them, and choose it. It is the first."""
    desk.goto(f"/w/{code}/episodes/more")
    desk.get_by_label("A neutral title").fill(title)
    desk.get_by_label("When").first.fill(when)
    desk.get_by_role("button", name="Add it").click()
    desk.get_by_role("button", name=re.compile("^(Choose|Study)")).first.click()
    desk.get_by_text("KPE 1").first.wait_for()


def add_agencies(page, agencies):
    """On the page of agencies and positions: add each agency with one role."""
    for agency, role in agencies.items():
        page.get_by_label(re.compile("The first agency|Another agency")).fill(agency)
        page.get_by_role("button", name="Add agency").click()
        card = page.get_by_role("article", name=agency)
        card.wait_for()
        settled(page)
        page.get_by_label(f"A role in {agency}").fill(role)
        card.get_by_role("button", name="Add position").click()
        card.get_by_role("listitem").filter(has_text=role).wait_for()
        settled(page)


def settled(page):
    """htmx has put the answer in and given the focus back; a person is never faster than that."""
    busy = ".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added"
    page.wait_for_function("busy => !document.querySelector(busy)", arg=busy)


def take_to(console, stage):
    whole(console)
    console.get_by_label("Run-sheet").get_by_role("button", name=stage).click()
    console.get_by_role("heading", name=stage, level=1).wait_for()
