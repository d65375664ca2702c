"""A browser window: it goes to addresses and sends the forms that it finds there."""

import re

import aiohttp

from facilitator.refusal import Refused
from facilitator.rehearsal.page import Page

PATIENCE = aiohttp.ClientTimeout(total=60)


class TurnedDown(Refused):
    """The server said no, and this is its sentence."""


class Browser:
    """address: of the server, without a slash at the end. beside: another window of the same browser."""

    def __init__(self, address, beside=None):
        self.address = address
        self.page, self.path = Page(""), ""
        # "unsafe" is what aiohttp calls cookies of a server that has a number and no name.
        jar = beside.http.cookie_jar if beside else aiohttp.CookieJar(unsafe=True)
        self.http = aiohttp.ClientSession(cookie_jar=jar, headers={"Origin": address}, timeout=PATIENCE)

    async def close(self):
        await self.http.close()

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
        data, headers = body(form.filled(**answers)), {"HX-Request": "true", "Prefer": "return=minimal"}
        async with self.http.post(self.address + form.address, data=data, headers=headers) as answer:
            return accepted(answer, await answer.text())


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
