"""The real names of a case, and what else must never leave the room: kept closed, apart from everything else."""


def init_app(app):
    from facilitator.names.closed import ClosedNames

    app.extensions["names"] = kept = ClosedNames(app)
    app.extensions["vault"].after_opening.append(kept.make_sieves)
