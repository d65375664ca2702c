"""Statements: the exact words people gave, from where they stood."""


def add_kinds():
    from facilitator.perspectives import kinds
    from facilitator.workshops.kinds import Kind, add_kind

    asks = ("going-on", "information", "else", "concerns", "hoping", "options", "feeling", "went-well")
    screens = {
        "hidden": True,
        "phone": kinds.phone,
        "wall": kinds.wall,
        "console": kinds.console,
        "answered": kinds.answered,
    }
    add_kind(Kind("view-at-the-time", "perspectives", asks=asks, per_episode=True, **screens))
    add_kind(Kind("questions", "perspectives", **screens))
