"""Is this usual, on wall and console: the spread, and by agency where that gives nobody away."""

from facilitator.usual.by_agency import broken_down


def with_agencies(draw):
    """What draw(room) gives, and beside it the answers by agency once they are revealed."""

    def draw_with_agencies(room):
        shown = draw(room)
        return {**shown, "agencies": broken_down(shown.get("given", []), shown.get("labels", {}))}

    return draw_with_agencies


def on_wall(draw):
    """The same for the wall, where everybody's answers and those by agency stand on two screens."""

    def wall(room):
        shown = with_agencies(draw)(room)
        pages = 2 if shown["agencies"] else 1
        return {**shown, "pages": pages, "page": min(room.workshop.wall_page, pages - 1)}

    return wall
