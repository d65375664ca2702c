"""Whether the laptop is plugged in, as far as each system tells without more rights."""

import ctypes
import re
import subprocess
import sys
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")


def power():
    """(plugged in: True, False or None when it cannot be told; what the battery holds in per cent or None)."""
    if sys.platform == "win32":
        return on_windows()
    if sys.platform == "darwin":
        return on_a_mac(said_by("/usr/bin/pmset", "-g", "batt"))
    return on_linux(SUPPLIES)


def on_linux(supplies):
    kinds = [(read(one / "type"), one) for one in sorted(supplies.glob("*"))]
    mains = [read(one / "online") == "1" for kind, one in kinds if kind in ("Mains", "USB")]
    batteries = [one for kind, one in kinds if kind == "Battery" and read(one / "scope") != "Device"]
    percent = next((int(text) for one in batteries if (text := read(one / "capacity")).isdecimal()), None)
    if any(mains):
        return True, percent
    if not batteries:
        return None, None
    return (False if "Discharging" in [read(one / "status") for one in batteries] else None), percent


def on_a_mac(said):
    percent = re.search(r"(\d+)%", said)
    plugged = {"AC": True, "Battery": False}.get((re.search(r"'(AC|Battery) Power'", said) or [None, None])[1])
    return plugged, int(percent[1]) if percent else None


def on_windows():
    class Status(ctypes.Structure):
        _fields_ = [(name, ctypes.c_ubyte) for name in ("ac", "flag", "percent", "saver")]
        _fields_ += [("left", ctypes.c_ulong), ("whole", ctypes.c_ulong)]

    status = Status()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):
        return None, None
    return {1: True, 0: False}.get(status.ac), status.percent if status.percent <= 100 else None


def read(file):
    try:
        return file.read_text().strip()
    except OSError:
        return ""


def said_by(*command):
    """What a command of the system prints, or nothing."""
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=5).stdout  # noqa: S603 - our own words
    except (OSError, subprocess.SubprocessError):
        return ""
