"""The database: one encrypted SQLite file, opened with the key that access.vault holds."""

import secrets
from datetime import UTC, datetime
from functools import cache

import sqlcipher3.dbapi2
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, MetaData, String, bindparam, insert, update
from sqlalchemy.orm import DeclarativeBase, Mapped, make_transient_to_detached, mapped_column
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.pool import QueuePool
from sqlalchemy.types import TypeDecorator


class Model(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


# expire_on_commit would read every row again after each commit: a sixth of the time of a save.
db = SQLAlchemy(model_class=Model, session_options={"expire_on_commit": False})


def ask_plain(query, values):
    """The rows of a query for plain columns. What is pending is written first, as with every other question.

    To make a whole record of a row takes longer than to read it; where a yes or a number is asked for, none is made.
    """
    db.session.flush()
    return db.session.connection().execute(query, values)


def write(model, **values):
    """Write a row at once. Returns its id; no record is made of it, which takes longer than to write it.

    For what a whole room writes at the same moment. values: of its columns; those not named are empty, also where there
    is a default.
    """
    db.session.flush()
    made = db.session.connection().execute(row_of(model), in_full(model, values))
    return made.inserted_primary_key[0]


@cache
def row_of(model):
    """The query that writes a row, put together once."""
    return insert(model.__table__)


def written(model, **values):
    """The same, for what is asked for again in this request: the record, held by the session as one that was read."""
    record = model(id=write(model, **values), **in_full(model, values))
    make_transient_to_detached(record)
    db.session.add(record)
    return record


def change(record, **values):
    """Change columns of a record at once, in the file and in the record.

    For what a whole room waits for; the session would first look for all that could belong to the change.
    """
    db.session.connection().execute(changed(type(record), *values), {"its_id": record.id, **values})
    for name, value in values.items():
        set_committed_value(record, name, value)


@cache
def changed(model, *names):
    """The query that changes these columns of one row, put together once."""
    table = model.__table__
    return update(table).where(table.c.id == bindparam("its_id")).values({name: bindparam(name) for name in names})


def in_full(model, values):
    """Every column of a new row but its id, which the file gives."""
    return empty_row(model) | values


@cache
def empty_row(model):
    return {name: None for name in model.__table__.c.keys() if name != "id"}  # noqa: SIM118


class Moment(TypeDecorator):
    """A point in time: aware UTC in Python, naive UTC in the file."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value, dialect):
        return value and value.replace(tzinfo=UTC)


def now():
    """This moment, in UTC."""
    return datetime.now(UTC)


def new_key():
    """128 random bits as 32 hexadecimal signs: a name that holds in every data folder and archive."""
    return secrets.token_hex(16)


class Keyed:
    """Something an archive can refer to, in whichever data folder it is opened."""

    key: Mapped[str] = mapped_column(String(40), unique=True, default=new_key)


def engine_settings(vault):
    """The Flask settings that open the vault's file through SQLCipher."""
    return {
        "SQLALCHEMY_DATABASE_URI": f"sqlite:///{vault.database}",
        "SQLALCHEMY_ENGINE_OPTIONS": {
            "module": sqlcipher3.dbapi2,
            "creator": vault.connect,
            # SQLAlchemy would keep one connection a thread here; a pool serves greenlets better.
            "poolclass": QueuePool,
            # The connection let go last still has its pages decrypted: what another wrote makes one read them anew.
            "pool_use_lifo": True,
            "pool_size": 8,
            "max_overflow": 56,
        },
    }
