"""The Word report: all the evidence, linked both ways, in the words that were given."""

import time

import pytest

from facilitator.db import db
from facilitator.factors.models import Influence
from facilitator.reports.word import write_report
from facilitator.workshops.models import Reveal
from tests.reports.office import as_pdf

HOSTILE = [
    "=1+1",
    "<script>alert('x')</script>",
    ']]> & &amp; <w:p/> "quotes" ‘and’ “others”',
    "Déjà vu 🙂 family 👩‍👧 ẞ \u202eright\u202c",
    "  two spaces,\ttab,\n\nempty line, end  ",
    "{{ 7 * 7 }} %s {0} \\n ^p",
    "x" * 10_000,
]


@pytest.fixture
def report(told, read_word):
    return read_word(write_report(told))


def test_every_statement_is_in_the_schedule_in_its_order(told, report):
    schedule = [name for name in report.bookmarks if name.startswith("S_")]

    assert schedule == [f"S_{statement.number}" for statement in told.all_statements]


def test_the_words_are_printed_exactly(told, report):
    for statement in told.all_statements:
        # “Dr Smith was rude” was set aside because it names a person, so its words stay in the record.
        if not (statement.withdrawn_at or statement.set_aside):
            assert statement.text in report.after(f"S_{statement.number}")


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:20])
def test_hostile_words_survive_exactly(teller, words, read_word):
    statement = teller.say(words, stage="01-welcome")

    report = read_word(write_report(teller.review))

    assert words in report.after(f"S_{statement.number}")


def test_only_what_xml_forbids_is_left_out(teller, read_word):
    statement = teller.say("a\x00b\x0bc\x1fd\ufffee", stage="01-welcome")

    assert "abcde" in read_word(write_report(teller.review)).after(f"S_{statement.number}")


def test_every_link_has_its_bookmark_and_every_bookmark_is_there_once(report):
    assert set(report.anchors) <= set(report.bookmarks)
    assert len(report.bookmarks) == len(set(report.bookmarks))


def test_a_paragraph_leads_to_its_statements_and_they_lead_back(told, report):
    influence = db.session.query(Influence).one()
    number = influence.statement.number

    assert f"Rests on: S-{number:03d}." in report.after("p_1_1")
    assert "p_1_1" in report.anchors
    assert any("Used in: " in line and "1.1" in line for line in report.after(f"S_{number}"))


def test_what_cuts_against_it_is_named_beside_what_it_rests_on(report):
    assert any(line.startswith("What cuts against it: S-") for line in report.after("p_1_1"))


def test_paragraphs_have_the_numbers_they_have_at_the_desk(told, report):
    for number, _ in told.findings[0].numbered:
        assert f"p_{number.replace('.', '_')}" in report.bookmarks


def test_a_statement_named_in_a_paragraph_is_a_link(report):
    assert report.anchors.count("S_3") >= 1
    assert "1.1\tSee S-003." in report.text


def test_an_answer_nobody_has_written_is_said_to_be_missing(report):
    assert "Not yet established." in report.paragraphs("Missing")


def test_headings_are_real_and_the_finding_is_one_of_them(report):
    assert "Finding 1: A call becomes a debate." in report.paragraphs("Heading2")
    assert "How did it show in this case?" in report.paragraphs("Heading3")
    assert report.paragraphs("Title") == ["A mark on the hand"]


def test_the_contents_are_a_field_that_is_never_empty(report):
    assert report.fields() == [r' TOC \o "1-2" \h \z \u ']
    assert [line.split("\t")[0] for line in report.paragraphs("toc1")] == report.paragraphs("Heading1")
    assert b"updateFields" not in report.parts["word/settings.xml"]


def test_what_became_of_a_statement_is_said(told, report):
    by_text = {statement.text: f"S_{statement.number}" for statement in told.all_statements}

    assert any("Corrected in S-" in line for line in report.after(by_text["Tired."]))
    assert any("Corrects S-" in line for line in report.after(by_text["Tired, and cross.\nBoth."]))
    assert any("It names a person." in line for line in report.after(by_text["Dr Smith was rude."]))
    assert any("not yet let in" in line for line in report.after(by_text["On the way home: relief."]))


def test_withdrawn_words_leave_only_their_number(teller, told, read_word):
    statement = teller.say("Please forget this.", withdrawn_at=told.created_at)

    report = read_word(write_report(told))

    assert report.after(f"S_{statement.number}")[0] == f"S-{statement.number:03d}\tWithdrawn by its author"
    assert "Please forget this." not in report.text


def test_private_words_are_not_printed_before_their_reveal(teller, told, read_word):
    teller.say("Open from the start.", stage="01-welcome")
    for reveal in db.session.query(Reveal):
        reveal.undone_at = reveal.at

    report = read_word(write_report(told))

    assert "A referral, I thought." not in report.text
    assert "not revealed to the room" in report.text
    assert "Open from the start." in report.text


def test_people_are_counted_and_not_their_mentions(told, read_word):
    one = db.session.query(Influence).one()
    again = {"effect": "hindered", "weight": 1, "participant_id": one.participant_id, "position": one.position}
    db.session.add(Influence(episode=one.episode, factor=one.factor, statement=one.statement, **again))
    db.session.flush()

    report = read_word(write_report(told))

    assert "1 hindered" in report.paragraphs("TableText")
    assert "2 hindered" not in report.text


def test_a_small_group_is_not_broken_down(report):
    assert "Answers of fewer than five people are not broken down" in report.text
    assert "Mixed" not in report.paragraphs("TableHead")


def test_people_s_words_are_set_in_serif_and_the_program_s_in_sans(report):
    fonts = report.fonts()

    for style in ("Words", "ScheduleWords", "TableWords", "WordsInline"):
        assert fonts[style] == "Georgia"
    assert "A referral, I thought." in report.paragraphs("ScheduleWords")


def test_the_language_is_british_english(report):
    assert report.languages() == ["en-GB"]
    assert b"<dc:language>en-GB</dc:language>" in report.parts["docProps/core.xml"]


def test_the_properties_name_the_review_and_nobody(report):
    core = report.xml("docProps/core.xml")
    said = {one.tag.split("}")[1]: one.text or "" for one in core}

    assert said["title"] == "A mark on the hand"
    assert not any(
        said[name] for name in ("creator", "lastModifiedBy", "description", "keywords", "subject", "category")
    )
    assert not [name for name in report.parts if "app.xml" in name or "thumbnail" in name or "custom" in name]


def test_no_part_of_the_file_holds_a_path(app, report):
    folder = str(app.extensions["config"].data).encode()

    assert not [name for name, part in report.parts.items() if folder in part or b"/work/" in part or b"file:" in part]


def test_an_empty_review_says_what_is_missing(app, read_word):
    from facilitator.reviews.models import Review

    review = Review(title="Nothing yet")
    db.session.add(review)
    db.session.flush()

    missing = read_word(write_report(review)).paragraphs("Missing")

    for sentence in (
        "The review’s questions have not been written down.",
        "No workshop has been held yet.",
        "No finding has been drafted yet.",
        "No entry has been made yet.",
        "No question for the board has been put yet.",
        "No episode has been chosen yet.",
        "No statement has been given yet.",
        "No agency has been named yet.",
    ):
        assert sentence in missing


def test_six_hundred_statements_take_less_than_five_seconds(teller, told, read_word):
    for number in range(600):
        teller.say(f"Words number {number}. " * 20, by=number % 3)
    db.session.commit()
    db.session.expunge_all()
    review = db.session.merge(told)

    began = time.perf_counter()
    report = read_word(write_report(review))

    assert time.perf_counter() - began < 5
    assert sum(name.startswith("S_") for name in report.bookmarks) == len(review.all_statements) > 600


def test_libreoffice_opens_it_and_makes_a_pdf(told, tmp_path):
    assert as_pdf(write_report(told), tmp_path).startswith(b"%PDF")


def test_what_the_group_refused_is_in_the_additional_learning_with_its_reason(report):
    assert "“workload” was named by 2 people in KPE 1, from 2 agencies, as what made it harder." in report.text
    assert "The group did not take it as a pattern. Its reason: “It was one bad week.”" in report.text
