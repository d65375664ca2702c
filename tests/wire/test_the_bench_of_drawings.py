"""The bench's largest pictures: they are drawn whole, and what was not drawn counts as failed."""

import asyncio
import json

import pytest

from facilitator.bench import drawings, made_up, play
from tests.apart import in_a_thread


@pytest.fixture
def small(monkeypatch):
    monkeypatch.setattr(made_up, "ENTRIES", 12)
    monkeypatch.setattr(made_up, "INFLUENCES", 9)
    monkeypatch.setattr(drawings, "FEWEST", 2)


@pytest.mark.parametrize("name", ["lanes", "matrix"])
def test_a_picture_is_fetched_as_often_as_asked_and_written_as_a_row(small, tmp_path, name):
    rows = tmp_path / "rows.json"

    code = in_a_thread(asyncio.run, play.drawn({"scenario": name, "seconds": 0, "phones": 60, "json": str(rows)}))

    (row,) = json.loads(rows.read_text())
    assert (code, row["scenario"], row["samples"], row["failed"]) == (0, name, 2, 0)
    assert 0 < row["p50_ms"] <= row["p95_ms"]


def test_an_answer_without_the_picture_fails(small, monkeypatch, tmp_path):
    monkeypatch.setitem(drawings.DRAWINGS, "lanes", ("01-welcome", "wall/now", "<svg class=lanes"))

    code = in_a_thread(asyncio.run, play.drawn({"scenario": "lanes", "seconds": 0, "phones": 60, "json": None}))

    assert code == play.FAILED
