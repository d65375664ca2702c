"""A statement that got lost on the way is named, without its words, and the exit code is 3."""

import json

import pytest

from facilitator.rehearsal.check import follows
from facilitator.rehearsal.measures import Measures
from facilitator.rehearsal.play import ALL_THERE, MISSING, verdict
from facilitator.rehearsal.printed import Printed
from facilitator.rehearsal.words import SET_ASIDE, WITHDRAWN, Words

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
    archive["statements"] = [one for one in archive["statements"] if (one["position"], one["text"]) != (gp, "Unsure.")]

    assert judge(given, archive, report) == MISSING
    assert [words.number is None for words in given] == [True, False, False]


def test_one_that_was_altered(given, given_out):
    archive, report = given_out
    altered = next(one for one in archive["statements"] if one["text"] == "Only on Mondays.")
    altered["text"] = "Only on Mondays. "

    assert judge(given, archive, report) == MISSING


def test_one_missing_from_the_report(given, given_out, capsys, monkeypatch):
    archive, report = given_out
    without = Printed(report).text.replace("Only on Mondays.", "")
    monkeypatch.setattr(Printed, "text", without)

    assert judge(given, archive, report) == MISSING
    assert f"Missing: {given[2].label}: not in the report." in capsys.readouterr().out
    assert "S-" in given[2].label


def test_words_that_name_other_statements_are_still_found():
    text = "S-001\tGP\nWhy?\nAs I said in\nS-002\nit was late.\nS-002\tTeacher\nIt was early."

    assert follows("As I said in\nS-002\nit was late.", text, text.index("\tGP"))
    assert not follows("It was early.", text, text.index("\tGP"))


def second_thought(small_day, ended):
    """The one that was withdrawn, or set aside, in the small case; with the number it had."""
    archive = json.loads(small_day.archive.read_bytes())
    [one] = [one for one in archive["statements"] if one["withdrawn_at" if ended == WITHDRAWN else "set_aside"]]
    because = one["set_aside"]["reason"] if one["set_aside"] else ""
    text = one["text"] or "Made up for the rehearsal: on second thoughts I would rather not have said this."
    role, agency = (("GP", SURGERY), ("School clerk", "Village school"))[ended == WITHDRAWN]
    return Words(ended, agency, role, text, saved=True, ended=ended, because=because, number=one["number"])


@pytest.mark.parametrize("ended", [WITHDRAWN, SET_ASIDE])
def test_what_does_not_stay_is_accounted_for(small_day, given_out, ended):
    words = second_thought(small_day, ended)

    assert judge([words], *given_out) == ALL_THERE
    assert words.place.startswith(ended)


def test_a_withdrawal_that_left_the_words_in_the_archive(small_day, given_out, capsys):
    archive, report = given_out
    words = second_thought(small_day, WITHDRAWN)
    next(one for one in archive["statements"] if one["number"] == words.number)["text"] = words.text

    assert judge([words], archive, report) == MISSING
    assert "not saved" in capsys.readouterr().out


def test_a_withdrawal_that_left_the_words_in_the_report(small_day, given_out, capsys, monkeypatch):
    words = second_thought(small_day, WITHDRAWN)
    monkeypatch.setattr(Printed, "text", Printed(given_out[1]).text + words.text)

    assert judge([words], *given_out) == MISSING
    assert "withdrawn, and not gone or not counted" in capsys.readouterr().out


def test_a_setting_aside_whose_reason_is_not_printed(small_day, given_out, capsys):
    words = second_thought(small_day, SET_ASIDE)
    words.because = "Because of something else."

    assert judge([words], *given_out) == MISSING
    assert "in the report without saying how it stands" in capsys.readouterr().out
