"""The facilitator: a guided workshop tool for multi-agency case reviews.

`create_app` is the table of contents: it names the parts in the order of a workshop.
"""

import logging
import secrets

from flask import Flask
from flask_htmx import HTMX
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import HTTPException

from facilitator.config import LARGEST_REQUEST, Config
from facilitator.db import db, engine_settings

csrf = CSRFProtect()
htmx = HTMX()


def create_app(config=None, vault=None):
    """The whole program as a Flask app, locked until its vault is opened.

    config: a Config; vault: an access.vault.Vault, by default the one in the config's data folder.
    """
    from facilitator import live, styleguide
    from facilitator.access import gate
    from facilitator.narrative import imports
    from facilitator.workshops.start import start

    for noun in nouns():
        noun.add_kinds()
    app = locked_app(config or Config(), vault)
    for part in parts():
        part.init_app(app)
    for blueprint in blueprints():
        app.register_blueprint(blueprint)
    live.init_app(app)
    if styleguide.is_wanted(app.extensions["config"]):
        styleguide.init_app(app)
    app.add_url_rule("/", "start", start)
    # Last, because it stands before all the others, the socket included.
    gate.init_app(app, is_import=lambda path: endpoint_of(app, path) in imports.LARGER)
    return app


def locked_app(config, vault):
    """Flask with our settings and the vault, and nothing in it yet."""
    from facilitator.access.sessions import CarefulSessions
    from facilitator.access.vault import Vault

    app = Flask(__name__)
    app.extensions["config"] = config
    app.extensions["vault"] = vault = vault or Vault(config.data)
    app.config.update(
        engine_settings(vault),
        SECRET_KEY=secrets.token_bytes(32),
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_REQUEST,
        SESSION_COOKIE_SAMESITE="Lax",
        TESTING=config.testing,
    )
    app.session_interface = CarefulSessions()
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    return app


def parts():
    """What stands around the nouns, in the order in which a request meets it."""
    from facilitator import access, copies, names, perspectives, refusals, static_files, workshops

    # The door stands before everything else: while it is locked a phone is told to wait, and tries again.
    return [db, access, csrf, htmx, refusals, static_files, copies, names, perspectives, workshops]


def endpoint_of(app, path):
    """The endpoint something is posted to at this path, or None."""
    try:
        return app.url_map.bind("").match(path, method="POST")[0]
    except HTTPException:
        return None


def nouns():
    """The parts that bring kinds of stage with them, or add to the screens of others, in the order of the method."""
    from facilitator import (
        appraisals,
        differences,
        episodes,
        factors,
        findings,
        groups,
        narrative,
        patterns,
        perspectives,
        reports,
        tunnel,
        usual,
        workshops,
    )

    return [
        workshops, narrative, episodes, perspectives, groups, tunnel, differences, factors, appraisals, usual, patterns,
        findings, reports,
    ]  # fmt: skip


def blueprints():
    """Every address of the program, in the order of a review."""
    from facilitator.access.routes import bp as access
    from facilitator.appraisals.routes import bp as appraisals
    from facilitator.conversations.routes import bp as conversations
    from facilitator.differences.routes import bp as differences
    from facilitator.episodes.routes import bp as episodes
    from facilitator.factors.list_routes import bp as factor_list
    from facilitator.factors.routes import bp as factors
    from facilitator.findings.routes import bp as findings
    from facilitator.groups.routes import bp as groups
    from facilitator.keeping.routes import bp as keeping
    from facilitator.names.routes import bp as names
    from facilitator.narrative.routes import bp as narrative
    from facilitator.patterns.merge_routes import bp as together
    from facilitator.patterns.offer_routes import bp as offers
    from facilitator.patterns.routes import bp as patterns
    from facilitator.perspectives.routes import bp as perspectives
    from facilitator.reports.preview import bp as preview
    from facilitator.reports.routes import bp as reports
    from facilitator.reviews.routes import bp as reviews
    from facilitator.tunnel.routes import bp as tunnel
    from facilitator.usual.routes import bp as usual
    from facilitator.workshops.routes import bp as workshops

    return [
        access, reviews, names, narrative, workshops, episodes, perspectives, groups, tunnel, differences, factors,
        factor_list, conversations, appraisals, usual, patterns, offers, together, findings, preview, reports, keeping,
    ]  # fmt: skip
