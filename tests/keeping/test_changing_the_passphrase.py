"""Another passphrase opens everything, the old one nothing; and no power cut leaves a folder that neither opens."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from facilitator.access.vault import Vault
from facilitator.copies.restoring import finish_restoring
from facilitator.copies.shelf import copies_in
from facilitator.db import db
from facilitator.keeping.commands import change
from facilitator.keeping.rekeying import change_passphrase
from facilitator.names.closed_file import ClosedFile
from facilitator.refusal import Refused
from tests.conftest import PASSPHRASE, QUICK

NEW = "five other plain words here"


@pytest.fixture
def folder(app, review, leader, tmp_path):
    """A data folder with a review, a name to keep out, and a copy; nothing runs on it."""
    leader.post(f"/reviews/{review.id}/names/opening", data={"passphrase": PASSPHRASE})
    leader.post(f"/reviews/{review.id}/names", data={"kind": "name", "typed": "Connor Okafor"})
    app.extensions["copies"].copy()
    db.session.remove()
    db.engine.dispose()
    return Path(shutil.copytree(app.extensions["config"].data, tmp_path / "still" / "data"))


def what_opens(folder, passphrase):
    """The titles and the names that this passphrase opens, or None."""
    vault = Vault(folder)
    try:
        vault.open(passphrase)
    except Refused:
        return None
    with closing(vault.connect()) as file:
        titles = [row[0] for row in file.execute("SELECT title FROM review")]
    key = vault.second_key(passphrase, "names")
    files = [ClosedFile(path.parent, path.stem) for path in (folder / "names").glob("*.db")]
    return titles, [thing.text for file in files for thing in file.read(key)]


EVERYTHING = (["A mark on the hand"], ["Connor Okafor"])


def test_the_new_one_opens_everything_and_the_old_one_nothing(folder):
    change_passphrase(folder, PASSPHRASE, NEW, QUICK)

    assert what_opens(folder, NEW) == EVERYTHING
    assert what_opens(folder, PASSPHRASE) is None


def test_nothing_that_the_old_one_opens_stays_in_the_folder_or_beside_it(folder):
    assert copies_in(folder / "copies")

    change_passphrase(folder, PASSPHRASE, NEW, QUICK)

    assert list(copies_in(folder / "copies")) == []
    assert [path.name for path in folder.parent.iterdir()] == ["data"]


@pytest.mark.parametrize(("old", "new"), [("not the passphrase", NEW), (PASSPHRASE, "short"), (PASSPHRASE, PASSPHRASE)])
def test_a_wrong_or_weak_one_changes_nothing(folder, old, new):
    with pytest.raises(Refused):
        change_passphrase(folder, old, new, QUICK)

    assert what_opens(folder, PASSPHRASE) == EVERYTHING


class PowerCut(BaseException):
    """The program stops here, at once."""


def cut_at(monkeypatch, step):
    """Every change of a name on the disk counts as a step; at that one the power goes. Returns how many there were."""
    done = []

    def counted(change):
        def act(self, *arguments, **settings):
            if len(done) == step:
                raise PowerCut
            done.append(self)
            return change(self, *arguments, **settings)

        return act

    for name in ("rename", "replace", "touch"):
        monkeypatch.setattr(Path, name, counted(getattr(Path, name)))
    # What dies does not tidy up after itself.
    monkeypatch.setattr("facilitator.keeping.rekeying.shutil.rmtree", lambda *_, **__: None)
    return done


def test_wherever_the_power_goes_one_of_the_two_opens_everything(folder, monkeypatch):
    step, finished, opened_by = 0, False, set()
    while not finished:
        here = Path(shutil.copytree(folder, folder.parent / f"try-{step}" / "data"))
        with monkeypatch.context() as patch:
            cut_at(patch, step)
            try:
                change_passphrase(here, PASSPHRASE, NEW, QUICK)
                finished = True
            except PowerCut:
                step += 1
        finish_restoring(here)
        by_old, by_new = what_opens(here, PASSPHRASE), what_opens(here, NEW)
        assert EVERYTHING in (by_old, by_new), f"after step {step}"
        opened_by.add("old" if by_old else "new")

    assert step > 5 and opened_by == {"old", "new"}


def test_the_command_says_what_has_become_of_the_copies(folder, monkeypatch):
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FACILITATOR_NEW_PASSPHRASE", NEW)

    run = CliRunner().invoke(change, ["--data", str(folder)])

    assert run.exit_code == 0, run.output
    assert "The new passphrase opens everything" in run.output and "copies that the old one opened" in run.output
    assert what_opens(folder, NEW) == EVERYTHING
