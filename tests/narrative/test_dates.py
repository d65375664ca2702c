"""Dates as people remember them."""

import re
from datetime import date, datetime

import pytest
from edtf import parse_edtf

from facilitator.narrative.dates import REMEDY, label, read_when
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.refusal import Refused


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2019-03-12", date(2019, 3, 12), date(2019, 3, 12)),
        ("2019-03", date(2019, 3, 1), date(2019, 3, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-03-12~", date(2019, 3, 10), date(2019, 3, 14)),
        ("2019-03~", date(2019, 2, 19), date(2019, 4, 10)),
        ("2019~", date(2018, 10, 2), date(2020, 3, 31)),
        ("2019-03?", date(2019, 2, 19), date(2019, 4, 10)),
        ("2019-03-01/2019-03-03", date(2019, 3, 1), date(2019, 3, 3)),
        ("2017-11/2018-01", date(2017, 11, 1), date(2018, 1, 31)),
        ("2019-03~/2019-04-02", date(2019, 2, 19), date(2019, 4, 2)),
    ],
)
def test_a_date_is_edtf_and_covers_the_days_it_may_mean(edtf, earliest, latest):
    parse_edtf(edtf)
    when = read_when(edtf)

    assert (when.edtf, when.earliest, when.latest) == (edtf, earliest, latest)
    assert when.fuzzy == (earliest != latest)


def test_only_about_is_approximate():
    assert read_when("2019-03~").approximate
    assert not read_when("2019-03").approximate


def test_dates_of_sheets_and_case_files_are_read_too():
    assert read_when(date(2019, 3, 12)).edtf == "2019-03-12"
    assert read_when(datetime(2019, 3, 12, 14, 30)).edtf == "2019-03-12"
    assert read_when("  2019-03 ").edtf == "2019-03"


@pytest.mark.parametrize(
    "wrong",
    [
        "", "soon", "12/03/2019", "12.3.2019", "2019-13", "2019-02-30", "2019-03-12T10:00", "2019-3-1", "0000", "9999~",
        "2019-03-05/2019-03-01", "2019/2020/2021", "2019-03/..", "[2019,2020]", "٢٠١٩", "2019" * 40, "=1+1",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_a_remedy(wrong):
    with pytest.raises(Refused, match=r"12 March 2019|earlier date first"):
        read_when(wrong)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-03-11", "11 March 2019"),
        ("2019-03", "March 2019"),
        ("2019", "2019"),
        ("2019-03~", "about March 2019"),
        ("2019-03-11~", "about 11 March 2019"),
        ("2019-03-01/2019-03-03", "1 to 3 March 2019"),
        ("2018-01-24/2018-02-06", "24 January to 6 February 2018"),
        ("2017-11/2018-01", "November 2017 to January 2018"),
        ("2017-12-30/2018-01-02", "30 December 2017 to 2 January 2018"),
        ("2019-01/2019-03", "January to March 2019"),
        ("2019-03/2019-03-12", "March to 12 March 2019"),
        ("2018/2019", "2018 to 2019"),
        ("2019-03~/2019-04", "about March 2019 to April 2019"),
        ("2019-03-01/2019-03-01", "1 March 2019"),
        ("", ""),
        ("around Easter", "around Easter"),
    ],
)
def test_a_date_is_said_in_plain_words(edtf, words):
    assert label(edtf) == words


def test_a_single_day_can_be_said_with_its_weekday():
    assert label("2019-03-11", weekday=True) == "Monday 11 March 2019"
    assert label("2019-03", weekday=True) == "March 2019"


@pytest.mark.parametrize("given", ["the week before Easter", "2019-02-30", "2019-03-05/2019-03-01", ""])
def test_a_refusal_speaks_as_people_do_and_holds_no_code(given):
    """Each example it gives is one that is understood."""
    with pytest.raises(Refused) as refused:
        read_when(given)

    told = refused.value.sentence
    assert "~" not in told and not re.search(r"\d{4}-\d\d", told)


def test_what_a_refusal_tells_people_to_write_is_understood():
    told = REMEDY.partition(": ")[2].rstrip(".").replace("or ", "").split(", ")

    understood = [label(as_edtf(one)) for one in told]
    assert understood == ["12 March 2019", "March 2019", "about March 2019", "1 to 5 March 2019"]
