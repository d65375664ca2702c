"""What a later noun adds to every step: it registers here, because workshops know no later noun.

arrivals: act(room), when the group comes to a step. walls: draw(room, own) → what the wall draws, where own() gives
what the kind of stage would. consoles: pieces(room) → further names for the middle of the console. phones:
pieces(room, participant) → the same for a phone's stage. places: sign(room) → what is another one when phones must
draw their stage anew although the group has not moved.
"""

from functools import partial

arrivals, walls, consoles, phones, places = [], [], [], [], []


def come_with(act):
    add(arrivals, act)


def hang_with(draw):
    add(walls, draw)


def lead_with(pieces):
    add(consoles, pieces)


def carry_with(pieces):
    add(phones, pieces)


def stand_with(sign):
    add(places, sign)


def add(those, one):
    """Doing it twice does nothing."""
    if one not in those:
        those.append(one)


def arrived(room):
    for act in arrivals:
        act(room)


def wall_of(room):
    """What the wall draws: that of the kind of stage, unless a later noun stands before it."""
    own = partial(room.kind.wall, room)
    for draw in walls:
        own = partial(draw, room, own)
    return own()


def signs_of(room):
    """What later nouns add to the place that phones compare."""
    return "/".join(str(sign(room)) for sign in places)


def phone_of(room, participant):
    """What later nouns add to a phone's stage."""
    return {name: piece for pieces in phones for name, piece in pieces(room, participant).items()}


def console_of(room):
    """What the middle of the console draws: that of the kind of stage, and what later nouns add."""
    return {name: piece for pieces in (room.kind.console, *consoles) for name, piece in pieces(room).items()}
