"""Receipts: for the people of each position, what they said and what became of it. (method.md, 4: Feedback, and 10)

A position's page holds the words that carry this position and nobody else's. Whoever reads it learns of the findings
what the published report says too.
"""

from facilitator.findings.became import quoted
from facilitator.findings.board_answers import answer_to
from facilitator.keeping.dates import delete_on, hold_on, sign_off_of
from facilitator.narrative.dates import label
from facilitator.reports.chapters.board import VERDICT
from facilitator.reports.counting import in_a_row, several
from facilitator.reports.manuscript import Manuscript
from facilitator.reports.markdown_words import as_plain
from facilitator.reports.places import finding_place
from facilitator.reports.receipt_words import around
from facilitator.reports.record import Record
from facilitator.reports.standing import HELD, PRIVATE, SET_ASIDE, STANDS, WITHDRAWN
from facilitator.reports.word import as_file, running_head, written
from facilitator.reports.word_page import blank_document
from facilitator.reports.word_parts import run

NOT_PRINTED = "Not printed here or in the report, because the words could tell who somebody is."
LATE = "It came after its stage had closed and was not let in, so nothing rests on it. The report’s annex has it."
IN_ANNEX = "No finding rests on it. It stands in the report’s annex, for everybody to read."


def write_receipts(review):
    """All receipts of a review as the bytes of one .docx file, each position on a page of its own.

    Words that were withdrawn are nowhere and not even counted, since two people of one position would learn of each
    other's. Words that no room was shown are counted and not printed.
    """
    record = Record(review)
    report = Manuscript(blank_document(review.title, running_head(review, record)), record.standing)
    positions = positions_of(record)
    if not positions:
        report.missing("Nobody has given words that carry a position yet.")
    uses = written(review).uses if positions else {}
    for number, position in enumerate(positions):
        write_receipt(report, record, position, uses, new_page=number > 0)
    return as_file(report)


def positions_of(record):
    """Those of which there are words, agency by agency."""
    of = {one.position for one in given(record)}
    places = {agency.id: place for place, agency in enumerate(record.review.agencies)}
    return sorted(of, key=lambda one: (places[one.agency_id], one.role))


def given(record):
    """What carries a position and was not withdrawn, each as its giver put it last."""
    last = (one for one in record.statements if one.position and not one.is_corrected)
    return [one for one in last if record.standing.of(one) is not WITHDRAWN]


def write_receipt(report, record, position, uses, new_page):
    report.heading(1, f"What became of what you said: {position.label}", new_page=new_page)
    report.say(record.review.title, style="Evidence")
    for sentence in around("before"):
        report.say(sentence)
    mine = [one for one in given(record) if one.position is position]
    for one in mine:
        if record.standing.of(one) is not PRIVATE:
            write_statement(report, record, one, uses)
    if private := [one for one in mine if record.standing.of(one) is PRIVATE]:
        were = "was" if len(private) == 1 else "were"
        report.say(
            f"{several(len(private), 'statement', 'statements')} {were} not revealed to the room, so the words are not "
            "in the report and not here."
        )
    for sentence in (*around("after"), *kept_until(record.review)):
        report.say(sentence)


def kept_until(review):
    """At most one sentence: the day on which what was said is deleted, once a review has been signed off."""
    if sign_off_of(review) and hold_on(review):
        return ["The day on which all that was said would be deleted is put off. Ask a lead reviewer why."]
    if sign_off_of(review):
        day = label(delete_on(review).isoformat())
        return [f"On {day} all that was said is deleted here. The published report stays."]
    return []


def write_statement(report, record, statement, uses):
    report.say(run(statement.number_label, bold=True), run(f"\t{asked(statement)}"), style="Statement")
    if record.standing.prints(statement):
        report.say(statement.text, style="ScheduleWords")
    else:
        report.say(NOT_PRINTED, style="Source")
    report.say(" ".join(became_of(record, statement, uses)), style="Source")


def asked(statement):
    return f"{statement.episode.full_title} · {statement.asked}" if statement.episode else statement.asked


def became_of(record, statement, uses):
    """Sentences on what became of a statement, the findings first; where there is no finding, where else it stands."""
    status = record.standing.of(statement)
    if status is SET_ASIDE:
        return [f"It was set aside, and nothing rests on it. The reason: {statement.set_aside.reason}"]
    if status is HELD:
        return [LATE]
    if status is not STANDS:
        return []
    found = [sentence for finding in record.findings for sentence in of_finding(finding, statement)]
    where = in_a_row(list(dict.fromkeys(place.label for place in uses.get(statement.number, {}).values())))
    return [*(found or [IN_ANNEX]), *([f"Where in the full report: {where}."] if where else [])]


def of_finding(finding, statement):
    """Whether a finding rests on it or began with it, and what the board answered to that finding."""
    title = f"{finding_place(finding).label}: {quoted(as_plain(finding.title))}"
    if any(statement in paragraph.rests_on for paragraph in finding.paragraphs):
        return [f"It is behind {title}", answered(finding)]
    if statement in finding.pattern.named_by:
        return [f"It named the pattern behind {title}", answered(finding)]
    if any(statement in paragraph.against for paragraph in finding.paragraphs):
        return [f"It speaks against {title} The report says so.", answered(finding)]
    return []


def answered(finding):
    answer = answer_to(finding)
    if answer is None:
        return "The board has not answered this finding yet."
    done = f" What will be done: {answer.action}" if answer.action else ""
    return f"{VERDICT[answer.verdict]}{done}"
