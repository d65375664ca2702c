"""Coming back from a copy. The data folder that was there is put aside under a dated name, never written over."""

import os
import shutil
from contextlib import suppress
from datetime import datetime

from facilitator.access.vault import DATABASE, NOTE, Vault
from facilitator.copies.shelf import copies_beside
from facilitator.copies.snapshot import ABOUT, COPIES, Damaged, beside, check, flush, flush_all
from facilitator.refusal import Refused

UNFINISHED = ".restoring"
READY = ".ready"  # in it: everything there is whole, checked and on the disk
OLD_IS_ASIDE = ".the-old-is-aside"


def find_copy(name, places):
    """The copy with this name in one of the places, or at this path. Refused when there is none."""
    for place in places:
        if (place / name / DATABASE).exists():
            return place / name
    raise Refused(f"There is no copy called {name}. python3 run.py restore, without a name, lists those there are.")


def check_copy(copy, passphrase):
    """Refused as Damaged when the copy does not open with the passphrase or does not hold what it should."""
    vault = Vault(copy)
    try:
        vault.open_to_read(passphrase)
    except Refused:
        raise Damaged(f"The passphrase does not open the copy {copy.name}: it is another one, or the copy is damaged.")
    except (OSError, ValueError, KeyError):
        raise Damaged(f"The copy {copy.name} is damaged: its file vault.json cannot be read.")
    check(vault, copy)


def good_one_before(copy, passphrase):
    """The newest good copy that is older than this one and lies beside it, or None."""
    for older in copies_beside(copy):
        if older.name < copy.name:
            try:
                check_copy(older, passphrase)
            except Damaged:
                continue
            return older
    return None


def restore(copy, folder, passphrase):
    """Make `folder` what the copy holds. Returns where the data folder that was there lies now, or None.

    The folder must be held by this process. Refused as Damaged for a bad copy; then nothing has been touched.
    """
    check_copy(copy, passphrase)
    try:
        make_ready(copy, folder, passphrase)
    except BaseException:
        discard(folder / UNFINISHED)
        raise
    return change_over(folder)


def make_ready(copy, folder, passphrase):
    """Bring the copy into the folder, under another name still, and mark it once all of it is on the disk."""
    part = folder / UNFINISHED
    discard(part)
    # Our own marks begin with a dot; whatever in a copy does so as well is not part of it.
    shutil.copytree(copy, part, ignore=shutil.ignore_patterns(".*"))
    check_copy(part, passphrase)
    (part / ABOUT).unlink()
    flush_all(part)
    (part / READY).touch()
    flush(part / READY)
    flush(part)


def discard(part):
    """Take away what was brought, its mark first: what is half taken away must not pass for ready."""
    with suppress(OSError):
        (part / READY).unlink()
        flush(part)
    shutil.rmtree(part, ignore_errors=True)


def is_ready(folder):
    """Whether a copy was brought whole into the folder and has not taken its place yet."""
    return (folder / UNFINISHED / READY).exists()


def finish_restoring(folder):
    """Go on where the power went in the middle of changing over. What was not brought whole is taken away."""
    if is_ready(folder) and not (folder / NOTE).exists():
        change_over(folder)
    else:
        discard(folder / UNFINISHED)


def change_over(folder):
    """Put aside what is there, and what was made ready in its place. Wherever it stops it can be gone on with.

    The note goes first and comes last: a folder without it is not taken for one that is whole.
    """
    part, aside = folder / UNFINISHED, None
    if not (part / OLD_IS_ASIDE).exists():
        aside = put_aside(folder)
        (part / OLD_IS_ASIDE).touch()
        flush(part)
    for path in sorted(part.iterdir(), key=lambda path: path.name == NOTE):
        if path.name not in (READY, OLD_IS_ASIDE):
            path.rename(folder / path.name)
    flush(folder)
    shutil.rmtree(part)
    if os.name != "nt":
        folder.chmod(0o700)
    return aside


def put_aside(folder):
    """Move what was kept here into a folder beside this one, the note first. The copies stay."""
    old = sorted([*beside(folder), *folder.glob(f"{DATABASE}*")], key=lambda path: path.name != NOTE)
    if not old:
        return None
    aside = folder.with_name(f"{folder.name}-put-aside-{datetime.now():%Y-%m-%dT%H-%M-%S}")
    aside.mkdir(mode=0o700, exist_ok=True)
    for path in old:
        if path.name != COPIES:
            path.rename(aside / path.name)
    return aside
