"""The picture of the layers: family and task, team, agency, between agencies, national."""

from lxml import html

from facilitator.db import db
from facilitator.factors.layers import Side, layers_of
from facilitator.factors.matrix import shown_influences

STAGE = "06-factors"


def reveal(leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")


def turn(leader, workshop):
    return leader.post(f"/w/{workshop.code}/layers")


def screen(leader, workshop):
    return leader.get(f"/w/{workshop.code}/wall").text


def rows_of(page):
    """What the rows of a page's tables say, cell by cell."""
    return [[cell.text_content().strip() for cell in row.iter("th", "td")] for row in html.fromstring(page).iter("tr")]


def counted(review):
    return {layer.key: layer for layer in layers_of(shown_influences(review))}


def test_one_person_five_times_and_in_two_episodes_counts_once(two, give, hv, leader, workshop, review, go_to):
    go_to(STAGE, 1)
    give(hv, two[1])
    reveal(leader, workshop)
    go_to(STAGE, 0)
    for item in ("workload", "IT", "workload", "timing: shifts, busy season", "workload"):
        give(hv, two[0], item=item)
    reveal(leader, workshop)

    assert counted(review)["task"].hindered == Side(people=1, agencies=1)


def test_helped_and_hindered_are_counted_apart_with_their_agencies(two, give, hv, sw, leader, workshop, review, go_to):
    go_to(STAGE)
    give(hv, two[0], "inter-agency", "trust")
    give(sw, two[0], "inter-agency", "communication")
    give(sw, two[0], "inter-agency", "trust", "helped")
    reveal(leader, workshop)

    between = counted(review)["between"]

    assert (str(between.helped), str(between.hindered)) == ("1 person, 1 agency", "2 people, 2 agencies")


def test_each_factor_stands_in_its_layer(two, give, hv, leader, workshop, review, go_to):
    go_to(STAGE)
    named = [("family", "age"), ("conditions", "managerial support"), ("organisation", "training")]
    for factor, item in [*named, ("other", "the weather")]:
        give(hv, two[0], factor, item)
    give(hv, two[0], "inter-agency", "a word of our own")
    reveal(leader, workshop)

    found = counted(review)

    assert [key for key, layer in found.items() if not layer.is_empty] == ["task", "team", "agency", "between", "other"]


def test_words_that_belong_to_no_layer_have_a_line_only_when_there_are_some(review):
    assert "other" not in [layer.key for layer in layers_of([])]


def test_the_wall_draws_them_and_comes_back_to_them(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    give(hv, two[0])
    reveal(leader, workshop)
    assert "where did it lie?" not in screen(leader, workshop)

    turn(leader, workshop)

    for page in (screen(leader, workshop), screen(leader, workshop)):
        assert "where did it lie?" in page and page.count('class="hindered"') == 1
        assert 'class="helped"' not in page
        assert ">Nobody named anything between agencies.</text>" in page
        assert "Nobody named anything between agencies. Was it not there, or not asked?" in page
        assert ["Family and task", "nobody", "1 person, 1 agency"] in rows_of(page)


def test_pressed_again_the_wall_shows_the_factors(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    give(hv, two[0])
    reveal(leader, workshop)

    turn(leader, workshop), turn(leader, workshop)

    assert "where did it lie?" not in screen(leader, workshop) and "workload" in screen(leader, workshop)


def test_moving_on_or_turning_the_page_leaves_them(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    give(hv, two[0])
    reveal(leader, workshop)
    turn(leader, workshop)

    leader.post(f"/w/{workshop.code}/page", data={"by": "1"})
    assert "workload" in screen(leader, workshop)

    turn(leader, workshop)
    leader.post(f"/w/{workshop.code}/next")
    assert "where did it lie?" not in screen(leader, workshop)


def test_before_the_reveal_the_wall_does_not_show_them(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    give(hv, two[0])

    answer = turn(leader, workshop)

    assert answer.status_code == 422 and "Reveal what helped" in answer.text
    workshop.wall_page = -1
    db.session.commit()
    assert "where did it lie?" not in screen(leader, workshop)


def test_the_whole_room_hears_of_it(two, give, hv, leader, workshop, go_to, wall):
    go_to(STAGE)
    give(hv, two[0])
    reveal(leader, workshop)
    wall.heard()

    turn(leader, workshop)

    assert wall.heard() == ["stage-changed"]


def test_where_nothing_was_named_the_wall_asks_about_every_layer(two, leader, workshop, go_to):
    go_to(STAGE)
    reveal(leader, workshop)

    turn(leader, workshop)

    page = screen(leader, workshop)
    assert page.count('class="nothing"') == 10 and 'class="hindered"' not in page


def test_when_nobody_named_anything_every_layer_asks(review):
    assert all("Was it not there, or not asked?" in layer.question for layer in layers_of([]))


def test_a_phone_does_not_turn_the_wall(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    give(hv, two[0])
    reveal(leader, workshop)

    assert hv.post("/layers").status_code in (302, 303, 403)
    assert workshop.wall_page == 0
