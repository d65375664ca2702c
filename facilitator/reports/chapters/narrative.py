"""What happened, as each agency saw it: one table for each lane, and all lanes on one time axis."""

from facilitator.narrative.asking import current
from facilitator.narrative.dates import label
from facilitator.reports.places import entry_place
from facilitator.reports.word_lanes import lane_tables
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
    write_lanes(report, record)


def write_lanes(report, record):
    """The picture the room had on the wall: all lanes on one time axis, with the episodes across them."""
    entries = current(entry for entry in record.entries if record.counts(entry.statement))
    if not entries:
        return
    report.turn(landscape=True)
    report.heading(2, "All lanes on one time axis")
    report.say(
        "Each box is an entry, with its number, how it is known and its first words; a dashed edge means a rough date. "
        "A shaded band with dotted edges is a key practice episode. Only days on which something happened have a "
        "column."
    )
    for picture in lane_tables(
        record.review.agencies, entries, record.episodes, lambda entry: disputed_by(record, entry)
    ):
        report.add(picture, paragraph("TableGap"))
    report.turn(landscape=False)


def disputed_by(record, entry):
    """“Disputed by H, R”, by the letters of the agencies, or nothing."""
    disputes = [dispute for version in [entry, *entry.versions] for dispute in version.disputes]
    letters = {one.position.agency.letter for one in disputes if record.standing_words(one.statement)}
    return f"Disputed by {', '.join(sorted(letters))}" if letters else ""


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
