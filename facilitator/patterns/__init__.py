"""Patterns: what keeps coming back behind the episodes."""


def add_kinds():
    from facilitator.patterns import became, kinds
    from facilitator.perspectives.became import tell_what_became
    from facilitator.workshops.kinds import Kind, add_kind

    asks = ("common", "kind", "category")
    redraw = ("patterns-changed", "statements-changed")
    screens = {"phone": kinds.phone, "wall": kinds.wall, "console": kinds.console, "answered": kinds.answered}
    add_kind(Kind("patterns", "patterns", asks=asks, redraw=redraw, **screens))
    tell_what_became(became.tell)
