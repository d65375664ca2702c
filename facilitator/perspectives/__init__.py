"""Statements: the exact words people gave, from where they stood."""


def add_kinds():
    from facilitator.perspectives import kinds, named
    from facilitator.workshops.kinds import Kind, add_kind
    from facilitator.workshops.labels import LABELS
    from facilitator.workshops.remarks import look_before_reveal, remark_to_participant

    asks = ("going-on", "information", "else", "concerns", "hoping", "options", "feeling", "went-well")
    screens = {
        "hidden": True,
        "phone": kinds.phone,
        "wall": kinds.wall,
        "console": kinds.console,
        "answered": kinds.answered,
        "labels": LABELS,
        "opened": kinds.opened,
        "may_pass": True,
    }
    add_kind(Kind("view-at-the-time", "perspectives", asks=asks, per_episode=True, **screens))
    remark_to_participant(named.remarks)
    look_before_reveal(named.counted_at)
    add_kind(Kind("questions", "perspectives", **screens))


def init_app(app):
    """What templates of every stage may ask of words: which names and hindsight are in them, and which words wait."""
    from facilitator.hints.wordings import find_hints
    from facilitator.perspectives.late import waiting_in
    from facilitator.perspectives.named import found_in

    app.jinja_env.globals.update(found_in=found_in, hints_in=find_hints, waiting_in=waiting_in)
