from types import SimpleNamespace

from facilitator.patterns.kinds import LINES_ON_A_PAGE, pages, words_on_wall
from facilitator.patterns.models import Pattern


def test_an_empty_room_is_told_what_to_do_next(told, hv, leader, workshop):
    assert "Which words from today belong together?" in leader.get(f"/w/{workshop.code}/wall").text
    assert "No pattern yet." in leader.get(f"/w/{workshop.code}/console").text
    assert "No pattern yet." in leader.get(f"/w/{workshop.code}/patterns").text


def test_all_three_screens_show_what_stands(told, hv, name, leader, workshop):
    name("The form closes before the thinking is written down", category=["tools"], rests_on=["1"], episode=["1"])

    for page in (hv.get(), leader.get(f"/w/{workshop.code}/wall"), leader.get(f"/w/{workshop.code}/console")):
        assert "The form closes" in page.text
        assert "Tools" in page.text


def test_a_facilitator_is_asked_what_speaks_against(told, name, leader, workshop):
    name("The form closes", rests_on=["1"])

    assert "Ask what speaks against it." in leader.get(f"/w/{workshop.code}/console").text


def test_many_patterns_go_over_pages_and_never_shrink():
    patterns = [Pattern(number=number, typed="x" * 100, kind="unsafe") for number in range(1, 8)]

    found = pages(patterns, lambda pattern: pattern.title)

    assert [one for page in found for one in page] == patterns
    assert all(len(page) * 3 <= LINES_ON_A_PAGE for page in found)


def test_the_words_of_a_part_stand_on_lines_of_their_own():
    whole = SimpleNamespace(title="x" * 30, absorbed=[SimpleNamespace(title="y" * 30)])

    found = pages([whole] * 4, words_on_wall)

    assert [len(page) for page in found] == [2, 2]


def test_the_form_for_a_change_ticks_what_was_chosen(told, name, leader, workshop):
    name("The form closes", rests_on=["1"], against=["3"], episode=["2"])

    page = leader.get(f"/w/{workshop.code}/patterns/1").text

    assert 'name="rests_on" value="1" checked' in page
    assert 'name="against" value="3" checked' in page
    assert 'name="against" value="1" checked' not in page
