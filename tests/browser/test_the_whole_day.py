"""A facilitator, a wall and two phones walk the focused day, by roles and labels, as people do."""

import re

import pytest
from people import LAPTOP, PHONE, PROJECTOR, add_agencies, axe_finds_nothing, join, sign_in

pytestmark = pytest.mark.browser


class Room:
    """The four screens and what people do on them."""

    def __init__(self, screen):
        self.console = screen(LAPTOP)
        # "Somebody is still writing. Go on all the same?" and "Close the workshop for today?"
        self.console.on("dialog", lambda dialog: dialog.accept())
        self.hv, self.sw = screen(PHONE), screen({"width": 320, "height": 640})

    def prepare(self):
        page = self.console
        sign_in(page)
        axe_finds_nothing(page)
        page.get_by_role("link", name="Begin the first review").click()
        page.get_by_label("Title").fill("A mark on the hand")
        page.get_by_label("Why").fill("It opens a window on the first call.")
        page.get_by_role("button", name="Begin", exact=True).click()
        page.get_by_role("heading", name="A mark on the hand").wait_for()
        axe_finds_nothing(page)
        self.review = page.url
        self.add_agencies({"Health visiting": "Health visitor", "Referral hub": "Social worker"})
        self.add_entry("H · Health visiting", "2019-03-11", "Home visit. A mark on the right hand.")
        self.add_entry("R · Referral hub", "2019-03~", "A new contact form came into use.")

    def add_agencies(self, agencies):
        self.console.get_by_role("link", name="Agencies and positions").first.click()
        add_agencies(self.console, agencies)
        axe_finds_nothing(self.console)

    def add_entry(self, agency, when, text):
        page = self.console
        page.goto(self.review + "/narrative")
        page.get_by_label("Agency").select_option(label=agency)
        page.get_by_label("When", exact=True).fill(when)
        page.get_by_label("What happened").fill(text)
        page.get_by_role("button", name="Add entry").click()
        page.get_by_role("cell", name=text).wait_for()
        axe_finds_nothing(page)

    def open(self):
        page = self.console
        page.goto(self.review + "/workshops/new")
        page.get_by_role("radio", name="The focused day 12 stages").check()
        axe_finds_nothing(page)
        page.get_by_role("button", name="Open the workshop").click()
        page.get_by_role("heading", name="Welcome", level=1).wait_for()
        self.code = re.search(r"/w/(\w+)/console", page.url)[1]
        self.wall = page.context.new_page()
        self.wall.set_viewport_size(PROJECTOR)
        self.wall.goto(f"/w/{self.code}/wall")
        self.wall.get_by_text("Nobody has joined yet").wait_for()

    def all_pass_axe(self):
        for page in (self.console, self.wall, self.hv, self.sw):
            axe_finds_nothing(page)

    def next(self, stage):
        self.console.get_by_role("button", name="Next").click()
        self.console.get_by_role("heading", name=stage, level=1).wait_for()
        for phone in (self.hv, self.sw):
            phone.locator("#now").get_by_text(stage).first.wait_for()
            phone.locator("#moved").wait_for(state="hidden")

    def reveal(self):
        self.console.get_by_role("button", name="Reveal together").click()
        self.console.get_by_role("button", name="Hide again").wait_for()


def save(phone, button, says="Saved"):
    phone.get_by_role("button", name=button).click()
    phone.get_by_text(re.compile(says)).first.wait_for()


def test_the_whole_day(screen):
    room = Room(screen)
    room.prepare()
    room.open()
    console, wall, hv, sw = room.console, room.wall, room.hv, room.sw

    # Welcome
    join(hv, room.code.lower(), "Health visiting", "Health visitor")
    join(sw, f"{room.code[:3]} {room.code[3:]}", "Referral hub", "Social worker")
    hv.get_by_role("button", name="I am ready").click()
    hv.get_by_text("You are in.").wait_for()
    wall.get_by_text("Health visiting").wait_for()
    console.get_by_text("2 phones connected").wait_for()
    room.all_pass_axe()

    # What happened
    room.next("What happened")
    hv.get_by_text("A mark on the right hand").first.wait_for()
    room.all_pass_axe()
    dispute(sw, "I remember it as the left hand.")
    room.reveal()
    wall.get_by_text("A mark on the right hand").first.wait_for(state="attached")
    room.all_pass_axe()

    # Turning points, and the choice of episodes
    room.next("Turning points")
    hv.locator("[name=title]").fill("The first call to the hub")
    hv.locator("[name=why]").fill("Two people put the telephone down with two pictures.")
    save(hv, "Propose it", "What you proposed")
    room.all_pass_axe()
    room.reveal()
    wall.get_by_text("The first call to the hub").wait_for()
    room.next("Choosing episodes")
    sw.get_by_role("button", name="I want us to study this").click()
    sw.get_by_role("button", name=re.compile("Take it back")).wait_for()
    console.get_by_role("button", name="Choose as good practice").click()
    wall.get_by_text("KPE 1").wait_for()
    room.all_pass_axe()

    # The view at the time
    room.next("The view at the time")
    hv.get_by_label("What did you think was going on?").fill("I thought I was making a referral.")
    save(hv, "Save and go on", "Question 2")
    sw.get_by_role("button", name="I was not involved in this").click()
    sw.get_by_text("You said you were not involved").wait_for()
    sw.get_by_role("link", name="Write after all").click()
    sw.get_by_label("What did you think was going on?").fill("Half an explanation. I never said no.")
    save(sw, "Save and go on", "Question 2")
    wall.get_by_text("All have answered").wait_for()
    room.all_pass_axe()
    room.reveal()
    wall.get_by_text("I thought I was making a referral.").wait_for()
    wall.get_by_text("Half an explanation. I never said no.").wait_for()
    hv.get_by_text("Half an explanation. I never said no.").wait_for()
    room.all_pass_axe()

    # What helped, what hindered
    room.next("What helped, what hindered")
    sw.get_by_label(re.compile("Which factor")).select_option(label="Workload")
    sw.get_by_label("It hindered").check()
    sw.get_by_label("A good deal").check()
    sw.locator("[name=how]").fill("Eleven contacts open, two of us.")
    save(sw, "Save it", "What you gave")
    room.reveal()
    wall.get_by_role("row", name=re.compile("workload")).wait_for()
    room.all_pass_axe()

    # Appraisal, and is this usual
    room.next("How good was the practice?")
    hv.get_by_label("Mixed").check()
    save(hv, "Save")
    room.reveal()
    wall.get_by_text("fewer than five people").wait_for()
    room.all_pass_axe()
    room.next("Is this usual?")
    hv.get_by_label("Often").check()
    save(hv, "Save")
    room.reveal()
    wall.get_by_text("fewer than five people").wait_for()

    # Patterns, taken by the group
    room.next("Patterns")
    name_a_pattern(hv, "A call to refer becomes a talk about proof")
    wall.get_by_text("A call to refer becomes a talk about proof").wait_for()
    room.all_pass_axe()
    console.get_by_role("button", name=re.compile("takes it", re.IGNORECASE)).first.click()
    console.get_by_role("button", name=re.compile("Draft 1 finding")).click()

    # Draft findings
    room.next("Draft findings")
    hv.get_by_label(re.compile("Partly", re.IGNORECASE)).check()
    hv.get_by_label(re.compile("change|say", re.IGNORECASE)).first.fill("Most days it is not like this.")
    save(hv, "Save for finding 1")
    room.all_pass_axe()
    room.reveal()
    console.get_by_text("Most days it is not like this.").wait_for()
    room.all_pass_axe()

    # Questions for the board, and close
    room.next("Questions for the board")
    sw.locator("[name=text]").fill("Could the form have a fourth outcome?")
    sw.locator("[name=kind]").first.check()
    save(sw, "Suggest it", "Suggested so far")
    wall.get_by_text("Could the form have a fourth outcome?").wait_for()
    room.all_pass_axe()
    room.next("Close")
    hv.get_by_text("Thank you.").first.wait_for()
    hv.get_by_role("link", name="What I have said").first.click()
    hv.get_by_role("blockquote").filter(has_text="I thought I was making a referral.").wait_for()
    axe_finds_nothing(hv)
    console.get_by_role("button", name="Close the workshop").click()
    console.get_by_role("button", name="Open the workshop again").wait_for()
    axe_finds_nothing(console)

    # The desk and the report
    console.goto(room.review + "/findings/1")
    console.get_by_text("Not yet established").first.wait_for()
    axe_finds_nothing(console)
    console.goto(room.review + "/statements")
    console.get_by_text("Half an explanation. I never said no.").wait_for()
    axe_finds_nothing(console)
    console.goto(room.review + "/report")
    axe_finds_nothing(console)


def dispute(phone, words):
    """Say on the phone that an entry of another lane is not how one knows it."""
    phone.get_by_role("link", name=re.compile("not how I know it", re.IGNORECASE)).first.click()
    phone.locator("textarea").first.fill(words)
    phone.get_by_role("button", name=re.compile("Save|Send|Say")).first.click()


def name_a_pattern(phone, words):
    phone.locator("summary").first.click()
    phone.get_by_role("checkbox").first.check()
    phone.locator("[name=common]").fill(words)
    phone.locator("[name=kind]").first.check()
    phone.locator("[name=category]").first.check()
    phone.get_by_role("button", name="Put it before the group").click()
    phone.get_by_text("Before the group now").wait_for()
