"""Looking for every given word in what the program gives out afterwards: in the archive, and in the Word report."""

import io
import json
import re
import zipfile
from xml.etree import ElementTree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {f"{WORD}br": "\n", f"{WORD}cr": "\n", f"{WORD}tab": "\t", f"{WORD}noBreakHyphen": "-"}
LABEL = re.compile(r"^S-(\d{3,})\b", re.MULTILINE)


def find_in_archive(given, content):
    """Give each of the Words the number of the statement that holds them exactly; each statement counts once.

    content: the archive's bytes. Only line breaks may be written differently.
    """
    left = statements(json.loads(content))
    for words in given:
        mark = (words.agency, words.role, one_kind_of_break(words.text))
        carried = [mark, (words.agency, None, mark[2]), (None, None, mark[2])]
        numbers = next((left[one] for one in carried if left.get(one)), None)
        words.number = numbers.pop(0) if numbers else None


def statements(archive):
    """(agency, role, text) → the numbers of the statements that hold it, in order; None for what is not carried."""
    agencies = {agency["key"]: agency["name"] for agency in archive["agencies"]}
    positions = {one["key"]: (agencies[one["agency"]], one["role"]) for one in archive["positions"]}
    found = {}
    for statement in sorted(archive["statements"], key=lambda statement: statement["number"]):
        carried = (agencies.get(statement["agency"]), None)
        mark = (*positions.get(statement["position"], carried), one_kind_of_break(statement["text"]))
        found.setdefault(mark, []).append(statement["number"])
    return found


def find_in_report(given, content):
    """Mark the Words that stand in the report, whole, behind the number they have in the archive."""
    text = text_of(content)
    for words in given:
        starts = [label.end() for label in LABEL.finditer(text) if int(label[1]) == words.number]
        words.in_report = any(follows(one_kind_of_break(words.text).strip("\n"), text, start) for start in starts)


def follows(words, text, start):
    """Whether the words come next behind a number, with no other statement's number in between."""
    found = text.find(words, start)
    return found >= 0 and not LABEL.search(text, start, found)


def text_of(content):
    """All text of a .docx, paragraph after paragraph, those in tables too."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        document = ElementTree.fromstring(parts.read("word/document.xml"))  # nosec # noqa: S314 - our own program wrote it
    return "\n".join(paragraph_text(paragraph) for paragraph in document.iter(f"{WORD}p"))


def paragraph_text(paragraph):
    return "".join(
        (piece.text or "") if piece.tag == f"{WORD}t" else SIGNS.get(piece.tag, "") for piece in paragraph.iter()
    )


def one_kind_of_break(text):
    return text.replace("\r\n", "\n")
