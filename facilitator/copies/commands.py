"""The commands `backup` and `restore`."""

import json
from datetime import datetime
from pathlib import Path

import click

from facilitator.access.opening import take_folder
from facilitator.access.vault import NOTE, Vault
from facilitator.config import Config, data_option
from facilitator.copies import places, shelf
from facilitator.copies.restoring import find_copy, good_one_before, is_ready
from facilitator.copies.restoring import restore as bring_back
from facilitator.copies.snapshot import ABOUT, Damaged, take
from facilitator.refusal import Refused

RUNNING = "The program is running on {}. Stop it first with Ctrl+C, then restore."


@click.command()
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="The folder to copy into.")
@data_option
def backup(to, data):
    """Make a copy now, check it, and say where it is. The program may be running."""
    config = Config.from_environment(data)
    vault = Vault(config.data)
    if vault.is_new:
        raise Refused(f"There is no review in {config.data} yet. Choose another folder with --data.")
    vault.open(asked_for(config))
    for place in [to] if to else places(config):
        click.echo(f"Copied and checked: {copied(vault, place)}")


def copied(vault, place):
    try:
        place.mkdir(parents=True, exist_ok=True)
        made = take(vault, place)
    except OSError as error:
        raise Refused(f"No copy could be made in {place}: {error.strerror or error}.")
    shelf.clear(made)
    return made


@click.command()
@click.argument("snapshot", required=False)
@data_option
def restore(snapshot, data):
    """Come back from SNAPSHOT, a copy's name or its folder. Without it: which copies there are."""
    config = Config.from_environment(data)
    if snapshot is None:
        return show(config)
    copy = find_copy(snapshot, [*places(config), Path()])
    take_folder(config.data, RUNNING.format(config.data))
    passphrase = asked_for(config)
    try:
        aside = bring_back(copy.resolve(), config.data, passphrase)
    except Damaged as damaged:
        older = good_one_before(copy.resolve(), passphrase)
        raise Refused(f"{damaged.sentence} {offered(older)}")
    except OSError as error:
        raise Refused(f"It could not be restored: {error.strerror or error}. {what_now(config.data)}")
    click.echo(f"{config.data} is now as it was at {in_words(copy)}.")
    if aside:
        click.echo(f"What was there before is kept in {aside}. Delete it when you no longer need it.")
    return None


def what_now(folder):
    if is_ready(folder) and not (folder / NOTE).exists():
        return "The copy lies whole in the data folder, and takes its place when the program is started the next time."
    return "What was there before is still there."


def offered(older):
    if older is None:
        return "No older copy beside it opens with this passphrase. Nothing was changed."
    return f"Nothing was changed. The one before it is good: python3 run.py restore {older}"


def show(config):
    found = [(place, copy) for place in places(config) for copy in shelf.copies_in(place)]
    if not found:
        click.echo(f"There is no copy in {' or '.join(map(str, places(config)))} yet.")
    for _, copy in found:
        click.echo(f"{in_words(copy):>26}   python3 run.py restore {copy}")


def in_words(copy):
    if not shelf.NAME.fullmatch(copy.name):
        return copy.name
    local = moment_of(copy).astimezone()
    return f"{local:%H:%M:%S}, {local.day} {local:%B %Y}"


def moment_of(copy):
    """When a copy was made, as it says itself. Its name is a later one where the clock had been put back."""
    try:
        return datetime.fromisoformat(json.loads((copy / ABOUT).read_text())["made_at"])
    except (OSError, ValueError, KeyError):
        return shelf.made_at(copy)


def asked_for(config):
    return config.passphrase or click.prompt("Passphrase", hide_input=True)
