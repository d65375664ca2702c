"""Why this review, what it asked, what was done, who took part, and what limits the findings."""

from facilitator.narrative.dates import label
from facilitator.refusal import Refused
from facilitator.reports.chapters.front import is_indicative
from facilitator.reports.counting import in_a_row, people, several
from facilitator.workshops.room import script_of


def write(report, record):
    report.chapter("Introduction", new_page=True)
    purpose(report, record.review)
    what_was_done(report, record)
    limits(report, record)
    cast(report, record.review)


def purpose(report, review):
    report.heading(2, "Why this review, and what it asks")
    if review.why:
        report.numbered(review.why)
    else:
        report.missing("Why this case was chosen has not been written down.")
    if review.questions:
        report.numbered("The review set out to answer:")
    else:
        report.missing("The review’s questions have not been written down.")
    for question in review.questions:
        report.say(f"•\t{question.text}", style="Bullet")
    if review.source:
        report.numbered(f"Where the account of events comes from: {review.source}")


def what_was_done(report, record):
    report.heading(2, "What was done, and who took part")
    one_to_one(report, record)
    if not record.meetings:
        report.missing("No workshop has been held yet.")
    if record.meetings:
        meetings(report, record)
    if record.meetings or record.conversations:
        who_took_part(report, record)


def one_to_one(report, record):
    """How many conversations were held, and how many of them the report does not draw on. (method.md, 6)"""
    if record.conversations:
        report.numbered(
            f"{several(len(record.conversations), 'conversation was', 'conversations were')} held one to one, with two "
            "reviewers. What was written was read back to the person, and counts since they agreed to it."
        )
    if record.not_agreed:
        begun = several(len(record.not_agreed), "conversation has", "conversations have")
        report.numbered(f"{begun} been begun and not agreed by the person. Nothing of it is printed or counted.")


def meetings(report, record):
    report.numbered(f"{several(len(record.meetings), 'workshop was', 'workshops were')} held.")
    report.table(
        ["Began", "Workshop", "Who took part"],
        [
            [label(one.opened_at.date().isoformat()), f"{one.title}{form_of(one)}", present(one)]
            for one in record.meetings
        ],
        [34, 60, 72],
        "The workshops of this review",
    )


def who_took_part(report, record):
    heard = sorted({person.agency for person in record.participants}, key=lambda agency: agency.number)
    silent = [agency.name for agency in record.review.agencies if agency not in heard]
    report.numbered(
        f"Those who took part came from {several(len(heard), 'agency', 'agencies')}"
        + (f": {in_a_row(agency.name for agency in heard)}. " if heard else ". ")
        + (f"Nobody took part from {in_a_row(silent)}. " if silent else "")
        + "They are listed by position in the annex “Who was heard”."
    )


def form_of(workshop):
    try:
        return f" ({script_of(workshop).form} form)"
    except Refused:
        return ""


def present(workshop):
    agencies = {participant.agency.id for participant in workshop.participants}
    if not agencies:
        return "Nobody has joined yet"
    return f"{people(len(workshop.participants))} from {several(len(agencies), 'agency', 'agencies')}"


def limits(report, record):
    report.heading(2, "What limits the findings")
    if is_indicative(record):
        report.numbered(
            "This was a lighter form of review, without one-to-one conversations with everyone. Its findings are "
            "indicative: they point the way, and rest on what was said in the "
            + ("workshops and the conversations alone." if record.conversations else "workshops alone.")
        )
    report.numbered(
        "The work is looked at as it was seen at the time. Hindsight was limited in this way: each person first "
        "answered alone and in private, about what they saw, knew and weighed then; the answers were shown to the room "
        "together; accounts of the same moment stand side by side and were never merged; and how good the practice was "
        "is kept apart from its explanation, and judged by what was known then."
    )
    report.numbered(
        "Nobody is scored, no agency is ranked, and no single cause is named. Where something is not known the report "
        "says so. Figures are of people in the room and say nothing about how common anything is elsewhere."
    )


def cast(report, review):
    if review.cast:
        report.heading(2, "The family and places, under pseudonyms")
        rows = [[member.pseudonym, member.who] for member in review.cast]
        report.table(["Pseudonym", "Who it is"], rows, [50, 116], "Pseudonyms used in this report")
