"""What the wall and the console make of the factors a room gave."""

import re

STAGE = "06-factors"


def reveal(leader, workshop):
    leader.post(f"/w/{workshop.code}/reveal")
    return leader.get(f"/w/{workshop.code}/wall").text


def test_the_wall_stands_by_level_and_counts_people(two, give, hv, sw, leader, workshop, go_to):
    go_to(STAGE)
    for _ in range(3):
        give(hv, two[0], "national", "funding")
    give(sw, two[0], "national", "funding", "helped")
    give(sw, two[0])

    wall = reveal(leader, workshop)

    assert wall.index("Front line") < wall.index("workload") < wall.index("National") < wall.index("funding")
    assert wall.count("<b>1</b>") == 3 and "<b>3</b>" not in wall


def test_what_the_room_named_itself_is_set_as_its_words(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    give(hv, two[0], "other", "a question mark at the end of a message")
    give(hv, two[0])

    wall = reveal(leader, workshop)

    assert '<th scope="row" class="words">a question mark' in wall
    assert '<th scope="row">workload' in wall


def test_long_lists_go_on_over_the_page(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    for number in range(12):
        give(hv, two[0], "other", f"thing {number:02}")
    assert "thing 11" not in reveal(leader, workshop)

    for _ in range(2):
        leader.post(f"/w/{workshop.code}/page", data={"by": "1"})

    assert "thing 11" in leader.get(f"/w/{workshop.code}/wall").text


def test_two_levels_raise_no_question_about_the_front_line(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    for item in ("workload", "IT", "managerial support"):
        give(hv, two[0], item=item)
    give(hv, two[0], "national", "funding")

    assert "What lay behind it?" not in reveal(leader, workshop)


def test_the_matrix_holds_only_the_episodes_that_were_revealed(two, give, hv, leader, workshop, go_to):
    go_to(STAGE, 1)
    give(hv, two[1], item="IT")
    go_to(STAGE, 0)
    give(hv, two[0])
    reveal(leader, workshop)
    console = leader.get(f"/w/{workshop.code}/console").text
    assert "workload" in console and "IT</th>" not in console

    go_to(STAGE, 1)
    reveal(leader, workshop)

    console = leader.get(f"/w/{workshop.code}/console").text
    assert "workload</th>" in console and "IT</th>" in console


def text_of_cells(page):
    return [cell for cell in re.findall(r"<td>(.*?)</td>", page, re.DOTALL) if "/factors/" in cell]


def test_one_talkative_person_changes_no_cell(two, give, hv, sw, leader, workshop, go_to):
    go_to(STAGE)
    give(hv, two[0])
    give(sw, two[0])
    reveal(leader, workshop)
    before = text_of_cells(leader.get(f"/w/{workshop.code}/console").text)

    for _ in range(5):
        give(hv, two[0])

    after = leader.get(f"/w/{workshop.code}/console").text
    assert "2 hindered" in before[0] and "2 agencies" in before[0]
    assert text_of_cells(after) == before


def test_a_cell_opens_to_its_words_helped_and_hindered_apart(two, give, hv, sw, leader, workshop, go_to):
    go_to(STAGE)
    factor = give(hv, two[0], effect="helped").factor
    give(sw, two[0])
    reveal(leader, workshop)
    [way] = re.findall(r'href="([^"]+/factors/[^"]+)"', leader.get(f"/w/{workshop.code}/console").text)

    page = leader.get(way).text

    assert way.endswith(f"/factors/{factor.key}/1")
    assert page.index("1 person says it helped") < page.index("S-001") < page.index("it hindered") < page.index("S-002")
    assert page.count("Like this.") == 2 and "Back to the console" in page


def test_a_cell_nobody_has_revealed_does_not_open(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    factor = give(hv, two[0]).factor

    page = leader.get(f"/w/{workshop.code}/factors/{factor.key}/1")

    assert page.status_code == 404 and "Like this." not in page.text


def test_a_phone_does_not_open_a_cell(two, give, hv, leader, workshop, go_to):
    go_to(STAGE)
    factor = give(hv, two[0]).factor
    reveal(leader, workshop)

    assert hv.get(f"/factors/{factor.key}/1").status_code in (302, 303, 403)
