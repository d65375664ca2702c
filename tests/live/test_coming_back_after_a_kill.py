"""The program is killed in the middle of a workshop and started again: everybody is back, and nothing has changed.

A real process, real sockets, 30 phones of our own that keep trying as static/js/live.js and words.js do.
"""

import asyncio
import os
import re
import socket
import subprocess
import sys
import time

import aiohttp
import pytest

from facilitator.access.actions import issue_pass
from facilitator.db import db, new_key
from facilitator.episodes.models import Episode
from facilitator.perspectives.models import Star, Statement
from facilitator.rehearsal.screen import Screen
from facilitator.workshops.joining import join
from facilitator.workshops.models import Note, Reveal, Visit, Workshop
from tests.apart import in_a_thread

PHONES, LIMIT = 30, 15  # people; seconds until the last of them is back (trust.md, 3: row 9)
PASSPHRASE = "four plain words here"
STAGE = "05-view-at-the-time"


class Program:
    """The program as a process of its own on one data folder. It is ended by its own id, whatever happens."""

    def __init__(self, folder):
        command = [sys.executable, "-m", "facilitator.cli", "--data", str(folder), "--port", "0", "--no-browser"]
        environment = os.environ | {"FACILITATOR_PASSPHRASE": PASSPHRASE}
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        said = ""
        while "Stop with" not in said:
            line = self.process.stdout.readline()
            assert line, said
            said += line
        # Everybody in the room uses the room's address; this one is new at each start.
        self.own_port = re.search(r":(\d+)", said)[1]

    def kill(self):
        self.process.kill()
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture
def program(app):
    """program() → start it on the test's own data folder."""
    running = []

    def start():
        db.session.remove()
        db.engine.dispose()
        running.append(Program(app.extensions["vault"].folder))
        return running[-1]

    yield start
    for one in running:
        if one.process.poll() is None:
            one.kill()


@pytest.fixture
def room(leader, workshop, review, go_to):
    """A workshop in the middle: an episode under way, clock running, a reveal, a star, a note. Gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        workshop.room_address = f"127.0.0.1:{free.getsockname()[1]}"
    db.session.add(Episode(review=review, title="The first call", number=1))
    db.session.commit()
    go_to(STAGE)
    for path, form in [("clock", {"minutes": "12"}), ("reveal", {}), ("note", {"text": "Ask the hub."})]:
        leader.post(f"/w/{workshop.code}/{path}", data=form)
    return f"http://{workshop.room_address}"


@pytest.fixture
def tokens(workshop, review, room):
    """Thirty passes of phones, and one of the console."""
    held = [join(workshop, review.positions[number % 3])[1] for number in range(PHONES)]
    held.append(issue_pass("facilitator"))
    db.session.commit()
    return held


def state():
    """What must be the same afterwards, without the statements."""
    kept = db.session.execute(db.select(Workshop.stage, Workshop.episode_id, Workshop.clock_ends_at)).all()
    for model in (Reveal, Star, Note, Visit):
        kept += db.session.execute(db.select(model.__table__)).all()
    return [tuple(row) for row in kept]


class Someone(Screen):
    """A phone or console that is open on its page and stays so."""

    def __init__(self, address, token, cookie, path):
        super().__init__(address)
        self.http.cookie_jar.update_cookies({cookie: token}, response_url=aiohttp.client.URL(address))
        self.page_path = path

    async def come(self):
        await self.show(self.page_path)
        await self.connect()

    async def say_until_saved(self, text):
        """As words.js: the same key again, until there is an answer."""
        form = self.page.must("/statements")
        answers = {"text": text, "key": new_key(), "question": "going-on"}
        while True:
            try:
                return await self.press(form, **answers)
            except aiohttp.ClientError:
                await asyncio.sleep(0.5)


async def killed_and_started_again(program, address, tokens, code):
    """All come, the program is killed while they write, and is started again. Returns seconds until all are back."""
    first = await asyncio.to_thread(program)
    phones = [Someone(address, token, "phone", f"/w/{code}") for token in tokens[:-1]]
    console = Someone(address, tokens[-1], "leader", f"/w/{code}/console")
    everybody = [*phones, console]
    try:
        for one in everybody:
            await one.come()
        first.kill()
        words = [asyncio.create_task(one.say_until_saved(f"Words of {number}.")) for number, one in enumerate(phones)]
        await asyncio.sleep(1)
        assert not any(one.socket.connected for one in everybody) and not any(task.done() for task in words)
        began = time.monotonic()
        second = await asyncio.to_thread(program)
        while not all(one.connections == 2 for one in everybody):
            assert time.monotonic() - began < 3 * LIMIT, [one.connections for one in everybody]
            await asyncio.sleep(0.05)
        back = time.monotonic() - began
        await asyncio.wait_for(asyncio.gather(*words), 30)
        assert [await one.fetch(one.page_path) for one in everybody]
        assert first.own_port != second.own_port
        second.kill()
        return back
    finally:
        for one in everybody:
            await one.close()


def test_after_a_kill_everybody_is_back_without_a_login_and_nothing_has_changed(program, room, tokens, workshop):
    code, before = workshop.code, state()

    back = in_a_thread(asyncio.run, killed_and_started_again(program, room, tokens, code))

    assert back < LIMIT
    assert state() == before
    given = db.session.scalars(db.select(Statement.text)).all()
    assert sorted(given) == sorted(f"Words of {number}." for number in range(PHONES))
