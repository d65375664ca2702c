"""The title page, and where the table of contents will stand."""

from facilitator.db import now
from facilitator.narrative.dates import label
from facilitator.refusal import Refused
from facilitator.reports.word_parts import element, paragraph, run
from facilitator.workshops.room import script_of

ON_STATEMENTS = (
    " S-001 and the like lead to the statement itself in the evidence schedule; the schedule leads back to every "
    "paragraph that rests on it."
)


def write(report, record):
    """The title page. Returns the paragraph that the table of contents will replace."""
    title_page(report, record, "Report of the case review", ON_STATEMENTS)
    heading = paragraph("ContentsHeading", "Contents")
    heading.pPr.append(element("pageBreakBefore"))
    marker = paragraph("Normal")
    report.add(heading, marker)
    return marker


def title_page(report, record, what, on_statements):
    """The title page. what: what this document is. on_statements: what the numbers of statements lead to in it."""
    review = record.review
    report.say(review.title, style="Title")
    report.say(what, style="Subtitle")
    report.say(kind_of_findings(record), style="Subtitle")
    if review.period:
        report.say(f"What happened: {label(review.period)}", style="Subtitle")
    today = now().date().isoformat()
    report.say(f"Drawn up by the lead reviewers on {label(today)}", style="Subtitle")
    report.say("")
    if review.made_up:
        report.say(run("Not a real record. ", bold=True), review.made_up, style="Notice")
    report.say(
        "People are named by their position and agency, never by name, and the family by pseudonyms. Words that people "
        "gave are printed exactly as they gave them, in ",
        run("this typeface", style="WordsInline"),
        "." + on_statements,
        style="Notice",
    )


def kind_of_findings(record):
    """What the findings may claim to be: indicative after a lighter form, and in draft until all are final."""
    words = "Indicative findings" if is_indicative(record) else "Findings"
    return words if record.findings and all(one.state == "final" for one in record.findings) else f"{words}, in draft"


def is_indicative(record):
    """Whether any workshop had a lighter form. One whose script cannot be found is taken to have. (method.md, 4)

    Conversations alone, without a meeting in which the group tested what came of them, are no fuller form.
    """
    return not record.meetings or any(indicative(workshop) for workshop in record.meetings)


def indicative(workshop):
    try:
        script = script_of(workshop)
    except Refused:
        return True
    return script.indicative or script.form in ("focused", "mid-range", "themed")
