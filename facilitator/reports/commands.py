"""Taking a review out and bringing one in from the command line."""

import os
import secrets
from pathlib import Path

import click
from sqlalchemy import select

from facilitator.access.actions import log
from facilitator.config import Config, data_option
from facilitator.db import db
from facilitator.refusal import Refused
from facilitator.reports.archive.reading import parsed, read_archive
from facilitator.reports.archive.text import read_at_most, text_of_archive
from facilitator.reports.archive.writing import as_text, write_archive
from facilitator.reports.stops.hits import check
from facilitator.reviews.models import Review

# Two processes that both write the log would break its chain of hashes.
IN_USE = (
    "The program is running on {}. Stop it first with Ctrl+C; or take a review out in the browser, under Report. "
    "(A copy can be made while it runs: python3 run.py backup.)"
)
NOTHING_TO_WRITE = (
    "Say what to write: --report FILE.docx, --findings FILE.docx, --briefing FILE.docx, --receipts FILE.docx, "
    "--archive FILE.json, or several of them."
)
a_path = click.Path(path_type=Path, dir_okay=False)


@click.command("export")
@click.argument("review")
@click.option("--report", "report_path", type=a_path, help="Write the Word report to this file.")
@click.option("--findings", "findings_path", type=a_path, help="Write the findings alone, in Word, to this file.")
@click.option("--briefing", "briefing_path", type=a_path, help="Write the one-page team briefing to this file.")
@click.option("--receipts", "receipts_path", type=a_path, help="Write each position’s receipt, in Word, to this file.")
@click.option("--archive", "archive_path", type=a_path, help="Write the archive of the whole review to this file.")
@data_option
def export_command(review, data, **paths):
    """Take a review out. REVIEW is its title or how it begins, its number, or its key."""
    title = export_review(Config.from_environment(data), review, **paths)
    for path in filter(None, paths.values()):
        click.echo(f"“{title}” is written to {path}. It is not encrypted: keep it as you keep the case file.")


@click.command("import")
@click.argument("archive_path", metavar="ARCHIVE", type=a_path)
@data_option
def import_command(archive_path, data):
    """Bring in a review from the ARCHIVE that an export made."""
    config = Config.from_environment(data)
    title = import_archive(config, archive_path)
    click.echo(f"“{title}” is now in {config.data}.")


def export_review(config, review, archive_path=None, **paths):
    """Write the report, its short versions, the archive or several of them to files. Returns the review's title.

    review: as find_by_name takes it. paths: report_path, findings_path, briefing_path, receipts_path. Refused when no
    file is named, or one cannot be written; a file that was there before is then untouched. What is for publication is
    refused while it holds something that could tell who somebody is.
    """
    from facilitator.reports.word import write_report
    from facilitator.reports.word_briefing import write_briefing
    from facilitator.reports.word_receipts import write_receipts
    from facilitator.reports.word_short import write_findings_only

    short = {"findings": write_findings_only, "briefing": write_briefing, "receipts": write_receipts}
    writing = {"report": write_report, **short}
    published = {name: (paths.get(f"{name}_path"), write) for name, write in writing.items()}
    if not any((*paths.values(), archive_path)):
        raise Refused(NOTHING_TO_WRITE)
    with unlocked(config).app_context():
        found = find_by_name(review)
        # All are made before any is written or the act is logged.
        files = {name: (path, write(found)) for name, (path, write) in published.items() if path}
        for _, content in files.values():
            check(found, "docx", content)
        if archive_path:
            files["archive"] = (archive_path, as_text(write_archive(found)).encode())
        log(found, "taken out on the command line", **{name: name in files for name in (*published, "archive")})
        for path, content in files.values():
            write_whole(Path(path), content)
        db.session.commit()
        return found.title


def import_archive(config, archive_path):
    """Bring the review of an archive file into the data folder. Returns its title. Refused as read_archive refuses."""
    archive = parsed(text_of_archive(read_at_most(Path(archive_path)), f"The file {archive_path}"))
    with unlocked(config, new=True).app_context():
        review = read_archive(archive)
        db.session.commit()
        return review.title


def unlocked(config, new=False):
    """The program with its data folder open; asks for the passphrase unless FACILITATOR_PASSPHRASE gives it.

    new: a data folder that is not there yet is made. Refused otherwise.
    """
    from facilitator import create_app
    from facilitator.access.opening import opened, take_folder

    app = create_app(config)
    vault = app.extensions["vault"]
    if vault.is_new and not new:
        raise Refused(f"There is no review in {config.data} yet. Choose another folder with --data.")
    take_folder(config.data, IN_USE.format(config.data))
    passphrase = config.passphrase or click.prompt("Passphrase", hide_input=True, confirmation_prompt=vault.is_new)
    (vault.create if vault.is_new else vault.open)(passphrase)
    with app.app_context():
        opened(app)
    return app


def find_by_name(name):
    """The review with this key, title or number, or the only one whose title begins so. Refused otherwise."""
    reviews = db.session.scalars(select(Review).order_by(Review.id)).all()
    tests = (
        lambda one: name == one.key,
        lambda one: name.casefold() == one.title.casefold(),
        lambda one: name == str(one.id),
        lambda one: one.title.casefold().startswith(name.casefold()),
    )
    found = next((matches for test in tests if (matches := [one for one in reviews if test(one)])), [])
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{one.id}: {one.title}" for one in found or reviews) or "none yet"
    raise Refused(f"{'More than one' if found else 'No'} review is called “{name}”. Choose by number from: {listed}.")


def write_whole(path, content):
    """Write a file for nobody but who runs this, and as a whole or not at all. Refused when it cannot be written."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise Refused(f"{path} cannot be written: {error.strerror or error}.")
