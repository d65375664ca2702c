from facilitator.db import db
from facilitator.findings.models import Paragraph
from facilitator.findings.thin import ONE_AGENCY
from facilitator.reports.word import write_report

NOT_ONLY_THIS_CASE = "How do we know it is underlying, and not only this case?"


def below(report, heading):
    lines = report.paragraphs()
    return lines[lines.index(heading) + 1]


def test_an_empty_answer_to_not_only_this_case_goes_out_as_not_yet_established(told, read_word):
    assert below(read_word(write_report(told)), NOT_ONLY_THIS_CASE) == "Not yet established."


def test_one_that_was_taken_out_again_does_too(told, read_word):
    [finding] = told.findings
    db.session.add(Paragraph(finding=finding, answer="how-we-know", place=9, text=" \n"))
    db.session.commit()

    assert below(read_word(write_report(told)), NOT_ONLY_THIS_CASE) == "Not yet established."


def test_a_written_one_stands_in_its_place(told, read_word):
    [finding] = told.findings
    db.session.add(Paragraph(finding=finding, answer="how-we-know", place=9, text="Two teams work so."))
    db.session.commit()

    assert "Two teams work so." in below(read_word(write_report(told)), NOT_ONLY_THIS_CASE)


def test_each_answer_says_how_many_stand_behind_it_and_what_is_thin(told, read_word):
    report = read_word(write_report(told))

    assert f"Behind this answer: 1 position, 1 agency. {ONE_AGENCY}" in report.text


def test_it_says_whether_it_is_about_the_case_or_the_system(told, read_word):
    assert "Not yet told apart: a case finding, or a systems finding" in read_word(write_report(told)).text

    told.findings[0].scope = "systems"
    db.session.commit()

    assert "A systems finding: what would make it happen again" in read_word(write_report(told)).text
