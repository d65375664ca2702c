"""Every finding in one sentence, first, so that nobody has to read to the end to learn what was found."""

from facilitator.findings.ordering import ranked_alone
from facilitator.findings.testing import tests_shown
from facilitator.patterns.categories import names_of
from facilitator.perspectives.picture import answers_counted
from facilitator.reports.counting import people, spread
from facilitator.reports.markdown_words import as_plain
from facilitator.reports.names import STATE, TEST
from facilitator.reports.places import finding_place
from facilitator.reports.word_parts import link, run
from facilitator.reviews.small_groups import TOO_FEW, is_small


def write(report, record):
    report.chapter("Summary of the findings", new_page=True)
    if not record.findings:
        report.missing("No finding has been drafted yet.")
    for finding in record.findings:
        place = finding_place(finding)
        report.numbered(link(place.anchor, place.label), run(". "), as_plain(finding.title) or "Not yet established.")
        report.say(in_short(finding), style="Evidence")
    if len(record.findings) > 1:
        in_order(report, record)


def in_order(report, record):
    """The order of need: as each ranked alone, and as the group settled it, with its reason."""
    report.heading(2, "Which need an answer first")
    alone, ranked = ranked_alone(record.review), people_who_ranked(record)
    if not ranked:
        report.missing("Nobody has ranked the findings yet.")
    elif is_small(ranked):
        report.numbered(f"{people(ranked)} ranked the findings, each alone. {TOO_FEW}")
    else:
        report.numbered(f"{people(ranked)} ranked them, each alone. Together that gives: {named(alone)}.")
    for one in record.review.settled_orders:
        if one is record.review.settled_orders[-1]:
            report.numbered(f"The group then settled: {named(one.findings)}. The reason: {one.reason}")
        else:
            report.numbered(f"Before, it had settled: {named(one.findings)}.")
    if ranked and not record.review.settled_orders:
        report.numbered("The group has not settled an order together.")


def people_who_ranked(record):
    tests = (test for finding in record.findings for test in tests_shown(finding) if test.rank)
    return len({test.participant_id for test in tests})


def named(findings):
    return ", ".join(finding_place(finding).label for finding in findings)


def in_short(finding):
    """The category, the state and how the group tested a finding, in one line."""
    parts = [
        "; ".join(names_of(finding.pattern)) or "No category yet",
        STATE.get(finding.state, finding.state),
    ]
    rows = spread(answers_counted(tests_shown(finding)), TEST)
    if rows:
        parts.append("tested in the group: " + ", ".join(f"{label.lower()} {count}" for label, count in rows))
    return " · ".join(parts)
