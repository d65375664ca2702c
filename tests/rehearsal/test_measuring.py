"""What the table says must never be better than what the room felt."""

import pytest

from facilitator.rehearsal.measures import Measures, percentile


def test_a_save_is_on_the_wall_when_a_drawing_asked_for_after_its_nudge_is_there():
    measures = Measures(saves=[(1.0, 1.1)], nudges=[1.11], redraws=[(1.09, 1.2), (1.11, 1.3)])

    assert measures.wall_times() == [pytest.approx(300)]


def test_a_nudge_before_the_answer_may_be_another_ones_and_is_passed_over():
    measures = Measures(saves=[(1.0, 1.1)], nudges=[1.05, 1.12], redraws=[(1.05, 1.06), (1.12, 1.2)])

    assert measures.wall_times() == [pytest.approx(200)]


def test_what_the_wall_never_heard_of_is_not_counted():
    assert Measures(saves=[(1.0, 1.1)], nudges=[0.5], redraws=[(0.5, 0.6)]).wall_times() == []


@pytest.mark.parametrize(("share", "time"), [(0.5, 2), (0.95, 4), (1.0, 4)])
def test_a_percentile_is_one_of_the_times(share, time):
    assert percentile([4, 1, 3, 2], share) == time


def test_no_times_no_percentile():
    assert percentile([], 0.5) is None
