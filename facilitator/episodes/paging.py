"""Long lists on the wall: pages instead of smaller letters. (screens.md)"""

from math import ceil


def in_pages(things, length, on_a_line, lines, gap=0.25):
    """Things in pages of at most so many lines; each page holds at least one.

    length(thing): how many signs it has. on_a_line: how many signs fit one line. lines: how many lines a page has.
    gap: the space between one thing and the next, in lines.
    """
    pages, left = [], 0
    for thing in things:
        needed = max(1, ceil(length(thing) / on_a_line)) + gap
        if needed > left:
            pages.append([])
            left = lines
        pages[-1].append(thing)
        left -= needed
    return pages


def page_shown(room, pages):
    """What the wall draws of these pages: the one it stands at, its number from 0, and how many there are."""
    page = min(room.wall_page, max(len(pages) - 1, 0))
    return {"on_page": pages[page] if pages else [], "pages": len(pages), "page": page}
