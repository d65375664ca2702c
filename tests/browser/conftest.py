"""A real server, a real Chromium, and the people of a small room: a facilitator, a wall, phones."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from people import PASSPHRASE, PHONE


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = os.environ.get("FACILITATOR_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "These tests need Chromium or Chrome: install it, or run them with `python3 run.py test`."
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    return {**browser_type_launch_args, "executable_path": path, "args": quiet}


# A refused form, or a connection a test cut, is an answer the browser calls an error; the rest are faults of ours.
CUT = (
    "status of 4",
    "INTERNET_DISCONNECTED",
    "CONNECTION_RESET",
    "htmx:afterRequest",
    "htmx:timeout",
    "htmx:sendError",
)


class RunningServer:
    """The program as a person starts it: a process of its own, stopped by its own id."""

    def __init__(self, folder, passphrase=PASSPHRASE):
        environment = dict(os.environ, FACILITATOR_PASSPHRASE=passphrase or "", FACILITATOR_STYLEGUIDE="1")
        command = [sys.executable, "-m", "facilitator.cli", "--data", str(folder), "--port", "0", "--no-browser"]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        self.said = ""
        while "Stop with" not in self.said:
            line = self.process.stdout.readline()
            assert line, f"The server did not start. It said: {self.said}"
            self.said += line
        self.address = re.search(r"http://\S+?:\d+", self.said).group().replace("localhost", "127.0.0.1")

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
        self.process.stdout.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    running = RunningServer(tmp_path_factory.mktemp("data"))
    yield running
    running.stop()


@pytest.fixture
def screen(browser, server):
    """screen(size) → a page in a browser of its own, as on a device of its own. Errors in its console fail the test."""
    contexts, faults = [], []

    def open_screen(size=PHONE, **settings):
        context = browser.new_context(viewport=size, base_url=server.address, locale="en-GB", **settings)
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield open_screen
    for context in contexts:
        context.close()
    assert [fault for fault in faults if not any(known in fault for known in CUT)] == []
