"""`backup` and `restore`: the data folder is destroyed, and everything is there again with the passphrase only."""

import shutil

import pytest
from click.testing import CliRunner

from facilitator.access.vault import Vault
from facilitator.cli import main
from facilitator.copies import shelf
from facilitator.db import db
from tests.access.holder import held_by_another_process
from tests.conftest import PASSPHRASE
from tests.copies.test_making_copies import VIEW, spoil, statements_in, write


@pytest.fixture(autouse=True)
def ours_is_stopped(app, vault, monkeypatch, tmp_path):
    """The commands run on folders that nobody holds; a home of their own keeps them off this machine's."""
    from facilitator.access.holding import let_go

    monkeypatch.setenv("COLUMNS", "300")
    monkeypatch.delenv("FACILITATOR_COPIES", raising=False)
    yield
    for folder in (vault.folder, tmp_path / "other profile"):
        let_go(folder)


def run(*command, passphrase=PASSPHRASE):
    done = CliRunner().invoke(main, list(map(str, command)), env={"FACILITATOR_PASSPHRASE": passphrase})
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def opened_elsewhere(folder):
    vault = Vault(folder)
    vault.open(PASSPHRASE)
    return vault


def test_after_the_data_folder_is_destroyed_another_profile_has_everything(
    copier, vault, stick, hv, go_to, tmp_path
):
    go_to(VIEW)
    hv.say(VIEW, "going-on", "I thought it was a referral.")
    copier.copy()
    db.session.remove()
    db.engine.dispose()
    shutil.rmtree(vault.folder)
    (copy,) = shelf.copies_in(stick)

    done = run("restore", copy, "--data", tmp_path / "other profile")

    assert done.exit_code == 0, done.output
    restored = opened_elsewhere(tmp_path / "other profile")
    assert statements_in(restored, tmp_path / "other profile") == ["I thought it was a referral."]
    assert (tmp_path / "other profile" / "scripts").is_dir()
    # Cookies are signed with what follows from the passphrase: phones are let in again where they were.
    assert restored.secret_for("cookies") == vault.secret_for("cookies")


def test_a_backup_is_made_while_the_program_runs(vault, review, stick):
    with held_by_another_process(vault.folder):
        done = run("--data", vault.folder, "backup", "--to", stick)

    assert done.exit_code == 0, done.output
    (copy,) = shelf.copies_in(stick)
    assert str(copy) in done.output.replace("\n", "")


def test_without_a_place_a_backup_lies_in_the_data_folder_and_is_listed(vault, review):
    run("backup", "--data", vault.folder)
    (copy,) = shelf.copies_in(vault.folder / "copies")

    listed = run("restore", "--data", vault.folder)

    assert f"python3 run.py restore {copy}" in listed.output


def test_a_restore_keeps_what_was_there_before(vault, review):
    run("backup", "--data", vault.folder)
    (copy,) = shelf.copies_in(vault.folder / "copies")
    write("Written after the copy")
    db.session.remove()
    db.engine.dispose()

    done = run("restore", copy.name, "--data", vault.folder)

    assert done.exit_code == 0, done.output
    (aside,) = vault.folder.parent.glob("data-put-aside-*")
    assert titles_in(aside) == ["A mark on the hand", "Written after the copy"]
    assert titles_in(vault.folder) == ["A mark on the hand"]
    assert shelf.copies_in(vault.folder / "copies") == [copy]
    assert str(aside) in done.output.replace("\n", "")


def titles_in(folder):
    connection = opened_elsewhere(folder).connect()
    titles = [row[0] for row in connection.execute("SELECT title FROM review ORDER BY id")]
    connection.close()
    return titles


def test_a_restored_folder_is_opened_by_the_program_itself(vault, review, tmp_path):
    from facilitator.config import Config
    from facilitator.reports.commands import export_review

    run("backup", "--data", vault.folder)
    (copy,) = shelf.copies_in(vault.folder / "copies")
    other = tmp_path / "other profile"
    run("restore", copy, "--data", other)
    db.session.remove()

    config = Config(data=other, passphrase=PASSPHRASE, testing=True)

    assert export_review(config, "A mark", archive_path=tmp_path / "a.json") == "A mark on the hand"


def test_a_damaged_copy_is_refused_and_the_good_one_before_it_offered(vault, review, stick):
    for _ in range(3):
        run("backup", "--to", stick, "--data", vault.folder)
    newest, middle, oldest = shelf.copies_in(stick)
    spoil(newest / "reviews.db")
    (middle / "vault.json").write_text("{")
    before = {path: path.read_bytes() for path in vault.folder.glob("*") if path.is_file()}

    done = run("restore", newest, "--data", vault.folder)

    assert done.exit_code == 1
    assert "is damaged" in done.output
    assert f"The one before it is good: python3 run.py restore {oldest}" in done.output.replace("\n", "")
    assert {path: path.read_bytes() for path in before} == before
    assert not list(vault.folder.parent.glob("data-put-aside-*"))


def test_a_wrong_passphrase_restores_nothing(vault, review, stick):
    run("backup", "--to", stick, "--data", vault.folder)
    (copy,) = shelf.copies_in(stick)

    done = run("restore", copy, "--data", vault.folder, passphrase="another one entirely")

    assert done.exit_code == 1
    assert "does not open the copy" in done.output and "Nothing was changed" in done.output


def test_a_restore_waits_until_the_program_is_stopped(vault, review, stick):
    run("backup", "--to", stick, "--data", vault.folder)
    (copy,) = shelf.copies_in(stick)

    with held_by_another_process(vault.folder):
        done = run("restore", copy, "--data", vault.folder)

    assert done.exit_code == 1
    assert "Stop it first" in done.output


def test_a_copy_that_is_not_there_is_refused(vault, review):
    done = run("restore", "2026-01-01T00-00-00.000Z", "--data", vault.folder)

    assert done.exit_code == 1
    assert "There is no copy called" in done.output


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("data/elsewhere", "in the data folder itself"), ("Dropbox/copies", "synchronised"), ("gone/copies", "not there")],
)
def test_a_second_place_that_will_not_do_is_refused_at_start(tmp_path, place, sentence):
    done = run("--data", tmp_path / "data", "--copies", tmp_path / place, "--no-browser", "--port", "0")

    assert done.exit_code == 1
    assert sentence in done.output
