"""The facilitator of the rehearsal: signs in, prepares the review, leads from the console, takes the report out."""

import re

from facilitator.refusal import Refused
from facilitator.rehearsal.browser import Browser
from facilitator.rehearsal.page import Page
from facilitator.rehearsal.screen import Screen


class Leader(Screen):
    """Acts by the forms that stand on the facilitator's pages. review: the address of the review once it is there."""

    spacing = 0.5

    review = code = None

    async def sign_in(self, passphrase):
        page = await self.show("/unlock")
        await self.send(page.must("/unlock"), passphrase=passphrase)

    async def prepare(self, name, content):
        """Start a review from a case file. name, content: of the file."""
        page = await self.show("/reviews/new")
        await self.send(page.must("/from-case-file"), file=(name, content))
        self.review = self.path

    async def open_workshop(self, script):
        page = await self.show(f"{self.review}/workshops/new")
        await self.send(page.must("/workshops"), script=script)
        self.code = re.fullmatch(r"/w/(\w+)/console", self.path)[1]
        await self.connect()

    def at(self, path):
        """An address of the workshop."""
        return f"/w/{self.code}{path}"

    async def offered(self, ending, **holding):
        """The form with which the middle of the console offers this now, or None."""
        address = self.at("/console/stage")
        self.page.redraw(address, await self.fetch(address))
        return self.page.form(ending, **holding)

    async def do(self, ending, answers=None, **holding):
        """Do something that the console offers. Refused when it does not offer it."""
        await self.offered(ending, **holding)
        await self.press(self.page.must(ending, **holding), **(answers or {}))

    async def take_out(self, what, passphrase):
        """The bytes of the Word report ("word") or the archive ("archive")."""
        window = Browser(self.address, beside=self)
        try:
            page = await window.show(f"{self.review}/report")
            form = page.must(f"/report/{what}")
            async with window.http.post(self.address + form.address, data=form.filled(passphrase=passphrase)) as answer:
                if answer.status >= 400:
                    said = Page(await answer.text()).words("//*[@role='alert']") or "No reason was given."
                    raise Refused(f"The program gave out no {what} ({answer.status}): {said}")
                return await answer.read()
        finally:
            await window.close()
