"""What happened, as each agency saw it: one table for each lane, with what is disputed and by whom."""

from facilitator.narrative.dates import label
from facilitator.reports.places import entry_place
from facilitator.reports.word_parts import paragraph, run, words

HEAD, WIDTHS = ["No.", "When", "Source", "What happened"], [16, 31, 26, 93]


def write(report, record):
    report.chapter("What happened, as each agency saw it", new_page=True)
    if not record.entries:
        report.missing("No entry has been made yet.")
        return
    report.numbered(
        "Each agency tells what happened in its own lane. Where somebody knows an entry differently, both accounts "
        "stand. Dates that are not known exactly are given as people remember them."
    )
    for agency in record.review.agencies:
        report.heading(2, agency.name)
        told = [entry for entry in record.entries if entry.agency_id == agency.id and record.counts(entry.statement)]
        if told:
            report.table(
                HEAD, [lane_row(report, record, entry) for entry in told], WIDTHS, f"The lane of {agency.name}"
            )
        else:
            report.missing("This agency’s lane is empty.")


def lane_row(report, record, entry):
    place = entry_place(entry)
    number = paragraph("TableText", *report.marked(place, run(place.label)))
    return [number, label(entry.when), entry.known.name, what(report, record, entry, place)]


def what(report, record, entry, place):
    """The entry in its own words, what it corrects, and who disputes it in which words."""
    cell = [paragraph("TableWords", entry.text)]
    if entry.statement:
        said = record.standing_words(entry.statement)
        cell.append(paragraph("TableText", f"Added by the {said.giver}, ", report.cite(said, place)))
    if entry.replaces:
        cell.append(paragraph("TableText", f"Corrects {entry.replaces.number_label}."))
    if entry.replaced_by:
        cell.append(paragraph("TableText", f"Corrected by {entry.replaced_by[-1].number_label}."))
    for dispute in entry.disputes:
        if said := record.standing_words(dispute.statement):
            lead = run(f"Disputed by the {said.giver}, ", bold=True)
            cell.append(paragraph("TableText", lead, report.cite(said, place), run(":")))
            cell.append(paragraph("TableWords", words(f"“{said.text}”")))
    return cell
