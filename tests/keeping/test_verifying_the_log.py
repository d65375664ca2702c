"""Whoever changes the log afterwards is found out."""

import json

import pytest
from click.testing import CliRunner
from sqlalchemy import text

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.refusal import Refused
from facilitator.reports.archive.writing import as_text, write_archive
from facilitator.reports.log_commands import verify_log
from tests.conftest import PASSPHRASE

COLUMNS = "review_id, at, role, act, about, previous, hash"


@pytest.fixture
def logged(leader, workshop):
    for act in ("next", "back", "blank", "uncovering"):
        leader.post(f"/w/{workshop.code}/{act}")


@pytest.fixture
def verify(app, review, logged, monkeypatch):
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)

    def run(*arguments):
        db.session.commit()
        return CliRunner().invoke(verify_log, [*arguments, "--data", str(app.extensions["config"].data)])

    return run


def test_an_untouched_log_is_unbroken(verify):
    run = verify("A mark on the hand")

    assert run.exit_code == 0
    assert "5 lines, unbroken. It ends in " in run.output


@pytest.mark.parametrize(
    ("how", "line"),
    [
        ("UPDATE log_line SET about = '{}' WHERE act = 'wall blanked'", 4),
        ("UPDATE log_line SET at = '2020-01-01 00:00:00.000000' WHERE act = 'wall blanked'", 4),
        ("DELETE FROM log_line WHERE act = 'wall blanked'", 4),
        ("UPDATE log_line SET role = 'scribe' WHERE act = 'workshop opened'", 1),
        (f"INSERT INTO log_line (key, {COLUMNS}) SELECT 'x', {COLUMNS} FROM log_line WHERE act = 'wall blanked'", 6),
    ],
)
def test_a_line_changed_taken_out_or_put_in_is_named(verify, how, line):
    db.session.execute(text(how.replace("'{}'", "'{\"x\": 1}'")))

    run = verify()

    assert run.exit_code == 4
    assert f"broken at line {line} of" in run.output


def test_an_end_that_was_cut_off_shows_against_the_ending_noted_before(verify):
    noted = verify().output.strip().rstrip(".").split()[-1]
    assert verify("--noted", noted).exit_code == 0
    db.session.execute(text("DELETE FROM log_line WHERE act = 'wall uncovered'"))

    assert verify().exit_code == 0  # what is left is a whole chain, and alone it cannot tell
    assert verify("--noted", noted).exit_code == 4


def test_the_log_in_an_archive_can_be_verified_too(verify, review, tmp_path):
    archive = json.loads(as_text(write_archive(review)))
    file = tmp_path / "archive.json"
    file.write_text(json.dumps(archive))
    assert "5 lines, unbroken" in verify(str(file)).output

    archive["log"][2]["act"] = "something else"
    file.write_text(json.dumps(archive))

    assert verify(str(file)).exit_code == 4


def test_a_file_that_is_no_archive_is_refused_with_a_sentence(verify, tmp_path):
    (tmp_path / "file.json").write_text("{}")

    run = verify(str(tmp_path / "file.json"))

    assert isinstance(run.exception, Refused) and "is not a whole archive" in run.exception.sentence


def test_the_log_alone_can_be_taken_out_and_verified(verify, leader, review, tmp_path):
    taken = leader.post(f"/reviews/{review.id}/report/log", data={"passphrase": PASSPHRASE})
    file = tmp_path / "log.json"
    file.write_bytes(taken.data)

    assert "5 lines, unbroken" in verify(str(file)).output
    assert "log taken out" in db.session.scalars(db.select(LogLine.act)).all()
    assert review.all_entries[0].text not in taken.text


def test_it_is_not_taken_out_without_the_passphrase_nor_by_an_outsider(leader, outsider, review, logged):
    wrong = leader.post(f"/reviews/{review.id}/report/log", data={"passphrase": "another one entirely"})

    assert wrong.status_code == 422 and "Nothing was taken out" in wrong.text
    assert outsider.post(f"/reviews/{review.id}/report/log", data={"passphrase": PASSPHRASE}).status_code == 403


def test_how_it_ends_stands_on_the_page_to_be_noted(verify, leader, at):
    noted = verify().output.strip().rstrip(".").split()[-1]

    assert f"<code>{noted}</code>" in leader.get(at()).text


def test_the_page_says_when_it_is_broken(leader, logged, at):
    db.session.execute(text("UPDATE log_line SET role = 'scribe' WHERE act = 'wall blanked'"))
    db.session.commit()

    assert "broken at line 4 of 5" in leader.get(at()).text
