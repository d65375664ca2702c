"""Who may come in and what they may do: the one door for pages and sockets."""

from facilitator.access import headers


def init_app(app):
    from facilitator.access import door

    headers.init_app(app)
    app.before_request(door.wait_outside_while_locked)
    app.context_processor(door.for_templates)
