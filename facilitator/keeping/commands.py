"""The command `change-passphrase`."""

import os

import click

from facilitator.access.opening import take_folder
from facilitator.access.vault import NOTE
from facilitator.config import Config, data_option
from facilitator.keeping.rekeying import change_passphrase
from facilitator.refusal import Refused

NEW = "FACILITATOR_NEW_PASSPHRASE"


@click.command("change-passphrase")
@data_option
def change(data):
    """Put everything under another passphrase. The program must not be running."""
    config = Config.from_environment(data)
    if not (config.data / NOTE).exists():
        raise Refused(f"There is no review in {config.data} yet. Choose another folder with --data.")
    take_folder(config.data, f"The program is running on {config.data}. Stop it first with Ctrl+C.")
    old = config.passphrase or click.prompt("Passphrase", hide_input=True)
    new = os.environ.get(NEW) or click.prompt("New passphrase", hide_input=True, confirmation_prompt=True)
    removed = change_passphrase(config.data, old, new)
    click.echo("The new passphrase opens everything from now on.")
    if removed:
        click.echo(f"{removed} copies that the old one opened have been removed. A new one is made at the next start.")
    click.echo("Copies in a second place, and folders put aside by a restore, still open with the old one.")
