import pytest

from facilitator.findings.history import differences


def test_without_a_finding_it_says_what_to_do_next(told, leader, review):
    page = leader.get(f"/reviews/{review.id}/findings").text

    assert "A finding begins with a pattern that the group has taken" in page


def test_with_a_taken_pattern_it_offers_to_draft(pattern, leader, review):
    assert "Draft what the room gave" in leader.get(f"/reviews/{review.id}/findings").text


def test_the_document_has_six_answers_numbered_paragraphs_and_its_evidence(desk):
    page = desk().text

    for question in ("What is the issue?", "How did it show in this case?", "What does the board need to consider?"):
        assert question in page
    assert '<span class="no">1.1</span>' in page and '<span class="no">1.3</span>' in page
    assert "What 1.2 rests on" in page and "What cuts against 1.2" in page
    assert "2 positions, 2 agencies" in page
    assert "indicative" in page


@pytest.mark.parametrize("state", ["with-group", "with-board", "final", "draft"])
def test_a_finding_goes_from_state_to_state(desk, state, fresh, finding):
    assert desk("/state", state=state).status_code == 302
    assert fresh(type(finding))[0].state == state


def test_a_state_twice_is_once_and_a_fifth_state_is_refused(desk, wall):
    desk("/state", state="final")
    wall.heard()

    desk("/state", state="final")

    assert wall.heard() == []
    assert desk("/state", state="approved").status_code == 422


def test_no_page_holds_inline_script_or_style(desk, leader, review, paragraph):
    pages = [desk(), desk(f"/paragraphs/{paragraph.id}/history")]
    pages += [leader.get(f"/reviews/{review.id}/{page}") for page in ("findings", "statements", "questions")]

    for page in pages:
        assert page.status_code == 200
        assert "style=" not in page.text and "onclick" not in page.text


def test_outsiders_and_phones_see_no_page_of_it(finding, hv, outsider, review):
    for client in (hv.client, outsider):
        for page in ("findings", "findings/1", "statements", "questions"):
            assert client.get(f"/reviews/{review.id}/{page}").status_code in (302, 303, 403)


def test_differences_are_shown_word_by_word_and_escaped():
    shown = differences("The hub <b>failed</b> to act.", "The hub did not act & waited.")

    assert shown == (
        "The hub <del>&lt;b&gt;failed&lt;/b&gt; to act.</del><ins>did not act &amp; waited.</ins>"
    )
