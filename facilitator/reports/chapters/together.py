"""What a pattern was put together from: both keep their words, and which statement came from which stays readable."""

from facilitator.patterns.merging import came_from
from facilitator.reports.word_parts import in_own_face, run


def write_parts(report, pattern, place):
    """A line for each pattern that is part of this one, and one for statements put to it. place: where they stand."""
    for merge, absorbed, words in came_from(pattern):
        who = f" The {merge.by} put them together."
        for one, statements in absorbed:
            whose = f" ({one.position.label})" if one.position else ""
            named = in_own_face(one.title, one.statement) if one.title else run("words taken back")
            report.say(run(f"Came from {one.number_label}{whose}: “"), named, run(f"”.{who}"), style="Follow-on")
            report.evidence(f"With {one.number_label} came", statements, place)
        report.evidence("Put to it as well", words, place)
