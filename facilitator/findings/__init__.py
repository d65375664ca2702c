"""Findings: assembled from patterns, tested by the group, edited at the desk; and the questions for the board."""


def add_kinds():
    from facilitator.findings import became, kinds
    from facilitator.perspectives.became import tell_what_became
    from facilitator.workshops.kinds import Kind, add_kind

    tested = {"phone": kinds.phone, "wall": kinds.wall, "console": kinds.console, "answered": kinds.tested_by}
    tested["opened"] = kinds.opened
    asks = ("test", "comment", "rank")
    redraw = ("findings-changed", "statements-changed")
    add_kind(Kind("findings", "findings/testing", asks=asks, hidden=True, redraw=redraw, **tested))
    asked = {
        "phone": kinds.questions_on_phone,
        "wall": kinds.questions_on_wall,
        "console": kinds.questions_on_console,
        "answered": kinds.asked_by,
    }
    redraw = ("questions-changed", "statements-changed")
    add_kind(Kind("board-questions", "findings/board_questions", asks=("suggest", "kind"), redraw=redraw, **asked))
    tell_what_became(became.tell)
