"""One copy: a data folder like any other, with the encrypted file, the note to its key, and all that lies beside them.

It is written under another name, flushed, opened again and checked, and only then gets its name. (trust.md, 3: 10)
"""

import json
import os
import shutil
import time
from contextlib import closing
from datetime import UTC, datetime

import sqlcipher3.dbapi2 as sqlcipher

from facilitator.access.holding import LOCK
from facilitator.access.vault import DATABASE, NOTE
from facilitator.copies.shelf import next_name, part_of
from facilitator.refusal import Refused

ABOUT = "copy.json"  # when the copy was made and how many rows it holds; no secret
COPIES = "copies"
TRIES = 20


class Damaged(Refused):
    """A copy that does not hold what it should."""


def take(vault, place):
    """Make a checked copy of an open vault in the folder `place`. Returns its folder.

    Safe in a thread of its own while the program goes on writing. Raises OSError, sqlcipher's errors or Damaged; then
    nothing is left behind.
    """
    place.mkdir(exist_ok=True)
    made = datetime.now(UTC)
    name = next_name(place, made)
    part = part_of(place, name, vault.folder)
    part.mkdir(mode=0o700)
    try:
        rows = copy_file(vault, part / DATABASE)
        copy_beside(vault.folder, part)
        (part / ABOUT).write_text(json.dumps({"made_at": made.isoformat(), "rows": rows}))
        flush_all(part)
        check(vault, part)
        part.rename(place / name)
        flush(place)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return place / name


def copy_file(vault, to):
    """The whole file as it is at one moment, encrypted with the same key. Returns how many rows the copy has."""
    with closing(vault.connect()) as original:
        before = count_rows(original)
        original.execute("VACUUM INTO ?", (str(to),))
        after = count_rows(original)
    with closing(vault.connect_to_copy(to)) as copy:
        rows = count_rows(copy)
    # The room may have written in between; fewer or more rows than there ever were in that time are a fault.
    if not min(before, after) <= rows <= max(before, after):
        raise Damaged(f"The copy has {rows} rows instead of {after}.")
    return rows


def count_rows(connection):
    """How many rows there are in all tables. Refused as Damaged when there is no table: that is no file of ours."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    if not names:
        raise Damaged("The file is empty: there is no table in it, and a copy of it would be worth nothing.")
    return sum(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)  # nosec # noqa: S608


def beside(folder):
    """What lies in a data folder beside the file itself, its log, the lock and the copies."""
    own = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", LOCK, COPIES, ABOUT}
    return [path for path in folder.iterdir() if path.name not in own and not path.name.startswith(".")]


def copy_beside(folder, part):
    """Without the note no passphrase opens the file; without its script no workshop goes on; the names are there too.

    The names are files that may be written meanwhile: what changed while it was copied is copied again.
    """
    for _ in range(TRIES):
        before = state_beside(folder)
        for path in beside(folder):
            if path.is_dir():
                shutil.copytree(path, part / path.name, dirs_exist_ok=True)
            else:
                shutil.copyfile(path, part / path.name)
        if before == state_beside(folder) and not any(name.endswith("-journal") for name, *_ in before):
            return
        time.sleep(0.05)
    raise Damaged("What lies beside the file changed all the time.")


def state_beside(folder):
    """Something that is another after every change beside the file."""
    files = (one for path in beside(folder) for one in (path, *path.rglob("*")))
    return sorted((str(one), one.stat().st_mtime_ns, one.stat().st_size) for one in files if one.is_file())


def check(vault, folder):
    """Open a copy and look through all of it. Refused as Damaged when anything is amiss. The copy stays as it is."""
    try:
        about = json.loads((folder / ABOUT).read_text())
        json.loads((folder / NOTE).read_text())["salt"]
        with closing(vault.connect_to_copy(folder / DATABASE)) as copy:
            said = [row[0] for row in copy.execute("PRAGMA cipher_integrity_check")]
            said += [row[0] for row in copy.execute("PRAGMA integrity_check") if row[0] != "ok"]
            rows = count_rows(copy)
    except (OSError, ValueError, KeyError, sqlcipher.Error) as error:
        raise Damaged(f"The copy {folder.name} is damaged ({type(error).__name__}).") from error
    if said or rows != about["rows"]:
        what = said[0] if said else f"it holds {rows} rows instead of {about['rows']}"
        raise Damaged(f"The copy {folder.name} is damaged ({what}).")


def flush_all(folder):
    for path in sorted(folder.rglob("*"), reverse=True):
        if os.name != "nt" and path.is_file():
            path.chmod(0o600)
        flush(path)
    flush(folder)


def flush(path):
    """Wait until a file or folder is on the disk. Windows flushes the names in a folder by itself."""
    if os.name == "nt" and path.is_dir():
        return
    number = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
