"""How good the practice was, judged by what was known then. Kept apart from explanation."""


def add_kinds():
    from facilitator.appraisals.models import Appraisal
    from facilitator.perspectives.alone_in_words import on_console, on_phone, on_wall
    from facilitator.perspectives.choosing import choosing_kind
    from facilitator.workshops.kinds import Kind, add_kind

    screens = choosing_kind(Appraisal, "standard", answer="appraisal", beside="standard", send_to="appraisals.give")
    screens |= {"phone": on_phone(screens["phone"]), "wall": on_wall(screens["wall"])}
    screens |= {"console": on_console(screens["console"]), "in_words": ("surprised", "open-questions")}
    add_kind(Kind("appraisal", "appraisals", asks=("appraisal", "standard"), **screens))
