"""Sizes of the drawings of the narrative, in units of a picture 1,792 wide: on the wall a unit is a pixel."""

WIDTH, NAMES, HEAD, GAP = 1792, 300, 84, 8
NAME, DATE = 28, 32  # type sizes
NAME_LINE = 34
WIDEST_COLUMN, TALLEST_ROW = 746, 208


def column_of(columns):
    """How wide a column is where a page has so many."""
    return min((WIDTH - NAMES) / columns, WIDEST_COLUMN)
