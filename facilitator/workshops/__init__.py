"""Opening a workshop, joining it, its script and stages, moving on and back, the clock."""


def add_kinds():
    from facilitator.workshops import hello

    hello.add_kinds()


def init_app(app):
    """Read the scripts. The kinds of stage must be known by now."""
    from facilitator.live.announcements import push_with
    from facilitator.live.counting import count_with
    from facilitator.live.presence import hush_where
    from facilitator.live.rooms import open_to_phones
    from facilitator.reviews.small_groups import TOO_FEW, is_small
    from facilitator.workshops import leading, pushed, reopening
    from facilitator.workshops.kinds import required_questions
    from facilitator.workshops.labels import CARRIED, lone_positions
    from facilitator.workshops.scripts import Library

    app.jinja_env.globals |= {"is_small": is_small, "too_few": TOO_FEW}
    app.jinja_env.globals |= {"carried": CARRIED, "lone_positions": lone_positions}
    config = app.extensions["config"]
    app.extensions["scripts"] = Library([config.prompts, config.own_scripts], required_questions())
    count_with(pushed.counted_in_words)
    push_with("stage-changed", pushed.now_for_phones)
    if reopening.is_open_to_phones not in open_to_phones:
        open_to_phones.append(reopening.is_open_to_phones)
    app.extensions.setdefault("after opening", []).append(reopening.reopen_rooms)
    app.after_request(leading.look)
    hush_where(pushed.is_hushed)
