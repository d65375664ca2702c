"""The layers in the Word report: a table, and a question for each that is empty."""

import pytest
from sqlalchemy import select

from facilitator.db import db
from facilitator.factors.models import Factor, Influence
from facilitator.reports.word import write_report

ROTA = "one duty line for the whole county"


def test_the_report_has_a_table_of_the_layers(told, read_word):
    text = read_word(write_report(told)).text

    annex = text[text.rindex("Annex: the factor matrix") :]
    assert annex.index("Family and task") < annex.index("1 person, 1 agency") < annex.index("National")


def test_it_asks_about_a_layer_that_nobody_named(told, read_word):
    text = read_word(write_report(told)).text

    assert "Nobody named anything between agencies. Was it not there, or not asked?" in text
    assert "Nobody named anything about the family and the task." not in text


@pytest.mark.parametrize(
    ("factor", "printed"),
    [
        ({"type": "conditions", "item": ROTA, "offered": True}, f"{ROTA} (local suggestion)"),
        ({"type": "other", "item": "a question mark at the end"}, "“a question mark at the end”"),
    ],
)
def test_a_local_suggestion_and_the_rooms_own_words_are_marked_as_such(told, read_word, factor, printed):
    """Seen to fail when every factor is printed by its bare name."""
    influence = db.session.scalars(select(Influence)).one()
    influence.factor = Factor(review=told, **factor)
    db.session.commit()

    text = read_word(write_report(told)).text

    assert text.count(printed) >= 2  # in its episode and in the matrix
