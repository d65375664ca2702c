"""A long case comes to the wall at a glance first: who has how many entries, and when. Then its words, page by page."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.narrative.actions import add_entry
from facilitator.narrative.glance import draw_glance
from facilitator.narrative.units import units_of
from facilitator.reviews.actions import add_agency

HTMX = {"HX-Request": "true"}


@pytest.fixture
def long_case(go_to, review):
    """Sixty entries over 2018, each agency in turn, six days apart; those of the small review lie in March 2019."""
    for number in range(60):
        day = date(2018, 1, 1) + timedelta(days=6 * number)
        add_entry(review, review.agencies[number % 2], day.isoformat(), "record", f"What happened {number}.")
    go_to("02-narrative")
    db.session.commit()
    return review


@pytest.fixture
def wall_text(leader, workshop):
    return lambda: leader.get(f"/w/{workshop.code}/wall").text


def counts_in(text):
    """{agency: [its counts, as the table says them]}."""
    table = text[text.index("<caption>How many entries") :]
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', table, re.S)
    return {name: [cell.strip() for cell in re.findall(r"<td>(.*?)</td>", cells, re.S)] for name, cells in rows}


def test_every_entry_is_counted_once(long_case, wall_text):
    add_entry(long_case, long_case.agencies[0], "2018-05/2018-09", "recollection", "Some time in the summer.")
    db.session.commit()

    told = counts_in(wall_text())

    assert sum(int(cell) for cells in told.values() for cell in cells if cell != "none") == 64
    assert list(told) == [agency.name for agency in long_case.agencies]


def test_the_first_screen_has_no_words_of_an_entry_and_the_next_one_has(long_case, wall_text, leader, workshop):
    first = wall_text()
    leader.post(f"/w/{workshop.code}/page", data={"by": 1}, headers=HTMX)

    assert "What happened 0." not in first and "1 of" in first
    assert "What happened 0." in wall_text() and "2 of" in wall_text()


def test_turning_on_shows_every_entry(long_case, wall_text, leader, workshop):
    told = ""
    while "screens" in (shown := wall_text()):
        told += shown
        here, last = re.search(r"(\d+) of (\d+) screens", shown).groups()
        if here == last:
            break
        leader.post(f"/w/{workshop.code}/page", data={"by": 1}, headers=HTMX)

    assert [entry.number for entry in long_case.all_entries if entry.text not in told] == []


def test_a_short_case_has_no_glance(go_to, wall_text):
    go_to("02-narrative")

    assert "How many entries" not in wall_text()


def test_the_console_says_so_and_leads_back_to_it(long_case, leader, workshop, wall_text):
    console = f"/w/{workshop.code}/console"
    assert "Now it shows all of it at a glance" in leader.get(console).text
    leader.post(f"/w/{workshop.code}/page", data={"by": 1}, headers=HTMX)
    assert 'data-key="g"' in leader.get(console).text

    assert leader.post(f"/w/{workshop.code}/narrative/stretch/glance", headers=HTMX).status_code == 204

    assert "How many entries" in wall_text()
    assert 'data-key="g"' not in leader.get(console).text


def test_a_month_of_it_is_chosen_without_typing(long_case, leader, workshop, wall_text):
    page = leader.get(f"/w/{workshop.code}/narrative/stretch").text
    value = re.search(r'name="first" value="([^"]*)">March 2018', page)[1]

    leader.post(f"/w/{workshop.code}/narrative/stretch", data={"first": value}, headers=HTMX)

    assert "Only Mar" in wall_text()
    assert "What happened 10." in wall_text() and "What happened 20." not in wall_text()


def test_a_rough_date_lies_over_all_it_may_cover_and_an_exact_one_over_nothing(long_case):
    add_entry(long_case, long_case.agencies[0], "2018-05/2018-07", "recollection", "In early summer.")

    drawn = draw_glance(long_case)

    [(x, width)] = drawn.rows[0].bands
    months = [unit.edtf for unit in drawn.units]
    assert drawn.rows[1].bands == []
    assert round((x - drawn.names) // drawn.column) == months.index("2018-05")
    assert round(width / drawn.column) == 3


def test_time_left_out_is_marked(long_case):
    """From December 2018 to March 2019 nothing is told: one break, and none between months that follow each other."""
    drawn = draw_glance(long_case)

    at = [round((x - drawn.names) / drawn.column) for x in drawn.breaks]
    assert [drawn.units[number].edtf for number in at] == ["2019-03"]


def test_an_episode_stands_over_its_months_and_no_more_than_two_share_a_time(long_case):
    for number in range(1, 5):
        db.session.add(Episode(review=long_case, title="The call", when="2018-05-03/2018-06-20", number=number))
    db.session.flush()

    drawn = draw_glance(long_case, episodes=long_case.all_episodes)

    first = drawn.flags[0]
    assert [flag.episode.label for flag in drawn.flags] == ["KPE 1", "KPE 2"]
    assert drawn.units[round((first.x - drawn.names) / drawn.column)].edtf == "2018-05"
    assert round(first.width / drawn.column) == 2
    assert " ".join(drawn.also) == "Also KPE 3, KPE 4"


def test_what_somebody_knows_differently_is_marked_once_the_room_may_see_it(long_case, hv, leader, workshop, wall_text):
    entry = next(one for one in long_case.all_entries if one.text == "What happened 0.")
    hv.post(f"/narrative/entries/{entry.number}/dispute", stage="02-narrative", text="It was later.")
    before = wall_text()

    leader.post(f"/w/{workshop.code}/reveal", headers=HTMX)

    assert "known differently" not in before
    assert "one or more known differently" in wall_text()


def test_agencies_that_begin_with_the_same_word_are_told_apart(long_case):
    """Seen to fail with rows all alike: both stood there as “Children's…”."""
    for name in ("Children's hospital", "Children's social care", "GP practice", "Housing", "Pharmacy", "Police"):
        add_agency(long_case, name)

    glance = draw_glance(long_case)

    assert [" ".join(row.name) for row in glance.rows] == [agency.name for agency in long_case.agencies]
    assert all(one.y < other.y for one, other in pairwise(glance.rows)) and glance.rows[-1].y < glance.height


def test_one_very_long_name_takes_nothing_from_the_others(long_case):
    """Seen to fail without the second and third try: every name was cut to one line."""
    short = [add_agency(long_case, name) for name in ("Children's hospital", "Children's social care", "GP", "Police")]
    add_agency(long_case, "Multi-agency safeguarding hub and early help front door team of both boroughs, nights")
    add_agency(long_case, "Housing and homelessness prevention service of the council, families with children")

    glance = draw_glance(long_case)

    names = {row.agency.name: " ".join(row.name) for row in glance.rows}
    assert all(names[agency.name] == agency.name for agency in short)
    assert glance.height <= 84 + 596


def test_names_that_would_read_alike_are_whole_where_others_have_to_be_cut(long_case):
    """Seen to fail without told_apart: with nine lanes both were “Children's…” again."""
    alike = ("Children's hospital", "Children's social care")
    others = [f"{word} nursing service of the council" for word in ("School", "Family", "Night", "Home", "Street")]
    for name in (*alike, *others):
        add_agency(long_case, name)

    names = [" ".join(row.name) for row in draw_glance(long_case).rows]

    assert [name for name in names if name.startswith("Children's")] == list(alike)


def test_many_lanes_take_more_than_one_screen(long_case):
    for number in range(12):
        add_agency(long_case, f"Another agency {number}")
    db.session.flush()

    first, last = draw_glance(long_case), draw_glance(long_case, page=9)

    assert (first.pages, first.page, last.page) == (2, 0, 1)
    assert len(first.rows) + len(last.rows) == len(long_case.agencies)
    assert max(one.height for one in (first, last)) <= 84 + 596


@pytest.mark.parametrize(
    ("dates", "units"),
    [
        (["2019-03-11", "2019-03-12"], ["11", "12"]),
        ([f"2019-{month:02}-{day:02}" for month in (1, 2, 3) for day in range(1, 20)], ["Jan", "Feb", "Mar"]),
        ([f"{year}-{month:02}" for year in (2017, 2018, 2019) for month in range(1, 13)], ["2017", "2018", "2019"]),
        ([str(year) for year in range(1985, 2021)], ["1980s", "1990s", "2000s", "2010s", "2020s"]),
    ],
)
def test_it_goes_by_the_shortest_times_that_fit(review, dates, units):
    entries = [add_entry(review, review.agencies[0], when, "record", "It happened.") for when in dates]

    assert [unit.short for unit in units_of(entries)] == units
