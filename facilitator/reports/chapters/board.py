"""The questions for the board, gathered by kind; and what it answered to each finding. (method.md, 9)"""

from facilitator.findings.board_answers import answer_to
from facilitator.findings.board_models import PRIORITIES, SAID
from facilitator.narrative.dates import label
from facilitator.reports.names import QUESTION_KIND, VERDICT
from facilitator.reports.places import finding_place, question_place
from facilitator.reports.word_parts import link, paragraph, run, words


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


def write_answer_to(report, finding):
    """What the board answered, under the finding. What it has not said is said to be missing."""
    report.heading(3, "The board’s answer")
    answer = answer_to(finding)
    if answer is None:
        report.missing("The board has not answered yet.")
        return
    on = label(answer.at.date().isoformat())
    priority = f"Priority: {PRIORITIES[answer.priority].lower()}." if answer.priority else "No priority was given."
    report.numbered(f"{VERDICT[answer.verdict]} {priority} Written down on {on}.")
    for name, heading in SAID.items():
        if answer.said[name]:
            report.numbered(run(f"{heading}: "), words(answer.said[name]))
        elif name in ("action", "watched") and answer.verdict != "not-accepted":
            report.missing(f"{heading}: not yet said.")
