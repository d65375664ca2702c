"""Reading entries from a sheet: CSV or XLSX with the columns when, agency, source, text. Nothing is written here."""

from dataclasses import dataclass

from facilitator.config import LARGEST_IMPORT, LONGEST_WORDS
from facilitator.narrative.dates import When, read_when
from facilitator.narrative.sources import SOURCES
from facilitator.narrative.spoken_dates import as_edtf
from facilitator.narrative.tables import rows_of_csv, rows_of_xlsx
from facilitator.refusal import Refused
from facilitator.reviews.models import Agency

COLUMNS = ("when", "agency", "source", "text")
MOST_ROWS = 5_000


@dataclass(frozen=True)
class Row:
    """A row that can become an entry. number: as the person's own program counts it, the headings being row 1."""

    number: int
    when: When
    agency: Agency
    source: str
    text: str


def read_sheet(name, content, review):
    """The rows of a sheet that can become entries, and those that cannot.

    name: of the file. content: its bytes. Returns (rows, faults): Row objects, and pairs of row number and sentence.
    Blank rows are passed over. Refused when it is no CSV or XLSX, lacks a column, or is too large.
    """
    if len(content) > LARGEST_IMPORT:
        raise Refused(f"A sheet may have at most {LARGEST_IMPORT // 2**20} MB. Please split it.")
    table = rows_of_xlsx(content, MOST_ROWS + 2) if content.startswith(b"PK") else rows_of_csv(content, COLUMNS)
    headings = next(table, ())
    places = places_of(headings, name)
    rows, faults = [], []
    for number, cells in enumerate(table, 2):
        if number > MOST_ROWS + 1:
            raise Refused(f"“{name}” has more than {MOST_ROWS:,} rows. Please split it.")
        given = {column: cells[place] if place < len(cells) else "" for column, place in places.items()}
        if not any(as_words(value).strip() for value in given.values()):
            continue
        try:
            rows.append(read_row(number, given, review))
        except Refused as refused:
            faults.append((number, refused.sentence))
    return rows, faults


def places_of(headings, name):
    """Where each column stands. Refused when one is not there."""
    known = [as_words(heading).strip().casefold() for heading in headings]
    missing = [column for column in COLUMNS if column not in known]
    if missing:
        raise Refused(
            f"“{name}” has no column {' and no column '.join(missing)}. The first row must hold: {', '.join(COLUMNS)}."
        )
    return {column: known.index(column) for column in COLUMNS}


def read_row(number, given, review):
    """One row, or a refusal with the first thing that is wrong in it."""
    when = given["when"] if hasattr(given["when"], "isoformat") else as_edtf(as_words(given["when"]))
    source = as_words(given["source"]).strip().casefold().replace(" ", "-")
    text = as_words(given["text"])
    if source not in SOURCES:
        raise Refused(f"“{source[:40]}” is no kind of source. Write record, recollection, second-hand or inference.")
    if not text.strip():
        raise Refused("There are no words in the column text.")
    if len(text) > LONGEST_WORDS:
        raise Refused(f"The text has {len(text):,} characters; at most {LONGEST_WORDS:,} fit. Make it two rows.")
    return Row(number, read_when(when), agency_called(as_words(given["agency"]), review), source, text)


def agency_called(name, review):
    """The agency of that name, or with that letter; capitals and blanks do not matter."""
    plain = " ".join(name.split()).casefold()
    for agency in review.agencies:
        if plain in (agency.name.casefold(), agency.letter.casefold()):
            return agency
    known = ", ".join(agency.name for agency in review.agencies) or "none yet"
    raise Refused(f"There is no agency “{name.strip()[:60]}” in this review. It has: {known}.")


def as_words(cell):
    """A cell as text: nothing as empty, 2019.0 as 2019."""
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
