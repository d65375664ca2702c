"""What wall and console show of the walk through the case, beside what the kind of stage itself shows."""

from facilitator.narrative.asking import entries_shown
from facilitator.narrative.lanes import draw_lanes
from facilitator.tunnel.asking import curtain_at, hides, is_lifted, is_lifted_here, walk_to


def wall(room, own):
    """The wall of a step about an episode. own: function() → what the kind of stage draws there.

    Before the reveal the stretch of the case that leads to the end of the episode. Where the curtain is lifted, first
    what came later, page by page, and then what the stage itself shows; at the steps after that the other way round.
    """
    if not hides(room) or (room.is_revealed and not is_lifted(room)):
        return own()
    walk = walk_to(room.episode, entries_shown(room.review))
    if not is_lifted(room):
        return so_far(room, own, walk)
    return later_first(room, own, walk) if is_lifted_here(room) else later_last(room, own, walk)


def so_far(room, own, walk):
    lanes = lanes_of(room, walk.leg, page=room.workshop.wall_page)
    if not lanes.pages:
        return own()
    ends_here = lanes.page == lanes.pages - 1 and bool(walk.later)
    return {**drawn(lanes, walk), "page": lanes.page, "pages": lanes.pages, "ends_here": ends_here}


def later_first(room, own, walk):
    lanes = lanes_of(room, walk.later, page=room.workshop.wall_page)
    if not lanes.pages:
        return own()
    if room.is_revealed and room.workshop.wall_page >= lanes.pages:
        return behind(room, own, lanes.pages)
    pages = lanes.pages + (pages_of(own()) if room.is_revealed else 0)
    return {**drawn(lanes, walk, walk.later_heading), "page": lanes.page, "pages": pages}


def later_last(room, own, walk):
    shown = own()
    before = pages_of(shown)
    lanes = lanes_of(room, walk.later, page=max(room.workshop.wall_page - before, 0))
    pages = before + lanes.pages
    if room.workshop.wall_page < before or not lanes.pages:
        return {**shown, "page": shown.get("page", 0), "pages": pages}
    return {**drawn(lanes, walk, walk.later_heading), "page": before + lanes.page, "pages": pages}


def lanes_of(room, entries, page):
    return draw_lanes(room.review, entries, page=page, episodes=[room.episode])


def drawn(lanes, walk, heading=None):
    """The lanes need the room: what the wall says under its question is left to the console while they are drawn."""
    shown = {"lanes": lanes, "walk": walk, "heading": heading, "drawn_by": "tunnel/_wall.html"}
    return {**shown, "needs_room": True, "ends_here": False}


def pages_of(shown):
    """How many pages of the wall what a kind of stage draws takes; its question alone is one."""
    return max(shown.get("pages", 1), 1)


def behind(room, own, pages):
    """What the stage itself shows, its pages counted on from those of what came later."""
    room.pages_before = pages
    shown = own()
    room.pages_before = 0
    return {**shown, "pages": pages_of(shown) + pages, "page": shown.get("page", 0) + pages}


def console(room):
    """How far the case is walked, what is behind the curtain, and who lifted it."""
    if not hides(room):
        return {}
    walk = walk_to(room.episode, entries_shown(room.review))
    asks = room.stage.question("colleagues") is not None and not room.is_authorless
    answered = {one.participant_id for one in room.episode.colleagues} if asks else set()
    missing = sum(one.id not in answered for one in room.here) if asks else 0
    return {"walk": walk, "curtain": curtain_at(room), "lifted": is_lifted(room), "colleagues_missing": missing}
