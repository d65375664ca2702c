"""Two laptops that copy to one stick: neither takes away, renews or offers what is the other's."""

import json
import shutil

import pytest

from facilitator.access.data_folder import name_of
from facilitator.access.vault import Vault
from facilitator.copies import shelf
from facilitator.copies.restoring import good_one_before
from facilitator.db import db
from facilitator.keeping.rekeying import change_passphrase
from facilitator.reviews.actions import begin_review
from tests.conftest import PASSPHRASE, QUICK

THEIRS = "f" * 16


def write(title):
    begin_review(title=title, why="", period="", questions=[])
    db.session.commit()


@pytest.fixture
def theirs(copier, stick, review):
    """A good copy of another laptop's data folder, older than ours, and one that laptop is just making."""
    copier.copy()
    [ours] = shelf.copies_in(stick)
    copy = shutil.copytree(ours, stick / "2020-01-01T00-00-00.000Z")
    note = json.loads((copy / "vault.json").read_text())
    (copy / "vault.json").write_text(json.dumps(note | {"folder": THEIRS}))
    making = stick / f".2026-11-30T00-00-00.000Z-{THEIRS}.part"
    making.mkdir()
    return copy, making


def test_ten_of_ones_own_are_kept_and_the_others_stay(copier, stick, theirs):
    """Seen to fail when the copies of all are counted together, and when whatever is in the making is taken away."""
    for number in range(12):
        write(f"Case {number}")
        copier.copy()

    copy, making = theirs
    assert copy.is_dir() and making.is_dir()
    assert len(shelf.copies_in(stick)) == 10 + 1


def test_what_is_taken_back_here_leaves_the_others_copies_alone(copier, stick, theirs):
    """Seen to fail when a renewal takes whatever lies there."""
    copier.ask(renewal=True)

    copier.copy()

    assert theirs[0].is_dir() and len(shelf.copies_in(stick)) == 1 + 1
    assert copier.troubles == []


def test_a_damaged_copy_leads_to_no_copy_of_the_other(stick, theirs):
    """Seen to fail when the older ones of all are offered."""
    ours = next(copy for copy in shelf.copies_in(stick) if copy != theirs[0])

    assert good_one_before(ours, PASSPHRASE) is None


def test_a_data_folder_keeps_its_name_under_another_passphrase(tmp_path, empty_data):
    """Seen to fail when another passphrase makes a note without it: older copies would be somebody else's."""
    folder = tmp_path / "data"
    shutil.copytree(empty_data[0], folder)
    before = name_of(folder)

    change_passphrase(folder, PASSPHRASE, "five other plain words here", QUICK)

    assert before and name_of(folder) == before
    Vault(folder).open("five other plain words here")


def test_copies_from_before_there_were_names_are_ones_own(copier, stick, vault, review):
    note = json.loads((vault.folder / "vault.json").read_text())
    note.pop("folder")
    (vault.folder / "vault.json").write_text(json.dumps(note))
    for number in range(12):
        write(f"Case {number}")
        copier.copy()

    assert len(shelf.copies_in(stick)) == 10
    assert sorted(path.name for path in stick.iterdir()) == sorted(path.name for path in shelf.copies_in(stick))
