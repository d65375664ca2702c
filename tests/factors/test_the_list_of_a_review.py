"""The list of factors is fitted to one review: added to, thinned out, and put back; what was named stays."""

import re

import pytest
from sqlalchemy import select

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.factors.framework import framework, is_own_words
from facilitator.factors.models import Factor
from facilitator.reviews.actions import begin_review
from facilitator.workshops.actions import reveal
from facilitator.workshops.room import Room
from tests.factors.conftest import STAGE

ROTA = "one duty line for the whole county"


@pytest.fixture
def at(leader, review):
    """at("/conditions", item="…") posts to the list of the review; at() shows it."""

    def address(path="", **form):
        url = f"/reviews/{review.id}/factors{path}"
        return leader.post(url, data=form, headers={"HX-Request": "true"}) if form else leader.get(url)

    return address


@pytest.fixture
def options(hv, two, workshop):
    """options() → what a phone offers at the first episode's factors."""

    def offered():
        workshop.stage, workshop.episode_id = STAGE, two[0].id
        db.session.commit()
        return hv.get("/stage").text

    return offered


def test_it_shows_every_kind_with_how_many_are_offered(at):
    page = at().text

    assert "Front line" in page and "National" in page
    assert "The role · 3 offered</summary>" in page
    assert "Leave out little" in page


def test_what_is_added_is_offered_and_marked_as_a_local_suggestion(at, options, leader, workshop, two, hv, give):
    answer = at("/conditions", item=f"  {ROTA} ")
    assert "local suggestion" in answer.text

    assert f'value="conditions:{ROTA}"' in options()
    give(hv, two[0], item=ROTA)
    reveal(Room.of(workshop, STAGE, two[0].id))
    db.session.commit()
    console = leader.get(f"/w/{workshop.code}/console/stage").text
    assert ROTA in console and "local suggestion" in console


def test_what_is_left_out_is_not_offered_and_what_was_named_of_it_stays(at, options, hv, two, give):
    """Seen to fail when only what is offered counts as known: it then stands as the room's own words."""
    named = give(hv, two[0], item="workload").factor
    assert 'value="conditions:workload"' in options()

    assert "left out" in at("/conditions/left-out", item="workload").text

    assert 'value="conditions:workload"' not in options()
    assert not is_own_words(named) and named.published


def test_it_is_offered_again(at, options):
    at("/conditions/left-out", item="workload")
    at("/conditions/left-out", item="workload")
    at("/conditions/offered", item="workload")

    assert 'value="conditions:workload"' in options()


def test_what_was_added_and_never_named_is_gone_when_it_is_left_out(at, review):
    at("/conditions", item=ROTA)
    answer = at("/conditions/left-out", item=ROTA)

    assert ROTA not in answer.text
    assert db.session.scalars(select(Factor).filter_by(item=ROTA)).all() == []


def test_what_was_added_and_named_stays_with_its_words(at, review, hv, two, give):
    at("/conditions", item=ROTA)
    influence = give(hv, two[0], item=ROTA)
    at("/conditions/left-out", item=ROTA)

    assert framework(review)["conditions"].left_out == {ROTA}
    assert influence.factor.item == ROTA and not is_own_words(influence.factor)


def test_the_list_never_tells_before_the_reveal_whether_somebody_named_a_factor(at, options, hv, two, give, workshop):
    """Seen to fail when what was added and named stays in the list: to add a factor would be to ask who named it."""
    options()  # the group is at the factors of the first episode
    give(hv, two[0], item=ROTA)
    at("/conditions", item=ROTA)
    named = at("/conditions/left-out", item=ROTA).text
    at("/conditions", item="nobody has named this")
    unnamed = at("/conditions/left-out", item="nobody has named this").text

    assert ROTA not in named and ROTA not in at().text
    assert without_tokens(named) == without_tokens(unnamed)
    assert "in the list already" not in at("/conditions", item=ROTA).text

    at("/conditions/left-out", item=ROTA)
    reveal(Room.of(workshop, STAGE, two[0].id))
    db.session.commit()
    assert ROTA in at().text


def without_tokens(html):
    return re.sub(r'value="[^"]*"', "", html)


def test_after_an_added_one_is_gone_the_field_for_another_has_the_focus(at):
    at("/conditions", item=ROTA)

    field = re.search(r'<input[^>]*id="item-conditions"[^>]*>', at("/conditions/left-out", item=ROTA).text)[0]
    assert "autofocus" in field


def test_another_review_has_its_own_list(at, app):
    at("/conditions", item=ROTA)
    at("/conditions/left-out", item="workload")
    other = begin_review("Another")

    assert ROTA not in framework(other)["conditions"].items
    assert "workload" in framework(other)["conditions"].offered


@pytest.mark.parametrize(
    ("path", "item", "said"),
    [
        ("/conditions", "  ", "Name the factor in a few words"),
        ("/conditions", "x" * 301, "at most 300 characters"),
        ("/conditions", "Workload", "in the list already"),
        ("/weather", "rain", "no such kind of factor"),
        ("/conditions/left-out", "never heard of", "not in the list any more"),
        ("/conditions/offered", "never heard of", ""),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence_and_changes_nothing(at, review, path, item, said):
    before = framework(review)
    answer = at(path, item=item)

    assert said in answer.text
    assert framework(review) == before


def test_every_change_is_on_the_log_without_the_words(at):
    at("/conditions", item=ROTA)
    at("/conditions/left-out", item="workload")
    at("/conditions/offered", item="workload")

    lines = db.session.scalars(select(LogLine).order_by(LogLine.id)).all()[-3:]
    assert [one.act for one in lines] == ["factor added", "factor left out", "factor offered again"]
    assert not any(ROTA in one.about or "workload" in one.about for one in lines)


def test_without_scripts_the_page_comes_again_at_that_kind(leader, review):
    answer = leader.post(f"/reviews/{review.id}/factors/conditions", data={"item": ROTA})

    assert answer.status_code == 302
    assert answer.location.endswith("/factors#conditions")
