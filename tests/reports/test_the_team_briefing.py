"""The team briefing: one page, nothing made up, and three questions whose words anybody may edit."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.findings.models import Finding, Paragraph
from facilitator.hints.files import Faulty
from facilitator.hints.sieve import Sieve, Thing
from facilitator.patterns.models import Pattern
from facilitator.reports import briefing_questions
from facilitator.reports.word_briefing import write_briefing
from tests.reports.conftest import MORNING
from tests.reports.office import as_pdf, pages_in

PASSPHRASE = "four plain words here"


@pytest.fixture
def take_out(leader, told):
    return lambda words=PASSPHRASE: leader.post(f"/reviews/{told.id}/report/briefing", data={"passphrase": words})


def more_findings(review, count, words="A long sentence on what comes back in the work. "):
    for number in range(2, count + 2):
        pattern = Pattern(review=review, number=number + 10, title=f"Pattern {number}", kind="unsafe", taken_at=MORNING)
        finding = Finding(review=review, number=number, pattern=pattern)
        db.session.add(finding)
        db.session.add(Paragraph(finding=finding, answer="issue", place=0, text=words * 4))
    db.session.commit()
    db.session.expire_all()


def test_it_says_what_was_found_and_asks_three_questions(told, read_word):
    briefing = read_word(write_briefing(told))

    assert briefing.paragraphs("BriefingTitle") == ["A mark on the hand"]
    assert "Finding 1. A call becomes a debate." in briefing.paragraphs("Bullet")
    assert "“The first call”" in briefing.text
    asked = briefing.paragraphs("Question")
    assert [line.split("\t")[0] for line in asked] == ["1.", "2.", "3."]
    assert "Where do we see this in our own team?" in asked[0]


def test_nothing_is_made_up_for_an_empty_review(app, read_word):
    from facilitator.reviews.models import Review

    review = Review(title="Nothing yet")
    db.session.add(review)
    db.session.flush()

    briefing = read_word(write_briefing(review))

    assert briefing.paragraphs("Missing") == [
        "Why this case was chosen has not been written down.",
        "No finding has been drafted yet.",
    ]
    assert "No workshop has been held yet." in briefing.text
    assert "Good practice" not in briefing.text


def test_good_practice_the_group_took_is_on_it_and_an_offer_is_not(told, read_word):
    for number, taken in ((7, MORNING), (8, None)):
        title = f"A word in the corridor, {number}"
        db.session.add(Pattern(review=told, number=number, title=title, kind="constructive", taken_at=taken))
    db.session.commit()

    briefing = read_word(write_briefing(told))

    assert "•\tA word in the corridor, 7" in briefing.paragraphs("Bullet")
    assert "A word in the corridor, 8" not in briefing.text


def test_an_ordinary_one_fits_on_one_page(told, tmp_path):
    more_findings(told, 3)

    assert pages_in(as_pdf(write_briefing(told), tmp_path)) == 1


def test_three_findings_of_three_lines_fit_and_good_practice_is_under_its_heading(told, read_word, tmp_path):
    told.why = "A child was well known to many people and missed by each of them in turn. " * 3
    more_findings(told, 3)
    told.findings[-1].pattern.kind = "constructive"
    db.session.commit()

    made = write_briefing(told)
    lines = read_word(made).paragraphs()

    assert [line[:9] for line in lines if line.startswith("Finding ")] == [f"Finding {one}" for one in (1, 2, 3, 4)]
    assert lines[lines.index("Good practice, and what made it possible") + 1].startswith("Finding 4. ")
    assert "did not fit" not in "\n".join(lines)
    assert pages_in(as_pdf(made, tmp_path)) == 1


def test_good_practice_keeps_its_place_among_many_findings(told, read_word, tmp_path):
    more_findings(told, 14)
    told.findings[-1].pattern.kind = "constructive"
    db.session.commit()

    made = write_briefing(told)

    assert any(line.startswith("Finding 15. ") for line in read_word(made).paragraphs("Bullet"))
    assert pages_in(as_pdf(made, tmp_path)) == 1


def test_too_many_findings_still_fit_and_those_left_out_are_named(told, read_word, tmp_path):
    told.why = "It was a near thing. " * 25
    more_findings(told, 12)

    made = write_briefing(told)

    assert pages_in(as_pdf(made, tmp_path)) == 1
    text = read_word(made).text
    assert "Finding 13 did not fit here." in text
    printed = [line for line in read_word(made).paragraphs("Bullet") if line.startswith("Finding ")]
    left = [number for number in range(1, 14) if f"Finding {number}, " in text or f"Finding {number} " in text]
    assert len(printed) + len(left) == 13
    assert all(line.endswith(".") for line in printed)


def test_the_words_of_the_questions_are_in_a_file_one_may_edit(app, told, read_word):
    own = "- ask: What is true here?\n- ask: What holds?\n- ask: What next?\n"
    (app.extensions["config"].data / "briefing.yaml").write_text(own)

    asked = read_word(write_briefing(told)).paragraphs("Question")

    assert [line.strip() for line in asked] == ["1.\tWhat is true here?", "2.\tWhat holds?", "3.\tWhat next?"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("- ask: One?", "line 1: The team briefing has 3 questions, and here are 1."),
        ("- ask: ''\n" * 3, "line 1: Give"),
    ],
)
def test_a_mistake_in_the_file_is_told_and_ours_are_asked(app, text, sentence):
    with pytest.raises(Faulty) as told:
        briefing_questions.read(text)
    (Path(app.extensions["config"].data) / "briefing.yaml").write_text(text)

    assert str(told.value).startswith(sentence)
    assert briefing_questions.fault().startswith("briefing.yaml, line 1")
    assert len(briefing_questions.questions()) == 3


def test_the_report_page_tells_a_mistake_in_ones_own_file(app, leader, told):
    assert "briefing asks our three questions" not in leader.get(f"/reviews/{told.id}/report").text

    (app.extensions["config"].data / "briefing.yaml").write_text("- ask: One?")

    page = leader.get(f"/reviews/{told.id}/report").text
    assert "briefing.yaml, line 1: The team briefing has 3 questions, and here are 1." in page


def test_it_comes_with_the_passphrase_only_and_the_log_says_so(take_out, leader, told):
    assert "Download the briefing" in leader.get(f"/reviews/{told.id}/report").text
    assert take_out("something else entirely").status_code == 422
    assert not logged()

    answer = take_out()

    assert "briefing.docx" in answer.headers["Content-Disposition"]
    assert [json.loads(line)["format"] for line in logged()] == ["team briefing"]


def logged():
    return db.session.scalars(select(LogLine.about).filter_by(act="report taken out")).all()


def test_a_name_of_the_case_stops_it(app, take_out, told):
    app.extensions["names"].sieves[told.key] = Sieve([Thing("name", "Connor Okafor")])
    told.why = "Okafor was hurt."
    db.session.commit()

    answer = take_out()

    assert answer.status_code == 422
    assert "Okafor" not in answer.text


def test_it_is_british_and_names_no_author(told, read_word):
    briefing = read_word(write_briefing(told))
    said = {one.tag.split("}")[1]: one.text or "" for one in briefing.xml("docProps/core.xml")}

    assert briefing.languages() == ["en-GB"]
    assert not any(said[name] for name in ("creator", "lastModifiedBy", "description", "keywords", "subject"))
    assert briefing.anchors == []
