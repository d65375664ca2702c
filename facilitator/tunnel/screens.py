"""What wall and console show of the walk through the case, beside what the kind of stage itself shows."""

from facilitator.narrative.asking import entries_shown
from facilitator.narrative.lanes import draw_lanes
from facilitator.tunnel.asking import curtain_at, hides, is_lifted, walk_to


def wall(room, own):
    """The wall of a step about an episode. own: function() → what the kind of stage draws there.

    Before the reveal the stretch of the case that leads to the end of the episode; once the curtain is lifted first
    what came later, page by page, and then what the stage itself shows.
    """
    if not hides(room) or (room.is_revealed and not is_lifted(room)):
        return own()
    walk = walk_to(room.episode, entries_shown(room.review))
    lifted = is_lifted(room)
    lanes = draw_lanes(
        room.review, walk.later if lifted else walk.leg, page=room.workshop.wall_page, episodes=[room.episode]
    )
    if lifted and room.is_revealed and room.workshop.wall_page >= lanes.pages:
        return behind(room, own, lanes.pages)
    if not lanes.pages:
        return own()
    own_pages = max(own().get("pages", 1), 1) if room.is_revealed else 0
    last = lanes.page == lanes.pages - 1
    return {
        "lanes": lanes,
        "page": lanes.page,
        "pages": lanes.pages + own_pages,
        "drawn_by": "tunnel/_wall.html",
        "heading": "What came later" if lifted else None,
        "walk": walk,
        "ends_here": last and not lifted and bool(walk.later),
    }


def behind(room, own, pages):
    """What the stage itself shows, its pages counted on from those of what came later."""
    room.pages_before = pages
    shown = own()
    room.pages_before = 0
    return {**shown, "pages": max(shown.get("pages", 1), 1) + pages, "page": shown.get("page", 0) + pages}


def console(room):
    """How far the case is walked, what is behind the curtain, and who lifted it."""
    if not hides(room):
        return {}
    walk = walk_to(room.episode, entries_shown(room.review))
    asks = room.stage.question("colleagues") is not None and not room.is_authorless
    answered = {one.participant_id for one in room.episode.colleagues} if asks else set()
    missing = sum(one.id not in answered for one in room.here) if asks else 0
    return {"walk": walk, "curtain": curtain_at(room), "lifted": is_lifted(room), "colleagues_missing": missing}
