"""The view from the tunnel: the case is walked forwards, and what came later stays behind a curtain. (method.md, 2)"""


def add_kinds():
    from facilitator.perspectives.choosing import Choice, ask_among_others
    from facilitator.tunnel import screens
    from facilitator.tunnel.actions import let_fall
    from facilitator.tunnel.asking import is_lifted
    from facilitator.tunnel.models import Colleagues
    from facilitator.workshops import beside

    beside.come_with(let_fall)
    beside.hang_with(screens.wall)
    beside.lead_with(screens.console)
    asked = Choice(Colleagues, "tunnel.give", closed=is_lifted)
    ask_among_others("colleagues", asked)
