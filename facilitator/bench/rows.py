"""What the bench found: a row for each figure, shown as a table and written as JSON."""

import json
from dataclasses import asdict, dataclass

from rich.table import Table

from facilitator.rehearsal.measures import percentile

COLUMNS = {
    "scenario": "", "phones": "phones", "samples": "samples", "failed": "failed", "p50_ms": "p50", "p95_ms": "p95",
    "max_ms": "worst", "limit_p95_ms": "bare p95", "ratio": "ratio", "cpu_ms": "cpu each", "server_mb": "MB",
    "growth_mb": "grown",
}  # fmt: skip


@dataclass
class Row:
    """One figure. Times are milliseconds; limit_p95_ms is the bare server's, ratio how many times as long we take.

    failed: what was refused, broke off or was lost. cpu_ms: the server's processor time for each sample, which tells
    more than the clock on a busy machine. server_mb: its memory afterwards; growth_mb: by how much it grew meanwhile.
    """

    scenario: str
    phones: int
    samples: int
    failed: int
    p50_ms: float | None
    p95_ms: float | None
    max_ms: float | None
    limit_p95_ms: float | None
    ratio: float | None
    cpu_ms: float | None = None
    server_mb: float | None = None
    growth_mb: float | None = None


def row(scenario, phones, seconds, failed, limit=(), **more):
    """A Row of these times, given in seconds. limit: the bare server's times."""
    p50, p95, worst = (in_ms(seconds, share) for share in (0.5, 0.95, 1.0))
    bare = in_ms(limit, 0.95)
    ratio = round(p95 / bare, 2) if p95 and bare else None
    return Row(scenario, phones, len(seconds) + failed, failed, p50, p95, worst, bare, ratio, **more)


def in_ms(seconds, share):
    found = percentile(list(seconds), share)
    return None if found is None else round(1000 * found, 1)


def table_of(rows):
    table = Table(title="Milliseconds, as the phones felt them", title_justify="left")
    for name, heading in COLUMNS.items():
        table.add_column(heading, justify="left" if name == "scenario" else "right")
    for one in rows:
        table.add_row(*("–" if value is None else str(value) for value in asdict(one).values()))
    return table


def write(rows, path):
    path.write_text(json.dumps([asdict(one) for one in rows], indent=1) + "\n", encoding="utf-8")
