"""Is this usual: would one expect the same next week, in another team?"""


def add_kinds():
    from facilitator.perspectives.choosing import choosing_kind
    from facilitator.usual.kinds import on_wall, with_agencies
    from facilitator.usual.models import Usual
    from facilitator.workshops.kinds import Kind, add_kind

    screens = choosing_kind(Usual, "example", answer="usual", beside="example", send_to="usual.give")
    screens |= {"wall": on_wall(screens["wall"]), "console": with_agencies(screens["console"])}
    add_kind(Kind("usual", "usual", asks=("usual", "example"), **screens))
