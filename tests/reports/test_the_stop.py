"""Before a report leaves: what could tell who somebody is stops it, until it is mended, set aside or let pass."""

import io

import pytest
from docx import Document
from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.hints.sieve import Sieve, Thing
from facilitator.perspectives.actions import set_aside
from facilitator.refusal import Refused
from facilitator.reports.publication import as_cell
from facilitator.reports.stops.hits import Stopped, check, hits_of, waiting
from facilitator.reports.stops.printed import texts_in_word
from facilitator.reports.word import write_report

PASSPHRASE = "four plain words here"


@pytest.fixture
def case(app, told):
    """The whole review, with the real name of the child and a day of birth kept out."""
    things = [Thing("name", "Connor Okafor"), Thing("born", "1 March 2019"), Thing("worker", "Siobhán Gallagher")]
    app.extensions["names"].sieves[told.key] = Sieve(things)
    # It stands in the annex as set aside; its words are not printed because they hold a name.
    return told


@pytest.fixture
def take_out(leader, case):
    def take(what="word"):
        return leader.post(f"/reviews/{case.id}/report/{what}", data={"passphrase": PASSPHRASE})

    return take


def places(review):
    return [hit.place.called for hit in waiting(hits_of(review))]


def test_an_ordinary_review_leaves(take_out, case):
    assert places(case) == []
    assert [take_out(what).status_code for what in ("word", "json", "csv")] == [200, 200, 200]


@pytest.mark.parametrize("what", ["word", "json", "csv"])
def test_a_name_stops_it_and_the_sentence_does_not_say_it(take_out, case, what):
    case.all_statements[1].text = "Then conor okafor came in."
    db.session.commit()

    answer = take_out(what)

    assert answer.status_code == 422
    assert "S-002" in answer.text
    assert "Before it leaves" in answer.text
    assert "okafor" not in answer.text.casefold()


def test_the_page_shows_each_with_its_place_and_the_way_there(leader, case):
    case.all_statements[1].text = "Then conner came in from 14 Rosewood Close."
    db.session.commit()

    page = leader.get(f"/reviews/{case.id}/report/leaving").text

    assert "<mark>conner</mark>" in page
    assert "<mark>14 Rosewood Close</mark>" in page
    assert f"/w/{case.workshops[0].code}/statements/2/setting-aside" in page


def test_setting_aside_lets_the_report_leave_without_the_words(take_out, case, read_word):
    case.all_statements[1].text = "Then Okafor came in."
    set_aside(case.all_statements[1], "It names somebody.")
    db.session.commit()

    answer = take_out()

    assert answer.status_code == 200
    assert "Okafor" not in read_word(answer.data).text
    assert "Not printed, because the words could tell who somebody is." in read_word(answer.data).text


def test_a_correction_by_its_giver_mends_it_too(take_out, case, teller, read_word):
    earlier = teller.say("Okafor was tired.")
    db.session.commit()
    assert take_out().status_code == 422

    teller.say("Baby was tired.", replaces=earlier)
    db.session.commit()
    db.session.expire_all()

    answer = take_out()
    assert answer.status_code == 200
    assert "Baby was tired." in read_word(answer.data).text
    assert "Okafor" not in read_word(answer.data).text


def pass_it(leader, case, reason="It is the name of the policy."):
    [hit] = waiting(hits_of(case))
    form = {"place": hit.place.name, "mark": hit.mark, "reason": reason}
    return leader.post(f"/reviews/{case.id}/report/leaving", data=form)


def test_it_is_let_pass_with_a_reason_and_the_log_says_so_without_the_name(leader, take_out, case):
    case.all_statements[1].text = "The Okafor policy was clear."
    db.session.commit()

    pass_it(leader, case)

    assert take_out().status_code == 200
    lines = db.session.scalars(select(LogLine.about).filter_by(act="let pass before publication")).all()
    assert lines == ['{"kind": "name", "place": "S-002"}']
    [passed] = [hit.passed for hit in hits_of(case) if hit.passed]
    leader.post(f"/reviews/{case.id}/report/leaving/{passed.id}/undone")
    assert take_out().status_code == 422


@pytest.mark.parametrize("reason", ["", "  ", "It is only Okafor."])
def test_a_reason_is_needed_and_holds_no_name(leader, take_out, case, reason):
    case.all_statements[1].text = "The Okafor policy was clear."
    db.session.commit()

    assert pass_it(leader, case, reason).status_code == 422
    assert take_out().status_code == 422


def test_what_was_let_pass_at_one_place_stops_at_another(leader, take_out, case):
    case.all_statements[1].text = "The Okafor policy was clear."
    db.session.commit()
    pass_it(leader, case)

    case.title = "The Okafor case"
    db.session.commit()

    assert take_out().status_code == 422


def test_a_birthday_in_the_narrative_stops_it_and_other_days_of_the_case_do_not(take_out, case):
    case.all_entries[0].text = "Seen on 11 March 2019, a letter of 12/03/2019 in hand."
    db.session.commit()
    assert take_out().status_code == 200

    case.all_entries[0].when = "2019-03-01"
    db.session.commit()
    assert places(case) == ["N-01"]
    case.all_entries[0].when, case.all_entries[1].text = "2019-03", "A boy of 14 June 2011."
    db.session.commit()
    assert places(case) == ["N-02"]


def test_the_file_itself_is_looked_through_as_it_was_written(app, case):
    document = Document(io.BytesIO(write_report(case)))
    runs = document.add_paragraph("Then Oka")
    runs.add_run("for came.").bold = True
    assert written(case, document)

    for spot in ("comments", "subject", "category"):
        document = Document(io.BytesIO(write_report(case)))
        setattr(document.core_properties, spot, "About Okafor")
        assert written(case, document)

    document = Document(io.BytesIO(write_report(case)))
    document.element.body[0].set("descr", "A drawing by Okafor")
    assert written(case, document)
    assert not written(case, Document(io.BytesIO(write_report(case))))


def written(case, document):
    """Whether the document is stopped as it stands."""
    file = io.BytesIO()
    document.save(file)
    try:
        check(case, "docx", file.getvalue())
    except Stopped as stopped:
        return "In the report as it was written" in stopped.sentence
    return False


def test_while_the_names_cannot_be_read_nothing_leaves(app, take_out, case):
    app.extensions["names"].unread.add(case.key)

    answer = take_out()

    assert answer.status_code == 422
    assert "could not be read" in answer.text


def test_the_archive_is_for_ones_own_keeping_and_is_not_stopped(leader, take_out, case):
    case.all_statements[1].text = "Then Okafor came in."
    db.session.commit()

    assert take_out("archive").status_code == 200
    assert "For your own keeping" in leader.get(f"/reviews/{case.id}/report").text


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x", " =1", "\t=1"])
def test_no_cell_of_the_sheet_is_a_formula(start):
    assert as_cell(start).startswith("'")
    assert as_cell("It was 1+1.") == "It was 1+1."


def test_the_names_of_parts_are_read_too(case):
    assert "docProps/core.xml" in list(texts_in_word(write_report(case)))


def test_the_command_line_refuses_as_well(case):
    case.title = "The Okafor case"
    db.session.commit()

    with pytest.raises(Refused, match=r"Nothing was taken out\. 1 thing could tell who somebody is"):
        check(case, "docx", write_report(case))
