"""The focused day, stage by stage, as the case file says a room gave it. (method.md, 5)"""

import asyncio
import random

from facilitator.refusal import Refused
from facilitator.rehearsal.screen import now
from facilitator.rehearsal.stages import AFTER_REVEAL, STAGES, afterwards

# What takes minutes in a room takes seconds here, but people still do not all begin in the same one.
APART, MOST_APART = 0.11, 8.0  # seconds: for each person in the room, and at most
A_BREATH = 0.5  # seconds that a facilitator looks round before acting
LONGEST = 60  # seconds within which every phone must have heard of a stage change


class Day:
    """case: the Case. leader, desk, wall: the facilitator's windows. people: Phones and Seats. showing: tells of it.

    lists: what is to be pointed out in words.
    """

    def __init__(self, case, leader, desk, wall, people, lists, measures, showing):
        self.case, self.leader, self.desk, self.wall, self.people = case, leader, desk, wall, people
        self.lists, self.measures, self.showing = lists, measures, showing

    @property
    def given(self):
        """The Words of everybody so far."""
        return self.showing.given

    async def play(self):
        """From the welcome to the close, step by step as the run-sheet has it; then what is written up afterwards."""
        going_on = True
        while going_on:
            stage, number = await self.place()
            self.showing.begin(f"{stage}, KPE {number}" if number else stage)
            episode = self.case.episodes[number - 1] if number else None
            await STAGES[stage](self, episode)
            await self.change_if_offered("/reveal")
            if stage in AFTER_REVEAL:
                await AFTER_REVEAL[stage](self, episode)
            self.showing.end()
            going_on = await self.change_if_offered("/next")
        await self.leader.do("/closing")
        await afterwards.write_up(self)

    async def place(self):
        """Where the group is. Refused when a phone is somewhere else, or something was not drawn."""
        await self.all_settled()
        self.leader.check()
        self.wall.check()
        places = {person.place for person in self.people}
        if len(places) > 1:
            raise Refused(f"The phones are not at the same stage: {', '.join(sorted(map(str, places)))}.")
        return places.pop()

    async def change_if_offered(self, ending):
        """Reveal or move on, if the console offers it. Returns whether it did."""
        form = await self.leader.offered(ending)
        if form is None:
            return False
        await self.change(lambda: self.leader.press(form))
        return True

    async def change(self, act):
        """Do something of which every phone hears, and wait for the last one. act: function() → what to wait for."""
        await self.people[0].wait(A_BREATH)
        hearing = [person.next_stage() for person in self.people]
        began = now()
        await act()
        try:
            heard = await asyncio.wait_for(asyncio.gather(*hearing), LONGEST)
        except TimeoutError:
            raise Refused(f"Not every phone heard of a stage change within {LONGEST} seconds.")
        if any(heard):
            self.measures.changes.append(max(heard) - began)
        await self.all_settled()

    async def all_settled(self):
        await asyncio.gather(*(person.settled() for person in self.people))

    async def everyone(self, act=None):
        """Everybody, each in their own time: act(person), if there is anything to do for somebody who follows the case
        file, then “I'm done”. In a large room the first acts lie apart."""
        apart = min(APART * len(self.people), MOST_APART)

        async def one(person):
            await person.wait(random.uniform(0, apart))  # noqa: S311
            if act:
                await act(person)
            await person.done()
            self.showing.update()

        await asyncio.gather(*(one(person) for person in self.people))
