"""Looking for every given word in what the program gives out afterwards: in the archive, and in the Word report."""

import json
import re

from facilitator.rehearsal.printed import Printed
from facilitator.rehearsal.words import SET_ASIDE, WITHDRAWN

LABEL = re.compile(r"^S-(\d{3,})\b", re.MULTILINE)
CITED, ELSEWHERE, ANNEX = "behind a finding or a pattern", "in another part of it", "in the annex only"
PLACES = (CITED, ELSEWHERE, ANNEX, f"{SET_ASIDE}, with its reason", f"{WITHDRAWN}, the words nowhere")
ASIDE, GONE = PLACES[3:]


def find_in_archive(given, content):
    """Give each of the Words the number of the statement that holds them exactly; each statement counts once.

    content: the archive's bytes. Only line breaks may be written differently. Those that were withdrawn keep the number
    they had if the archive has it without any words, and lose it otherwise.
    """
    archive = json.loads(content)
    left = statements(archive)
    emptied = {one["number"] for one in archive["statements"] if one["withdrawn_at"] and not one["text"]}
    for words in given:
        mark = (words.agency, words.role, one_kind_of_break(words.text))
        carried = [mark, (words.agency, None, mark[2]), (None, None, mark[2])]
        numbers = next((left[one] for one in carried if left.get(one)), None)
        if words.ended == WITHDRAWN:
            words.number = words.number if words.number in emptied and not numbers else None
        else:
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
    """Mark the Words that stand in the report, whole, behind the number they have in the archive; and say where."""
    printed = Printed(content)
    for words in given:
        text = one_kind_of_break(words.text).strip("\n")
        words.in_report = stands(text, printed, words.number)
        words.place = place_of(words, text, printed)


def stands(text, printed, number):
    """Whether this comes whole behind a statement's number, wherever that stands."""
    starts = [label.end() for label in LABEL.finditer(printed.text) if int(label[1]) == number]
    return any(follows(text, printed.text, start) for start in starts)


def follows(words, text, start):
    """Whether the words come next behind a number, with no other statement's number in between."""
    found = text.find(words, start)
    return found >= 0 and not LABEL.search(text, start, found)


def place_of(words, text, printed):
    """One of PLACES, or empty where the report does not say what became of them."""
    foot = printed.foots.get(words.number)
    if words.ended == WITHDRAWN:
        return GONE if words.number in printed.withdrawn and text not in printed.text else ""
    if foot is None:
        return ""
    if words.ended == SET_ASIDE:
        return ASIDE if f"Reason: {words.because}" in foot.text else ""
    if not foot.leads_to:
        return ANNEX if "In this annex only." in foot.text else ""
    return CITED if foot.rests_under_a_finding else ELSEWHERE


def one_kind_of_break(text):
    return text.replace("\r\n", "\n")
