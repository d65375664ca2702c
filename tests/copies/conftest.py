"""Copies of the standing cast's data folder, in the folder itself and in a second place."""

import sys

import gevent
import pytest

from facilitator.copies.copier import Copier
from tests.copies.bad_disk import build


@pytest.fixture
def vault(app):
    return app.extensions["vault"]


@pytest.fixture
def stick(tmp_path):
    """A second place."""
    return tmp_path / "stick"


@pytest.fixture
def copier(app, vault, stick):
    """The program's copier, with a second place; not running by itself."""
    app.extensions["copies"] = copier = Copier(vault, [vault.folder / "copies", stick])
    return copier


@pytest.fixture
def running(copier):
    """The copier as it runs beside the server, with a minute of a second and a half."""
    copier.every = 1.5
    greenlet = gevent.spawn(copier.run)
    yield copier
    greenlet.kill()


@pytest.fixture(scope="session")
def shim(tmp_path_factory):
    """The library that stands between SQLite and the disk, built once."""
    return build(tmp_path_factory.mktemp("shim"))


@pytest.fixture
def say(record_property, capsys):
    """say("20 kills, 0 lost") → on the terminal, beside the dots: the figures of a proof are worth reading."""

    def print_it(words):
        record_property("figures", words)
        with capsys.disabled():
            sys.stdout.write(f" {words} ")

    return print_it
