"""Lanes: everything is drawn once, nothing overlaps, nothing is made smaller."""

import random
import re
from itertools import pairwise
from pathlib import Path

import pytest
from flask import render_template
from sqlalchemy.event import listen

from facilitator.db import db
from facilitator.narrative.actions import add_entry
from facilitator.narrative.axis import slots_for
from facilitator.narrative.boxes import SAID, SMALL
from facilitator.narrative.case.file import read_case
from facilitator.narrative.fitting import fit, measure
from facilitator.narrative.from_case import prepare_from_case
from facilitator.narrative.glance import draw_glance
from facilitator.narrative.lanes import DATE, HEAD, WIDTH, draw_lanes
from facilitator.narrative.pages import ROOM
from facilitator.narrative.sources import KNOWN
from facilitator.reviews.actions import add_agency, begin_review


@pytest.fixture
def told(app):
    """told(("A", "2019-03-11"), …) → a review with an entry in that agency's lane for each pair."""

    def tell(*pairs, text="Somebody rang and was asked to ring back."):
        review = begin_review("Told")
        agencies = {name: add_agency(review, name) for name in dict.fromkeys(name for name, _ in pairs)}
        for name, when in pairs:
            add_entry(review, agencies[name], when, "record", text)
        return review

    return tell


def all_pages(review, **more):
    first = draw_lanes(review, **more)
    return [first, *(draw_lanes(review, page=page, **more) for page in range(1, first.pages))]


def boxes(drawing):
    return [box for lane in drawing.lanes for box in lane.boxes]


def many(count, lanes=9, seed=1):
    """Entries over a year in nine lanes, one in five with a fuzzy date."""
    chance = random.Random(seed)
    days = [(chance.randint(1, 12), chance.randint(1, 28)) for _ in range(count)]
    forms = ["2019-{:02d}-{:02d}"] * 8 + ["2019-{:02d}~", "2019-{:02d}-01/2019-12-{:02d}"]
    return [(f"Agency {chance.randint(1, lanes)}", chance.choice(forms).format(*day)) for day in days]


def test_a_day_is_a_column_and_empty_time_takes_no_room(told):
    review = told(("Hub", "2019-01-01"), ("Ward", "2019-01-01"), ("Ward", "2019-12-24"))

    assert [slot.name for slot in slots_for(review.all_entries, stacked=1)] == ["1 January 2019", "24 December 2019"]


def test_a_crowded_day_gets_as_many_columns_as_its_busiest_lane_needs(told):
    review = told(*[("Hub", "2019-03-11")] * 5, ("Ward", "2019-03-11"))

    assert [len(slots_for(review.all_entries, stacked)) for stacked in (1, 2, 3)] == [5, 3, 2]


def test_a_fuzzy_date_is_a_band_over_the_days_it_may_mean(told):
    review = told(("Hub", "2019-03-04"), ("Hub", "2019-03-11"), ("Ward", "2019-03"), ("Ward", "2019-05"))

    (drawing,) = all_pages(review)

    by_when = {box.entry.when: box for box in boxes(drawing)}
    assert by_when["2019-03"].width > 1.9 * by_when["2019-03-04"].width
    assert by_when["2019-03"].entry.is_fuzzy
    assert by_when["2019-05"].x > by_when["2019-03-11"].x


@pytest.mark.parametrize("pairs", [[("Hub", "2019-03-11")] * 30, [("Hub", "2019-03~")] * 20, many(120)])
def test_every_entry_is_drawn_once_and_none_overlap(told, pairs):
    review = told(*pairs)

    pages = all_pages(review)

    drawn = [box.entry.number for page in pages for box in boxes(page)]
    assert sorted(drawn) == list(range(1, len(pairs) + 1))
    for page in pages:
        assert page.height <= HEAD + ROOM + 0.5
        for lane in page.lanes:
            rows = {}
            for box in lane.boxes:
                assert lane.y <= box.y
                assert box.y + box.height <= lane.y + lane.height
                assert box.x + box.width <= WIDTH
                rows.setdefault(box.y, []).append(box)
            for row in rows.values():
                row.sort(key=lambda box: box.x)
                assert all(one.x + one.width <= other.x for one, other in pairwise(row))


@pytest.mark.parametrize("path", sorted(Path(__file__).parent.glob("*.yaml")))
def test_a_case_fits_its_pages_and_keeps_its_type_legible(app, path):
    review = prepare_from_case(read_case(path))

    assert min(SAID, SMALL, DATE) >= 32
    for page in all_pages(review):
        for box in boxes(page):
            lines = [words for _, words in box.below_head]
            assert all(measure(words, SAID) <= box.inner for words in lines)


def test_no_line_crosses_what_the_quiet_agencies_share(app, told):
    """Seen to fail with lines and bands down to the foot of the picture."""
    review = told(*[(f"Agency {number}", "2019-03-04") for number in range(6)])
    for number in range(6, 9):
        add_agency(review, f"Agency {number}")

    svg = drawn_as_svg(app, all_pages(review, episodes=[Turn("2019-03-04")])[0])

    shared = float(re.search(r'class="nothing"[^>]* y="([\d.]+)"', svg)[1]) - 33
    lines = [float(y) for y in re.findall(r'class="(?:line|span-edge)"[^>]* y2="([\d.]+)"', svg)]
    assert len(lines) > 2 and max(lines) <= shared + 1


def test_three_hundred_entries_are_read_together(app, told):
    """Seen to fail when the disputes of each entry are read by themselves. How long it takes: docs/performance.md."""
    review = told(*many(300))
    db.session.commit()
    db.session.expire_all()
    asked = []
    listen(db.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))

    with app.test_request_context():
        html = render_template("narrative/_lanes.html", lanes=draw_lanes(review, page=3))

    assert "<svg" in html
    assert len(asked) < 10


def said_in(pages):
    """Number of an entry → the words of it that can be read on all pages together."""
    said = {}
    for box in (box for page in pages for box in boxes(page)):
        said[box.entry.number] = f"{said.get(box.entry.number, '')} {' '.join(box.fitted)}"
    return {number: " ".join(words.split()) for number, words in said.items()}


@pytest.mark.parametrize(
    ("pairs", "often"),
    [([("Hub", "2019-03-11")] * 7, 3), ([("Hub", "2019-03~")] * 9, 9), (many(30), 2), (many(2), 130)],
)
def test_every_word_can_be_read_on_some_page(told, pairs, often):
    """Seen to fail with rows of one height, however long their words are."""
    review = told(*pairs, text="She rang the hub, was put through twice and asked to write it down instead. " * often)

    pages = all_pages(review)

    assert set(said_in(pages).values()) == {" ".join(review.all_entries[0].text.split())}
    assert all(page.height <= HEAD + ROOM + 0.5 for page in pages)


def test_what_goes_on_over_the_next_screen_says_so_and_is_one_row_of_the_table(told):
    review = told(("Hub", "2019-03-11"), text="Word after word. " * 200)

    pages = all_pages(review)

    heads = [box.head for page in pages for box in boxes(page)]
    assert heads[0] == "N-001" and set(heads[1:]) == {"N-001, continued"}
    assert all(page.entries == review.all_entries for page in pages)


def test_an_agencys_whole_name_stands_beside_its_lane(told):
    """Seen to fail as “Integrated Children and…”."""
    name = "Integrated Children and Family Wellbeing Service, North West Locality Team (0–5)"
    review = told((name, "2019-03-11"), ("Police", "2019-03-20"))

    (drawing,) = all_pages(review)
    glance = draw_glance(review)

    for row in (drawing.lanes[0], glance.rows[0]):
        assert " ".join(row.name) == name
    assert drawing.lanes[1].y >= drawing.lanes[0].y + 34 * len(drawing.lanes[0].name)
    assert glance.rows[1].y >= glance.rows[0].y + 34 * len(glance.rows[0].name)


def test_a_row_is_as_high_as_its_words_need_and_takes_no_room_from_the_others(told):
    """Seen to fail with two lines for each, and an empty one beside them."""
    review = told(*[(f"Agency {number}", "2019-03-11") for number in range(3)], text="Short.")
    add_entry(review, review.agencies[0], "2019-03-12", "record", "Called to the address by a neighbour. " * 5)

    (drawing,) = all_pages(review)

    first, *others = drawing.lanes
    assert first.height > max(other.height for other in others)


def test_the_drawing_is_a_table_too_with_the_whole_text(app, told):
    text = "Word after word. " * 40 + '<b>"end"</b>'
    review = told(("Hub", "2019-03-11"), text=text)

    with app.test_request_context():
        html = render_template("narrative/_lanes.html", lanes=draw_lanes(review))

    svg, table = html.split("</svg>")
    assert "…" not in svg
    assert "&lt;b&gt;&#34;end&#34;&lt;/b&gt;" in table
    assert not re.search(r'\sstyle=|\son\w+="', html)


def test_a_page_past_the_end_is_the_last(told):
    review = told(*many(80))
    last = draw_lanes(review).pages - 1

    assert draw_lanes(review, page=999).page == last
    assert draw_lanes(review, page=-1).page == 0


def test_an_empty_narrative_has_no_page(told):
    assert draw_lanes(told()).pages == 0


def test_episodes_stand_above_the_columns_they_cover(told):
    review = told(("Hub", "2019-03-04"), ("Hub", "2019-03-11"), ("Hub", "2019-03-12"))
    turns = [Turn("2019-03-11/2019-03-12"), Turn("2019-03-11", 2), Turn("soon", 3)]

    (drawing,) = all_pages(review, episodes=turns)

    first, second = drawing.spans
    assert (first.x, first.words) == (second.x, "KPE 1 · A turn")
    assert first.width > second.width
    assert first.y < second.y < drawing.lanes[0].y
    assert not any(span.opens or span.goes_on for span in drawing.spans)


@pytest.mark.parametrize("text", ["", "short", "word " * 50, "x" * 500, "警察" * 40, "🙂" * 40, "a " + "y" * 80 + " b"])
def test_words_are_fitted_and_never_too_wide(text):
    lines = fit(text, 300, 26, 3, indent=120)

    assert 1 <= len(lines) <= 3
    assert all(measure(line, 26) <= (300 if number else 180) for number, line in enumerate(lines))


def drawn_as_svg(app, drawing):
    with app.test_request_context():
        return render_template("narrative/_lanes.html", lanes=drawing).split("</svg>")[0]


class Turn:
    def __init__(self, when, number=1):
        self.when, self.label, self.full_title = when, f"KPE {number}", f"KPE {number} · A turn"


def test_each_box_carries_the_sign_of_how_it_is_known_and_a_legend_says_what_they_mean(app, told):
    review = told(("Hub", "2019-03-04"))
    add_entry(review, review.agencies[0], "2019-03-05", "second-hand", "Nan rang.")

    svg = drawn_as_svg(app, draw_lanes(review))

    often = {one.key: svg.count(f'd="{one.sign}"') for one in KNOWN}
    assert often == {"record": 2, "recollection": 1, "second-hand": 2, "inference": 1}
    assert all(one.told in svg for one in KNOWN)
    assert "Rough date" in svg


def test_an_episode_is_a_band_through_all_lanes_with_an_edge_where_it_begins_and_ends(app, told):
    review = told(*[("Hub", f"2019-03-{day:02d}") for day in range(1, 8)], ("Ward", "2019-03-02"))

    first, *_, last = (drawn_as_svg(app, page) for page in all_pages(review, episodes=[Turn("2019-03-02/2019-03-06")]))

    assert first.count('class="span"') == last.count('class="span"') == 1
    # It begins on the first page and ends on the last: each has the one edge that is there.
    assert first.count('class="span-edge"') == last.count('class="span-edge"') == 1


def test_episodes_whose_titles_find_no_room_are_still_bands_and_named(told):
    review = told(("Hub", "2019-03-04"))

    (drawing,) = all_pages(review, episodes=[Turn("2019-03-04", number) for number in (1, 2, 3, 4)])

    assert len(drawing.spans) == 4
    assert drawing.also == "KPE 3, KPE 4"


def test_lanes_without_an_entry_share_a_line_where_there_is_no_room_for_each(told):
    review = told(*[(f"Agency {number}", "2019-03-04") for number in range(6)])
    for number in range(6, 9):
        add_agency(review, f"Agency {number}")

    (drawing,) = all_pages(review)[:1]

    assert [agency.name for agency in drawing.quiet] == ["Agency 6", "Agency 7", "Agency 8"]
    assert len(drawing.lanes) == (ROOM - 46) // 94
