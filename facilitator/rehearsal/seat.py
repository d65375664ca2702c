"""Someone in the room without a phone."""

from facilitator.rehearsal.phone import Phone


class Seat(Phone):
    """Someone without a phone: whoever is at the console types for them, with the leader's pass."""

    def __init__(self, leader, person, given, measures, pace=1.0):
        super().__init__(leader.address, person, given, measures, pace, beside=leader)

    async def join(self, code):
        page = await self.show(f"/w/{code}/console")
        form = page.must("/seats")
        await self.send(form, agency=page.choice("agency", self.person.agency), role=self.person.role)

    def next_stage(self):
        """Nothing is sent to a seat; whoever types for it looks for themselves."""
        heard = super().next_stage()
        heard.set_result(0.0)
        return heard

    async def settled(self):
        address = self.page.one("//*[@id='stage']/@data-href").replace("/stage?", "?")
        await self.show(address)
