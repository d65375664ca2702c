"""What was written of an episode at the desk, in print, in the archive, and looked through before it leaves."""

from facilitator.episodes.models import TOLD
from facilitator.reports.stops.places import places_of
from facilitator.reports.word import write_report


def facts_of(docx):
    return {row[0]: row[1] for row in docx.rows if len(row) == 2}


def test_the_newest_words_are_printed_and_what_is_missing_says_so(told, read_word):
    facts = facts_of(read_word(write_report(told)))

    assert facts["What surprised us"] == "Two records of one call."
    assert all(facts[name] == "Not yet established" for name in TOLD.values() if name != "What surprised us")


def test_the_positions_involved_are_those_who_told_of_it_and_nobody_who_was_not_is_named(told, read_word):
    cell = facts_of(read_word(write_report(told)))["Positions involved"]

    assert "Health visitor" in cell
    assert "Team leader" not in cell
    assert "not involved" not in cell.lower()


def test_only_the_newest_is_looked_through_before_the_report_leaves_and_the_desk_mends_it(told):
    places = [one for one in places_of(told) if one.name.startswith("tellings/")]

    assert [one.text for one in places] == ["Two records of one call."]
    assert (places[0].page, places[0].at) == ("findings.episode", {"review_id": told.id, "number": 1})
