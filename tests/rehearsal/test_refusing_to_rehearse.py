"""What cannot be rehearsed gets a sentence and the exit code 1."""

import pytest

from tests.rehearsal.conftest import SMALL


def refused(done, *pieces):
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    for piece in pieces:
        assert piece in done.stdout
    return True


def test_a_malformed_case_is_named_with_file_and_line(rehearse, tmp_path):
    case = tmp_path / "crooked.yaml"
    case.write_text(SMALL.read_text().replace("weight: 2", "weight: 7"))
    line = case.read_text()[: case.read_text().index("weight: 7")].count("\n") + 1

    assert refused(rehearse(case), f"crooked.yaml, line {line}:", "1, 2, 3")


def test_a_case_that_is_not_there(rehearse, tmp_path):
    assert refused(rehearse(tmp_path / "none.yaml"), "none.yaml cannot be read")


def test_a_report_that_could_not_be_written_is_refused_before_the_day(rehearse, tmp_path):
    assert refused(rehearse(SMALL, "--report", str(tmp_path / "none" / "r.docx")), "cannot be written")


@pytest.mark.parametrize("passphrase", ["", "not the one it was made with"])
def test_a_data_folder_that_the_passphrase_does_not_open(rehearse, tmp_path, app, passphrase):
    folder = str(app.extensions["vault"].folder)

    assert refused(rehearse(SMALL, "--data", folder, passphrase=passphrase), "passphrase")


def test_a_passphrase_that_is_too_short(rehearse):
    assert refused(rehearse(SMALL, passphrase="short"), "at least 12 characters")
