"""The command line: starting, exporting, rehearsing. `run.py` hands over to this."""

from gevent import monkey

if __name__ == "__main__":
    # Before anything else is imported: the server's greenlets need a patched standard library. Whoever only imports
    # this (a test) keeps Python as it is; the installed command comes by facilitator.entry.
    monkey.patch_all()

import sys
from pathlib import Path

import click
from rich.console import Console

from facilitator.access.own_process import keep_to_ourselves
from facilitator.config import Config, data_option
from facilitator.refusal import Refused

A_FILE = click.Path(path_type=Path, dir_okay=False)
say = Console(highlight=False, soft_wrap=True)


class Sentences(click.Group):
    """Every refusal is a sentence on the terminal and exit code 1."""

    def invoke(self, context):
        try:
            return super().invoke(context)
        except Refused as refused:
            say.print(f"[red]{refused.sentence}[/red]")
            sys.exit(1)


@click.group(cls=Sentences, invoke_without_command=True)
@data_option
@click.option("--copies", type=click.Path(path_type=Path, file_okay=False), help="A second place for copies.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=5050, show_default=True, type=click.IntRange(0, 65535))
@click.option("--certificate", type=A_FILE, help="The organisation's own certificate (PEM): phones then use HTTPS.")
@click.option("--key", type=A_FILE, help="The key of the certificate (PEM).")
@click.option("--name", "names", multiple=True, help="A host name your organisation gave this laptop.")
@click.option("--no-browser", is_flag=True, help="Do not open the facilitator's browser.")
@click.pass_context
def main(context, data, copies, host, port, certificate, key, names, no_browser):
    """A guided workshop tool for case reviews. Without a command it starts the program."""
    keep_to_ourselves()
    if context.invoked_subcommand is None:
        from facilitator.live.certificate import read_certificate

        secured = {"certificate": read_certificate(certificate, key), "names": names}
        start(Config.from_environment(data, copies), host, port, open_browser=not no_browser, **secured)


def start(config, host, port, open_browser=False, path="/", **secured):
    """Start the server and stay until it is stopped. Prints the addresses, and the code of a first start.

    secured: the certificate and the names that live.server.Server takes.
    """
    from facilitator import copies, create_app, keeping
    from facilitator.access.opening import first_start, take_folder
    from facilitator.copies.restoring import finish_restoring
    from facilitator.copies.second_place import check_second_place
    from facilitator.live.server import Server

    take_folder(config.data)
    finish_restoring(config.data)
    check_second_place(config)
    app = create_app(config)
    app.extensions["server"] = server = Server(app, **secured)
    unlock_unattended(app, config)
    port = server.open_on(host, port)
    shown = f"localhost:{port}" if host == "127.0.0.1" else server.shown(f"{host}:{port}")
    address = f"{shown}{path}" if shown.startswith("https://") else f"http://{shown}{path}"
    say.print(f"Open [bold]{address}[/bold] on this laptop.")
    say.print(f"Everything is kept, encrypted, in {config.data}")
    if config.copies:
        say.print(f"Copies go to {config.copies} as well.")
    if app.extensions["vault"].is_new:
        with app.app_context():
            say.print(f"First start: the code is [bold]{first_start().code}[/bold]")
    say.print("Stop with Ctrl+C. Nothing is lost by stopping.")
    if open_browser and sys.stdout.isatty():
        import webbrowser

        webbrowser.open(address)
    copies.start(app)
    keeping.start(app)
    server.serve_until_stopped()
    copies.stop(app)
    say.print("Stopped.")


def unlock_unattended(app, config):
    """With FACILITATOR_PASSPHRASE set, open the data folder (or make it) without asking."""
    if not config.passphrase:
        return
    from facilitator.access.opening import opened

    vault = app.extensions["vault"]
    (vault.create if vault.is_new else vault.open)(config.passphrase)
    with app.app_context():
        opened(app)


def add_commands():
    from facilitator.bench.commands import bench
    from facilitator.copies.commands import backup, restore
    from facilitator.keeping.commands import change
    from facilitator.rehearsal.commands import demo, rehearse
    from facilitator.reports.commands import export_command, import_command
    from facilitator.reports.log_commands import verify_log

    for command in (demo, rehearse, bench, export_command, import_command, backup, restore, verify_log, change):
        main.add_command(command)


add_commands()

if __name__ == "__main__":
    main()
