import random

import pytest

from facilitator.db import db
from facilitator.findings.models import Paragraph, ParagraphVersion

FIRST = "It showed in KPE 1, The new-birth visit (11 March 2019)."


def history(paragraph):
    found = db.select(ParagraphVersion).filter_by(paragraph_id=paragraph.id).order_by(ParagraphVersion.version)
    return [version.text for version in db.session.scalars(found.execution_options(populate_existing=True))]


def test_the_new_text_stands_and_the_old_one_is_in_the_history(write, paragraph, wall, paragraphs):
    wall.heard()

    answer = write("It showed *twice*, in S-001 & <b>later</b>.", based_on=1)

    assert answer.status_code == 200
    assert "<em>twice</em>" in answer.text and "<b>" not in answer.text
    assert "#S-001" in answer.text
    assert history(paragraph) == [FIRST, "It showed *twice*, in S-001 & <b>later</b>."]
    assert wall.heard() == ["findings-changed"]


def test_the_same_text_twice_does_nothing(write, paragraph, wall):
    write("It showed at once.", based_on=1)
    wall.heard()

    for based_on in (1, 2):
        write("It showed at once.", based_on=based_on)

    assert history(paragraph) == [FIRST, "It showed at once."]
    assert wall.heard() == []


def test_two_editors_at_once_both_keep_their_text_and_the_later_sees_both(write, paragraph):
    write("The first editor’s text.", based_on=1)

    answer = write("The second editor’s text.", based_on=1)

    assert answer.status_code == 200
    assert "Somebody else wrote here at the same time." in answer.text
    assert "The first editor’s text." in answer.text and "The second editor’s text." in answer.text
    assert history(paragraph) == [FIRST, "The first editor’s text.", "The second editor’s text."]


def test_without_scripts_the_later_sees_both_too(write):
    write("The first editor’s text.", based_on=1)

    answer = write("The second editor’s text.", based_on=1, htmx=False)

    assert "The first editor’s text." in answer.text and "Both texts are kept." in answer.text


def test_the_first_editor_sees_both_at_the_next_look(write, desk):
    write("The first editor’s text.", based_on=1)
    write("The second editor’s text.", based_on=1)

    assert "The first editor’s text." in desk().text and "Both texts are kept." in desk().text


def test_who_has_seen_both_settles_it(write, paragraph, desk):
    write("The first editor’s text.", based_on=1)
    write("The second editor’s text.", based_on=1)

    answer = write("The second editor’s text.", based_on=3)

    assert "Somebody else wrote here" not in answer.text
    assert len(history(paragraph)) == 4


def test_saving_an_old_page_without_a_change_overwrites_nothing(write, paragraph):
    write("A newer text.", based_on=1)

    write(FIRST, based_on=1)

    assert history(paragraph) == [FIRST, "A newer text."]


def test_every_accepted_text_is_in_the_history_however_two_editors_interleave(desk, paragraphs):
    for seed in range(50):
        desk("/paragraphs", answer="means", text=f"Begun {seed}.")
        paragraph = paragraphs()[-1]

        accepted = interleave(desk, paragraph, random.Random(seed))

        assert history(paragraph) == [f"Begun {seed}.", *accepted]


def interleave(desk, paragraph, chance):
    """Two editors look and write in some order; whoever writes sees every text that came in since they looked."""
    looking_at, accepted = {"first": 1, "second": 1}, []
    for turn in range(8):
        editor = chance.choice(["first", "second"])
        if chance.random() < 0.6:
            form = {"text": f"{editor} editor, turn {turn}.", "based_on": looking_at[editor]}
            answer = desk(f"/paragraphs/{paragraph.id}", headers={"HX-Request": "true"}, **form)
            accepted.append(form["text"])
            assert answer.status_code == 200
            assert all(text in answer.text for text in accepted[looking_at[editor] - 1 :])
        looking_at[editor] = len(accepted) + 1
    return accepted


def test_an_emptied_paragraph_is_taken_out_and_can_be_brought_back(write, desk, paragraph, paragraphs):
    write("", based_on=1)

    page = desk().text
    write(FIRST, based_on=2)

    assert "A paragraph was taken out here." in page
    assert [one.text for one in paragraphs() if one.id == paragraph.id] == [FIRST]


@pytest.mark.parametrize(("text", "based_on"), [("x" * 10_001, 1), ("New.", 0), ("New.", 7)])
def test_what_cannot_be_kept_is_refused_with_a_sentence_and_nothing_is_written(write, paragraph, text, based_on):
    answer = write(text, based_on=based_on, htmx=False)

    assert answer.status_code == 422
    assert history(paragraph) == [FIRST]


def test_a_paragraph_of_another_finding_is_not_found(desk):
    assert desk("/paragraphs/999", text="New.", based_on="1").status_code == 404


def test_phones_and_outsiders_are_shut_out(finding, paragraph, hv, outsider, review):
    for client in (hv.client, outsider):
        client.post(f"/reviews/{review.id}/findings/1/paragraphs/{paragraph.id}", data={"text": "Mine.", "based_on": 1})

    assert history(paragraph) == [FIRST]


def test_one_more_paragraph_is_added_once(desk, paragraphs):
    before = len(paragraphs())

    answers = [desk("/paragraphs", answer="means", text="It depends on who rings.") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert len(paragraphs()) == before + 1
    assert [(one.answer, one.version) for one in paragraphs()][-1] == ("means", 1)


def test_a_blank_paragraph_or_a_seventh_answer_is_refused(desk, paragraphs):
    before = len(paragraphs())

    assert desk("/paragraphs", answer="means", text="  ").status_code == 422
    assert desk("/paragraphs", answer="verdict", text="Guilty.").status_code == 422
    assert len(paragraphs()) == before


def test_the_history_shows_what_came_in_and_what_went(write, desk, paragraph):
    write("It showed in KPE 1, The first visit (11 March 2019).", based_on=1)

    page = desk(f"/paragraphs/{paragraph.id}/history").text

    assert "<del>new-birth </del><ins>first </ins>" in page


def test_an_open_page_learns_that_somebody_wrote(write, desk, finding):
    seen = "&".join(f"seen={one.id}:{one.version}" for one in finding.paragraphs)
    before = desk(f"/changes?{seen}").text
    write("Something new.", based_on=1)

    after = desk(f"/changes?{seen}").text

    assert "Somebody has written" not in before
    assert "Somebody has written here: 1.1" in after


def test_a_paragraph_knows_its_finding(paragraphs, finding):
    assert {paragraph.finding_id for paragraph in paragraphs()} == {finding.id}
    assert [number for number, _ in finding.numbered] == ["1.1", "1.2", "1.3"]
    assert isinstance(finding.numbered[0][1], Paragraph)
