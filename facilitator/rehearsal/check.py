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
        numbers = left.get(mark)
        words.number = numbers.pop(0) if numbers else None


def statements(archive):
    """(agency, role, text) → the numbers of the statements that hold it, in order."""
    agencies = {agency["key"]: agency["name"] for agency in archive["agencies"]}
    positions = {one["key"]: (agencies[one["agency"]], one["role"]) for one in archive["positions"]}
    found = {}
    for statement in sorted(archive["statements"], key=lambda statement: statement["number"]):
        mark = (*positions[statement["position"]], one_kind_of_break(statement["text"]))
        found.setdefault(mark, []).append(statement["number"])
    return found


def find_in_report(given, content):
    """Mark the Words that stand in the report, whole, after the number they have in the archive."""
    passages = passages_by_number(text_of(content))
    for words in given:
        text = one_kind_of_break(words.text).strip("\n")
        words.in_report = any(text in passage for passage in passages.get(words.number, ()))


def text_of(content):
    """All text of a .docx, paragraph after paragraph, those in tables too."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        document = ElementTree.fromstring(parts.read("word/document.xml"))  # noqa: S314 - our own program wrote it
    return "\n".join(paragraph_text(paragraph) for paragraph in document.iter(f"{WORD}p"))


def paragraph_text(paragraph):
    return "".join(
        (piece.text or "") if piece.tag == f"{WORD}t" else SIGNS.get(piece.tag, "") for piece in paragraph.iter()
    )


def passages_by_number(text):
    """Number → the passages that begin with it at the beginning of a line, each up to the next one's number."""
    found = {}
    starts = list(LABEL.finditer(text))
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        end = following.start() if following else len(text)
        found.setdefault(int(start[1]), []).append(text[start.end() : end])
    return found


def one_kind_of_break(text):
    return text.replace("\r\n", "\n")
