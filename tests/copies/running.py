"""The real program as a process on a data folder, and phones that write to it without stopping."""

import http.client
import os
import re
import subprocess
import sys
import threading
import time
from contextlib import suppress
from urllib.parse import urlencode

from facilitator.config import PACKAGE
from facilitator.db import new_key
from tests.conftest import PASSPHRASE

STAGE = "05-view-at-the-time"


class Program:
    """A running program. port: 0 takes a free one. more: environment besides."""

    def __init__(self, data, port=0, more=None):
        command = [sys.executable, "-m", "facilitator.cli", "--data", str(data), "--port", str(port), "--no-browser"]
        given = os.environ | {"FACILITATOR_PASSPHRASE": PASSPHRASE, "PYTHONUNBUFFERED": "1"} | (more or {})
        self.process = subprocess.Popen(
            command, env=given, cwd=PACKAGE.parent, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        said = ""
        while "Stop with" not in said and (line := self.process.stdout.readline()):
            said += line
        found = re.search(r"http://localhost:(\d+)", said)
        assert found, said
        self.port = int(found[1])
        # Somebody must read on, or the program would wait for it one day.
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def kill(self):
        self.process.kill()
        self.process.wait(20)

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Device:
    """A browser without a window: it holds a pass and keeps the cookies it is given."""

    def __init__(self, port, cookie, token):
        self.port, self.cookies, self.csrf = port, {cookie: token}, ""

    def ask(self, method, path, form=None):
        """Returns status and text of the answer; 0 when there was none."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "HX-Request": "true"}
            headers |= {"X-CSRFToken": self.csrf, "Origin": f"http://127.0.0.1:{self.port}"}
        try:
            line.request(method, path, urlencode(form) if form is not None else None, headers)
            answer = line.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            line.close()
        for name, value in answer.getheaders():
            if name == "Set-Cookie":
                self.cookies.update([value.split(";")[0].split("=", 1)])
        if found := re.search(r'name="csrf-token" content="([^"]+)"', text):
            self.csrf = found[1]
        return answer.status, text


class Writing(threading.Thread):
    """One participant who goes on giving statements until told to stop; what is not acknowledged is sent again.

    acknowledged: the keys that were answered with "saved". sent: every key ever sent.
    """

    def __init__(self, device, code):
        super().__init__(daemon=True)
        self.device, self.code = device, code
        self.acknowledged, self.sent, self.open = set(), set(), None
        self.until = threading.Event()

    def run(self):
        self.device.ask("GET", f"/w/{self.code}")
        while not self.until.is_set():
            with suppress(OSError):
                self.send()

    def send(self):
        self.open = self.open or new_key()
        self.sent.add(self.open)
        form = {"key": self.open, "stage": STAGE, "question": "going-on", "episode": "", "text": f"Words {self.open}"}
        status, _ = self.device.ask("POST", f"/w/{self.code}/statements", form)
        if status == 200:
            self.acknowledged.add(self.open)
            self.open = None
        else:
            time.sleep(0.02)
