"""The wall of the rehearsal. It notes when it heard of a change and when it was drawn again."""

from facilitator.rehearsal.screen import Screen, now


class Wall(Screen):
    """Another window on the leader's laptop, shown to the room."""

    spacing = 0.15

    def __init__(self, leader, measures):
        super().__init__(leader.address, beside=leader)
        self.measures = measures

    async def hang(self, code):
        await self.show(f"/w/{code}/wall")
        await self.connect()

    async def heard(self, nudge):
        if self.page.listening(nudge["name"]):
            self.measures.nudges.append(now())
        await super().heard(nudge)

    def drawn(self, asked):
        self.measures.redraws.append((asked, now()))
