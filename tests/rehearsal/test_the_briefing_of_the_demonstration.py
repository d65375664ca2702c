"""The team briefing of the demonstration, as it was rehearsed, is one page with everything on it."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from facilitator.rehearsal.commands import DEMO_CASE
from facilitator.reports.commands import export_command, import_command
from tests.reports.conftest import Docx
from tests.reports.office import as_pdf, pages_in


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_it_is_one_page_and_leaves_no_finding_out(app, tmp_path, monkeypatch):
    archive, made, data = tmp_path / "a.json", tmp_path / "b.docx", ["--data", str(tmp_path / "data")]
    play = [sys.executable, "-m", "facilitator.cli", "rehearse", str(DEMO_CASE), "--pace", "0"]
    play += ["--archive", str(archive)]
    subprocess.run(play, check=True, capture_output=True, env=os.environ | {"FACILITATOR_PASSPHRASE": ""})
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", "four plain words here")

    assert CliRunner().invoke(import_command, [str(archive), *data]).exit_code == 0
    taken = CliRunner().invoke(export_command, ["1", "--briefing", str(made), *data])

    assert taken.exit_code == 0, taken.output
    lines = Docx(made.read_bytes()).paragraphs("Bullet")
    assert [line[:9] for line in lines if line.startswith("Finding ")] == ["Finding 1", "Finding 2", "Finding 3"]
    assert pages_in(as_pdf(made.read_bytes(), tmp_path)) == 1
