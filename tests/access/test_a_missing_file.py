"""The file without its note, or the note without its file: nothing new is made in their place, and a sentence says so.

SQLite makes a file that is not there, and takes an empty one for a new one, which any passphrase opens.
"""

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from click.testing import CliRunner

from facilitator.access.vault import Vault
from facilitator.cli import main
from facilitator.db import db
from facilitator.refusal import Refused
from tests.access.test_first_start import GOOD, code_of, new_app, visitor  # noqa: F401
from tests.conftest import PASSPHRASE, QUICK


@pytest.fixture
def folder(app, review):
    """A data folder with a review in it; nothing has it open."""
    db.session.remove()
    db.engine.dispose()
    return app.extensions["vault"].folder


@pytest.mark.parametrize("passphrase", [PASSPHRASE, "any other words at all"])
def test_a_folder_whose_file_is_missing_is_opened_by_nobody(folder, passphrase):
    """Seen to fail without check_whole: the right passphrase was told that it does not open the folder."""
    (folder / "reviews.db").unlink()

    with pytest.raises(Refused, match=r"reviews.db is not in .*restore"):
        Vault(folder, QUICK).open(passphrase)

    assert not (folder / "reviews.db").exists()


def test_an_empty_file_is_opened_by_nobody(folder):
    """Seen to fail without the size in check_whole, and without the one in Vault.connect: any passphrase opened it."""
    (folder / "reviews.db").write_bytes(b"")
    vault = Vault(folder, QUICK)

    with pytest.raises(Refused, match="or it is empty"):
        vault.open("any other words at all")

    vault._key = b"k" * 32
    with pytest.raises(sqlcipher.OperationalError):
        vault.connect()


def test_a_connection_makes_no_file(app, tmp_path):
    """Seen to fail with the mode "rwc" in Vault.unlocked."""
    with pytest.raises(sqlcipher.OperationalError, match="unable to open"):
        app.extensions["vault"].unlocked(tmp_path / "not there.db")

    assert not (tmp_path / "not there.db").exists()


@pytest.mark.parametrize("left", ["reviews.db", "reviews.db-wal"])
def test_a_file_without_its_note_is_no_first_start(folder, left):
    """Seen to fail with the note alone asked for in is_empty: a new salt was written beside the old words."""
    (folder / "vault.json").unlink()
    (folder / "reviews.db").rename(folder / left)
    before = (folder / left).read_bytes()
    vault = Vault(folder, QUICK)

    assert not vault.is_new
    for act in (vault.create, vault.open):
        with pytest.raises(Refused, match=r"vault.json is not in .*restore"):
            act(PASSPHRASE)

    assert (folder / left).read_bytes() == before
    assert not (folder / "vault.json").exists() and not vault.is_open


@pytest.mark.parametrize("missing", ["reviews.db", "vault.json"])
def test_the_commands_say_so_and_change_nothing(folder, missing, monkeypatch):
    monkeypatch.setenv("COLUMNS", "300")
    (folder / missing).unlink()

    for command in (["backup"], ["--no-browser", "--port", "0"]):
        run = CliRunner().invoke(main, ["--data", str(folder), *command], env={"FACILITATOR_PASSPHRASE": PASSPHRASE})
        assert run.exit_code == 1
        assert f"{missing} is not in" in run.output.replace("\n", "")

    assert not (folder / missing).exists() and not list((folder / "copies").glob("*"))


def test_a_first_start_that_broke_off_is_a_first_start_again(visitor, new_app, tmp_path, monkeypatch):  # noqa: F811
    """The power goes when the file is there and its note is not. Seen to fail with any file counted in is_empty."""

    def power_cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("facilitator.access.data_folder.write_note", power_cut)
        Vault(tmp_path / "data", QUICK).create(GOOD)
    assert (tmp_path / "data" / "reviews.db").exists()

    form = {"code": code_of(new_app), "passphrase": GOOD, "again": GOOD}
    assert visitor.post("/first-start", data=form, follow_redirects=True).request.path == "/reviews"


def test_who_was_refused_a_passphrase_has_opened_nothing(tmp_path, monkeypatch):
    """Seen to fail without `self._key = None` in create: the program called itself open."""
    vault = Vault(tmp_path / "data", QUICK)

    def full(*_):
        raise OSError

    monkeypatch.setattr("facilitator.access.data_folder.write_note", full)
    with pytest.raises(OSError):
        vault.create(PASSPHRASE)

    assert not vault.is_open and vault.is_new
