"""Statements: the exact words people gave, from where they stood."""


def add_kinds():
    from facilitator.perspectives import kinds
    from facilitator.perspectives.box import open_box
    from facilitator.workshops.kinds import Kind, add_kind
    from facilitator.workshops.labels import LABELS

    asks = ("going-on", "information", "else", "concerns", "hoping", "options", "feeling", "went-well")
    screens = {
        "hidden": True,
        "phone": kinds.phone,
        "wall": kinds.wall,
        "console": kinds.console,
        "answered": kinds.answered,
        "labels": LABELS,
        "opened": open_box,
    }
    add_kind(Kind("view-at-the-time", "perspectives", asks=asks, per_episode=True, **screens))
    add_kind(Kind("questions", "perspectives", **screens))
