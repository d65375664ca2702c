"""The lanes in the Word report: a table of agencies and days, with episodes across it."""

import pytest

from facilitator.db import db
from facilitator.narrative.actions import add_entry
from facilitator.reports.word import write_report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def lanes(told, read_word):
    """lanes() → the tables that are lanes, as the report has them now."""

    def found():
        db.session.commit()
        return [one for one in read_word(write_report(told)).body.iter(f"{W}tbl") if is_lanes(one)]

    return found


def is_lanes(table):
    caption = table.find(f"{W}tblPr/{W}tblCaption")
    return caption is not None and caption.get(f"{W}val") == "Lanes by agency on one time axis"


def said(element):
    return "".join(text.text for text in element.iter(f"{W}t"))


def cells(table):
    return [[said(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]


def cell_with(table, words):
    return next(cell for cell in table.iter(f"{W}tc") if words in said(cell))


def edges(cell):
    return {side.get(f"{W}val") for side in cell.find(f"{W}tcPr/{W}tcBorders")}


def test_agencies_stand_down_and_days_across_with_each_entry_where_it_belongs(lanes):
    (table,) = lanes()

    rows = cells(table)
    assert rows[0] == ["Agency", "11 March 2019", "12 March 2019", "13 March 2019"]
    visiting = next(row for row in rows if row[0] == "H · Health visiting")
    hub = next(row for row in rows if row[0] == "R · Referral hub")
    assert "Home visit." in visiting[1]
    assert visiting[1].startswith("N-001 Record")
    assert ("A call came in." in hub[2], hub[1]) == (True, "")


def test_an_episode_is_a_dotted_band_over_its_days_and_leads_to_where_it_is_told(lanes):
    (table,) = lanes()

    title = cell_with(table, "The first call")
    assert edges(title) == {"dotted"}
    assert title.find(f".//{W}hyperlink").get(f"{W}anchor") == "KPE_1"


def test_a_rough_date_is_a_dashed_box_over_the_days_it_may_mean(told, lanes):
    add_entry(told, told.agencies[0], "2019-03-12/2019-03-13", "second-hand", "Nan rang.")

    (table,) = lanes()

    box = cell_with(table, "Nan rang.")
    assert edges(box) == {"dashed"}
    assert box.find(f"{W}tcPr/{W}gridSpan").get(f"{W}val") == "2"
    assert "Second-hand" in said(box)
    assert "12 to 13 March 2019" in said(box)


def test_a_disputed_entry_says_by_whom(lanes):
    (table,) = lanes()

    assert "Disputed by R" in said(cell_with(table, "Home visit."))


def test_who_cannot_see_it_is_told_what_it_is(lanes):
    (table,) = lanes()

    assert "A row for each agency" in table.find(f"{W}tblPr/{W}tblDescription").get(f"{W}val")


def test_every_entry_stands_in_the_lanes_once_however_many(told, lanes):
    for number in range(60):
        add_entry(told, told.agencies[number % 2], f"2019-04-{1 + number % 28:02d}", "record", f"Entry {number}. " * 9)

    tables = lanes()

    boxes = [cell for table in tables for cell in table.iter(f"{W}tc") if said(cell).startswith("N-")]
    assert len(tables) > 1
    assert sorted(said(box)[:5] for box in boxes) == [f"N-{number:03d}" for number in range(1, 64)]
    assert all(len(row) <= 7 for table in tables for row in cells(table))
