"""The findings-only version of the report: no annexes, nine pages for the demonstration. It says what it leaves out."""

from facilitator.reports.chapters import about_findings_only, board, findings, front, summary
from facilitator.reports.manuscript import Manuscript
from facilitator.reports.record import Record
from facilitator.reports.word import as_file, running_head
from facilitator.reports.word_page import blank_document
from facilitator.reports.word_parts import unlink_what_is_missing

CHAPTERS = (summary, findings, board)


class ShortManuscript(Manuscript):
    """A manuscript whose chapters follow one another on the page."""

    def chapter(self, title, new_page=False):
        super().chapter(title)


def write_findings_only(review):
    """The findings of a review with their six answers as the bytes of a .docx file, and how much is only in the full
    report. Statements keep their numbers, as text: the schedule they lead to is in the full report. (method.md, 10, 11)
    """
    record = Record(review)
    report = ShortManuscript(blank_document(review.title, running_head(review, record)), record.standing)
    front.title_page(report, record, "The findings of the case review", about_findings_only.ON_STATEMENTS)
    about_findings_only.write(report, record)
    for chapter in CHAPTERS:
        chapter.write(report, record)
    about_findings_only.write_left_out(report, record)
    unlink_what_is_missing(report.document.element.body)
    return as_file(report)
