"""Accounts of one episode side by side, question by question, and never merged. (method.md, 2)"""

from facilitator.reports.counting import people
from facilitator.reports.word_parts import paragraph, run
from facilitator.reviews.small_groups import is_small

STAGE_KIND_QUESTIONS = (
    "going-on", "information", "else", "concerns", "hoping", "options", "feeling", "did", "went-well",
)  # fmt: skip
COLUMNS, QUESTION_WIDTH, WIDTH = 4, 37, 253  # mm, on a lying page
SILENCE = {"dont-know": "I don’t know.", "rather-not-say": "I’d rather not say."}


def write_accounts(report, record, episode, place):
    """Tables of up to four people each: a row for each question somebody answered."""
    given = [
        one
        for one in record.statements
        if one.episode_id == episode.id and one.question in STAGE_KIND_QUESTIONS and record.standing.counts(one)
    ]
    tellers = list(dict.fromkeys(teller_of(one) for one in given))
    if not tellers:
        report.missing("Nobody has given an account of this episode.")
    for first in range(0, len(tellers), COLUMNS):
        write_table(report, record, episode, given, tellers[first : first + COLUMNS], place)
    silent = silences(record, episode)
    if silent:
        who = "Fewer than five people" if is_small(silent) else people(silent)
        report.numbered(f"{who} said that they were not involved.")


def teller_of(statement):
    """Whose column an account stands in. All that carry no position share one, or one for each agency."""
    return statement.giver, statement.participant_id or statement.position_id


def silences(record, episode):
    return len(
        {
            one.participant_id
            for one in record.abstentions
            if one.episode_id == episode.id and one.question == "" and one.answer == "not-involved"
        }
    )


def write_table(report, record, episode, given, tellers, place):
    asked = {one.question: one.asked for one in given}
    rows = []
    for question in (one for one in STAGE_KIND_QUESTIONS if one in asked):
        cells = [cell(report, record, episode, given, teller, question, place) for teller in tellers]
        if any(cells):
            rows.append([[paragraph("TableText", asked[question])], *cells])
    width = (WIDTH - QUESTION_WIDTH) / len(tellers) if len(tellers) > 1 else 120
    heads = [giver for giver, _ in tellers]
    report.table(["Asked", *heads], rows, [QUESTION_WIDTH, *[width] * len(tellers)], f"Accounts of {place.label}")


def cell(report, record, episode, given, teller, question, place):
    """What one person said to one question: each statement with its number, or their answer without words."""
    mine = [one for one in given if teller_of(one) == teller and one.question == question]
    pieces = []
    for one in mine:
        pieces += [paragraph("TableWords", one.text), paragraph("TableText", report.cite(one, place))]
    return pieces or [
        paragraph("TableText", run(SILENCE[one.answer], italic=True))
        for one in record.abstentions
        if (one.participant_id, one.episode_id, one.question) == (teller[1], episode.id, question)
        and one.answer in SILENCE
    ]
