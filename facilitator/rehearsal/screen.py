"""A browser window that shows one page: cookies and a socket, and regions that draw themselves anew.

It keeps in touch as static/js/live.js does, without the slow poll: what only the poll would have brought is missed
here, and is noticed.
"""

import asyncio
import re

import aiohttp
import socketio

from facilitator.refusal import Refused
from facilitator.rehearsal.page import Page

PATIENCE = aiohttp.ClientTimeout(total=60)


class TurnedDown(Refused):
    """The server said no, and this is its sentence."""


class Screen:
    """address: of the server, without a slash at the end. beside: another window of the same browser."""

    spacing = 0.0  # seconds between two redraws for the same kind of news, as in live.js; none on a phone

    def __init__(self, address, beside=None):
        self.address = address
        self.page, self.path = Page(""), ""
        self.socket = None
        self.lately = {}  # names told within the last moment, and whether they came again since
        self.drawing, self.tasks, self.troubles = {}, set(), []
        # "unsafe" is what aiohttp calls cookies of a server that has a number and no name.
        jar = beside.http.cookie_jar if beside else aiohttp.CookieJar(unsafe=True)
        self.http = aiohttp.ClientSession(cookie_jar=jar, headers={"Origin": address}, timeout=PATIENCE)

    async def close(self):
        for task in list(self.tasks):
            task.cancel()
        if self.socket:
            await self.socket.disconnect()
        await self.http.close()

    # Pages and forms.

    async def show(self, path):
        """Go to an address. Returns the page that is then shown."""
        async with self.http.get(self.address + path) as answer:
            return await self.shown(answer)

    async def send(self, form, file=None, **answers):
        """Send a form as a browser without scripts does, and show what comes of it. file: (name, bytes)."""
        data = body(form.filled(**answers), file)
        async with self.http.post(self.address + form.address, data=data) as answer:
            return await self.shown(answer)

    async def shown(self, answer):
        self.page, self.path = Page(accepted(answer, await answer.text())), answer.url.path
        return self.page

    async def fetch(self, path):
        """A fragment of a page, as htmx asks for it."""
        async with self.http.get(self.address + path, headers={"HX-Request": "true"}) as answer:
            return accepted(answer, await answer.text())

    async def press(self, form, **answers):
        """Send a form as the pages' scripts do. Returns the fragment that comes back."""
        data, headers = body(form.filled(**answers)), {"HX-Request": "true"}
        async with self.http.post(self.address + form.address, data=data, headers=headers) as answer:
            return accepted(answer, await answer.text())

    # Keeping in touch.

    async def connect(self):
        """Join the workshop's room with what the page says of itself."""
        shown = {"workshop": int(self.page.one("//body/@data-workshop")), "as": self.page.one("//body/@data-as")}
        self.socket = socketio.AsyncClient(http_session=self.http)
        self.socket.on("changed", self.hear)
        self.socket.on("connect", self.hear)
        await self.socket.connect(self.address, auth=shown, transports=["websocket"], wait_timeout=20)

    async def hear(self, nudge=None):
        """A nudge, or a connection made (again), which ends with a fetch. What goes wrong here is noticed later."""
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


def body(pairs, file=None):
    """Form data as `new FormData(form)` sends it."""
    data = aiohttp.FormData(default_to_multipart=True)
    for name, value in pairs:
        data.add_field(name, value)
    if file:
        data.add_field("file", file[1], filename=file[0], content_type="application/yaml")
    return data


def accepted(answer, text):
    """The text of a good answer. Refused with the sentence of one that is not."""
    if answer.status < 400:
        return text
    page = Page(text)
    sentence = page.words("//*[@role='alert']") or page.words("//p[not(ancestor-or-self::*[contains(@class, 'skip')])]")
    raise TurnedDown(f"{sentence or 'No reason was given.'} ({answer.status} at {without_code(answer.url.path)})")


def without_code(path):
    return re.sub(r"^/(w|join)/[0-9A-Z]{6}", r"/\1/…", path)


def now():
    return asyncio.get_running_loop().time()
