"""Every finding in one sentence, first, so that nobody has to read to the end to learn what was found."""

from facilitator.patterns.categories import names_of
from facilitator.reports.counting import spread
from facilitator.reports.markdown_words import as_plain
from facilitator.reports.names import STATE, TEST
from facilitator.reports.places import finding_place
from facilitator.reports.word_parts import link, run


def write(report, record):
    report.chapter("Summary of the findings", new_page=True)
    if not record.findings:
        report.missing("No finding has been drafted yet.")
    for finding in record.findings:
        place = finding_place(finding)
        report.numbered(link(place.anchor, place.label), run(". "), as_plain(finding.title) or "Not yet established.")
        report.say(in_short(finding), style="Evidence")


def in_short(finding):
    """The category, the state and how the group tested a finding, in one line."""
    parts = [
        "; ".join(names_of(finding.pattern)) or "No category yet",
        STATE.get(finding.state, finding.state),
    ]
    rows = spread([test.answer for test in finding.tests], TEST)
    if rows:
        parts.append("tested in the group: " + ", ".join(f"{label.lower()} {count}" for label, count in rows))
    return " · ".join(parts)
