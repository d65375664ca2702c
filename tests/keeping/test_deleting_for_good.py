"""Two people on two devices delete a review, and nothing of it is left."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import func, select

from facilitator.access.actions import issue_pass
from facilitator.access.door import LEADER_COOKIE
from facilitator.access.vault import Vault
from facilitator.db import db
from facilitator.keeping.models import Purged
from facilitator.keeping.tidying import Tidying
from facilitator.reviews.models import Review
from tests.conftest import PASSPHRASE, QUICK

CANARY = "Unmistakable-canary-words"


@pytest.fixture
def told(hv, go_to, leader, workshop):
    """Words in the review, revealed and set aside with a reason."""
    go_to("05-view-at-the-time")
    hv.say("05-view-at-the-time", "going-on", f"{CANARY} about that day.")
    leader.post(f"/w/{workshop.code}/reveal")
    leader.post(f"/w/{workshop.code}/statements/1/setting-aside", data={"reason": f"{CANARY} again."})


def propose(leader, at, passphrase=PASSPHRASE):
    return leader.post(at("deletion"), data={"passphrase": passphrase})


def test_one_person_alone_deletes_nothing(leader, review, at):
    propose(leader, at)

    refused = leader.post(at("deletion/agreement"))

    assert "A second person must agree" in refused.text
    assert db.session.get(Review, review.id)


def test_signing_in_twice_makes_no_second_person(app, leader, review, at):
    propose(leader, at)
    second = app.test_client()
    second.set_cookie(LEADER_COOKIE, issue_pass("facilitator"))
    db.session.commit()

    assert "A second person must agree" in second.post(at("deletion/agreement")).text
    assert db.session.get(Review, review.id)


def test_the_passphrase_is_asked_once_more(leader, review, at):
    assert "That is not the passphrase" in propose(leader, at, "another one entirely").text
    assert review.proposals == []


def test_two_people_delete_it(leader, co_facilitator, review, told, at):
    propose(leader, at)

    gone = co_facilitator.post(at("deletion/agreement"))

    assert "The review is deleted" in gone.text
    left = db.session.scalar(select(Purged))
    assert (left.how, left.by) == ("by two people", "facilitator and co-facilitator")


def test_the_line_that_is_left_stands_in_the_list_of_reviews(leader, co_facilitator, review, told, at):
    key = f"<code>{review.key[:8]}</code>"
    assert key in leader.get(at()).text
    propose(leader, at)
    co_facilitator.post(at("deletion/agreement"))

    page = leader.get("/reviews").text

    assert key in page and "by two people (facilitator and co-facilitator)" in page
    assert "A mark on the hand" not in page


def test_no_row_of_it_is_left_in_any_table(leader, co_facilitator, review, told, at):
    propose(leader, at)
    co_facilitator.post(at("deletion/agreement"))

    tables = db.metadata.tables.items()
    left = {name: db.session.scalar(select(func.count()).select_from(table)) for name, table in tables}
    kept = {"pass": 1, "purged": 1}  # the facilitator's own pass belongs to no review
    assert {name: count for name, count in left.items() if count} == kept


def test_a_held_review_is_not_deleted(leader, co_facilitator, review, at):
    propose(leader, at)
    leader.post(at("hold"), data={"reason": "An inquest."})

    assert "Release it first" in co_facilitator.post(at("deletion/agreement")).text
    assert db.session.get(Review, review.id)


def test_a_proposal_can_be_taken_back(leader, co_facilitator, review, at):
    propose(leader, at)
    leader.post(at("deletion/taking-back"))

    assert "Nobody has proposed" in co_facilitator.post(at("deletion/agreement")).text


@pytest.fixture
def readable(monkeypatch):
    """The vault without its encryption, all else as shipped: what lies in the file can be looked for."""
    encrypted = Vault.unlocked

    def plain(self, database, mode="rw"):
        name, connect = f"{Path(database).as_uri()}?mode={mode}", encrypted.__globals__["sqlcipher"].connect
        connection = connect(name, uri=True, check_same_thread=False, timeout=10)
        connection.execute("SELECT count(*) FROM sqlite_master")
        return connection

    monkeypatch.setattr(Vault, "unlocked", plain)


@pytest.fixture
def empty_data(readable, tmp_path):
    """In place of the standing encrypted folder: one that can be read."""
    from facilitator import create_app
    from facilitator.access.opening import opened
    from facilitator.config import Config

    folder = tmp_path / "readable"
    vault = Vault(folder, QUICK)
    app = create_app(Config(data=folder, testing=True), vault)
    vault.create(PASSPHRASE)
    with app.app_context():
        opened(app)
        db.engine.dispose()
    return folder, vault._key


def bytes_of(folder):
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_no_byte_of_it_is_left_in_the_file_its_log_or_a_copy(app, leader, co_facilitator, told, at):
    folder = app.extensions["config"].data
    app.extensions["copies"].copy()
    assert CANARY.encode() in bytes_of(folder)

    propose(leader, at)
    co_facilitator.post(at("deletion/agreement"))
    db.session.remove()
    assert Tidying(app).tidy()
    app.extensions["copies"].copy()

    assert CANARY.encode() not in bytes_of(folder)


def test_withdrawn_words_are_gone_from_the_file_and_every_copy(app, hv, told):
    folder = app.extensions["config"].data
    tidying = Tidying(app)
    app.extensions["copies"].copy()
    hv.say("05-view-at-the-time", "information", "Another-canary in my own words.")
    app.extensions["copies"].copy()
    assert b"Another-canary" in bytes_of(folder)

    hv.post("/statements/2/withdrawal")
    db.session.remove()
    assert tidying.taken_away.is_set()
    tidying.look()
    app.extensions["copies"].copy()

    assert b"Another-canary" not in bytes_of(folder)
    assert CANARY.encode() in bytes_of(folder)  # what was not withdrawn is still kept


def test_words_without_an_author_are_gone_too_and_so_are_their_earlier_wordings(app, leader, hv, go_to, workshop):
    folder, tidying, copies = app.extensions["config"].data, Tidying(app), app.extensions["copies"]
    go_to("05-view-at-the-time")
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})
    given = hv.say("05-view-at-the-time", "going-on", "First-canary.", labelled="unlabelled")
    code = given.text.partition('data-words-code="')[2].partition('"')[0]

    def tidied():
        db.session.remove()
        tidying.look()
        copies.copy()
        return bytes_of(folder)

    assert b"First-canary" in tidied()

    hv.post("/slip/correction", words_code=code, text="Second-canary.")
    assert b"Second-canary" in tidied() and b"First-canary" not in bytes_of(folder)
    hv.post("/slip/withdrawal", words_code=code)

    assert b"Second-canary" not in tidied()


def test_the_readable_file_is_a_plain_one(app, told):
    """Or the two tests above would look for words where nobody can see any."""
    folder = app.extensions["config"].data
    shutil.copy(folder / "reviews.db", folder / "looked-at.db")

    assert sqlite3.connect(folder / "looked-at.db").execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > 20
