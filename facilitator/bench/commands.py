"""The command `bench`."""

import json
import sys
from pathlib import Path

import click

from facilitator.rehearsal.commands import begun

WITH_PHONES = ["join-storm", "save-at-once", "paced", "counted", "stage-change", "reconnect", "soak"]
NAMES = [*WITH_PHONES, "lanes", "matrix", "all"]


@click.command()
@click.option("--phones", default=60, show_default=True, type=click.IntRange(1, 1000), help="How many phones join.")
@click.option("--seconds", default=10.0, show_default=True, type=click.FloatRange(1, 7200), help="For what goes on.")
@click.option("--scenario", default="all", show_default=True, type=click.Choice(NAMES))
@click.option("--json", type=click.Path(dir_okay=False, path_type=Path), help="Where to write the rows.")
def bench(**settings):
    """Measure the real server with made-up phones, beside a bare server that does the least one can.

    lanes and matrix measure the largest pictures alone, without phones; all is what goes on with phones.
    Everything is on this machine and in a temporary folder. Ends with 0 when nothing failed and no word was lost,
    1 when it could not begin, 2 when it was stopped, 3 when something failed or was lost.
    """
    sys.exit(begun(["facilitator.bench.play", json.dumps(settings, default=str)]).wait())
