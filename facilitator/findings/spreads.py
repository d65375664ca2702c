"""How answers spread: how usual the room finds it, and whether a finding rings true. Counts only, never by position."""

from collections import Counter

from facilitator.findings.models import TEST_ANSWERS
from facilitator.perspectives.picture import answers_counted, how_many, why_no_picture
from facilitator.reviews.small_groups import is_small
from facilitator.usual.models import ANSWERS as USUAL_ANSWERS

TEST_LABELS = {"agree": "Agree", "partly": "Partly", "disagree": "Disagree", "dont-know": "I don’t know"}
USUAL_LABELS = {key: key for key in USUAL_ANSWERS} | {"dont-know": "do not know"}


def usual_in_words(episode):
    """How usual those who answered find it, in figures; empty when nobody has answered for the episode.

    The answers of a group too small to be shown apart are not broken down, nor those that were not revealed.
    """
    if not episode.usual:
        return ""
    counts = Counter(answers_counted(episode.usual))
    if not counts:
        return f"{len(episode.usual)} answered for {episode.label}. {why_no_picture(episode.usual)}"
    said = ", ".join(f"{USUAL_LABELS[key]} {counts[key]}" for key in USUAL_ANSWERS if counts[key])
    return f"Of {counts.total()} who answered for {episode.label}: {said}."


def answer_rows(tests):
    """Pairs of label and count for parts.spread, every answer once."""
    counts = Counter(answers_counted(tests))
    return [(TEST_LABELS[key], counts[key]) for key in TEST_ANSWERS]


def answered(tests):
    """How many gave one of the four answers, as far as the room has seen."""
    return how_many(tests)


def mean_rank(tests):
    """The mean place by need, 1 being first; None when fewer than five ranked it: one of them would be told."""
    ranks = [test.rank for test in tests if test.rank]
    return sum(ranks) / len(ranks) if ranks and not is_small(len(ranks)) else None


def order_of_need(tests_by_finding):
    """The findings anyone ranked, those that most need an answer first. tests_by_finding: Finding → tests."""
    means = {finding: mean_rank(tests) for finding, tests in tests_by_finding.items()}
    ranked = [finding for finding, mean in means.items() if mean is not None]
    return sorted(ranked, key=lambda finding: (means[finding], finding.number))
