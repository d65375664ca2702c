"""A browser window that shows a page of a workshop: it has a socket, and regions that draw themselves anew.

It keeps in touch as static/js/live.js does, without the slow poll: what only the poll would have brought is missed
here, and is noticed.
"""

import asyncio
import logging

import socketio

from facilitator.rehearsal.browser import Browser

# Its words about a lost connection are of no use at a terminal; they are counted instead.
logging.getLogger("engineio.client").setLevel(logging.CRITICAL)


class Screen(Browser):
    """connections: how often it came into contact. troubles: what went wrong while nobody waited for it."""

    spacing = 0.0  # seconds between two redraws for the same kind of news, as in live.js; none on a phone

    def __init__(self, address, beside=None):
        super().__init__(address, beside)
        self.socket, self.connections = None, 0
        self.lately = {}  # names told within the last moment, and whether they came again since
        self.drawing, self.tasks, self.troubles = {}, set(), []

    async def close(self):
        for task in list(self.tasks):
            task.cancel()
        if self.socket:
            await self.socket.disconnect()
        await super().close()

    async def connect(self):
        """Join the workshop's room with what the page says of itself."""
        shown = {"workshop": int(self.page.one("//body/@data-workshop")), "as": self.page.one("//body/@data-as")}
        self.socket = socketio.AsyncClient(http_session=self.http)
        self.socket.on("changed", self.hear)
        self.socket.on("connect", self.hear)
        await self.socket.connect(self.address, auth=shown, transports=["websocket"], wait_timeout=20)

    async def hear(self, nudge=None):
        """A nudge, or a connection made (again), which ends with a fetch. What goes wrong here is noticed later."""
        self.connections += nudge is None
        try:
            await self.heard(nudge or {"name": "caught-up"})
        except Exception as error:
            self.troubles.append(error)

    async def heard(self, nudge):
        self.tell(nudge["name"])

    def tell(self, name):
        """At once when it is the first news of its kind, else once with what follows close behind, as live.js does."""
        if name in self.lately:
            self.lately[name] = True
            return
        self.redraw_for(name)
        if self.spacing:
            self.lately[name] = False
            asyncio.get_running_loop().call_later(self.spacing, self.tell_rest, name)

    def tell_rest(self, name):
        if self.lately.pop(name):
            self.tell(name)

    def redraw_for(self, name):
        for address in self.page.listening(name):
            self.draw(address)

    def draw(self, address):
        """Fetch a region again. While it is on its way, another wish to draw it waits, and further ones join that."""
        if address in self.drawing:
            self.drawing[address] = True
        else:
            self.drawing[address] = False
            self.later(self.keep_drawing(address))

    async def keep_drawing(self, address):
        try:
            again = True
            while again:
                self.drawing[address] = False
                asked = now()
                self.page.redraw(address, await self.fetch(address))
                self.drawn(asked)
                again = self.drawing[address]
        finally:
            del self.drawing[address]

    def drawn(self, asked):
        """A region was drawn that was asked for at this moment."""

    def later(self, work):
        task = asyncio.create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self.over)

    def over(self, task):
        self.tasks.discard(task)
        if not task.cancelled() and task.exception():
            self.troubles.append(task.exception())

    async def settled(self):
        """Wait until nothing is on its way. Refused when something that was fetched did not come."""
        while self.tasks:
            await asyncio.wait(self.tasks)
        self.check()

    def check(self):
        if self.troubles:
            raise self.troubles[0]


def now():
    return asyncio.get_running_loop().time()
