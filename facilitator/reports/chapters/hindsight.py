"""How hindsight was limited, episode by episode, and what the group said most colleagues would have done."""

from facilitator.narrative.dates import label
from facilitator.reports.counting import write_spread
from facilitator.reports.names import COLLEAGUES
from facilitator.reports.places import episode_place
from facilitator.reports.word_parts import link, run

ASKED = "What would most colleagues have done, knowing only what was known then?"


def write_limits(report, record, episode):
    """From when to when what came later was hidden, and who lifted the curtain; or that it was not hidden."""
    curtains = [one for one in record.curtains if one.episode_id == episode.id]
    if not curtains:
        report.numbered("Hindsight was not limited: no curtain was down while the group studied this episode.")
    for curtain in curtains:
        report.numbered(how_long(curtain))
    if shown := shown_before(record, curtains):
        places = ", ".join(sorted({episode_place(one.episode).label for one in shown}))
        report.numbered(f"By then what came later in the case had been shown already, at {places}.")


def how_long(curtain):
    """One sentence about one curtain."""
    until = "it was not lifted"
    if curtain.lifted_at:
        until = f"it was lifted on {moment(curtain.lifted_at)} by the {curtain.lifted_by}"
    return (
        f"What came after {label(curtain.reaches.isoformat())} was behind a curtain from {moment(curtain.fell_at)}; "
        f"{until}."
    )


def shown_before(record, curtains):
    """The curtains of other episodes that had been lifted when the first of these fell."""
    if not curtains:
        return []
    first = min(one.fell_at for one in curtains)
    about = curtains[0].episode_id
    return [one for one in record.curtains if one.episode_id != about and one.lifted_at and one.lifted_at < first]


def moment(at):
    here = at.astimezone()
    return f"{label(here.date().isoformat())}, {here:%H:%M}"


def write_colleagues(report, record, episode, place):
    """How the answers spread, and the words some gave with them."""
    given = [one for one in record.colleagues if one.episode_id == episode.id]
    write_spread(report, given, COLLEAGUES, ASKED)
    for one in given:
        if said := record.standing_words(one.colleagues):
            report.quote(said, place)


def write_beside_finding(report, record, finding):
    """Beside a finding: what the group said of colleagues, at each episode it rests on."""
    for episode in (one for one in finding.pattern.episodes if one.number):
        given = [one for one in record.colleagues if one.episode_id == episode.id]
        if not given:
            continue
        place = episode_place(episode)
        report.say(
            run("Before what came later was shown, at "), link(place.anchor, place.label), run(":"), style="Follow-on"
        )
        write_spread(report, given, COLLEAGUES, ASKED)
