"""Episodes × agencies in the annex: who was heard about what, and no small group counted."""

from facilitator.db import db
from facilitator.reports.word import write_report
from facilitator.workshops.opening import open_workshop

HEAD = "Unlabelled words stand in no column."


def test_an_agency_of_few_is_only_said_to_have_been_heard(told, read_word):
    lines = read_word(write_report(told)).paragraphs()
    start = next(place for place, line in enumerate(lines) if line.endswith(HEAD))

    assert lines[start + 1 : start + 7] == ["Episode", "Health visiting", "Referral hub", "KPE 1", "heard", "heard"]


def test_an_agency_of_five_and_more_is_counted_in_people_and_not_in_mentions(teller, told, read_word):
    for number in range(20, 25):
        teller.people.append(teller.seat(teller.people[0].position, number))
    teller.say("One more thing.", by=-1)
    teller.say("And another.", by=-1)
    db.session.commit()

    lines = read_word(write_report(told)).paragraphs()
    start = next(place for place, line in enumerate(lines) if line.endswith(HEAD))

    assert lines[start + 4 : start + 7] == ["KPE 1", "2", "heard"]


def test_who_came_to_two_meetings_is_said_to_be_counted_twice(app, told, read_word):
    assert "is counted twice" not in read_word(write_report(told)).text

    open_workshop(told, app.extensions["scripts"].get("focused-day"))
    db.session.commit()

    assert "is counted twice" in read_word(write_report(told)).text
