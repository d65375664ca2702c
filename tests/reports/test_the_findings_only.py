"""The findings-only version: every finding with its six answers, no dead link, and how much is elsewhere."""

import json

import pytest
from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.findings.models import ANSWERS
from facilitator.hints.sieve import Sieve, Thing
from facilitator.reports.word_short import write_findings_only
from tests.reports.office import as_pdf

PASSPHRASE = "four plain words here"


@pytest.fixture
def short(told, read_word):
    return read_word(write_findings_only(told))


@pytest.fixture
def take_out(leader, told):
    return lambda words=PASSPHRASE: leader.post(f"/reviews/{told.id}/report/findings", data={"passphrase": words})


def test_every_finding_is_in_it_with_its_six_questions(told, short):
    headings = short.paragraphs("Heading3")

    for finding in told.findings:
        assert any(line.startswith(f"Finding {finding.number}: ") for line in short.paragraphs("Heading2"))
    for asked in ANSWERS.values():
        assert headings.count(asked.format(people="children")) == len(told.findings)


def test_an_answer_nobody_has_written_is_said_to_be_missing(short):
    assert "Not yet established." in short.paragraphs("Missing")


def test_the_questions_for_the_board_are_in_it_by_kind(short):
    assert "What gives?" in short.text
    assert any("hard choice" in line.casefold() for line in short.paragraphs("Heading2"))


def test_it_says_how_many_statements_are_only_in_the_full_report(told, short):
    total = len(told.all_statements)
    [line] = [one for one in short.paragraphs("Numbered") if "in its evidence schedule" in one]
    named = {label for one in told.all_statements if (label := one.number_label) in short.text} - {"S-001"}

    assert f"The full report holds {total} statements" in line
    assert f"cites {len(named)} of them by number; the other {total - len(named)} are not mentioned" in line


def test_no_link_leads_nowhere_and_the_numbers_are_there_as_text(short):
    assert set(short.anchors) <= set(short.bookmarks)
    assert not [name for name in short.bookmarks if name.startswith(("S_", "KPE_"))]
    assert any(line.startswith("Rests on: S-") for line in short.paragraphs("Evidence"))
    assert "KPE 1" in short.text


def test_there_are_no_annexes(short):
    assert not [line for line in short.paragraphs("Heading1") if "Annex" in line]
    assert "A referral, I thought." not in short.text


def test_it_is_british_and_names_no_author(short):
    said = {one.tag.split("}")[1]: one.text or "" for one in short.xml("docProps/core.xml")}

    assert short.languages() == ["en-GB"]
    assert not any(said[name] for name in ("creator", "lastModifiedBy", "description", "keywords", "subject"))


def test_it_comes_with_the_passphrase_only_and_the_log_says_so(take_out, leader, told, read_word):
    assert "Download the findings" in leader.get(f"/reviews/{told.id}/report").text
    assert take_out("something else entirely").status_code == 422
    assert not logged()

    answer = take_out()

    assert "findings.docx" in answer.headers["Content-Disposition"]
    assert "Finding 1: A call becomes a debate." in read_word(answer.data).paragraphs("Heading2")
    assert [json.loads(line)["format"] for line in logged()] == ["findings only"]


def logged():
    return db.session.scalars(select(LogLine.about).filter_by(act="report taken out")).all()


def test_a_name_of_the_case_stops_it(app, take_out, told):
    app.extensions["names"].sieves[told.key] = Sieve([Thing("name", "Connor Okafor")])
    told.findings[0].paragraphs[1].text = "Okafor was seen."
    db.session.commit()

    answer = take_out()

    assert answer.status_code == 422
    assert "A paragraph of a finding" in answer.text and "Okafor" not in answer.text


def test_libreoffice_opens_it_and_makes_a_pdf(told, tmp_path):
    assert as_pdf(write_findings_only(told), tmp_path).startswith(b"%PDF")
