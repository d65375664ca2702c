"""Figures in the report: people, never mentions, and no breakdown of a group so small that it names somebody."""

from collections import Counter

from facilitator.perspectives.picture import answers_counted, waiting_in, why_no_picture
from facilitator.reviews.small_groups import LATER, SMALLEST_GROUP, is_small


def spread(answers, labels):
    """How answers spread, as (label, count) in the order of the labels, or None when too few gave one."""
    given = [answer for answer in answers if answer]
    if len(given) < SMALLEST_GROUP:
        return None
    tally = Counter(given)
    return [(label, tally[answer]) for answer, label in labels.items()]


def write_spread(report, given, labels, question):
    """A numbered sentence on how many answered, and the table of how their answers spread, as the room was shown it.

    given: the rows of one question. What the room has not been shown is in no table, nor what fewer than five answered
    or changed afterwards; the sentence says so.
    """
    answered = sum(one.answer is not None for one in given)
    rows = spread(answers_counted(given), labels)
    if not answered:
        report.missing(f"{question} Nobody has answered this yet.")
    elif rows is None:
        report.numbered(f"{question} {people(answered)} answered. {why_no_picture(given)}")
    else:
        report.numbered(f"{question} {people(answered)} answered.{what_came_later(given)}", keep=True)
        width = 160 / len(rows)
        report.table(
            [label for label, _ in rows],
            [[str(count) for _, count in rows]],
            [width] * len(rows),
            f"Answers: {question}",
        )


def what_came_later(given):
    """A sentence when some answers are in no table because they came later, or were changed, by too few."""
    later = waiting_in(given)
    return f" The table is as the room saw it. {LATER}" if is_small(len(later)) else ""


def people(count):
    return "1 person" if count == 1 else f"{count} people"


def several(count, one, many):
    """A count with its noun: 1 statement, 3 statements."""
    return f"{count} {one if count == 1 else many}"


def in_a_row(names):
    """Names as a person would list them: a, b and c."""
    names = list(names)
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def heads(things):
    """How many people stand behind some things: each counted once, whatever the number of mentions."""
    return len({one.participant_id or ("position", one.position_id) for one in things})
