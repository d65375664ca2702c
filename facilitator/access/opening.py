"""Opening the vault: the one-time code of a first start, the schema brought up to date, the waits after wrong tries."""

import secrets
import time

from flask import current_app, request
from sqlalchemy import inspect, text

from facilitator.access.holding import hold
from facilitator.access.place import check_place
from facilitator.access.safety import check_library
from facilitator.config import PACKAGE
from facilitator.db import db
from facilitator.refusal import NotPermitted

MIGRATIONS = PACKAGE / "migrations"
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


class FirstStart:
    """The one-time code shown in the terminal: only who sits at the laptop can choose the passphrase."""

    def __init__(self):
        self.code = "-".join("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(2))

    def check(self, given):
        if not secrets.compare_digest(self.code, given.strip().upper().replace(" ", "-")):
            raise NotPermitted("That is not the code shown in the terminal. Look for the line “First start”.")


class Patience:
    """A wait that doubles with every wrong try, up to a minute. Never a lock-out."""

    longest = 60.0

    def __init__(self, clock=time.monotonic):
        self.clock, self.wrong, self.until = clock, 0, 0.0

    def check(self):
        left = self.until - self.clock()
        if left > 0:
            raise NotPermitted(f"Please wait {left:.0f} seconds before the next try.")

    def failed(self):
        self.wrong += 1
        if self.wrong > 2:
            self.until = self.clock() + min(2.0 ** (self.wrong - 2), self.longest)

    def succeeded(self):
        self.wrong, self.until = 0, 0.0


def take_folder(folder, otherwise=None):
    """Before a data folder is used: is the library sound, does the folder lie where it is safe, is it free?

    Refused with a sentence when not; `otherwise` is the one for a folder that another process holds.
    """
    check_library()
    check_place(folder)
    hold(folder, otherwise)


def opened(app):
    """What follows once the vault is open: cookies signed with a secret of its own, the schema as the code expects."""
    app.secret_key = app.extensions["vault"].secret_for("cookies")
    bring_schema_up_to_date()
    for follow in app.extensions.get("after opening", ()):
        follow(app)


def bring_schema_up_to_date():
    """Make the tables of a new file, and bring those of an older one to what the code expects.

    Most starts find nothing to do.
    """
    with db.engine.connect() as connection:
        if revision_of(connection) == newest_revision():
            return
        if inspect(connection).get_table_names():
            bring_up(connection)
        else:
            make_tables(connection)
        connection.commit()


def make_tables(connection):
    """The tables of today at once. A new file holds nothing that the migrations would have to carry along."""
    db.metadata.create_all(connection)
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:newest)"), {"newest": newest_revision()})


def bring_up(connection, where="head"):
    """Step by step from where an older file stands to a migration, the newest unless another is named."""
    # Here and not above: it takes some 10 MB and a fifth of a second, for a file of before only.
    from alembic.command import upgrade
    from alembic.config import Config as AlembicConfig

    settings = AlembicConfig()
    settings.set_main_option("script_location", str(MIGRATIONS))
    settings.attributes["connection"] = connection
    upgrade(settings, where)


def newest_revision():
    """The number of the newest migration, which its file's name begins with."""
    return max(one.name[:4] for one in (MIGRATIONS / "versions").glob("[0-9]*.py"))


def revision_of(connection):
    """The number of the migration a file is at, or None for a new one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.scalar(text("SELECT version_num FROM alembic_version"))


def integrity():
    """What SQLite says of its own file: "ok", or what is wrong."""
    return db.session.execute(text("PRAGMA integrity_check")).scalar()


def first_start():
    return current_app.extensions.setdefault("first start", FirstStart())


def patience():
    """The waits of whoever asks now: a stranger's wrong tries from another address do not make the laptop wait.

    Addresses are in memory only, and at most a thousand of them.
    """
    known = current_app.extensions.setdefault("patience", {})
    if request.remote_addr not in known and len(known) >= 1000:
        known.pop(next(iter(known)))
    return known.setdefault(request.remote_addr, Patience())
