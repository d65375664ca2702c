import pytest

from facilitator.db import db, new_key
from facilitator.episodes.actions import propose_episode
from facilitator.episodes.choosing import choose_episode
from facilitator.factors.matrix import is_nearly_all_front_line, matrix, standing_influences
from facilitator.factors.models import Factor, Influence

STAGE = "06-factors"
HOW = "With eleven open, a call that can be handed back is a relief."


@pytest.fixture
def episode(workshop, go_to):
    chosen = propose_episode(workshop, "The first call")
    choose_episode(workshop, chosen)
    db.session.commit()
    go_to(STAGE)
    return chosen


def give(phone, episode, **form):
    given = {"factor": "conditions", "item": "workload", "effect": "hindered", "weight": "2", "how": HOW, **form}
    return phone.post("/influences", stage=STAGE, episode=episode.id, **given)


def influences():
    return db.session.scalars(db.select(Influence)).all()


def test_a_factor_is_kept_with_how_it_worked(episode, sw, wall):
    wall.heard()

    give(sw, episode)

    [one] = influences()
    assert (one.factor.item, one.factor.published, one.effect, one.weight) == ("workload", True, "hindered", 2)
    assert one.statement.text == HOW
    assert "factors-changed" in wall.heard()


def test_a_factor_from_the_list_on_the_phone(episode, sw):
    give(sw, episode, factor="other", item="", known="inter-agency:trust")

    assert influences()[0].factor.type == "inter-agency"


def test_own_words_become_an_item_of_this_review(episode, sw):
    give(sw, episode, factor="other", item="a question mark at the end of a message")

    assert db.session.scalar(db.select(Factor)).published is False


def test_own_words_may_belong_to_any_type(episode, sw):
    give(sw, episode, factor="other", item="the rota of the spring", known="conditions:")

    [factor] = db.session.scalars(db.select(Factor))
    assert (factor.type, factor.item, factor.published) == ("conditions", "the rota of the spring", False)


def test_the_same_factor_twice_is_one_factor_of_the_review(episode, sw, hv):
    give(sw, episode)
    give(hv, episode, item=" workload ")

    assert len(influences()) == 2 and len(db.session.scalars(db.select(Factor)).all()) == 1


def test_other_words_under_the_same_key_are_refused_and_the_first_stay(episode, sw):
    key = new_key()
    give(sw, episode, key=key)

    assert give(sw, episode, key=key, how="Other words.").status_code == 409
    assert [one.statement.text for one in influences()] == [HOW]


def test_a_factor_that_comes_late_is_held_and_counts_when_it_is_let_in(episode, sw, review, leader, workshop, go_to):
    go_to("09-patterns")
    assert give(sw, episode).status_code == 200
    assert standing_influences(review) == []

    leader.post(f"/w/{workshop.code}/statements/1/letting-in")

    assert len(standing_influences(review)) == 1


def test_a_correction_is_what_everybody_sees(episode, sw, hv, leader, workshop):
    give(sw, episode)
    sw.post("/statements/1/correction", text="With nine open, not eleven.")

    leader.post(f"/w/{workshop.code}/reveal")

    for page in (hv.get().text, sw.get().text, leader.get(f"/w/{workshop.code}/console").text):
        assert "With nine open, not eleven." in page and HOW not in page


def test_not_being_involved_is_an_answer_until_one_gives_something(episode, sw):
    sw.post("/silences", stage=STAGE, episode=episode.id, answer="not-involved")
    assert "You said “I was not involved in this”" in sw.get().text

    give(sw, episode)

    assert "You said" not in sw.get().text


def test_sending_it_twice_keeps_it_once(episode, sw):
    key = new_key()

    for _ in range(2):
        assert give(sw, episode, key=key).status_code == 200

    assert len(influences()) == 1


@pytest.mark.parametrize(
    "form",
    [
        {"factor": "luck"},
        {"known": "luck:"},
        {"how": "x" * 20_000},
        {"item": " "},
        {"item": "x" * 301},
        {"effect": "caused"},
        {"weight": "9"},
        {"how": "  "},
    ],
)
def test_an_incomplete_factor_is_refused_and_nothing_is_half_written(episode, sw, form):
    answer = give(sw, episode, **form)

    assert answer.status_code == 422
    assert influences() == [] and db.session.scalar(db.select(Factor)) is None


def test_an_outsider_is_shut_out(episode, outsider, workshop):
    assert outsider.post(f"/w/{workshop.code}/influences", data={"stage": STAGE}).status_code == 403


def test_nobody_is_sent_it_before_the_reveal(episode, sw, hv, leader, workshop):
    give(sw, episode)
    assert HOW not in hv.get().text + leader.get(f"/w/{workshop.code}/console").text

    leader.post(f"/w/{workshop.code}/reveal")

    assert HOW in hv.get().text
    assert "workload" in leader.get(f"/w/{workshop.code}/wall").text


def test_one_person_saying_it_five_times_counts_once(episode, sw, hv, review):
    for number in range(5):
        give(sw, episode, how=f"Reason {number}.")
    give(hv, episode, effect="helped")

    [(factor, row)] = matrix(standing_influences(review)).items()
    cell = row[episode]
    assert (factor.item, len(cell.hindered), len(cell.helped), len(cell.influences)) == ("workload", 1, 1, 6)


def test_what_is_withdrawn_or_set_aside_counts_no_more(episode, sw, review):
    give(sw, episode)

    sw.post("/statements/1/withdrawal")

    assert standing_influences(review) == []


def test_the_room_is_asked_what_lay_behind_when_nearly_all_is_front_line(episode, sw, review, leader, workshop):
    for number in range(4):
        give(sw, episode, how=f"Reason {number}.")
    leader.post(f"/w/{workshop.code}/reveal")

    assert is_nearly_all_front_line(standing_influences(review))
    assert "What lay behind it?" in leader.get(f"/w/{workshop.code}/wall").text


def own_items():
    return [factor.item for factor in db.session.scalars(db.select(Factor).order_by(Factor.id))]


def test_a_name_in_somebodys_own_words_goes_when_they_take_them_back(episode, sw):
    give(sw, episode, factor="other", item="the rota of the spring", known="conditions:")

    sw.post("/statements/1/withdrawal")

    assert own_items() == ["Withdrawn with S-001"]


def test_it_goes_with_the_last_who_use_it_and_not_before(episode, sw, hv):
    for phone in (sw, hv):
        give(phone, episode, factor="other", item="the rota of the spring", known="conditions:")

    sw.post("/statements/1/withdrawal")
    assert own_items() == ["the rota of the spring"]
    hv.post("/statements/2/withdrawal")

    assert own_items() == ["Withdrawn with S-002"]


def test_it_goes_with_words_that_were_corrected_first(episode, sw):
    give(sw, episode, factor="other", item="the rota of the spring", known="conditions:")
    sw.post("/statements/1/correction", text="It was the rota.")

    sw.post("/statements/2/withdrawal")

    assert own_items() == ["Withdrawn with S-001"]


def test_a_name_of_the_framework_stays(episode, sw):
    give(sw, episode)

    sw.post("/statements/1/withdrawal")

    assert own_items() == ["workload"]
