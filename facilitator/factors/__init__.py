"""Contributory factors: what in the work helped or hindered, how, and how much."""


def add_kinds():
    from facilitator.factors import kinds, layers, ranking
    from facilitator.workshops import beside
    from facilitator.workshops.kinds import Kind, add_kind

    add_kind(
        Kind(
            "factors",
            "factors",
            asks=("factor", "effect", "weight", "how"),
            per_episode=True,
            hidden=True,
            may_pass=True,
            phone=kinds.phone,
            wall=kinds.wall,
            console=kinds.console,
            answered=kinds.answered,
            redraw=("factors-changed", "statements-changed"),
        )
    )
    beside.stand_with(ranking.times_revealed)
    beside.hang_with(layers.wall)
