"""What is looked at before a room is opened. Each check says in words what it found, also that it cannot tell."""

import platform
import shutil
from dataclasses import dataclass

import sqlcipher3.dbapi2 as sqlcipher

from facilitator.access.place import network_under, synced_by
from facilitator.access.safety import check_library
from facilitator.live.addresses import own_addresses
from facilitator.preflight.disk import is_encrypted
from facilitator.preflight.power import power
from facilitator.refusal import Refused

GOOD, CARE, RED, UNKNOWN = "good", "care", "red", "unknown"
WORDS = {GOOD: "good", CARE: "take care", RED: "not good", UNKNOWN: "cannot be told"}
MIB = 2**20
APART = 120  # seconds between two clocks that nobody need mind


@dataclass(frozen=True)
class Check:
    name: str
    state: str
    says: str

    @property
    def word(self):
        return WORDS[self.state]


def all_checks(folder, trial, secured):
    """Every check, in the order of the page. folder: the data folder. trial: a Trial or None. secured: HTTPS is on."""
    return [
        address(trial), phone(trial), wifi(secured), space(folder), on_power(), encryption(folder), place(folder),
        versions(), clock(trial),
    ]  # fmt: skip


def address(trial):
    name = "Address"
    if trial is None:
        return Check(name, RED, "No address is chosen yet. Choose the one of the room’s network above.")
    if trial.host not in [own for own, _ in own_addresses()]:
        return Check(name, RED, f"This laptop no longer has the address {trial.host}. Choose again.")
    if trial.host.startswith("127."):
        return Check(name, RED, "This address is the laptop's own. No phone can reach it.")
    return Check(name, GOOD, f"Phones will use {trial.shown}.")


def phone(trial):
    name = "A phone can reach it"
    if trial and trial.reached:
        return Check(name, GOOD, "Your phone has opened the test page, so this network lets phones reach the laptop.")
    if trial is None:
        return Check(name, RED, "Not tried yet. Choose an address first; then a picture to scan appears above.")
    return Check(
        name, RED,
        "Not seen yet. Put your own phone into the room's Wi-Fi and scan the picture above. If it does not open, the "
        "network may keep its devices apart (“client isolation”), or the laptop's firewall may be in the way.",
    )  # fmt: skip


def wifi(secured):
    if secured:
        return Check("Over the air", GOOD, "HTTPS is on: what travels is encrypted between each phone and the laptop.")
    return Check(
        "Over the air", CARE,
        "This is plain HTTP, so the Wi-Fi is the only wall: whoever knows its password could listen. Use an access "
        "point of your own with WPA3 (or WPA2 and a new password for today), not a guest or conference network.",
    )  # fmt: skip


def space(folder):
    free = shutil.disk_usage(folder).free
    says = f"{free // MIB:,} MB are free on the disk of the data folder."
    if free < 200 * MIB:
        return Check("Disk space", RED, f"{says} Make room before people write.")
    return Check("Disk space", CARE if free < 1024 * MIB else GOOD, says)


def on_power():
    plugged, percent = power()
    if plugged:
        return Check("Power", GOOD, "The laptop is plugged in.")
    if plugged is None:
        return Check("Power", UNKNOWN, "This machine does not say. Please see that it is plugged in.")
    says = f"It runs on its battery ({percent} %)." if percent is not None else "It runs on its battery."
    return Check("Power", RED if (percent or 0) < 60 else CARE, f"{says} Plug it in: a workshop takes three hours.")


def encryption(folder):
    name, found = "Disk encryption", is_encrypted(folder)
    if found is None:
        return Check(name, UNKNOWN, "This machine does not say. The review's own file is encrypted in any case.")
    if found:
        return Check(name, GOOD, "The disk is encrypted, besides the review's own file.")
    return Check(name, CARE, "The disk is not encrypted. The review’s own file is; what else the laptop keeps is not.")


def place(folder):
    if what := synced_by(folder) or network_under(folder):
        return Check("Data folder", RED, f"It is synchronised or on a network ({what}). Choose another with --data.")
    return Check("Data folder", GOOD, "It is on this laptop's own disk, and nothing found copies it elsewhere.")


def versions():
    says = f"Python {platform.python_version()}, SQLite {sqlcipher.sqlite_version}."
    try:
        check_library()
    except Refused as refused:
        return Check("Versions", RED, refused.sentence)
    return Check("Versions", GOOD, f"{says} No known fault that could damage the file.")


def speak_to(as_shipped, how):
    """Whether people find local numbers. how: what to do about it, as a sentence."""
    name = "Who to speak to"
    if as_shipped:
        return Check(name, CARE, f"This page of every phone has no local numbers yet, such as staff support. {how}")
    return Check(name, GOOD, "This page of every phone has words of your own.")


def clock(trial):
    if trial is None or trial.apart is None:
        return Check("Clock", UNKNOWN, "Your phone will tell, when it opens the test page.")
    if abs(trial.apart) > APART:
        ahead = "ahead of" if trial.apart > 0 else "behind"
        says = f"The laptop is {abs(trial.apart) // 60:.0f} minutes {ahead} your phone. One of them is wrong."
        return Check("Clock", CARE, says)
    return Check("Clock", GOOD, "The laptop and your phone agree.")
