"""Whether the disk under the data folder is encrypted, as far as each system tells without an administrator."""

import os
import sys
from pathlib import Path

from facilitator.preflight.power import read, said_by

ASK_BITLOCKER = (
    "(New-Object -ComObject Shell.Application).NameSpace('{drive}').Self"
    ".ExtendedProperty('System.Volume.BitLockerProtection')"
)


def is_encrypted(folder):
    """True, False, or None when it cannot be told."""
    if sys.platform == "win32":
        asked = ASK_BITLOCKER.format(drive=Path(folder).resolve().drive)
        return on_windows(said_by("powershell.exe", "-NoProfile", "-Command", asked))
    if sys.platform == "darwin":
        return on_a_mac(said_by("/usr/bin/fdesetup", "status"))
    number = os.stat(folder).st_dev  # noqa: PTH116
    return on_linux(Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}"))


def on_linux(device):
    """A device is encrypted when it, or every device under it, is one of dm-crypt's."""
    if not device.exists():
        return None
    if read(device / "dm" / "uuid").startswith("CRYPT-"):
        return True
    below = list((device / "slaves").glob("*")) if (device / "slaves").exists() else []
    return bool(below) and all(on_linux(one) for one in below)


def on_a_mac(said):
    return {"FileVault is On": True, "FileVault is Off": False}.get(said.strip().split(".")[0])


def on_windows(said):
    """Windows' own numbers: 1 and 3 on, 5 encrypting or locked; 2 and 4 off."""
    return {"1": True, "3": True, "2": False, "4": False}.get(said.strip())
