"""“How good was the practice?” and “Is this usual?”: a choice alone, words beside it, then a spread."""

from dataclasses import dataclass

import pytest

from facilitator.appraisals.models import Appraisal
from facilitator.db import db, new_key
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.perspectives.models import Statement
from facilitator.usual.models import Usual


@dataclass(frozen=True)
class Asked:
    """One of the two questions. beside: the words beside the choice. choice, other: two of its answers."""

    stage: str
    address: str
    model: type
    beside: str
    choice: str
    other: str

    def answer(self, phone, episode, choice=None, words=None, **form):
        choice, beside = self.choice if choice is None else choice, {} if words is None else {self.beside: words}
        return phone.post(self.address, stage=self.stage, episode=episode.id, answer=choice, **beside, **form)

    def rows(self):
        return db.session.scalars(db.select(self.model)).all()

    def words(self, row):
        return getattr(row, self.beside).text


QUESTIONS = {
    "how good": Asked("07-appraisal", "/appraisals", Appraisal, "standard", "mixed", "good"),
    "how usual": Asked("08-usual", "/usual", Usual, "example", "often", "rarely"),
}


@pytest.fixture(params=QUESTIONS.values(), ids=QUESTIONS)
def asked(request):
    return request.param


@pytest.fixture
def answer(asked, episode):
    return lambda phone, *given, **form: asked.answer(phone, episode, *given, **form)


@pytest.fixture
def rows(asked):
    return asked.rows


@pytest.fixture
def episode(asked, workshop, go_to):
    chosen = propose_episode(workshop, "The first call")
    choose_episode(workshop, chosen)
    db.session.commit()
    go_to(asked.stage)
    return chosen


def test_an_answer_is_kept_with_words_beside_it(asked, answer, rows, hv, wall):
    wall.heard()

    answer(hv, words="We have this call most weeks.")

    [row] = rows()
    assert (row.answer, asked.words(row)) == (asked.choice, "We have this call most weeks.")
    assert "spread-changed" in wall.heard()


def test_an_answer_can_be_changed_until_the_stage_closes(asked, answer, rows, hv):
    answer(hv)
    answer(hv, asked.other)

    assert [row.answer for row in rows()] == [asked.other]


def test_it_is_blind_until_the_reveal_and_then_only_a_spread(asked, answer, hv, sw, join_as, leader, workshop):
    for _ in range(4):
        answer(join_as("Social worker"))
    answer(hv, words="Words beside it.")
    assert asked.choice.title() not in leader.get(f"/w/{workshop.code}/wall").text

    console = leader.get(f"/w/{workshop.code}/console").text
    assert "What the room thinks" not in sw.get().text and "How the answers spread" not in console
    assert "Words beside it." not in sw.get().text + console

    leader.post(f"/w/{workshop.code}/reveal")

    assert "What the room thinks" in sw.get().text
    wall = leader.get(f"/w/{workshop.code}/wall").text
    assert asked.choice.title() in wall
    assert "Health visit" not in wall and "Words beside it." not in wall


def test_answers_of_fewer_than_five_are_not_broken_down_on_any_screen(answer, hv, sw, join_as, leader, workshop):
    for phone in (hv, sw, join_as("Social worker"), join_as("Social worker")):
        answer(phone)
    leader.post(f"/w/{workshop.code}/reveal")

    wall, console = (leader.get(f"/w/{workshop.code}/{screen}").text for screen in ("wall", "console/stage"))

    for page in (wall, console, sw.get().text):
        assert "fewer than five people are not broken down" in page
        assert '<table class="spread">' not in page


@pytest.mark.parametrize("choice", ["", "terrible"])
def test_something_that_is_no_answer_is_refused_and_nothing_is_half_written(answer, rows, hv, choice):
    refused = answer(hv, choice, words="Words beside it.")

    assert refused.status_code == 422
    assert rows() == [] and db.session.scalar(db.select(Statement)) is None


def test_a_late_choice_is_refused_and_late_words_are_held(answer, rows, hv, go_to):
    go_to("09-patterns")

    assert answer(hv).status_code == 422
    assert answer(hv, words="Late words.").status_code == 200

    assert rows() == []
    assert db.session.scalar(db.select(Statement)).is_held


def test_a_late_choice_beside_words_that_were_kept_before_is_refused(asked, answer, rows, hv, go_to):
    """The words stand in the form already. Seen to fail when any words beside it would do: the phone said “Saved”."""
    answer(hv, words="Words beside it.")
    go_to("09-patterns")

    late = answer(hv, asked.other, words="Words beside it.", key=new_key())

    assert late.status_code == 422
    assert [row.answer for row in rows()] == [asked.choice]


def test_late_words_that_are_sent_again_are_saved_once(answer, hv, go_to):
    """Their answer was lost on the way. Seen to fail without sent_again."""
    go_to("09-patterns")
    key = new_key()

    first, again = answer(hv, words="Late words.", key=key), answer(hv, words="Late words.", key=key)

    assert (first.status_code, again.status_code) == (200, 200)
    assert len(db.session.scalars(db.select(Statement)).all()) == 1


def test_giving_it_twice_is_once(answer, rows, hv, wall):
    key = new_key()
    answer(hv, words="Words beside it.", key=key)
    wall.heard()

    assert answer(hv, words="Words beside it.", key=key).status_code == 200

    assert len(rows()) == 1 and len(db.session.scalars(db.select(Statement)).all()) == 1
    assert wall.heard() == []


def test_an_answer_that_was_kept_may_be_sent_again_after_the_stage_has_closed(asked, answer, rows, hv, go_to):
    answer(hv)
    go_to("09-patterns")

    assert answer(hv).status_code == 200
    assert answer(hv, asked.other).status_code == 422
    assert [row.answer for row in rows()] == [asked.choice]


def test_other_words_under_the_same_key_are_refused_and_the_first_stay(asked, answer, rows, hv):
    key = new_key()
    answer(hv, words="Words beside it.", key=key)

    assert answer(hv, asked.other, words="Other words.", key=key).status_code == 409
    assert [(row.answer, asked.words(row)) for row in rows()] == [(asked.choice, "Words beside it.")]


def test_words_beside_it_can_be_corrected(answer, hv, leader, workshop):
    answer(hv, words="Words beside it.")
    hv.post("/statements/1/correction", text="Better words.")

    leader.post(f"/w/{workshop.code}/reveal")

    for page in (hv.get().text, leader.get(f"/w/{workshop.code}/console").text):
        assert "Better words." in page and "Words beside it." not in page


def test_not_being_involved_is_an_answer_until_one_chooses(asked, answer, episode, hv, leader, workshop):
    hv.post("/silences", stage=asked.stage, episode=episode.id, answer="not-involved")
    assert "You said “I was not involved in this”" in hv.get().text
    assert "1 of 1" in leader.get(f"/w/{workshop.code}/console").text

    answer(hv)

    assert "You said" not in hv.get().text


def test_words_that_are_too_long_are_refused_and_the_answer_with_them(answer, rows, hv):
    assert answer(hv, words="x" * 20_000).status_code == 422
    assert rows() == []


def test_an_outsider_is_shut_out(asked, outsider, workshop):
    given = {"stage": asked.stage, "answer": asked.choice}

    assert outsider.post(f"/w/{workshop.code}{asked.address}", data=given).status_code == 403
