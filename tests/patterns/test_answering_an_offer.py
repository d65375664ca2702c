"""Patterns are offered as questions, and the group answers."""

import pytest

from facilitator.db import db, new_key
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.factors.actions import give_influence
from facilitator.patterns.models import Pattern
from facilitator.patterns.offer_models import OfferAnswer
from facilitator.patterns.offers import open_offers
from facilitator.workshops.room import Room

FACTORS = "06-factors"
WHY = "We looked at it twice and it was chance."


@pytest.fixture
def three(workshop):
    made = [propose_episode(workshop, title) for title in ("The visit", "The first call", "The meeting")]
    for episode in made:
        choose_episode(workshop, episode)
    db.session.commit()
    return made


@pytest.fixture
def give(workshop, go_to):
    """give(phone, episode) → that phone's participant names a factor, while the group is there."""

    def give_one(phone, episode, item="workload", effect="hindered"):
        go_to(FACTORS, episode.number - 1)
        room = Room.of(workshop, FACTORS, episode.id)
        words = f"{item} worked like this for {phone.participant.position.role} in {episode.title}."
        given = give_influence(phone.participant, room, "conditions", item, effect, "2", words, new_key())
        db.session.commit()
        return given

    return give_one


@pytest.fixture
def show(go_to, leader, workshop):
    """show(0, 1) → the room sees what was given about the first two episodes."""

    def reveal_these(*places):
        for place in places:
            go_to(FACTORS, place)
            leader.post(f"/w/{workshop.code}/reveal")
        go_to("09-patterns")

    return reveal_these


@pytest.fixture
def offered(three, give, show, hv, sw):
    """Workload hindered in KPE 1 and 2, named by two positions of two agencies, revealed."""
    give(hv, three[0])
    give(sw, three[1])
    show(0, 1)


@pytest.fixture
def answer(leader, workshop, review):
    """answer("refusal", reason=…) → the group's answer to the first offer there is."""

    def post(act, offer=None, **form):
        offer = offer or open_offers(review)[0]
        return leader.post(f"/w/{workshop.code}/offers/{offer.factor.key}/{offer.effect}/{act}", data=form)

    return post


def asked(review):
    db.session.expire_all()
    return [(one.factor.item, one.effect) for one in open_offers(review)]


def test_the_wall_and_the_console_ask_and_say_why(offered, leader, workshop):
    for screen in ("wall", "console", "offers"):
        page = leader.get(f"/w/{workshop.code}/{screen}").text
        assert "“workload”" in page
        assert "was named by 2 people in KPE 1 and 2, from 2 agencies, as what made it harder." in page
        assert "Is there something behind it?" in page


def test_one_episode_is_not_enough(three, give, show, hv, sw, review):
    give(hv, three[0])
    give(sw, three[0])
    show(0)

    assert asked(review) == []


def test_one_position_is_not_enough_however_often_it_says_so(three, give, show, hv, review):
    for _ in range(3):
        give(hv, three[0])
        give(hv, three[1])
    show(0, 1)

    assert asked(review) == []


def test_what_helped_here_and_hindered_there_is_two_things(three, give, show, hv, sw, review):
    give(hv, three[0], effect="helped")
    give(sw, three[1])
    show(0, 1)

    assert asked(review) == []


def test_words_nobody_has_seen_ask_nothing(three, give, show, hv, sw, review):
    give(hv, three[0])
    give(sw, three[1])
    show(0)

    assert asked(review) == []


def test_words_taken_back_ask_nothing(offered, sw, review):
    assert asked(review) == [("workload", "hindered")]

    sw.post("/statements/2/withdrawal")

    assert asked(review) == []


def test_what_helped_is_asked_about_as_constructive(three, give, show, hv, sw, review):
    give(hv, three[0], effect="helped")
    give(sw, three[1], effect="helped")
    show(0, 1)

    assert open_offers(review)[0].kind == "constructive"


def test_the_group_takes_it_in_its_own_words_and_it_rests_on_what_was_said(offered, answer, patterns, review, wall):
    wall.heard()

    answer("taking", title="Nobody has time to write", reason="We all met it.")

    [pattern] = patterns()
    kept = db.session.scalars(db.select(OfferAnswer)).one()
    assert (pattern.title, pattern.kind) == ("Nobody has time to write", "unsafe")
    assert pattern.taken_at and [one.number for one in pattern.rests_on] == [1, 2]
    assert [episode.number for episode in pattern.episodes] == [1, 2]
    assert (kept.pattern, kept.reason, kept.by, kept.people) == (pattern, "We all met it.", "facilitator", 2)
    assert asked(review) == [] and set(wall.heard()) == {"patterns-changed"}


def test_a_name_that_is_taken_is_refused(offered, name, answer, patterns):
    name("Nobody has time to write")

    assert answer("taking", title="Nobody has time to write").status_code == 422
    assert len(patterns()) == 1


def test_a_refusal_needs_its_reason(offered, answer, review):
    assert answer("refusal", reason="  ").status_code == 422

    assert asked(review) == [("workload", "hindered")]


def test_refused_it_is_never_asked_again_until_a_new_episode_joins(
    offered, answer, review, three, give, show, hv, leader, workshop
):
    answer("refusal", reason=WHY)
    give(hv, three[1])
    assert asked(review) == []
    assert WHY in leader.get(f"/w/{workshop.code}/offers").text
    assert "“workload”" not in leader.get(f"/w/{workshop.code}/wall").text

    give(hv, three[2])
    show(2)

    assert asked(review) == [("workload", "hindered")]


def test_a_refusal_can_be_taken_back(offered, answer, review, leader, workshop):
    answer("refusal", reason=WHY)
    kept = db.session.scalars(db.select(OfferAnswer)).one()

    for _ in range(2):
        leader.post(f"/w/{workshop.code}/offers/answers/{kept.key}/undoing")

    assert asked(review) == [("workload", "hindered")]


def test_an_answer_given_twice_is_kept_once(offered, answer, review):
    [offer] = open_offers(review)

    answers = [answer("refusal", offer=offer, reason=WHY) for _ in range(2)]

    assert [one.status_code for one in answers] == [302, 404]
    assert len(db.session.scalars(db.select(OfferAnswer)).all()) == 1


def test_a_phone_cannot_answer(offered, hv, review):
    [offer] = open_offers(review)

    answer = hv.post(f"/offers/{offer.factor.key}/{offer.effect}/refusal", reason=WHY)

    assert answer.status_code in (302, 303, 403)
    assert db.session.scalars(db.select(Pattern)).all() == [] and asked(review) == [("workload", "hindered")]


def test_somebodys_own_words_are_not_copied_into_the_name(three, give, show, hv, sw, leader, workshop):
    """Or they would stay in the pattern's name after their writer took them back."""
    for phone, episode in ((hv, three[0]), (sw, three[1])):
        give(phone, episode, item="the lift in our building")
    show(0, 1)

    page = leader.get(f"/w/{workshop.code}/offers").text

    assert "the lift in our building" in page
    assert 'name="title" value=""' in page
