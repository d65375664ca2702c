"""A phone says who sees words and when, as it is now, beside every button that saves some. (trust.md, 2)

Words whose page said “only you see this” wait when the reveal came before they were sent.
"""

import re

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.workshops.labels import LABELS

ALONE = "Only you see this until the facilitator reveals everyone’s together."
AT_ONCE = "Words you save now are shown to the room at once."
VIEW = "05-view-at-the-time"
WORDS = "I heard half of it on the stairs."
ENTRY = {"text": WORDS, "when": "March 2019", "source": "recollection"}
# Stage and the part of the phone's page that has a form for words.
FORMS = [
    ("02-narrative", "?do=add"),
    ("02-narrative", "?do=dispute&entry=1"),
    ("03-turning-points", ""),
    (VIEW, ""),
    (VIEW, "?q=feeling"),
    (VIEW, "?q=colleagues"),
    ("06-factors", ""),
    ("07-appraisal", ""),
    ("07-appraisal", "?q=surprised"),
    ("08-usual", ""),
]


@pytest.fixture(autouse=True)
def prepared(review):
    """One chosen episode, so that every stage has something to ask."""
    db.session.add(Episode(review=review, title="The first call", number=1))
    db.session.commit()


def reveal(leader, workshop):
    assert leader.post(f"/w/{workshop.code}/reveal").status_code < 400


def form_of(page):
    """What the form for words of a page carries unseen."""
    drawn = re.search(r"<form[^>]*data-words=.*?</form>", page.text, re.DOTALL)[0]
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', drawn))


@pytest.mark.parametrize(("stage", "part"), FORMS)
def test_it_tells_the_truth_before_and_after_the_reveal(hv, leader, workshop, go_to, stage, part):
    go_to(stage)
    before = hv.get(part).text
    reveal(leader, workshop)

    after = hv.get(part).text

    assert ALONE in before and AT_ONCE not in before
    assert AT_ONCE in after and ALONE not in after
    assert "before the reveal." not in before.replace(ALONE, "") and "before the reveal." not in after


@pytest.mark.parametrize("stage", ["09-patterns", "11-board-questions"])
def test_where_nothing_is_hidden_it_says_so(hv, go_to, stage):
    go_to(stage)

    assert "The whole room sees it at once." in hv.get().text


def test_where_words_carry_no_position_they_wait_for_others(hv, leader, workshop, go_to):
    go_to(VIEW)
    leader.post(f"/w/{workshop.code}/labelling", data={"stage": VIEW, "labelled": LABELS[2]})
    reveal(leader, workshop)

    page = hv.get().text

    assert "wait until they can be shown with some from others" in page
    assert AT_ONCE not in page


def test_words_begun_before_the_reveal_are_not_put_on_the_wall(hv, sw, leader, workshop, go_to):
    go_to(VIEW)
    written_on = form_of(hv.get())
    reveal(leader, workshop)

    answer = hv.post("/statements", text=WORDS, **written_on)

    told, next_question = answer.text.index("It waits for the facilitator"), answer.text.index("<textarea")
    assert told < next_question, "said below what is asked next, where nobody looks"
    assert WORDS not in sw.get().text
    assert WORDS not in leader.get(f"/w/{workshop.code}/wall").text
    assert "S-001" in leader.get(f"/w/{workshop.code}/held").text


def test_the_facilitator_lets_them_in(hv, sw, leader, workshop, go_to):
    go_to(VIEW)
    written_on = form_of(hv.get())
    reveal(leader, workshop)
    hv.post("/statements", text=WORDS, **written_on)

    leader.post(f"/w/{workshop.code}/statements/1/letting-in")

    assert WORDS in sw.get().text


def test_words_begun_after_it_are_shown_at_once(hv, sw, leader, workshop, go_to):
    go_to(VIEW)
    reveal(leader, workshop)

    hv.post("/statements", text=WORDS, **form_of(hv.get()))

    assert WORDS in sw.get().text


def test_words_sent_before_it_wait_for_nobody_but_the_reveal(hv, sw, leader, workshop, go_to):
    go_to(VIEW)
    hv.post("/statements", text=WORDS, **form_of(hv.get()))

    reveal(leader, workshop)

    assert WORDS in sw.get().text


@pytest.mark.parametrize(
    ("stage", "part", "address", "given"),
    [
        ("02-narrative", "?do=add", "/narrative/entries", ENTRY),
        ("02-narrative", "?do=dispute&entry=1", "/narrative/entries/1/dispute", {"text": WORDS}),
        ("03-turning-points", "", "/turning-points", {"title": "The call", "why": WORDS}),
        ("06-factors", "", "/influences", {"item": "A thin shift", "effect": "hindered", "weight": "2", "how": WORDS}),
        ("08-usual", "", "/usual", {"answer": "often", "example": WORDS}),
    ],
)
def test_so_it_is_at_every_stage(hv, sw, leader, workshop, go_to, stage, part, address, given):
    go_to(stage)
    written_on = form_of(hv.get(part))
    reveal(leader, workshop)

    answer = hv.post(address, **written_on, **given)

    led = [leader.get(f"/w/{workshop.code}/{screen}").text for screen in ("wall", "console")]
    assert answer.status_code == 200
    assert not any(WORDS in screen for screen in [sw.get().text, *led])
    assert WORDS in hv.get("/mine").text


def test_a_phone_that_is_typing_hears_of_the_reveal(hv, leader, workshop, go_to):
    go_to(VIEW)
    told = "What you began to write before that waits for the facilitator."
    assert told not in hv.get("/now").text

    reveal(leader, workshop)

    assert told in hv.get("/now").text


def test_who_wants_what_is_no_matter_of_words(hv, leader, workshop, go_to):
    go_to("04-episodes")
    assert "Nobody sees what you choose." in hv.get().text

    reveal(leader, workshop)

    assert "Nobody sees what you choose." not in hv.get().text
    assert "What you began to write" not in hv.get("/now").text
