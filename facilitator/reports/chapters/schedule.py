"""The evidence schedule: every statement of the review in the order of its number, and where the report rests on it."""

from facilitator.reports.counting import several
from facilitator.reports.places import Place, anchor_of
from facilitator.reports.standing import CORRECTED, HELD, PRIVATE, SET_ASIDE, WITHDRAWN
from facilitator.reports.word_parts import link, run
from facilitator.workshops.room import is_conversation


def write(report, record):
    report.chapter("Annex: the evidence schedule")
    if not record.statements:
        report.missing("No statement has been given yet.")
        return
    report.numbered(
        f"This is everything that was said: {several(len(record.statements), 'statement', 'statements')} in the order "
        "of their numbers, in the exact words given, those that were corrected, set aside or came late included. "
        "Nothing was put right or shortened."
    )
    for statement in record.statements:
        write_statement(report, record, statement)


def write_statement(report, record, statement):
    status = record.standing.of(statement)
    place = Place(anchor_of(statement), statement.number_label)
    number = report.marked(place, run(place.label))
    if status is WITHDRAWN:
        report.say(*number, run("\tWithdrawn by its author"), style="Statement")
    else:
        report.say(*number, run(f"\t{statement.giver}\n"), *asked(statement, status), style="Statement")
    if status is PRIVATE:
        report.say(why_private(statement), style="Source")
    if record.standing.prints(statement):
        report.say(statement.text, style="ScheduleWords")
    elif status.printed:
        report.say("Not printed, because the words could tell who somebody is.", style="Source")
    if status is not WITHDRAWN:
        report.say(*foot(report, statement, status), style="Source")


def why_private(statement):
    if is_conversation(statement.workshop):
        return "Given in a conversation and not yet read back and agreed, so the words are not printed."
    return "Given in private and not revealed to the room, so the words are not printed."


def asked(statement, status):
    """The episode a statement is about and the question it answers.

    What somebody calls a moment in a conversation is theirs too, and not told before they agree.
    """
    episode = statement.episode
    if episode is None or (status is PRIVATE and not episode.number):
        return [run(statement.asked, style="Quiet")]
    if episode.number:
        return [
            link(f"KPE_{episode.number}", episode.label),
            run(f" {episode.title} · {statement.asked}", style="Quiet"),
        ]
    return [run(f"“{episode.title}” · {statement.asked}", style="Quiet")]


def foot(report, statement, status):
    """How a statement stands, what it corrects, and links back to where it is used."""
    pieces = []
    if status is SET_ASIDE:
        pieces.append(run(f"Set aside by the {statement.set_aside.by}. Reason: {statement.set_aside.reason} "))
    if status is HELD:
        pieces.append(run("Came after its stage had closed; not yet let in. "))
    elif statement.held_at and is_conversation(statement.workshop):
        pieces.append(run("Written after the rest; read back and agreed later. "))
    elif statement.held_at:
        pieces.append(run("Came after its stage had closed; let in by the facilitator. "))
    if statement.replaces:
        pieces += [run("Corrects "), link(anchor_of(statement.replaces), statement.replaces.number_label), run(". ")]
    if status.name == CORRECTED:
        newer = statement.newest
        pieces += [run("Corrected in "), link(anchor_of(newer), newer.number_label), run(". ")]
    used = report.used_in(statement)
    return [*pieces, run("Used in: "), *used, run(".")] if used else [*pieces, run("In this annex only.")]
