"""The command `verify-log`."""

import sys
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import click
from sqlalchemy import select

from facilitator.config import Config, data_option
from facilitator.db import db
from facilitator.keeping.log_check import check_log, lines_of
from facilitator.refusal import Refused
from facilitator.reports.archive.reading import parsed
from facilitator.reports.commands import find_by_name, unlocked
from facilitator.reviews.models import Review

BROKEN = 4


@click.command("verify-log")
@click.argument("which", required=False)
@click.option("--noted", help="How the log ended when you last looked, to see whether its end was cut off.")
@data_option
def verify_log(which, noted, data):
    """See whether nobody has changed the log of WHICH: a review's title, number or key, or the file of one.

    The file may be an archive or the log alone. Without WHICH every review is looked at.
    Ends with 0 when all is unbroken, with 4 when not.
    """
    reports = in_archive(Path(which), noted) if which and Path(which).is_file() else in_folder(data, which, noted)
    for report in reports:
        click.echo(report)
    sys.exit(0 if all(report.is_whole for report in reports) else BROKEN)


def in_folder(data, which, noted):
    with unlocked(Config.from_environment(data)).app_context():
        reviews = [find_by_name(which)] if which else db.session.scalars(select(Review).order_by(Review.id)).all()
        return [check_log(review.title, lines_of(review), noted) for review in reviews]


def in_archive(file, noted):
    archive = parsed(file.read_text(encoding="utf-8", errors="replace"))
    try:
        lines = [SimpleNamespace(**line | {"at": datetime.fromisoformat(line["at"])}) for line in archive["log"]]
        return [check_log(archive["review"]["title"], lines, noted)]
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Refused(f"{file} is not a whole archive of a review or its log, so it cannot be read.")
