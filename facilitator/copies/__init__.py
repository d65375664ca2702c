"""Copies of everything that is kept, checked as they are made; and what is said when the disk does not take a word."""

from facilitator.db import db


def init_app(app):
    from facilitator.copies import disk, wishes
    from facilitator.copies.copier import Copier
    from facilitator.copies.disk import Disk

    config, vault = app.extensions["config"], app.extensions["vault"]
    app.extensions["disk"] = Disk(vault)
    app.extensions["copies"] = Copier(vault, places(config))
    disk.init_app(app)
    wishes.listen(db.session)
    app.context_processor(lambda: {"copies": app.extensions["copies"], "disk": app.extensions["disk"]})


def places(config):
    """Where copies go: into the data folder, and to the second place if one was given."""
    return [config.data / "copies", *([config.copies] if config.copies else [])]


def start(app):
    """Begin to copy and to watch the disk, for as long as the process runs."""
    app.extensions["copies"].start()
    app.extensions["disk"].start()


def stop(app):
    """A last copy of what has been written since the one before."""
    if app.extensions["vault"].is_open:
        app.extensions["copies"].try_a_round()
