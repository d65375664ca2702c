"""Receipts: for each position a page with its own words and what became of them, and nobody else's."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.findings.became import quoted
from facilitator.findings.models import Finding
from facilitator.hints.files import Faulty
from facilitator.hints.sieve import Sieve, Thing
from facilitator.narrative.dates import label
from facilitator.perspectives.models import Statement
from facilitator.reports import receipt_words
from facilitator.reports.word_receipts import write_receipts
from facilitator.workshops.models import Reveal
from tests.reports.conftest import VIEW

PASSPHRASE = "four plain words here"


@pytest.fixture
def page_of(told, read_word):
    """page_of(role) → the text of that position's receipt."""

    def read(role):
        lines, pages = read_word(write_receipts(told)).paragraphs(), {}
        for line in lines:
            if line.startswith("What became of what you said: "):
                mine = pages.setdefault(line.removeprefix("What became of what you said: ").split(",")[0], [])
            elif pages:
                mine.append(line)
        return "\n".join(pages[role])

    return read


@pytest.fixture
def roles(told):
    """The roles of the three people: who told most, who said a name, who disputed."""
    return [one.role for one in told.positions[:3]]


def test_each_word_is_there_with_what_became_of_it(page_of, roles):
    page = page_of(roles[0])

    assert "Eleven open." in page
    assert "It is behind Finding 1: “A call becomes a debate.”" in page
    assert "What will be done: The hub asks twice." in page
    assert "No finding rests on it. It stands in the report’s annex" in page
    assert "Where in the full report: " in page


def test_words_that_named_the_pattern_are_behind_its_finding(told, page_of, roles):
    """Seen to fail as “No finding rests on it” beside the very sentence of the finding."""
    named = db.session.scalars(select(Statement).filter_by(text="It set the course.")).one()
    before = page_of(roles[0]).split("It set the course.")[1]
    assert before.lstrip().startswith("No finding rests on it")

    told.findings[0].pattern.statement = named
    db.session.commit()

    after = page_of(roles[0]).split("It set the course.")[1]
    assert after.lstrip().startswith("It named the pattern behind Finding 1: “A call becomes a debate.” ")


def test_a_part_of_a_pattern_that_was_put_together_counts_with_it(told, page_of, roles):
    part = next(one for one in told.patterns if one.part_of)
    part.statement = db.session.scalars(select(Statement).filter_by(text="It set the course.")).one()
    db.session.commit()

    assert "It named the pattern behind Finding 1" in page_of(roles[0]).split("It set the course.")[1]


@pytest.mark.parametrize(
    ("words", "said"), [("A call waits", "“A call waits”."), ("A call waits.", "“A call waits.”"), ("Why?", "“Why?”")]
)
def test_a_quoted_finding_has_one_full_stop(words, said):
    assert quoted(words) == said


def test_what_speaks_against_a_finding_says_so(page_of, roles):
    assert "It speaks against Finding 1: “A call becomes a debate.” The report says so." in page_of(roles[2])


def test_what_was_set_aside_has_its_reason_and_not_the_name(page_of, roles):
    page = page_of(roles[1])

    assert "It was set aside, and nothing rests on it. The reason: It names a person." in page
    assert "Smith" not in page
    assert "Not printed here or in the report" in page


def test_what_came_late_says_so(page_of, roles):
    assert "On the way home: relief." in page_of(roles[2])
    assert "It came after its stage had closed and was not let in" in page_of(roles[2])


def test_of_two_versions_only_the_last_is_there(page_of, roles):
    assert page_of(roles[0]).count("Tired") == 1


def test_nobody_reads_another_positions_words(page_of, roles):
    """Seen to fail when a page takes every statement of the review."""
    assert "Eleven open." in page_of(roles[0])
    assert "Eleven open." not in page_of(roles[1]) + page_of(roles[2])
    assert "It was never a no." not in page_of(roles[0]) + page_of(roles[1])


def test_words_no_room_was_shown_are_counted_and_not_printed(told, page_of, roles):
    """Seen to fail without asking how a statement stands."""
    for one in db.session.scalars(select(Reveal).filter_by(stage=VIEW)).all():
        db.session.delete(one)
    db.session.commit()

    page = page_of(roles[0])

    assert "A referral, I thought." not in page
    assert "were not revealed to the room" in page


def test_withdrawn_words_and_words_without_a_position_are_nowhere(told, read_word):
    kept = db.session.scalars(select(Statement).filter_by(text="A referral, I thought.")).one()
    kept.position = kept.participant = None
    kept.labelled = "unlabelled"
    db.session.commit()

    text = read_word(write_receipts(told)).text

    assert "A referral, I thought." not in text
    assert "Withdrawn" not in text and "withdrew" not in text
    assert "Words that carry no position are on no page like this one." in text


def test_a_review_without_words_says_so(app, read_word):
    from facilitator.reviews.models import Review

    review = Review(title="Nothing yet")
    db.session.add(review)
    db.session.flush()

    assert read_word(write_receipts(review)).paragraphs("Missing") == [
        "Nobody has given words that carry a position yet."
    ]


def test_a_finding_the_board_has_not_answered_says_so(told, page_of, roles):
    for answer in db.session.scalars(select(Finding)).one().board_answers:
        db.session.delete(answer)
    db.session.commit()

    assert "The board has not answered this finding yet." in page_of(roles[0])


def test_it_is_taken_out_with_the_passphrase_and_the_log_says_so(leader, told, read_word):
    address = f"/reviews/{told.id}/report/receipts"
    assert leader.post(address, data={"passphrase": "no"}).status_code == 422

    taken = leader.post(address, data={"passphrase": PASSPHRASE})

    assert "Eleven open." in read_word(taken.data).text
    assert "receipts" in db.session.scalars(select(LogLine.about).filter_by(act="report taken out")).one()


def test_a_name_of_the_case_stops_them_all(app, leader, told):
    app.extensions["names"].sieves[told.key] = Sieve([Thing("name", "Connor Okafor")])
    told.all_statements[1].text = "Then conor okafor came in."
    db.session.commit()

    answer = leader.post(f"/reviews/{told.id}/report/receipts", data={"passphrase": PASSPHRASE})

    assert answer.status_code == 422
    assert "S-002" in answer.text and "okafor" not in answer.text.casefold()


def test_once_signed_off_they_name_the_day_on_which_what_was_said_is_deleted(leader, told, read_word):
    """Seen to be stopped as a date of birth before the day counted among the days of the review."""
    on = date.today() + timedelta(days=400)
    assert "is deleted here" not in read_word(write_receipts(told)).text
    leader.post(f"/reviews/{told.id}/keeping/sign-off", data={"on": on.isoformat()})

    taken = leader.post(f"/reviews/{told.id}/report/receipts", data={"passphrase": PASSPHRASE})

    assert f"On {label(on.isoformat())} all that was said is deleted here." in read_word(taken.data).text


def test_while_the_review_is_held_they_name_no_day(leader, told, read_word):
    leader.post(f"/reviews/{told.id}/keeping/sign-off")
    leader.post(f"/reviews/{told.id}/keeping/hold", data={"reason": "The coroner asked."})

    text = read_word(write_receipts(told)).text
    assert "would be deleted is put off" in text and "is deleted here" not in text


def test_the_words_around_them_are_in_a_file_one_may_edit(app, told, read_word):
    own = "- where: before\n  say: We thank you.\n"
    (app.extensions["config"].data / "receipt.yaml").write_text(own)

    assert "We thank you." in read_word(write_receipts(told)).text


@pytest.mark.parametrize("text", ["- where: beside\n  say: Hello.\n", "- where: before\n"])
def test_a_mistake_in_that_file_is_refused_with_its_line(text):
    with pytest.raises(Faulty, match="line 1"):
        receipt_words.read(text)
