"""The page itself, in Chromium, over a network that delays, cuts, swallows and resets. (trust.md, 3: 4 and 6)"""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from kept import QUIET, kept_on, until
from people import PHONE, a_room_at, join

from tests.wire.sets import difference

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
EACH = 3  # statements in each network
HEAR = "document.addEventListener('outbox:saved', ({ detail }) => window.saved(detail.item.label))"


class Network:
    """The proxy of tests/wire between a browser and the server, in a process of its own."""

    def __init__(self, port):
        command = [sys.executable, "-m", "tests.wire.standing", str(port)]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, cwd=ROOT, **pipes)
        self.port, self.met = self.heard(), {}

    def heard(self):
        return json.loads(self.process.stdout.readline())

    def become(self, seed=""):
        """As bad as this seed has it; without one, good."""
        self.process.stdin.write(f"{seed}\n")
        self.process.stdin.flush()
        self.met = self.heard()

    def stop(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture
def network(server):
    standing = Network(urlsplit(server.address).port)
    yield standing
    standing.stop()


@pytest.fixture
def phone(playwright, browser_type_launch_args, server, network):
    """A phone whose browser reaches the server through the network alone; the address it knows stays the server's."""
    through = f"--host-resolver-rules=MAP {urlsplit(server.address).netloc} 127.0.0.1:{network.port}"
    browser = playwright.chromium.launch(**{**browser_type_launch_args, "args": [*QUIET, through]})
    context = browser.new_context(viewport=PHONE, base_url=server.address, locale="en-GB")
    context.set_default_timeout(20_000)
    yield context.new_page()
    browser.close()


def suggest(phone, words):
    phone.locator("[name=text]").fill(words)
    phone.locator("[name=kind]").first.check()
    phone.get_by_role("button", name="Suggest it").click()


@pytest.mark.timeout(3600)
def test_every_word_of_a_page_arrives_once_over_any_network(screen, phone, network, times):
    """Seen to fail with a new key at each try in outbox.js (words stored twice), and with an item dropped from the
    outbox before it is posted (words never stored)."""
    _, code = a_room_at(screen, "Questions for the board")
    sent, acknowledged = [], []
    phone.context.expose_function("saved", lambda words: acknowledged.append(words))
    phone.context.add_init_script(HEAR)
    join(phone, code, "Health visiting", "Health visitor")

    for seed in range(times(4, nightly=40)):
        for number in range(EACH):
            network.become(seed * EACH + number)
            sent.append(f"Network {seed}: could the form ask what caller {number} saw?")
            suggest(phone, sent[-1])
            phone.wait_for_timeout(900)
        network.become()
        until(lambda: kept_on(phone) == [], seconds=60)

    phone.goto(f"/w/{code}/mine")
    stored = phone.locator("article blockquote").all_text_contents()
    apart = difference(sent, acknowledged, stored)
    assert (apart.lost, apart.doubled, apart.ghosts) == (set(), set(), set())
    assert Counter(stored) == Counter(sent)
    assert len(network.met.keys() - {"good"}) >= 4, "the network was not as bad as it should be"
