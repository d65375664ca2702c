"""Where two accounts of one moment differ: in what could be known, or in how it was seen. Nothing is ever merged."""


def add_kinds():
    from facilitator.differences import screens
    from facilitator.workshops import beside

    beside.hang_with(screens.wall)
    beside.lead_with(screens.console)
