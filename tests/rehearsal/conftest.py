"""Rehearsals are started as people start them: as a command in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SMALL = Path(__file__).parent / "small.yaml"


@pytest.fixture
def rehearse(tmp_path):
    """rehearse(case, "--phones", "4") → the finished process; its temporary folders lie under tmp_path / "temporary"."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    def run(case=SMALL, *options, **environment):
        command = [sys.executable, "-m", "facilitator.cli", "rehearse", str(case), "--pace", "0", *options]
        environment = {**os.environ, "TMPDIR": str(temporary), "COLUMNS": "200", **environment}
        environment.pop("FACILITATOR_PASSPHRASE", None) if "FACILITATOR_PASSPHRASE" not in environment else None
        return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)

    run.temporary = temporary
    return run
