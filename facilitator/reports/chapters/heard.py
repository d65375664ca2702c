"""Who was heard, by agency: positions, people and how much they said. Counts, never a name."""

from collections import Counter

from facilitator.reports.counting import several
from facilitator.reports.word_parts import paragraph
from facilitator.reviews.small_groups import is_small

HEAD, WIDTHS = ["Agency", "Positions", "People", "Statements", "“Not involved”"], [46, 56, 18, 22, 24]


def write(report, record):
    report.chapter("Annex: who was heard", new_page=True)
    if not record.review.agencies:
        report.missing("No agency has been named yet.")
        return
    report.numbered(
        "“Not involved” is how often someone from the agency said so of an episode; for fewer than five people it is "
        "not told. People without a phone are counted like everybody else. Words that were withdrawn are not counted, "
        "and unlabelled words stand with no agency."
    )
    report.table(
        HEAD, [agency_row(record, agency) for agency in record.review.agencies], WIDTHS, "Who was heard, by agency"
    )
    without_words = Counter(one.answer for one in record.abstentions if one.question)
    report.numbered(
        f"“I don’t know” was the answer {several(without_words['dont-know'], 'time', 'times')}, and “I’d rather not "
        f"say” {several(without_words['rather-not-say'], 'time', 'times')}. Both are answers."
    )


def agency_row(record, agency):
    here = [one for one in record.participants if one.position.agency_id == agency.id]
    said = [one for one in record.statements if one.agency is agency and not one.withdrawn_at]
    uninvolved = [
        one
        for one in record.abstentions
        if one.answer == "not-involved" and not one.question and one.participant.position.agency_id == agency.id
    ]
    roles = list(dict.fromkeys(one.position.role for one in here)) or ["Nobody took part"]
    cells = [agency.name, [paragraph("TableText", role) for role in roles]]
    # Of few people, "not involved" says it of each of them.
    told = "–" if is_small(len(here)) else str(len(uninvolved))
    return [*cells, str(len(here)), str(len(said)), told]
