"""The bench itself: it measures everything it says, and says when something failed."""

import json
import os
import subprocess
import sys

import pytest

from facilitator.bench.rows import row
from facilitator.bench.scenarios import SCENARIOS

FIELDS = {"scenario", "phones", "samples", "failed", "p50_ms", "p95_ms", "max_ms", "limit_p95_ms", "ratio"}


@pytest.mark.slow
def test_every_scenario_gives_a_row_beside_the_bare_server(tmp_path):
    rows = tmp_path / "rows.json"
    command = ["bench", "--phones", "4", "--seconds", "1", "--json", str(rows)]

    done = subprocess.run(
        [sys.executable, "-m", "facilitator.cli", *command],
        env=os.environ | {"TMPDIR": str(tmp_path)}, capture_output=True, text=True, timeout=120,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(rows.read_text())
    assert [one["scenario"] for one in found] == list(SCENARIOS)
    assert all(one.keys() >= FIELDS and one["samples"] >= 4 and not one["failed"] for one in found)
    assert all(one["p50_ms"] <= one["p95_ms"] <= one["max_ms"] and one["limit_p95_ms"] > 0 for one in found)
    assert "Acknowledged and not in the archive: 0" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["rows.json"], "something was left behind"


def test_a_row_counts_what_failed_and_compares_with_the_bare_server():
    found = row("paced", 2, [0.010, 0.030], failed=1, limit=[0.005, 0.010])

    assert (found.samples, found.failed, found.p50_ms, found.p95_ms) == (3, 1, 10.0, 30.0)
    assert (found.limit_p95_ms, found.ratio) == (10.0, 3.0)
