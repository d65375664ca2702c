"""Figures in the report: people, never mentions, and no breakdown of a group so small that it names somebody."""

from collections import Counter

from facilitator.reviews.small_groups import SMALLEST_GROUP, TOO_FEW


def spread(answers, labels):
    """How answers spread, as (label, count) in the order of the labels, or None when too few gave one."""
    given = [answer for answer in answers if answer]
    if len(given) < SMALLEST_GROUP:
        return None
    tally = Counter(given)
    return [(label, tally[answer]) for answer, label in labels.items()]


def write_spread(report, answers, labels, question):
    """A numbered sentence on how many answered, and the table of how their answers spread."""
    answers = [answer for answer in answers if answer]
    rows = spread(answers, labels)
    if not answers:
        report.missing(f"{question} Nobody has answered this yet.")
    elif rows is None:
        report.numbered(f"{question} {people(len(answers))} answered. {TOO_FEW}")
    else:
        report.numbered(f"{question} {people(len(answers))} answered.", keep=True)
        width = 160 / len(rows)
        report.table(
            [label for label, _ in rows],
            [[str(count) for _, count in rows]],
            [width] * len(rows),
            f"Answers: {question}",
        )


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
