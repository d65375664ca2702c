"""A statement that got lost on the way is named, without its words, and the exit code is 3."""

import json

import pytest

from facilitator.rehearsal.check import follows, text_of
from facilitator.rehearsal.measures import Measures
from facilitator.rehearsal.play import ALL_THERE, MISSING, verdict
from facilitator.rehearsal.words import Words

SURGERY = "Surgery & dispensary"


@pytest.fixture
def given():
    """Three of the things that are said in the small case."""
    return [
        Words("gp.message.going-on", SURGERY, "GP", "Unsure."),
        Words("clerk.message.feeling", "Village school", "School clerk", "Unsure."),
        Words("gp.names.comment-1", SURGERY, "GP", "Only on Mondays."),
    ]


@pytest.fixture
def given_out(small_day):
    """The archive as a mapping, and the bytes of the report."""
    return json.loads(small_day.archive.read_bytes()), small_day.report.read_bytes()


def judge(given, archive, report):
    return verdict(given, Measures(), 3, json.dumps(archive).encode(), report)


def test_all_there(given, given_out):
    assert judge(given, *given_out) == ALL_THERE
    assert all(words.number and words.in_report for words in given)


def test_one_missing_from_the_archive(given, given_out, capsys):
    archive, report = given_out
    archive["statements"] = [one for one in archive["statements"] if one["text"] != "Only on Mondays."]

    assert judge(given, archive, report) == MISSING
    out = capsys.readouterr().out
    assert "Missing: gp.names.comment-1: not saved." in out
    assert "Mondays" not in out


def test_the_same_words_of_somebody_else_do_not_count(given, given_out):
    archive, report = given_out
    gp = next(one["key"] for one in archive["positions"] if one["role"] == "GP")
    archive["statements"] = [
        one for one in archive["statements"] if (one["position"], one["text"]) != (gp, "Unsure.")
    ]

    assert judge(given, archive, report) == MISSING
    assert [words.number is None for words in given] == [True, False, False]


def test_one_that_was_altered(given, given_out):
    archive, report = given_out
    altered = next(one for one in archive["statements"] if one["text"] == "Only on Mondays.")
    altered["text"] = "Only on Mondays. "

    assert judge(given, archive, report) == MISSING


def test_one_missing_from_the_report(given, given_out, capsys, monkeypatch):
    archive, report = given_out
    without = text_of(report).replace("Only on Mondays.", "")
    monkeypatch.setattr("facilitator.rehearsal.check.text_of", lambda content: without)

    assert judge(given, archive, report) == MISSING
    assert f"Missing: {given[2].label}: not in the report." in capsys.readouterr().out
    assert "S-" in given[2].label


def test_words_that_name_other_statements_are_still_found():
    text = "S-001\tGP\nWhy?\nAs I said in\nS-002\nit was late.\nS-002\tTeacher\nIt was early."

    assert follows("As I said in\nS-002\nit was late.", text, text.index("\tGP"))
    assert not follows("It was early.", text, text.index("\tGP"))
