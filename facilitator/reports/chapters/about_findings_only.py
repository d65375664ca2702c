"""What the findings-only version is, and how much of the full report it leaves out. (method.md, 11)"""

from facilitator.reports.chapters import introduction
from facilitator.reports.counting import several
from facilitator.reports.word_parts import element, run

ON_STATEMENTS = " S-001 and the like are the numbers of statements in the evidence schedule of the full report."


def write(report, record):
    report.chapter("What this is")
    report.document.element.body[-2].pPr.append(element("pageBreakBefore"))
    report.numbered(
        "These are the findings of the review and its questions for the board, as they stand in the full report and "
        "with the same numbers. "
        f"The full report holds {several(len(record.statements), 'statement', 'statements')}; the last section says "
        "how much of it is left out here."
    )
    introduction.purpose(report, record.review)
    introduction.limits(report, record)
    introduction.cast(report, record.review)


def write_left_out(report, record):
    """How many statements are cited here by their number and how many are not, and what else is elsewhere."""
    report.chapter("What was left out, and where it is")
    total, cited = len(record.statements), len([1 for places in report.uses.values() if places])
    report.numbered(
        run(f"The full report holds {several(total, 'statement', 'statements')}", bold=True),
        run(
            f" in its evidence schedule. This version cites {cited} of them by number; the other {total - cited} are "
            "not mentioned here. Only comments on a finding and questions for the board are printed in the words of "
            "those who gave them."
        ),
    )
    report.numbered("Only the full report has:", keep=True)
    for count, one, many in parts(record):
        report.say(f"•\t{several(count, one, many)}", style="Bullet")
    report.say(
        "•\twho took part and who was heard, how hindsight was limited, and what was removed and why", style="Bullet"
    )


def parts(record):
    """What else is in the full report: how many, and what one and several are called."""
    written = {finding.pattern_id for finding in record.findings}
    learning = [one for one in record.patterns if one.id not in written and one.title]
    return [
        (len(record.entries), "entry of the narrative", "entries of the narrative"),
        (len(record.episodes), "key practice episode in full", "key practice episodes in full"),
        (len(record.influences), "answer on contributory factors", "answers on contributory factors"),
        (len(learning), "pattern that has not become a finding", "patterns that have not become a finding"),
    ]
