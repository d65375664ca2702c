"""What was left out, and how much: no evidence leaves the report unsaid. (method.md, 11)"""

from collections import Counter

from facilitator.reports.standing import CORRECTED
from facilitator.reports.word_parts import run


def write(report, record):
    report.chapter("Annex: what was left out, and how much")
    for count, sentence in figures(report, record):
        report.numbered(run(str(count), bold=True), run(f" {sentence}"))
    reasons = [one.set_aside for one in record.statements if one.set_aside and not one.withdrawn_at]
    for one in sorted(reasons, key=lambda aside: aside.statement.number):
        report.say(run(f"•\t{one.statement.number_label} was set aside: {one.reason}"), style="Bullet")
    report.numbered(
        "The facilitators’ private notes and the stars they put beside statements are not printed. Answers to “how "
        "good was the practice”, “is this usual”, “does this ring true” and what most colleagues would have done are "
        "printed as figures only; beside a comment of somebody who disagreed or agreed in part that much is said."
    )


def figures(report, record):
    """Each a count and the rest of its sentence."""
    tally = Counter(record.standing.of(one).name for one in record.statements)
    cited = {number for number, places in report.uses.items() if any(is_finding(anchor) for anchor in places)}
    elsewhere = {number for number, places in report.uses.items() if places} - cited
    total = len(record.statements)
    return [
        (total, "statements were given in all."),
        (len(cited), "of them are cited in findings, or in the patterns behind them."),
        (len(elsewhere), "more are cited in other parts of the report."),
        (total - len(cited) - len(elsewhere), "are in the evidence schedule only."),
        (tally[CORRECTED], "were corrected by their author; both versions are in the schedule."),
        (tally["withdrawn"], "were withdrawn by their author; the number is kept, the words are not."),
        (tally["set aside"], "were set aside by a facilitator; words and reason are in the schedule."),
        (tally["held"], "came after their stage had closed and have not been let in; they are in the schedule."),
        (
            tally["private"],
            "were given in private and not revealed to the room, or not yet agreed; their words are not printed.",
        ),
    ]


def is_finding(anchor):
    """Whether a place is a paragraph of a finding, a finding, or a pattern."""
    return anchor.startswith(("F_", "P_")) or anchor.removeprefix("p_")[:1].isdecimal()
