"""After a whole day, and while it went on, nothing anybody wrote lies readable on the disk or in what was printed."""

import json
import os
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from facilitator.access.vault import Vault
from tests.rehearsal.conftest import SMALL

PASSPHRASE = "four plain words here"
OF_A_DEVICE = ("aiohttp", "User-Agent", "Mozilla", "127.0.0.1")


class Watch(threading.Thread):
    """Looks again and again at every file in some folders, those that are there for a moment only too."""

    def __init__(self, *folders):
        super().__init__(daemon=True)
        self.folders, self.over, self.seen = folders, threading.Event(), {}

    def run(self):
        while not self.over.wait(0.05):
            self.look()

    def look(self):
        for folder in self.folders:
            for place, _, names in os.walk(folder):
                for name in names:
                    self.look_at(Path(place, name))

    def look_at(self, path):
        with suppress(OSError):  # it has just gone
            stamp, before = path.stat().st_mtime_ns, self.seen.get(path, (0, b""))
            if before[0] != stamp:
                self.seen[path] = (stamp, before[1] + path.read_bytes())

    @property
    def bytes(self):
        return b"".join(content for _, content in self.seen.values())


@pytest.fixture(scope="module")
def day(tmp_path_factory, rehearse):
    """A day played into a folder that stays: what was printed, what lay on the disk meanwhile, and where."""
    folder = tmp_path_factory.mktemp("kept")
    taken = tmp_path_factory.mktemp("taken out")
    watch = Watch(folder, rehearse.temporary)
    watch.start()
    done = rehearse(
        SMALL, "--data", str(folder / "data"), "--archive", str(taken / "a.json"), passphrase=PASSPHRASE
    )
    watch.over.set()
    watch.join()
    watch.look()
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "data", watch, done, json.loads((taken / "a.json").read_bytes())


def words_in(thing):
    """Everything people wrote and everything told of the case, in lines long enough to be nobody else's."""
    if isinstance(thing, list):
        return set().union(*map(words_in, thing))
    if not isinstance(thing, dict):
        return set()
    told = [thing[name] for name in ("text", "title", "why") if isinstance(thing.get(name), str)]
    own = {line for text in told for line in text.splitlines() if len(line) > 7}
    return own.union(*map(words_in, thing.values()))


def test_no_word_lies_readable_in_any_file(day):
    _, watch, _, archive = day
    words = words_in(archive)

    assert len(words) > 20 and len(watch.bytes) > 100_000
    for encoding in ("utf-8", "utf-16-le"):
        assert [one for one in words if one.encode(encoding) in watch.bytes] == []


def test_no_word_was_printed(day):
    _, _, done, archive = day

    assert [one for one in words_in(archive) if one in done.stdout + done.stderr] == []


def test_neither_key_nor_passphrase_lies_anywhere(day):
    data, watch, done, _ = day
    vault = Vault(data)
    vault.open(PASSPHRASE)

    assert vault._key not in watch.bytes and vault._key.hex().encode() not in watch.bytes
    assert PASSPHRASE.encode() not in watch.bytes and PASSPHRASE not in done.stdout + done.stderr


def test_the_file_itself_knows_no_address_and_no_device(day):
    data, watch, _, archive = day
    vault = Vault(data)
    vault.open(PASSPHRASE)
    with closing(vault.connect()) as file:
        tables = [row[0] for row in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        everything = repr([file.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables])

    assert archive["statements"][0]["text"][:10] in everything  # what is looked for could be found
    assert [sign for sign in OF_A_DEVICE if sign in everything] == []
    assert [sign for sign in OF_A_DEVICE if sign.encode() in watch.bytes] == []


def test_the_watch_sees_what_lies_there_for_a_moment(tmp_path):
    watch = Watch(tmp_path)
    Path(tmp_path / "one").write_text("Unmistakable")
    watch.look()
    (tmp_path / "one").unlink()

    assert b"Unmistakable" in watch.bytes


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in another way")
def test_only_its_owner_may_read_the_folder(day):
    data, *_ = day

    assert data.stat().st_mode & 0o077 == 0
