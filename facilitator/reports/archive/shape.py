"""What an archive holds: one line for each kind of thing, read by both `writing` and `reading`.

A field is a column of the same name; one that refers to something (`agency`) is the column with `_id` after it, and the
archive gives the `key` of what it refers to. Numbers of the database never leave it. Not in an archive: passes, join
codes and tokens, and the address of the room, because they open doors or belong to one laptop.
"""

from facilitator.access.models import LogLine
from facilitator.reports.archive.case import CASE
from facilitator.reports.archive.findings import FINDINGS
from facilitator.reports.archive.part import part
from facilitator.reports.archive.review import PEOPLE, REVIEW

FORMAT, VERSION = "facilitator-archive", 3

# The arrays at the top, in the order of a review.
ARRAYS = (*PEOPLE, *CASE, *FINDINGS, part("log", LogLine, "review_id", "key at role act about previous hash"))


def all_parts():
    """Every part, outer ones before those inside them: the order in which they can be written."""
    found, level = [REVIEW], [*REVIEW.inside, *ARRAYS]
    while level:
        found += level
        level = [inner for outer in level for inner in outer.inside]
    return found
