"""The commands `rehearse` and `demo`."""

import json
import os
import shutil
import signal
import subprocess
import sys
import webbrowser
from pathlib import Path

import click
import platformdirs

from facilitator.config import data_option
from facilitator.refusal import Refused
from facilitator.rehearsal import LISTENING

DEMO_CASE = Path(__file__).parent / "demo_case.yaml"
DEMO_PASSPHRASE = "demonstration data only"  # noqa: S105 - what it opens was made up
file_to_read = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("case", type=file_to_read)
@click.option("--phones", default=12, show_default=True, type=click.IntRange(1, 300), help="How many phones join.")
@data_option
@click.option("--report", type=file_to_read, help="Where to write the Word report.")
@click.option("--archive", type=file_to_read, help="Where to write the archive.")
@click.option("--pace", default=1.0, show_default=True, type=click.FloatRange(0, 100), help="How long people think.")
def rehearse(**settings):
    """Play a whole focused day with made-up participants, as CASE tells it.

    Phones beyond the participants of CASE join as observers; participants beyond the phones have their words typed at
    the console.
    Ends with 0 when every statement was saved and is in the report, with 3 when one is missing.
    """
    sys.exit(play(settings))


@click.command()
@data_option
@click.option("--port", default=5050, show_default=True, type=click.IntRange(0, 65535))
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def demo(data, port, no_browser):
    """Open a finished review with made-up content. The first time it is rehearsed, which takes about a minute."""
    data = data or Path(platformdirs.user_data_dir("facilitator-demo", appauthor=False))
    if not (data / "vault.json").exists():
        if data.exists() and any(data.iterdir()):
            raise Refused(f"{data} holds something else already. Choose an empty folder with --data.")
        rehearse_demo(data)
    click.echo(f"Sign in with the passphrase: {DEMO_PASSPHRASE}")
    sys.exit(serve(data, port, not no_browser))


def rehearse_demo(data):
    """Play the shipped case into a folder that gets its name only when all went well."""
    unfinished = data.with_name(f"{data.name}-unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    settings = {"case": DEMO_CASE, "phones": 12, "data": unfinished, "report": None, "archive": None, "pace": 0.5}
    if code := play(settings, passphrase=DEMO_PASSPHRASE):
        shutil.rmtree(unfinished, ignore_errors=True)
        sys.exit(code)
    if data.exists():
        data.rmdir()
    unfinished.rename(data)


def play(settings, passphrase=None):
    """Run rehearsal.play, which says why it is a process of its own, and wait until it has put everything away."""
    return begun(["facilitator.rehearsal.play", json.dumps(settings, default=str)], passphrase).wait()


def serve(data, port, open_browser):
    """Start the program itself on the demonstration, in the foreground. Its lines are passed on."""
    options = ["--data", str(data), "--port", str(port), "--no-browser"]
    server = begun(["facilitator.cli", *options], DEMO_PASSPHRASE, stdout=subprocess.PIPE, text=True)
    for line in server.stdout:
        click.echo(line, nl=False)
        if open_browser and (found := LISTENING.search(line)):
            webbrowser.open(f"http://localhost:{found[1]}/reviews/1")
    return server.wait()


def begun(module, passphrase=None, **more):
    """Start a module of ours as a process. When we are told to stop it is too, and puts things away before it does."""
    given = {"FACILITATOR_PASSPHRASE": passphrase} if passphrase else {}
    environment = os.environ | {"PYTHONUNBUFFERED": "1"} | given
    process = subprocess.Popen([sys.executable, "-m", *module], env=environment, **more)  # noqa: S603 - our own modules
    # Ctrl+C reaches the process as well as us, so there is nothing to do then; another wish to stop us is passed on.
    signal.signal(signal.SIGINT, lambda *_: None)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    return process
