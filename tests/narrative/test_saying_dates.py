"""Dates as people say them in the room."""

import pytest

from facilitator.narrative.dates import label, short_label
from facilitator.narrative.spoken_dates import as_edtf


@pytest.mark.parametrize(
    "edtf",
    [
        "2019-03-11", "2019-03", "2019", "2019-03~", "2019-03-11~", "2019-03-01/2019-03-03", "2018-01-24/2018-02-06",
        "2017-11/2018-01", "2019-01/2019-03", "2018/2019", "2017-12-30/2018-01-02",
    ],
)  # fmt: skip
def test_what_is_shown_can_be_said_back(edtf):
    assert as_edtf(label(edtf)) == edtf
    assert as_edtf(edtf) == edtf


@pytest.mark.parametrize(
    ("said", "edtf"),
    [
        ("on the 11th of March 2019", "2019-03-11"),
        ("Mar 2019", "2019-03"),
        ("between 1 and 3 March 2019", "2019-03-01/2019-03-03"),
        ("1–3 march 2019", "2019-03-01/2019-03-03"),
        ("around March 2019", "2019-03~"),
        ("11 March, 2019", "2019-03-11"),
    ],
)
def test_there_are_other_ways_to_say_it(said, edtf):
    assert as_edtf(said) == edtf


@pytest.mark.parametrize(
    "said", ["soon", "11 March", "about Easter", "5 2019", "Smarch 2019", "12/03/2019", "", "a to b to c"]
)
def test_what_is_not_understood_comes_back_as_it_is(said):
    assert as_edtf(said) == said


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019-03-12/2019-03-14", "12–14 Mar"),
        ("2018-01-24/2018-02-06", "24 Jan–6 Feb"),
        ("2017-11/2018-01", "Nov–Jan"),
        ("2019-03~", "about Mar"),
        ("2019", "2019"),
        ("2018/2019", "2018–2019"),
    ],
)
def test_a_date_can_be_said_shortly(edtf, words):
    assert short_label(edtf) == words
