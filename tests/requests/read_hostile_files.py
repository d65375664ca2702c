"""Reads each hostile file in a process of its own, and prints what came of it as JSON. Started by its test."""

import json
import os
import resource
import signal
import sys
import time
import traceback
from types import SimpleNamespace

from hostile_files import archives, case_files, sheets
from openpyxl import load_workbook  # noqa: F401 - loaded beforehand, so that it is not counted

from facilitator import create_app  # noqa: F401
from facilitator.narrative.case.file import read_case
from facilitator.narrative.sheets import read_sheet
from facilitator.refusal import Refused
from facilitator.reports.archive.reading import parsed
from facilitator.reports.archive.text import text_of_archive

AGENCY = SimpleNamespace(name="Hub", letter="H")


def sheet(content):
    rows, faults = read_sheet("sheet", content, SimpleNamespace(agencies=[AGENCY]))
    if rows or not faults:
        return f"{len(rows)} rows were read"
    raise Refused(faults[0][1])


def case(content):
    return read_case(content, "case.yaml")


def archive(content):
    from facilitator.reports.archive.checking import checked_rows
    from facilitator.reports.archive.values import Wrong

    try:
        return checked_rows(parsed(text_of_archive(content)))
    except Wrong as wrong:
        raise Refused(str(wrong))


def held(name):
    with open("/proc/self/status") as status:  # noqa: PTH123
        return next(int(line.split()[1]) for line in status if line.startswith(name)) * 1024


def read(reader, content):
    before, began = held("VmRSS"), time.monotonic()
    try:
        outcome = f"NOT REFUSED: {str(reader(content))[:80]}"
    except Refused as refused:
        outcome = refused.sentence
    except BaseException:
        outcome = "BROKE: " + traceback.format_exc()[-600:]
    return {"said": outcome, "grew": held("VmHWM") - before, "took": time.monotonic() - began}


def apart(kind, name, reader, content):
    """In a child, whose memory is measured from its beginning."""
    out, into = os.pipe()
    if child := os.fork():
        os.close(into)
        with os.fdopen(out) as pipe:
            told = pipe.read()
        os.waitpid(child, 0)
        found = json.loads(told) if told else {"said": "BROKE: it was ended", "grew": 0, "took": 99}
        print(json.dumps({"file": f"{kind}: {name}", **found}), flush=True)  # noqa: T201
        return
    signal.alarm(20)
    resource.setrlimit(resource.RLIMIT_AS, (2**31, 2**31))
    os.write(into, json.dumps(read(reader, content)).encode())
    os._exit(0)


if __name__ == "__main__":
    sys.setrecursionlimit(1000)
    kinds = (("sheet", sheet, sheets), ("case file", case, case_files), ("archive", archive, archives))
    for kind, reader, files in kinds:
        for name, content in files().items():
            apart(kind, name, reader, content)
