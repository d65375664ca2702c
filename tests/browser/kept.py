"""What a test may ask of a phone's own storage, and a phone whose browser can be killed."""

import os
import shutil
import signal
import time
from contextlib import suppress
from pathlib import Path

from people import PHONE
from playwright.sync_api import Error

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]

NAMES = """() => new Promise((done, fail) => {
  const asked = indexedDB.open("kept", 1);
  asked.onerror = () => fail(asked.error);
  asked.onsuccess = () => {
    const names = asked.result.transaction("kept").objectStore("kept").getAllKeys();
    names.onsuccess = () => { asked.result.close(); done(names.result); };
  };
})"""


def kept_on(page):
    """The names of all words and codes a phone keeps now, looked up past the program's own scripts."""
    return [name for name in page.evaluate(NAMES) if not name.startswith(("lease/", "back/"))]


def turns_taken(page):
    """The names of the turns to send that a page of this phone has taken and not given back."""
    return [name for name in page.evaluate(NAMES) if name.startswith("lease/")]


def until(true, seconds=10):
    """Wait until something that no locator sees is true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "It did not come true in time."
        time.sleep(0.1)


class MortalPhone:
    """A browser with a profile on disk, which may be killed as a phone kills it: at once, without a word."""

    def __init__(self, playwright, folder, address):
        self.playwright, self.folder, self.address = playwright, Path(folder), address

    def open(self):
        self.context = self.playwright.chromium.launch_persistent_context(
            str(self.folder),
            executable_path=os.environ.get("FACILITATOR_BROWSER") or shutil.which("chromium"),
            args=QUIET,
            viewport=PHONE,
            base_url=self.address,
            locale="en-GB",
        )
        return self.context.pages[0]

    def close(self):
        self.context.close()

    def processes(self, but=b"\n"):
        """The ids of the processes that have this profile's folder in their command line, without some."""
        mine = f"--user-data-dir={self.folder}".encode()
        lines = {int(one.parent.name): read(one) for one in Path("/proc").glob("[0-9]*/cmdline")}
        return [process for process, line in lines.items() if mine in line and but not in line]

    def kill(self):
        """SIGKILL to every process of this profile, found by its folder. Returns when, by time.monotonic()."""
        processes = self.processes()
        at = time.monotonic()
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        with suppress(Error):
            self.context.close()
        assert processes
        return at


def read(path):
    with suppress(OSError):
        return path.read_bytes()
    return b""
