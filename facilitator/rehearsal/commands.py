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

from facilitator.rehearsal import LISTENING

DEMO_CASE = Path(__file__).parent / "demo_case.yaml"
DEMO_PASSPHRASE = "demonstration data only"  # noqa: S105 - what it opens was made up
file_to_read = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("case", type=file_to_read)
@click.option("--phones", default=12, show_default=True, type=click.IntRange(1, 300), help="How many phones join.")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="A folder that is kept.")
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
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="Where to keep the demonstration.")
@click.option("--port", default=5050, show_default=True, type=click.IntRange(0, 65535))
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
def demo(data, port, no_browser):
    """Open a finished review with made-up content. The first time it is rehearsed, which takes about a minute."""
    data = data or Path(platformdirs.user_data_dir("facilitator-demo", appauthor=False))
    if not (data / "vault.json").exists():
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


def play(settings, **environment):
    """Run rehearsal.play, which says why it is a process of its own, and wait until it has put everything away."""
    command = [sys.executable, "-m", "facilitator.rehearsal.play", json.dumps(settings, default=str)]
    return waited_for(subprocess.Popen(command, env=with_passphrase(**environment)))  # noqa: S603 - our own


def serve(data, port, open_browser):
    """Start the program itself on the demonstration, in the foreground. Its lines are passed on."""
    command = [sys.executable, "-m", "facilitator.cli", "--data", str(data), "--port", str(port), "--no-browser"]
    environment = with_passphrase(DEMO_PASSPHRASE)
    server = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    try:
        for line in server.stdout:
            click.echo(line, nl=False)
            if open_browser and (found := LISTENING.search(line)):
                webbrowser.open(f"http://localhost:{found[1]}/reviews/1")
    except KeyboardInterrupt:
        pass
    return waited_for(server)


def with_passphrase(passphrase=None):
    return os.environ | {"PYTHONUNBUFFERED": "1"} | ({"FACILITATOR_PASSPHRASE": passphrase} if passphrase else {})


def waited_for(process):
    """The exit code. A process of ours that is told to stop puts things away first, so it is waited for, never killed."""
    # Ctrl+C reaches it as well as us; anything else that is to stop us is passed on to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda *_: process.terminate())
    return process.wait()
