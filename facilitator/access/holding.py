"""One program at a time on one data folder. The lock is the operating system's own and ends with the process."""

import os

from facilitator.refusal import Refused

LOCK = "in-use"

_held = {}  # folder → the number of the open file; the lock lasts as long as that is open


def hold(folder, otherwise=None):
    """Keep this data folder for this process. Twice is once. What an earlier process left behind blocks nobody.

    Refused, with the sentence `otherwise` if one is given, while another process holds it.
    """
    key = folder.resolve()
    if key in _held:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise Refused(f"The data folder {folder} cannot be written. Choose another with --data.")
    try:
        lock(file)
    except OSError:
        os.close(file)
        raise Refused(
            otherwise
            or f"The program is running already on {folder}. Use the window that is open, or stop it first with "
            "Ctrl+C where it was started. Another folder can be chosen with --data."
        )
    _held[key] = file


def let_go(folder):
    """Give the folder up before the process ends."""
    file = _held.pop(folder.resolve(), None)
    if file is not None:
        os.close(file)


def lock(file):
    """An exclusive lock of the operating system, or OSError at once when another process has it."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
