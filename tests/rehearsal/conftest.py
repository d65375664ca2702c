"""Rehearsals are started as people start them: as a command, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SMALL = Path(__file__).parent / "small.yaml"


@pytest.fixture(scope="session")
def rehearse(tmp_path_factory):
    """rehearse(case, "--phones", "4") → the finished process. What it left would lie in `rehearse.temporary`."""
    temporary = tmp_path_factory.mktemp("temporary")

    def run(case, *options, passphrase=""):
        return subprocess.run(
            [sys.executable, "-m", "facilitator.cli", "rehearse", str(case), "--pace", "0", *options],
            env=os.environ | {"TMPDIR": str(temporary), "COLUMNS": "200", "FACILITATOR_PASSPHRASE": passphrase},
            capture_output=True,
            text=True,
            timeout=120,
        )

    run.temporary = temporary
    return run


@pytest.fixture(scope="session")
def small_day(rehearse, tmp_path_factory):
    """The small case, played once by its three participants and an observer. It has `report` and `archive` paths."""
    folder = tmp_path_factory.mktemp("small")
    report, archive = folder / "r.docx", folder / "a.json"
    done = rehearse(SMALL, "--phones", "4", "--report", str(report), "--archive", str(archive))
    done.report, done.archive = report, archive
    return done
