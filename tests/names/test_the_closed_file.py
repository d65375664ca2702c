"""The file of real names: apart from everything else, under a key of its own, and gone without a trace."""

import json

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from facilitator.access.vault import Vault
from facilitator.names.actions import forget_names
from facilitator.names.asking import names_of_the_case
from facilitator.names.closed import ClosedNames
from facilitator.names.closed_file import CannotBeOpened, ClosedFile
from facilitator.refusal import Refused

PASSPHRASE = "four plain words here"
NAME = "Connor Okafor"


@pytest.fixture
def kept(app):
    return app.extensions["names"]


@pytest.fixture
def file(kept, review):
    return ClosedFile(kept.folder, review.key)


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_byte_of_a_name_is_anywhere_in_the_data_folder(app, keep_out, file):
    keep_out("name", NAME)

    assert file.path.stat().st_size > 1000
    everything = bytes_of(app.extensions["config"].data)
    assert not any(word in everything for word in (b"Okafor", b"okafor", "Okafor".encode("utf-16-le")))


def test_the_key_of_the_main_file_does_not_open_it(app, keep_out, file):
    keep_out("name", NAME)

    with pytest.raises(CannotBeOpened):
        file.read(app.extensions["vault"]._key)
    connection = sqlcipher.connect(str(file.path))
    connection.execute(f"PRAGMA key = \"x'{app.extensions['vault']._key.hex()}'\"")
    with pytest.raises(sqlcipher.DatabaseError):
        connection.execute("SELECT * FROM kept_out")
    connection.close()


def test_the_main_file_and_what_is_taken_out_know_nothing_of_it(app, leader, review, keep_out):
    keep_out("name", NAME)

    answer = leader.post(f"/reviews/{review.id}/report/archive", data={"passphrase": PASSPHRASE})

    assert json.loads(answer.data)["review"]["title"] == review.title
    assert "Okafor" not in answer.text


def test_after_a_restart_the_names_are_found_again_once_the_passphrase_is_typed(app, keep_out, review, kept):
    keep_out("name", NAME)
    later = ClosedNames(app)
    app.extensions["names"] = later
    with pytest.raises(Refused, match="could not be read"):
        names_of_the_case(review, "Okafor rang.")

    later.make_sieves(PASSPHRASE)

    assert [found.kind for found in names_of_the_case(review, "Okafor rang.")] == ["name"]
    assert later._keys == {}


def test_opening_the_vault_makes_the_sieves(app, keep_out, review):
    keep_out("name", NAME)
    later = ClosedNames(app)
    again = Vault(app.extensions["config"].data, app.extensions["vault"].cost)
    again.after_opening.append(later.make_sieves)

    again.open(PASSPHRASE)

    assert later.sieve_for(review).find("Okafor rang.")


def test_a_file_that_cannot_be_read_stops_the_check_and_not_the_program(app, keep_out, file, kept, review):
    keep_out("name", NAME)
    file.path.write_bytes(b"broken" * 1000)

    kept.make_sieves(PASSPHRASE)

    with pytest.raises(Refused, match="could not be read"):
        names_of_the_case(review, "Okafor rang.")


def test_another_passphrase_takes_over(app, keep_out, file, kept):
    keep_out("name", NAME)
    new_key = b"n" * 32

    kept.rekey_all(PASSPHRASE, new_key)

    assert [thing.text for thing in file.read(new_key)] == [NAME]
    with pytest.raises(CannotBeOpened):
        file.read(kept.key_from(PASSPHRASE))
    assert [path.name for path in kept.folder.iterdir()] == [file.path.name]


def test_forgotten_names_leave_no_byte(app, keep_out, file, kept, review, monkeypatch):
    keep_out("name", NAME)
    before, left = file.path.read_bytes(), []
    monkeypatch.setattr("pathlib.Path.unlink", lambda path, **_: left.append(path.read_bytes()))

    forget_names(review.key)
    monkeypatch.undo()

    # What was on the disk at the moment of taking it away is noise: not even the salt of the file is left.
    assert len(left[0]) == len(before)
    assert not any(before[at : at + 16] in left[0] for at in range(0, len(before), 16))
    forget_names(review.key)
    assert not list(kept.folder.iterdir())
    assert names_of_the_case(review, "Okafor rang.") == []
    forget_names(review.key)
