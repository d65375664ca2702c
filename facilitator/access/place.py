"""Where a data folder may lie: on a disk of this computer, and not where another program copies files to and fro.

A program that synchronises copies parts of an open database and brings old ones back; a network folder does not keep
the locks and flushes that the file relies on.
"""

import os
import subprocess
from pathlib import Path

from facilitator.refusal import Refused

# How the folders of such programs are called, in small letters; "onedrive - county council" begins like one of them.
# One with a space at its end is a whole word: "my drive (ann)", but not "my drivers".
SYNCED = (
    "onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "iclouddrive", "com~apple~clouddocs",
    "mobile documents", "cloudstorage", "nextcloud", "owncloud", "pcloud drive", "megasync", "syncthing",
    "my drive ", "shared drives ",  # Google's on Windows: a drive of its own that looks like a disk
)  # fmt: skip
# Files that they leave at the top of what they synchronise, wherever somebody has put it.
MARKERS = (
    ".dropbox.cache", ".nextcloudsync.log", ".owncloudsync.log", ".stfolder", ".849C9593-D756-4E56-8D6E-42412F2A707B",
    ".shortcut-targets-by-id",  # Google's, which calls its folder "My Drive" in the language of the laptop
)  # fmt: skip
VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")  # Windows says there where they are
# 9p is how Windows' own disks look from inside WSL 2; its whole row are folders of the system around a virtual machine.
NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "afs", "webdav", "davfs", "ceph", "glusterfs", "lustre", "ncpfs",
    "9p", "drvfs", "vboxsf", "fuse.vmhgfs-fuse",
    "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.glusterfs",
    "fuse.google-drive-ocamlfuse", "fuse.onedriver",
}  # fmt: skip


def check_place(folder):
    """Refused when this data folder would lie in a synchronised or a network folder."""
    if what := synced_by(folder):
        raise Refused(
            f"{folder} is synchronised ({what}), which can break the file and takes it off this laptop. "
            "Choose a folder that is not, with --data."
        )
    if what := network_under(folder):
        raise Refused(
            f"{folder} lies on another computer, or on a disk of the system around this one ({what}). "
            "What is saved there is not sure to be on a disk. Choose a folder on the laptop's own disk with --data."
        )


def synced_by(folder):
    """What tells that another program synchronises this folder: the folder's or the marker's name, or None."""
    for path in {Path(folder).absolute(), Path(folder).resolve()}:
        for part in (path, *path.parents):
            if f"{part.name} ".casefold().startswith(SYNCED):
                return part.name
            if found := next((marker for marker in MARKERS if (part / marker).exists()), None):
                return found
        for name in VARIABLES:
            if (value := os.environ.get(name)) and path.is_relative_to(Path(value).absolute()):
                return name
    return None


def network_under(folder):
    """The kind of network this folder lies on, or None. As far as the operating system tells."""
    path = Path(folder).resolve()
    if str(path).startswith(("\\\\", "//")):
        return "a network address"
    if os.name == "nt":
        import ctypes

        return "a network drive" if ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == 4 else None
    kind = kind_of_mount(path, mounts())
    return kind if kind in NETWORK else None


def mounts():
    """What is mounted where, as pairs of folder and kind."""
    try:
        text = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        return [(unescaped(line.split()[1]), line.split()[2]) for line in text.splitlines() if len(line.split()) > 2]
    except OSError:
        return apple_mounts(said_by_mount())


def said_by_mount():
    try:
        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def apple_mounts(text):
    """Lines such as `//user@server/share on /Volumes/share (smbfs, nodev)`."""
    lines = (line.partition(" on ")[2].rpartition(" (") for line in text.splitlines() if " on " in line)
    return [(where, how.rstrip(")").split(",")[0]) for where, _, how in lines]


def unescaped(folder):
    return folder.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")


def kind_of_mount(path, mounted):
    """The kind of the deepest mount that this path lies in. Of two on one folder the later one is seen."""
    around = [(len(Path(where).parts), number, kind) for number, (where, kind) in enumerate(mounted)
              if path.is_relative_to(where)]  # fmt: skip
    return max(around, default=(0, 0, None))[2]
