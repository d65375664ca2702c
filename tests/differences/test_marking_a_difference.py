"""Differences of knowledge are marked apart from differences of account. Nothing is merged, and every mark can go."""

import re

import pytest
from docx import Document

from facilitator.access.models import LogLine
from facilitator.db import db, new_key
from facilitator.differences.models import Difference
from facilitator.reports.word import write_report

NO, NEVER = "I made a referral, and heard a no.", "She asked for advice. I never said no."


def marks():
    return db.session.scalars(db.select(Difference).order_by(Difference.number)).all()


def windows_of(page):
    """(position, words) of each window, in order."""
    found = re.findall(r'<section class="window">(.*?)</section>', page, re.DOTALL)
    return [(re.findall(r"<span>([^<]+)</span>", one)[-1], re.search(r"words\">([^<]+)<", one)[1]) for one in found]


def test_two_conflicting_accounts_stand_side_by_side_by_position_on_the_wall(two_accounts, wall_at):
    assert windows_of(wall_at()) == [("Health visitor", NO), ("Social worker", NEVER)]


def test_marked_they_stand_side_by_side_once_more_under_what_differs(two_accounts, mark, wall_at):
    mark(two_accounts)

    page = wall_at(2)

    assert "A difference of account" in page
    assert "They differ on what the call was." in page
    assert windows_of(page) == [("Health visitor", NO), ("Social worker", NEVER)]


def test_two_conflicting_accounts_stand_side_by_side_by_position_in_the_report(two_accounts, mark, review, tmp_path):
    mark(two_accounts, "knowledge", "Only one of them knew of the mark.")

    (tmp_path / "report.docx").write_bytes(write_report(review))

    tables = [
        [[cell.text for cell in row.cells] for row in table.rows] for table in Document(tmp_path / "report.docx").tables
    ]
    pairs = [rows for rows in tables if any(NO in cell for cell in rows[-1])]
    heads = [rows[0][-2:] for rows in pairs if NEVER in "".join(rows[-1])]
    assert heads.count(["Health visitor, Health visiting", "Social worker, Referral hub"]) == 2
    said = "\n".join(one.text for one in Document(tmp_path / "report.docx").paragraphs)
    assert "A difference of knowledge (D-01): Only one of them knew of the mark." in said


def test_the_page_of_windows_has_one_row_for_each_position(two_accounts, leader, workshop, call):
    page = leader.get(f"/w/{workshop.code}/episodes/{call.id}/differences").text

    rows = page[page.index("<tbody>") :].split("<tr>")[1:]
    assert [(NO in row, NEVER in row) for row in rows] == [(True, False), (False, True)]


def test_it_is_on_the_console_and_at_the_desk(two_accounts, mark, leader, workshop, review):
    mark(two_accounts)

    for page in (f"/w/{workshop.code}/console", f"/reviews/{review.id}/statements"):
        shown = leader.get(page).text
        assert "a difference of account" in shown
        assert "They differ on what the call was." in shown


def test_it_can_be_taken_back_and_put_back_and_the_log_keeps_all(two_accounts, mark, leader, workshop, wall_at):
    mark(two_accounts)
    for _ in range(2):
        leader.post(f"/w/{workshop.code}/differences/1/taking-back")
    assert "They differ" not in wall_at(2)
    assert marks()[0].taken_back_at

    leader.post(f"/w/{workshop.code}/differences/1/putting-back")

    assert "They differ" in wall_at(2)
    acts = [line.act for line in db.session.scalars(db.select(LogLine).order_by(LogLine.id))]
    assert [act for act in acts if "difference" in act] == [
        "difference marked", "difference taken back", "difference put back",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "fault"}, {"sentence": "  "}, {"sentence": "x" * 301}, {"statement": [1]}, {"statement": [1, 99]}],
)
def test_what_is_incomplete_is_refused(wrong, two_accounts, mark):
    assert mark(two_accounts, **wrong).status_code == 422
    assert marks() == []


def test_one_persons_words_make_no_difference(two_accounts, mark, hv, call):
    hv.say("05-view-at-the-time", "feeling", "Cross.", episode=call.id)
    own = [one for one in call.review.all_statements if one.participant_id == hv.participant.id]

    answer = mark(own)

    assert answer.status_code == 422
    assert "one person’s words" in answer.text
    assert marks() == []


def test_before_the_reveal_there_is_nothing_to_mark(call, hv, sw, mark, leader, workshop, review):
    hv.say("05-view-at-the-time", "going-on", NO, episode=call.id)
    sw.say("05-view-at-the-time", "going-on", NEVER, episode=call.id)
    page = leader.get(f"/w/{workshop.code}/episodes/{call.id}/differences").text
    assert NO not in page

    assert mark(review.all_statements).status_code == 422
    assert marks() == []


def test_only_who_leads_marks_and_twice_is_once(two_accounts, mark, hv, call):
    assert hv.post(f"/episodes/{call.id}/differences", kind="account", sentence="x", statement=[1, 2]).status_code > 400
    key = new_key()
    for _ in range(2):
        mark(two_accounts, key=key)

    assert len(marks()) == 1


def test_when_one_account_is_withdrawn_the_mark_is_not_shown(two_accounts, mark, hv, wall_at, review):
    mark(two_accounts)

    hv.post(f"/statements/{two_accounts[0].number}/withdrawal")

    assert "They differ" not in wall_at(2)
    assert NO.encode() not in write_report(review)


def test_a_corrected_account_stands_in_its_newest_words(two_accounts, mark, hv, wall_at):
    mark(two_accounts)

    hv.post(f"/statements/{two_accounts[0].number}/correction", text="I thought I made a referral.")

    assert ("Health visitor", "I thought I made a referral.") in windows_of(wall_at(2))


def test_hidden_again_the_difference_goes_with_the_accounts(two_accounts, mark, leader, workshop, wall_at):
    mark(two_accounts)

    leader.post(f"/w/{workshop.code}/hiding")

    for page in (wall_at(), wall_at(1), wall_at(2)):
        assert "They differ" not in page
