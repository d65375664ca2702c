"""The program as a process of its own, and the bare wire to it."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path

PASSPHRASE = "four plain words here"


class RunningServer:
    """The program as a person starts it."""

    def __init__(self, folder, *options):
        environment = dict(os.environ, FACILITATOR_PASSPHRASE=PASSPHRASE)
        command = [sys.executable, "-m", "facilitator.cli", "--data", str(folder), "--port", "0", "--no-browser"]
        self.process = subprocess.Popen(
            [*command, *map(str, options)], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.said = ""
        while "Stop with" not in self.said:
            line = self.process.stdout.readline()
            assert line, f"The server did not start. It said: {self.said}"
            self.said += line
        self.port = int(re.search(r"://\S+?:(\d+)", self.said)[1])
        self.address = f"http://127.0.0.1:{self.port}"

    @property
    def memory(self):
        """The memory it holds now, in bytes."""
        figures = Path(f"/proc/{self.process.pid}/statm").read_text().split()
        return int(figures[1]) * os.sysconf("SC_PAGE_SIZE")

    def connect(self, from_address="127.0.0.1", within=10):
        wire = socket.create_connection(("127.0.0.1", self.port), within, source_address=(from_address, 0))
        wire.settimeout(within)
        return wire

    def ask(self, lines, body=b"", within=10):
        """Send these bytes as they are; returns (status or None, the whole answer as text)."""
        with self.connect(within=within) as wire:
            wire.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
            return answer_on(wire)

    def stop(self):
        self.process.terminate()
        rest = self.process.communicate(timeout=15)[0]
        return self.said + rest


def answer_on(wire):
    heard = b""
    try:
        while piece := wire.recv(65536):
            heard += piece
            if is_whole(heard):
                break
    except (TimeoutError, ConnectionResetError):
        pass
    text = heard.decode("latin-1")
    return (int(text[9:12]) if text.startswith("HTTP/") else None), text


def is_whole(heard):
    """Whether an answer is there to its last byte, although the line may stay open."""
    head, end, body = heard.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head.lower())
    return bool(end) and (head.startswith(b"HTTP/1.1 101") or (length is not None and len(body) >= int(length[1])))
