"""Words over a network that delays, cuts, swallows and resets: none lost, none twice, none from nowhere."""

import pytest
from proxy import FAULTS
from sets import difference


def check(found):
    apart = difference(found["sent"], found["acknowledged"], found["stored"])
    assert not apart.lost, "acknowledged, and not there"
    assert not apart.doubled, "there twice"
    assert not apart.ghosts, "there, and never sent"
    assert len(found["acknowledged"]) == len(found["sent"]), "the server never said yes"


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_over_any_network_every_word_arrives_once(alone, tmp_path, times):
    found = alone("bad_network", tmp_path, times(30, nightly=300))

    assert found["met"].keys() >= {fault.__name__ for fault in FAULTS}, "the network was not as bad as it should be"
    assert found["tries"] > 1.2 * len(found["sent"])
    check(found)


@pytest.mark.timeout(1800)
def test_an_answer_that_is_cut_off_after_the_commit_is_asked_for_again(alone, tmp_path, times):
    found = alone("bad_network", tmp_path, times(8, nightly=60), ["reset_after_commit"], 0.5)

    assert found["met"]["reset_after_commit"] > len(found["sent"]) / 3
    check(found)


def test_the_checker_sees_what_is_wrong():
    found = difference(sent=["a", "b", "c"], acknowledged=["a", "b"], stored=["b", "b", "d"])

    assert (found.lost, found.doubled, found.ghosts) == ({"a"}, {"b"}, {"d"})
