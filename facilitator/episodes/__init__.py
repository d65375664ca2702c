"""Turning points are proposed; the group chooses from them the episodes it studies."""


def add_kinds():
    from facilitator.episodes import kinds
    from facilitator.episodes.in_box import proposal_from_box
    from facilitator.perspectives.box import open_box
    from facilitator.workshops.kinds import Kind, add_kind
    from facilitator.workshops.labels import LABELS

    add_kind(
        Kind(
            "turning-points",
            "episodes/turning_points",
            asks=("title", "when", "why"),
            hidden=True,
            may_pass=True,
            phone=kinds.proposing,
            wall=kinds.proposals_on_wall,
            console=kinds.proposals_on_console,
            answered=kinds.who_proposed,
            labels=LABELS,
            opened=open_box,
            from_box=proposal_from_box,
            redraw=("episodes-changed", "statements-changed"),
        )
    )
    add_kind(
        Kind(
            "episodes",
            "episodes/choosing",
            asks=("support",),
            hidden=True,  # seeing what others want would sway people
            takes_words=False,
            may_pass=True,
            phone=kinds.supporting,
            wall=kinds.choice_on_wall,
            console=kinds.choice,
            answered=kinds.who_supports,
            acted_on=True,
            redraw=("episodes-changed", "statements-changed"),
        )
    )
