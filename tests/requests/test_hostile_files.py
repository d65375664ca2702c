import json
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
MIB = 2**20


def test_every_hostile_file_is_refused_with_a_sentence_within_memory_and_time():
    run = subprocess.run(
        [sys.executable, str(HERE / "read_hostile_files.py")],
        env=os.environ | {"PYTHONPATH": f"{HERE}{os.pathsep}{HERE.parents[1]}"},
        capture_output=True,
        text=True,
        timeout=250,
    )
    read = [json.loads(line) for line in run.stdout.splitlines()]

    assert run.returncode == 0, run.stderr[-2000:]
    assert len(read) >= 60
    assert [one for one in read if one["said"].startswith(("NOT REFUSED", "BROKE")) or len(one["said"]) > 400] == []
    assert [one for one in read if one["grew"] > 50 * MIB] == []
    assert [one for one in read if one["took"] > 10] == []
    assert not Path("/tmp/facilitator-was-here").exists()
