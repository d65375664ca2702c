"""The rows of a CSV or XLSX file, whatever made it. Refused with a sentence when it cannot be read."""

import csv
import zlib
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from facilitator.refusal import Refused

LARGEST_UNPACKED = 60 * 1024 * 1024
MOST_COLUMNS = 40
MOST_DELIMITERS = 2_000  # in a line; a long text has commas too
SAVE_AGAIN = "Save it again as CSV (UTF-8) or as XLSX."

# Whatever the zip and workbook libraries say of a file that is cut, encrypted, packed in an unknown way or no workbook.
UNREADABLE = (
    BadZipFile, zlib.error, KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, SyntaxError,
    RuntimeError, EOFError,
)  # fmt: skip


def rows_of_csv(content, columns):
    """Rows of text. Comma, semicolon or tab, whichever splits the first line into the columns."""
    text = as_text(content)
    first = text[:2000].split("\n", 1)[0].casefold()
    delimiter = max(",;\t", key=lambda sign: sum(part.strip('" \r') in columns for part in first.split(sign)))
    reader = csv.reader(narrow(text, delimiter), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise Refused(f"Line {reader.line_num} of the sheet cannot be read ({error}). Check its quotation marks.")


def narrow(text, delimiter):
    """The lines of a text. Refused where one has more columns than any sheet: each takes memory."""
    for number, line in enumerate(StringIO(text, newline=""), 1):
        if line.count(delimiter) > MOST_DELIMITERS:
            raise Refused(f"Line {number} of the sheet has too many columns. Take out what is not needed.")
        yield line


def as_text(content):
    """Bytes as text: UTF-8, what Excel calls Unicode, or what Windows wrote before."""
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused(f"This file is not a sheet that can be read. {SAVE_AGAIN}")


def rows_of_xlsx(content, most):
    """Rows of values of the first sheet, at most so many. A small file that unpacks to a huge one is refused."""
    # Here and not above: few starts ever read a workbook, and this library is slow to load.
    from openpyxl import load_workbook
    from openpyxl.xml import DEFUSEDXML

    if not DEFUSEDXML:
        raise Refused("XLSX files cannot be read safely on this machine. Save the sheet as CSV instead.")
    try:
        if sum(part.file_size for part in ZipFile(BytesIO(content)).infolist()) > LARGEST_UNPACKED:
            raise Refused("This workbook is too large once unpacked. Save only the one sheet, as CSV.")
        sheet = load_workbook(BytesIO(content), read_only=True, data_only=True).worksheets[0]
        # What a workbook says about its own size is often wrong, and sometimes a million rows wrong.
        sheet.reset_dimensions()
        yield from sheet.iter_rows(max_row=most, max_col=MOST_COLUMNS, values_only=True)
    except UNREADABLE:
        raise Refused(f"This workbook cannot be read. {SAVE_AGAIN}")
