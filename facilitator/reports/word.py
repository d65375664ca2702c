"""The report as a Word document. This is its table of contents."""

import io

from facilitator.reports.chapters import (
    board,
    episodes,
    factors,
    findings,
    front,
    heard,
    introduction,
    learning,
    left_out,
    narrative,
    schedule,
    summary,
)
from facilitator.reports.manuscript import Manuscript
from facilitator.reports.record import Record
from facilitator.reports.word_page import blank_document

# Findings come first, the story second. The schedule comes after everything that cites a statement. (method.md, 10)
CHAPTERS = (introduction, summary, findings, narrative, learning, board, episodes, factors, schedule, heard, left_out)


def write_report(review):
    """The whole report of a review as the bytes of a .docx file. What is missing is said, never made up."""
    return as_file(written(review))


def written(review):
    """The whole report as a manuscript, before it becomes a file or a page."""
    record = Record(review)
    report = Manuscript(blank_document(review.title, running_head(review, record)), record.standing)
    contents = front.write(report, record)
    for chapter in CHAPTERS:
        chapter.write(report, record)
    report.fill_contents(contents)
    return report


def written_finding(finding):
    """One finding as it stands in the report, in a manuscript of its own."""
    record = Record(finding.review)
    report = Manuscript(blank_document(finding.review.title, ""), record.standing)
    findings.write_finding(report, record, finding)
    return report


def as_file(report):
    """A manuscript as the bytes of a .docx file."""
    file = io.BytesIO()
    report.document.save(file)
    return file.getvalue()


def running_head(review, record):
    return f"{review.title} · {front.kind_of_findings(record)}"
