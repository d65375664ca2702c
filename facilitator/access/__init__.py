"""Who may come in and what they may do: the one door for pages and sockets."""


def init_app(app):
    from facilitator.access import door

    app.before_request(door.wait_outside_while_locked)
    app.context_processor(door.for_templates)
