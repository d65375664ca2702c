"""The program as a person starts it: a process of its own."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

PASSPHRASE = "four plain words here"


def start(*arguments, passphrase=PASSPHRASE, wait=None):
    environment = dict(os.environ, FACILITATOR_PASSPHRASE=passphrase)
    command = [sys.executable, "-m", "facilitator.cli", "--no-browser", *map(str, arguments)]
    if wait:
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=wait)
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def said_until(process, words):
    said = ""
    while words not in said and (line := process.stdout.readline()):
        said += line
    assert words in said
    return said


def stop(process):
    process.terminate()
    process.wait(10)
    process.stdout.close()


def test_it_prints_its_address_and_answers_there(tmp_path):
    process = start("--data", tmp_path / "data", "--port", 0)
    try:
        said = said_until(process, "Stop with")
        address = re.search(r"http://localhost:\d+", said).group().replace("localhost", "127.0.0.1")

        with urllib.request.urlopen(address + "/join", timeout=5) as page:
            assert "The code on the wall" in page.read().decode()
        assert str(tmp_path / "data") in said
    finally:
        stop(process)


@pytest.mark.skipif(sys.platform != "linux", reason="Where a process tells its limits is Linux's own")
def test_what_it_writes_is_its_owners_alone_and_its_memory_is_never_written(tmp_path):
    process = start("--data", tmp_path / "data", "--port", 0)
    try:
        said_until(process, "Stop with")
        about = Path("/proc", str(process.pid))

        assert re.search(r"Max core file size\s+0\s+0\s", about.joinpath("limits").read_text())
        assert "Umask:\t0077" in about.joinpath("status").read_text()
        made = list((tmp_path / "data").rglob("*"))
        assert made and not [path for path in made if path.stat().st_mode & 0o077]
    finally:
        stop(process)


def test_without_a_passphrase_the_first_start_prints_a_code(tmp_path):
    process = start("--data", tmp_path / "data", "--port", 0, passphrase="")
    try:
        assert re.search(r"First start: the code is \w{4}-\w{4}", said_until(process, "Stop with"))
    finally:
        stop(process)


def test_a_port_in_use_is_refused_with_a_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()

        run = start("--data", tmp_path / "data", "--port", taken.getsockname()[1], wait=120)

    assert run.returncode == 1
    assert "is in use" in run.stdout and "--port" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_a_data_folder_that_cannot_be_written_is_refused_with_a_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    run = start("--data", tmp_path / "file" / "data", "--port", 0, wait=120)

    assert run.returncode == 1
    assert "cannot be written" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr


def test_a_wrong_passphrase_is_refused_with_a_sentence(tmp_path):
    first = start("--data", tmp_path / "data", "--port", 0)
    said_until(first, "Stop with")
    stop(first)

    run = start("--data", tmp_path / "data", "--port", 0, passphrase="another one entirely", wait=120)

    assert run.returncode == 1
    assert "does not open this data folder" in run.stdout
    assert "ERROR CORE" not in run.stdout + run.stderr


def test_what_was_kept_is_there_after_a_restart(tmp_path):
    for _ in range(2):
        process = start("--data", tmp_path / "data", "--port", 0)
        said_until(process, "Stop with")
        process.kill()
        process.wait(10)
        process.stdout.close()

    assert (tmp_path / "data" / "reviews.db").exists()
