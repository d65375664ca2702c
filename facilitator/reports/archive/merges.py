"""A rule between the rows of an archive: no pattern is part of two others, nor in the end of itself."""

from facilitator.patterns.merge_models import merge_pattern
from facilitator.reports.archive.values import Wrong


def check_merges(found):
    """Refused where the patterns put together and not taken apart would lead in a circle, or one has two places."""
    into = {}
    for pattern, merge in parts_of(found):
        if pattern in into:
            raise Wrong(merge.place, "a pattern can be part of only one other.")
        into[pattern] = merge.refers["into_id"]
        on_the_way, here = {pattern}, into[pattern]
        while here:
            if here in on_the_way:
                raise Wrong(merge.place, "a pattern cannot be part of itself.")
            on_the_way.add(here)
            here = into.get(here)


def parts_of(found):
    """Pairs of a pattern and the merge that made it a part of another, as rows, of those not taken apart."""
    for part, rows in found.items():
        for row in rows:
            merge = row.owner
            if part.table is merge_pattern and not merge.values["undone_at"]:
                yield row.refers["pattern_id"], merge
