"""The shim between SQLite and the disk (disk.c): building it, and the environment that puts it in between."""

import shutil
import subprocess
from pathlib import Path

SOURCE = Path(__file__).with_name("disk.c")


def build(folder):
    """The built shim. Fails, and does not skip, when there is no compiler: without it nothing is proved."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    assert compiler, "The proof of power cuts needs a C compiler: apt-get install gcc libc6-dev"
    shim = folder / "disk.so"
    options = ["-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run([compiler, *options, "-o", str(shim), str(SOURCE), "-ldl", "-lpthread"], check=True)
    return shim


def environment(shim, folder, record=None, mood=None):
    """What to start a process with so that the files of `folder` are watched. See disk.c."""
    given = {"LD_PRELOAD": shim, "DISK_FOLDER": Path(folder).resolve(), "DISK_RECORD": record, "DISK_MOOD": mood}
    return {name: str(value) for name, value in given.items() if value}
