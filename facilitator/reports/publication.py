"""The words and findings of a review as plain data for publication: JSON, and a CSV sheet of the statements.

Like the report they hold what was revealed and stands, by position. The archive is another thing: it holds everything
and is for one's own keeping.
"""

import csv
import io
import json

from facilitator.findings.board_answers import answer_to
from facilitator.reports.record import Record

FORMAT = "facilitator-publication"
COLUMNS = ("number", "agency", "position", "episode", "question", "words")
# A spreadsheet takes a cell that begins with one of these for a formula. (OWASP: CSV injection)
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(review):
    """The publication as the bytes of a JSON file."""
    record = Record(review)
    published = {
        "format": FORMAT,
        "title": review.title,
        "why": review.why,
        "questions": [question.text for question in review.questions],
        "statements": [dict(zip(COLUMNS, row, strict=True)) for row in rows_of(record)],
        "findings": [finding_of(finding) for finding in record.findings],
        "questions_for_the_board": [question.text for question in record.board_questions],
    }
    return (json.dumps(published, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(review):
    """The statements as the bytes of a CSV file that a spreadsheet reads without running anything."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet)
    writer.writerow(COLUMNS)
    for row in rows_of(Record(review)):
        writer.writerow([as_cell(value) for value in row])
    return sheet.getvalue().encode("utf-8-sig")


def as_cell(text):
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def rows_of(record):
    """The statements that stand and were revealed."""
    for one in record.statements:
        if record.standing.counts(one):
            episode = one.episode.title if one.episode else ""
            agency, role = one.agency and one.agency.name, one.position and one.position.role
            yield (one.number_label, agency or "Unlabelled", role or "", episode, one.asked, one.text)


def finding_of(finding):
    answers = [{"answer": paragraph.answer, "text": paragraph.text} for _, paragraph in finding.numbered]
    said = answer_to(finding)
    board = said and {"on": said.at.date().isoformat(), **said.said}
    return {"number": finding.number, "title": finding.title, "answers": answers, "board": board}
