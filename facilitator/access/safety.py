"""The settings that keep acknowledged words through a power cut. Set everywhere, and read back. (trust.md, 3)"""

import sqlcipher3.dbapi2 as sqlcipher

from facilitator.refusal import Refused

# What each setting must read once it is set. synchronous 2 is FULL: with NORMAL the last words die with the power.
SETTINGS = {
    "journal_mode = WAL": "wal",
    "synchronous = FULL": 2,
    "foreign_keys = ON": 1,
    "secure_delete = ON": 1,
    "temp_store = MEMORY": 2,  # what a query sorts or keeps meanwhile would lie unencrypted in a file
    "fullfsync = ON": 1,  # macOS alone needs it: its plain fsync stops at the disk's own memory
    "checkpoint_fullfsync = ON": 1,
}

# SQLite could break its file while it resets its log. (sqlite.org/wal.html, "The WAL-Reset Bug")
FAULTY = (3, 7, 0), (3, 51, 2)


def make_safe(connection):
    """Put every safety setting on. Refused when one does not hold on this disk or with this library."""
    for setting, wanted in SETTINGS.items():
        connection.execute(f"PRAGMA {setting}")
        name = setting.partition(" ")[0]
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != wanted:
            connection.close()
            raise Refused(
                f"Words would not be safe in this data folder: the disk does not take the setting {name} "
                f"(it says {found}). Choose a folder on the laptop's own disk with --data."
            )


def check_library(version=sqlcipher.sqlite_version):
    """Refused when SQLite is one of those that can break their own file."""
    first, last = FAULTY
    if first <= tuple(int(part) for part in version.split(".")) <= last:
        raise Refused(
            f"The database library here is SQLite {version}, which can damage its own file. Run python3 run.py from "
            "the unchanged folder of the program, which brings a newer one; or install sqlcipher3 0.6.4 or newer."
        )
