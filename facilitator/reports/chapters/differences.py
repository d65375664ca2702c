"""Where accounts of an episode differ: in what could be known, or in how it was seen; the accounts side by side."""

from facilitator.reports.word_parts import paragraph

COLUMNS, WIDTH = 4, 253  # mm, on a lying page


def write_differences(report, record, episode, place):
    """Differences of knowledge apart from differences of account; under each the accounts, by position, unmerged."""
    marked = [one for one in record.differences if one.episode_id == episode.id and one.taken_back_at is None]
    for difference in marked:
        accounts = [one for one in difference.accounts if record.standing.counts(one)]
        if len(accounts) < 2:
            report.numbered(
                f"{difference.kind_name} was marked here ({difference.number_label}). Fewer than two of its accounts "
                "stand by now, so it is not shown."
            )
            continue
        report.numbered(f"{difference.kind_name} ({difference.number_label}): {difference.sentence}", keep=True)
        for first in range(0, len(accounts), COLUMNS):
            side_by_side(report, accounts[first : first + COLUMNS], place, difference)


def side_by_side(report, accounts, place, difference):
    width = min(WIDTH / len(accounts), 120)
    cells = [[paragraph("TableWords", one.text), paragraph("TableText", report.cite(one, place))] for one in accounts]
    report.table(
        [one.giver for one in accounts], [cells], [width] * len(accounts), f"The accounts of {difference.number_label}"
    )
