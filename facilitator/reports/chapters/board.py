"""The questions for the board, gathered by kind. (method.md, 9)"""

from facilitator.reports.names import QUESTION_KIND
from facilitator.reports.places import finding_place, question_place
from facilitator.reports.word_parts import link, paragraph, run


def write(report, record):
    report.chapter("Questions for the board", new_page=True)
    if not record.board_questions:
        report.missing("No question for the board has been put yet.")
        return
    report.numbered("These are questions, not orders. They come in three kinds, because each needs a different answer.")
    for kind, name in QUESTION_KIND.items():
        report.heading(2, name)
        asked = [question for question in record.board_questions if question.kind == kind]
        if asked:
            rows = [question_row(report, record, question) for question in asked]
            report.table(["No.", "Question", "From"], rows, [14, 112, 40], name)
        else:
            report.missing("No question of this kind has been put.")


def question_row(report, record, question):
    place = question_place(question)
    number = paragraph("TableText", *report.marked(place, run(place.label)))
    asked = paragraph("TableWords" if question.statement else "TableText", question.text)
    return [number, asked, origin(report, record, question, place)]


def origin(report, record, question, place):
    """The finding a question belongs to, and the statement that asked it."""
    finding = finding_place(question.finding) if question.finding else None
    cell = [paragraph("TableText", link(finding.anchor, finding.label) if finding else run("Additional learning"))]
    if said := record.standing_words(question.statement):
        cell.append(paragraph("TableText", f"{said.giver_in_short}, ", report.cite(said, place)))
    return cell
