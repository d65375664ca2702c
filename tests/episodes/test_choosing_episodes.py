import pytest

from facilitator.access.models import LogLine
from facilitator.db import db
from facilitator.episodes.actions import propose_episode

CHOOSING, VIEW, APPRAISAL = "04-episodes", "05-view-at-the-time", "07-appraisal"


@pytest.fixture
def two(workshop, go_to):
    go_to("04-episodes")
    made = [propose_episode(workshop, title) for title in ("The home visit", "The first call")]
    db.session.commit()
    return made


def choose(leader, workshop, episode, **form):
    return leader.post(f"/w/{workshop.code}/episodes/{episode.id}/choice", data=form)


def undo(leader, workshop, episode):
    return leader.post(f"/w/{workshop.code}/episodes/{episode.id}/choice/undone")


def log():
    return [line.act for line in db.session.scalars(db.select(LogLine).order_by(LogLine.id))]


def test_support_counts_once_and_is_shown_at_the_reveal_as_a_word(two, hv, sw, leader, workshop):
    for _ in range(2):
        hv.post(f"/episodes/{two[0].id}/support")
    assert "wanted by" not in leader.get(f"/w/{workshop.code}/wall").text

    leader.post(f"/w/{workshop.code}/reveal")

    assert len(two[0].supports) == 1
    assert "wanted by some" in leader.get(f"/w/{workshop.code}/wall").text


def test_support_can_be_taken_back(two, hv):
    hv.post(f"/episodes/{two[0].id}/support")
    hv.post(f"/episodes/{two[0].id}/support/withdrawn")

    assert two[0].supports == []


def test_support_is_refused_once_the_group_has_moved_on(two, hv, go_to):
    go_to("05-view-at-the-time")

    assert hv.post(f"/episodes/{two[0].id}/support", stage=CHOOSING).status_code == 422
    assert two[0].supports == []


def test_before_the_reveal_not_even_the_console_says_what_people_want(two, hv, leader, workshop):
    hv.post(f"/episodes/{two[1].id}/support")
    console = leader.get(f"/w/{workshop.code}/console").text
    assert "want it" not in console
    assert console.index("The home visit") < console.index("The first call")

    leader.post(f"/w/{workshop.code}/reveal")

    console = leader.get(f"/w/{workshop.code}/console").text
    assert "1 want it" in console
    assert console.index("The first call") < console.index("The home visit")


def test_what_has_not_been_revealed_cannot_be_read_while_choosing(hv, sw, leader, workshop, go_to):
    go_to("03-turning-points")
    hv.post("/turning-points", stage="03-turning-points", title="The letter in the tray", why="It lay there.")
    go_to(CHOOSING)
    seen = sw.get().text + leader.get(f"/w/{workshop.code}/wall").text + leader.get(f"/w/{workshop.code}/console").text
    assert "The letter in the tray" not in seen
    assert "1 more wait for their reveal" in seen

    go_to("03-turning-points")
    leader.post(f"/w/{workshop.code}/reveal")
    go_to(CHOOSING)

    assert "The letter in the tray" in sw.get().text


def test_not_knowing_which_to_choose_is_an_answer(two, hv, leader, workshop):
    hv.post("/silences", stage=CHOOSING, answer="dont-know")

    assert "You said “I don’t know”" in hv.get().text
    assert "1 of 1" in leader.get(f"/w/{workshop.code}/console").text


def test_the_chosen_become_numbered_steps_of_the_day(two, leader, workshop):
    choose(leader, workshop, two[1])
    choose(leader, workshop, two[0], good_practice="yes")

    console = leader.get(f"/w/{workshop.code}/console").text
    assert [(one.number, one.good_practice) for one in two] == [(2, True), (1, False)]
    assert "KPE 1" in console and "KPE 2" in console
    assert two[0].chosen_at is not None


def test_choosing_twice_is_once_and_leaves_the_mark_of_good_practice(two, leader, workshop):
    choose(leader, workshop, two[0], good_practice="yes")
    before = log()

    choose(leader, workshop, two[0])

    assert (two[0].number, two[0].good_practice) == (1, True)
    assert log() == before


def test_a_proposal_that_was_taken_back_cannot_be_chosen(hv, leader, workshop, go_to):
    go_to("03-turning-points")
    hv.post("/turning-points", stage="03-turning-points", title="The letter", why="It lay there.")
    hv.post("/statements/1/withdrawal")
    withdrawn = workshop.review.all_episodes[0]

    assert choose(leader, workshop, withdrawn).status_code == 422
    assert withdrawn.number is None


def test_the_console_says_what_the_set_lacks(two, leader, workshop):
    choose(leader, workshop, two[0])

    console = leader.get(f"/w/{workshop.code}/console").text
    assert "Four to eight make a good day" in console and "None is marked as good practice" in console

    leader.post(f"/w/{workshop.code}/episodes/no-good-practice", data={"reason": "Nobody saw any."})

    assert "None is marked" not in leader.get(f"/w/{workshop.code}/console").text


def test_a_choice_can_be_undone_until_somebody_has_answered(two, leader, hv, workshop, go_to):
    choose(leader, workshop, two[0])
    leader.post(f"/w/{workshop.code}/episodes/{two[0].id}/choice/undone")
    assert two[0].number is None

    choose(leader, workshop, two[0])
    go_to(VIEW)
    hv.say(VIEW, "going-on", "An ordinary visit.", episode=two[0].id)
    answer = leader.post(f"/w/{workshop.code}/episodes/{two[0].id}/choice/undone")

    assert answer.status_code == 422
    assert two[0].number == 1


def test_an_appraisal_without_words_keeps_its_episode_too(two, leader, hv, workshop, go_to):
    choose(leader, workshop, two[0])
    go_to(APPRAISAL)
    hv.post("/appraisals", stage=APPRAISAL, episode=two[0].id, answer="mixed")

    assert undo(leader, workshop, two[0]).status_code == 422


def test_those_after_an_undone_one_move_up(two, leader, workshop):
    choose(leader, workshop, two[0])
    choose(leader, workshop, two[1])

    for _ in range(2):
        undo(leader, workshop, two[0])

    assert [one.number for one in two] == [None, 1]
    assert two[0].chosen_at is None
    assert log().count("episode not chosen") == 1


def test_those_people_have_answered_about_keep_their_number(two, leader, hv, workshop, go_to):
    choose(leader, workshop, two[0])
    choose(leader, workshop, two[1])
    go_to(VIEW, 1)
    hv.say(VIEW, "going-on", "An ordinary visit.", episode=two[1].id)

    undo(leader, workshop, two[0])

    assert [one.number for one in two] == [None, 2]


def test_a_phone_cannot_choose(two, hv):
    assert hv.post(f"/episodes/{two[0].id}/choice").status_code == 403
    assert hv.post(f"/episodes/{two[0].id}/choice/undone").status_code == 403


def test_an_outsider_is_shut_out(two, outsider, workshop):
    for address in (f"{two[0].id}/choice", f"{two[0].id}/choice/undone", f"{two[0].id}/support", "no-good-practice"):
        assert outsider.post(f"/w/{workshop.code}/episodes/{address}").status_code == 403


def test_an_episode_of_another_review_is_not_found(two, leader, workshop):
    answer = leader.post(f"/w/{workshop.code}/episodes/999/choice")

    assert answer.status_code == 404


def test_a_reason_why_there_is_no_good_practice_may_not_be_endless(two, leader, workshop):
    answer = leader.post(f"/w/{workshop.code}/episodes/no-good-practice", data={"reason": "x" * 10_001})

    assert answer.status_code == 422
    assert workshop.review.no_good_practice_reason == ""
