"""A made-up participant's phone: it joins, follows the group, and gives what the case file says."""

import asyncio
import random
import re
import secrets

from facilitator.refusal import Refused
from facilitator.rehearsal.browser import TurnedDown
from facilitator.rehearsal.page import plain
from facilitator.rehearsal.screen import Screen, now
from facilitator.rehearsal.words import Words

# Seconds until a phone begins to draw what it heard of. Real phones have a processor each; these share one.
DRAWS_AFTER = 0.1
LATER = re.compile(r'data-later="(\d+)"')


class Phone(Screen):
    """One person in the room.

    person: a Person of rehearsal.people. given: the list into which everybody's Words go. pace: how long people think;
    1 is about a third of a second for each thing they do.
    """

    def __init__(self, address, person, given, measures, pace=1.0, beside=None):
        super().__init__(address, beside=beside)
        self.person = person
        self.given, self.measures, self.pace = given, measures, pace
        self.moved = None

    @property
    def key(self):
        return self.person.key

    # Coming in.

    async def join(self, code):
        """By the typed code, past the notice, to agency and role."""
        page = await self.show("/join")
        page = await self.send(page.must("/join"), code=code)
        page = await self.show(page.link("I have read this"))
        page = await self.show(page.link(self.person.agency))
        known = page.choice("position", self.person.role)
        await self.send(page.must(f"/join/{code}"), **({"position": known} if known else {"role": self.person.role}))
        await self.connect()

    # Following the group.

    async def heard(self, nudge):
        """The moment comes first: all phones share one processor here, and none is to wait for another's drawing."""
        if nudge["name"] == "stage-changed" and nudge.get("html"):
            self.arrived()
            self.later(self.follow(nudge["html"], nudge["spread"] / 1000))
        asyncio.get_running_loop().call_later(DRAWS_AFTER, self.tell, nudge["name"])

    def arrived(self):
        if self.moved and not self.moved.done():
            self.moved.set_result(now())

    def drawn(self, asked):
        """Where the group is was fetched, after a connection was made. Whoever missed a change goes along now."""
        if self.place_on("now") != self.place_on("stage"):
            self.arrived()
            self.later(self.draw_stage())

    def next_stage(self):
        """A promise of the moment in which this phone hears that the stage changed."""
        self.moved = asyncio.get_running_loop().create_future()
        return self.moved

    async def follow(self, html, spread):
        """The stage travels with its nudge; the phone's own part of it is fetched a moment later, as in stage.js."""
        await asyncio.sleep(DRAWS_AFTER + random.random() * spread)  # noqa: S311 - not all phones at the same instant
        self.page.put("now", html)
        await self.draw_stage()

    async def draw_stage(self, **asking):
        address = self.page.one("//*[@id='stage']/@data-href")
        for name, value in asking.items():
            address += f"{'&' if '?' in address else '?'}{name}={value}"
        self.page.put("stage", await self.fetch(address))

    @property
    def place(self):
        """Where the group is: the stage's file in the script without its number, and the KPE's number or None."""
        place = self.place_on("stage")
        episode = re.match(r"KPE (\d+)", self.page.words("//*[@id='now']//*[contains(@class, 'episode-now')]"))
        return re.sub(r"^\d+-", "", place.split("/")[0]), episode and int(episode[1])

    def place_on(self, id):
        return self.page.one("//*[@id=$id]//@data-place", id=id)

    async def think(self):
        await self.wait(random.uniform(0.1, 0.6))  # noqa: S311

    async def wait(self, seconds):
        await asyncio.sleep(seconds * self.pace)

    # Giving.

    async def choose(self, ending, answers=None, **holding):
        """Give an answer that has no words of one's own. Returns whether this stage has a form for it."""
        form = self.page.form(ending, **holding)
        if form:
            keyed = {"key": secrets.token_hex(16)} if "key" in dict(form.given) else {}
            self.page.put("stage", await self.stage_in(await self.press(form, **keyed, **(answers or {}))))
        return form is not None

    async def say(self, name, text, ending, field="text", answers=None, **holding):
        """Give words by a form of this stage, under a key of the phone's own. A refusal is kept with the words."""
        words = Words(name, self.person.agency, self.person.role, text)
        self.given.append(words)
        await self.tell_writing(True)
        await self.think()
        form = self.page.must(ending, **holding)
        sent = now()
        try:
            html = await self.press(form, **(answers or {}), **{field: text, "key": secrets.token_hex(16)})
        except TurnedDown as turned_down:
            words.turn_down(turned_down)
            return
        self.measures.saves.append((sent, now()))
        words.saved = True
        self.page.put("stage", await self.stage_in(html))

    async def stage_in(self, html):
        """The stage after an answer: mostly a receipt came, and it is fetched after that, in a crowd a moment later."""
        later = LATER.search(html)
        if later is None:
            return html
        await asyncio.sleep(random.random() * int(later[1]) / 1000)  # noqa: S311
        return await self.fetch(self.page.one("//*[@id='stage']/@data-href"))

    async def tell_writing(self, is_writing):
        if self.socket and self.socket.connected:
            await self.socket.emit("writing", is_writing)

    async def done(self):
        await self.think()
        await self.choose("/done")
        await self.tell_writing(False)

    async def not_involved(self):
        await self.choose("/silences", answer="not-involved")

    def number_of_entry(self, when, words):
        """The number of the narrative's entry with this date and these words, as this phone shows it."""
        for card in self.page.all("//article[.//*[@class='number']]"):
            if plain(card.find(".//strong")) == when and any(plain(line) == words for line in card.iter("p")):
                return int(plain(card.find(".//span")).removeprefix("N-"))
        raise Refused(f"The phone of {self.person.role} does not show an entry that the case file names.")

    def box(self, name, *words):
        """The value of the tick box of this name whose label holds all of these words. Refused when there is none."""
        for label in self.page.all("//label[.//input[@name=$name]]", name=name):
            if all(piece in plain(label) for piece in words):
                return label.xpath("string(.//input/@value)")
        raise Refused(f"The phone of {self.person.role} offers no {name} to tick for what the case file names.")
