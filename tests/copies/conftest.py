"""Copies of the standing cast's data folder, in the folder itself and in a second place."""

import gevent
import pytest

from facilitator.copies.copier import Copier


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
