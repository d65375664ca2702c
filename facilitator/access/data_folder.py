"""What lies in a data folder: the encrypted file and the note to its key. Neither is of any use without the other."""

import json
import os

from facilitator.refusal import Refused

DATABASE, NOTE = "reviews.db", "vault.json"
PAGE = 4096  # bytes: a file of one page is an empty one; the first table already needs a second
WAY_BACK = (
    "Nothing was changed. Was it moved? Put it back and try again. Otherwise come back from a copy: they are in the "
    "folder copies there and in the second place you gave, and python3 run.py restore lists them."
)
NO_FILE = f"The file {DATABASE} is not in {{}} any more, or it is empty. {WAY_BACK}"
NO_NOTE = f"The file {NOTE} is not in {{}} any more. Without it no passphrase opens what is kept there. {WAY_BACK}"


def is_empty(folder):
    """Whether nothing is kept here yet. What was left by a first start that broke off counts as nothing."""
    written = size_of(folder / DATABASE) > PAGE or size_of(folder / f"{DATABASE}-wal")
    return not (folder / NOTE).exists() and not written


def check_empty(folder):
    """Refused when something is kept here, or a part of it: a new file or a new key would be its end."""
    if (folder / NOTE).exists():
        raise Refused("This data folder already has a passphrase.")
    if not is_empty(folder):
        raise Refused(NO_NOTE.format(folder))


def check_whole(folder):
    """Refused when the file or its note is missing."""
    if not (folder / NOTE).exists():
        raise Refused(NO_NOTE.format(folder))
    if not size_of(folder / DATABASE):
        raise Refused(NO_FILE.format(folder))


def size_of(path):
    """Bytes; none when it is not there or cannot be looked at."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def prepare(folder):
    """Make the folder, for its owner alone. Refused when it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "scripts").mkdir(exist_ok=True)
    except OSError:
        raise Refused(f"The data folder {folder} cannot be written. Choose another with --data.")
    if os.name != "nt":
        folder.chmod(0o700)


def name_of(folder):
    """What tells this data folder, and every copy of it, from all others; the same under another passphrase.

    None for a folder that was made before there was such a name. Raises OSError or ValueError without a good note.
    """
    return json.loads((folder / NOTE).read_text()).get("folder")


def write_note(folder, note):
    """Whole on the disk, or not there: without its salt nothing could be opened any more."""
    ready = folder / f".{NOTE}"
    with ready.open("w") as file:
        file.write(json.dumps(note))
        file.flush()
        os.fsync(file.fileno())
    ready.chmod(0o600)
    ready.replace(folder / NOTE)
