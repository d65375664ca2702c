"""Taking out and bringing in from the command line."""

import json

import pytest
from click.testing import CliRunner

from facilitator.access.holding import let_go
from facilitator.config import Config
from facilitator.db import db
from facilitator.refusal import Refused
from facilitator.reports.archive.writing import as_text, write_archive
from facilitator.reports.commands import export_command, export_review, import_archive, import_command
from tests.access.holder import held_by_another_process

PASSPHRASE = "four plain words here"


@pytest.fixture
def archive_file(told, tmp_path):
    file = tmp_path / "a.json"
    file.write_text(as_text(write_archive(told)), encoding="utf-8")
    return file


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)
    return Config.from_environment(tmp_path / "other data")


@pytest.fixture
def imported(archive_file, config):
    import_archive(config, archive_file)
    return config


def test_out_in_and_out_again_is_the_same_file(archive_file, imported, tmp_path):
    export_review(imported, "A mark", archive_path=tmp_path / "b.json")

    assert (tmp_path / "b.json").read_bytes() == archive_file.read_bytes()


def test_the_commands_speak_in_sentences(archive_file, config, tmp_path, read_word):
    data = ["--data", str(config.data)]
    brought = CliRunner().invoke(import_command, [str(archive_file), *data])
    files = ["--report", str(tmp_path / "r.docx"), "--archive", str(tmp_path / "b.json")]
    taken = CliRunner().invoke(export_command, ["a mark on the hand", *files, *data])

    assert (brought.exit_code, taken.exit_code) == (0, 0)
    assert "“A mark on the hand” is now in" in brought.output
    assert taken.output.count("is written to") == 2
    assert "A referral, I thought." in read_word((tmp_path / "r.docx").read_bytes()).text
    assert json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))["format"] == "facilitator-archive"


def test_the_findings_alone_are_written_too(imported, tmp_path, read_word):
    files = ["--findings", str(tmp_path / "f.docx"), "--data", str(imported.data)]

    taken = CliRunner().invoke(export_command, ["1", *files])

    assert taken.exit_code == 0, taken.output
    assert "The findings of the case review" in read_word((tmp_path / "f.docx").read_bytes()).paragraphs("Subtitle")


def test_receipts_are_written_too(imported, tmp_path, read_word):
    files = ["--receipts", str(tmp_path / "r.docx"), "--data", str(imported.data)]

    taken = CliRunner().invoke(export_command, ["1", *files])

    assert taken.exit_code == 0, taken.output
    assert "What became of what you said: " in read_word((tmp_path / "r.docx").read_bytes()).text


def test_the_team_briefing_is_written_too(imported, tmp_path, read_word):
    files = ["--briefing", str(tmp_path / "b.docx"), "--data", str(imported.data)]

    taken = CliRunner().invoke(export_command, ["1", *files])

    assert taken.exit_code == 0, taken.output
    assert len(read_word((tmp_path / "b.docx").read_bytes()).paragraphs("Question")) == 3


def test_it_asks_for_the_passphrase_when_none_is_given(imported, monkeypatch, tmp_path):
    monkeypatch.delenv("FACILITATOR_PASSPHRASE")
    arguments = ["1", "--report", str(tmp_path / "r.docx"), "--data", str(imported.data)]

    taken = CliRunner().invoke(export_command, arguments, input=f"{PASSPHRASE}\n")

    assert taken.exit_code == 0
    assert PASSPHRASE not in taken.output


@pytest.mark.parametrize("name", ["A mark on the hand", "a MARK", "1"])
def test_a_review_is_found_by_title_beginning_or_number(imported, tmp_path, name):
    assert export_review(imported, name, report_path=tmp_path / "r.docx") == "A mark on the hand"


def test_an_unknown_review_is_refused_with_those_there_are(imported, tmp_path):
    with pytest.raises(Refused, match="1: A mark on the hand"):
        export_review(imported, "Something else", report_path=tmp_path / "r.docx")


def test_nothing_to_write_is_refused(imported):
    with pytest.raises(Refused, match="Say what to write"):
        export_review(imported, "1")


def test_a_file_that_cannot_be_written_leaves_nothing_behind(imported, tmp_path):
    with pytest.raises(Refused, match="cannot be written"):
        export_review(imported, "1", report_path=tmp_path / "no such folder" / "r.docx")

    (tmp_path / "a folder").mkdir()
    with pytest.raises(Refused, match="cannot be written"):
        export_review(imported, "1", report_path=tmp_path / "a folder")
    assert not list(tmp_path.glob(".*"))


def test_a_second_import_is_refused(imported, archive_file):
    with pytest.raises(Refused, match="in the data folder already"):
        import_archive(imported, archive_file)


def test_an_export_does_not_make_a_data_folder(config, tmp_path):
    with pytest.raises(Refused, match="There is no review in"):
        export_review(config, "1", report_path=tmp_path / "r.docx")

    assert not config.data.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{", None], ids=["not text", "not json", "not there"])
def test_a_file_that_is_no_archive_is_refused_before_a_folder_is_made(config, tmp_path, content):
    if content is not None:
        (tmp_path / "x.json").write_bytes(content)

    with pytest.raises(Refused):
        import_archive(config, tmp_path / "x.json")

    assert not config.data.exists()


@pytest.fixture(autouse=True)
def close_what_was_opened(app):
    yield
    db.session.remove()


def test_a_data_folder_said_before_the_command_is_the_one(imported, tmp_path):
    from facilitator.cli import main

    command = ["--data", str(imported.data), "export", "1", "--archive", str(tmp_path / "b.json")]

    taken = CliRunner().invoke(main, command)

    assert taken.exit_code == 0, taken.output
    assert (tmp_path / "b.json").exists()


def test_a_folder_in_use_is_not_written_by_a_second_process(imported, archive_file):
    let_go(imported.data)

    with held_by_another_process(imported.data), pytest.raises(Refused, match="The program is running on"):
        import_archive(imported, archive_file)
