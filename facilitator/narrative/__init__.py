"""Entries in lanes: preparing them, drawing them, and what the room adds, corrects and disputes."""


def add_kinds():
    from facilitator.narrative import kinds
    from facilitator.workshops.kinds import Kind, add_kind

    add_kind(
        Kind(
            "narrative",
            "narrative",
            asks=kinds.ASKS,
            hidden=True,
            phone=kinds.phone,
            wall=kinds.wall,
            console=kinds.console,
            answered=kinds.answered,
            redraw=("narrative-changed", "statements-changed"),
        )
    )
