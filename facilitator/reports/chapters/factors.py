"""The factor matrix: which factors were at work in which episodes, by how many people, helped and hindered apart."""

from collections import Counter

from facilitator.factors.framework import LEVELS, framework, is_own_words, level_of
from facilitator.factors.layers import layers_of
from facilitator.factors.matrix import ENOUGH, NEARLY_ALL
from facilitator.factors.ranking import told_of, was_shown
from facilitator.reports.counting import heads, in_a_row, several
from facilitator.reports.places import episode_place
from facilitator.reports.word_parts import link, paragraph, run

FEW = "fewer than five people marked a factor, so the marks are not told."
WIDTH, FACTOR_WIDTH = 253, 80  # mm, on a lying page


def write(report, record):
    report.chapter("Annex: the factor matrix", new_page=True)
    if not record.influences:
        report.missing("No factor has been named yet.")
        report.turn(landscape=False)
        return
    report.numbered(
        "Each figure counts people, not mentions: someone who named a factor twice in an episode is counted once. What "
        "helped and what hindered is counted apart. What stands in quotation marks the room named in its own words; a "
        "local suggestion is no item of the published framework."
    )
    write_levels(report, record)
    write_layers(report, record)
    for episode in record.episodes:
        write_ranking(report, record, episode)
    width = (WIDTH - FACTOR_WIDTH) / len(record.episodes)
    head = ["Factor", *(episode.label for episode in record.episodes)]
    widths = [FACTOR_WIDTH, *[width] * len(record.episodes)]
    report.table(head, list(matrix_rows(record)), widths, "Factors by episode, counting people")
    titles = [[paragraph("TableText", to(episode)), episode.title] for episode in record.episodes]
    report.table(["Episode", "Title"], titles, [30, 223], "The episodes in the matrix")
    report.turn(landscape=False)


def write_ranking(report, record, episode):
    """What mattered most in an episode: as people marked it alone in each workshop, and as the group settled it."""
    for workshop in record.review.workshops:
        if was_shown(workshop, episode):
            rows, people = told_of(workshop, episode, factors_named(record, workshop, episode))
            named = in_a_row([f"{factor.item} ({count})" for factor, count in rows])
            told = f"{named}, of {several(people, 'person', 'people')} who marked any." if rows else FEW
            report.numbered(f"What mattered most in {episode.label}, as each marked alone: {told}")
    for one in episode.settled_factors:
        said = in_a_row([factor.item for factor in one.factors])
        if one is episode.settled_factors[-1]:
            order = f"The group then settled for {episode.label}, in this order: {said}."
            report.numbered(f"{order} The reason: {one.reason}")
        else:
            report.numbered(f"Before, it had settled for {episode.label}: {said}.")


def factors_named(record, workshop, episode):
    here = [one for one in record.influences if one.episode_id == episode.id]
    return list(dict.fromkeys(one.factor for one in here if one.statement.workshop_id == workshop.id))


def to(episode):
    place = episode_place(episode)
    return link(place.anchor, place.label)


def write_levels(report, record):
    """Where the factors lie; said aloud when nearly all of them are front line. (method.md, 2: sharp and blunt end)"""
    types = framework(record.review)
    levels = Counter(level_of(one.factor, types) for one in record.influences)
    named = [f"{count} at the level “{LEVELS[level]}”" for level, count in levels.most_common()]
    total = len(record.influences)
    report.numbered(f"Factors were named {several(total, 'time', 'times')}: {in_a_row(named)}.")
    if total >= ENOUGH and levels["front-line"] >= NEARLY_ALL * total:
        report.numbered("Nearly all of this is front line. What lay behind it has not been established.")


def write_layers(report, record):
    """The layers in a table, and a question for each that nobody named. (method.md, 8)"""
    layers = layers_of(record.influences)
    for layer in layers:
        if layer.is_empty:
            report.numbered(layer.question)
    rows = [[layer.name, str(layer.helped), str(layer.hindered)] for layer in layers]
    report.table(["Layer", "Helped", "Hindered"], rows, [93, 80, 80], "Factors by layer, counting people and agencies")


def matrix_rows(record):
    """A row of its own for each type of factor, then one for each of its items that somebody named."""
    factors = dict.fromkeys(one.factor for one in record.influences)
    known = framework(record.review)
    for key in [*known, *sorted({factor.type for factor in factors} - set(known))]:
        named = sorted((factor for factor in factors if factor.type == key), key=lambda factor: factor.item)
        if named:
            level = LEVELS[level_of(named[0], known)].lower()
            yield [[paragraph("TableHead", f"{type_name(known, key)} ({level})")]]
        for factor in named:
            yield [called(factor, known), *(cell(record, factor, episode) for episode in record.episodes)]


def called(factor, types):
    """How a factor is printed: the room's own words as such, a local suggestion marked as one."""
    if is_own_words(factor, types):
        return f"“{factor.item}”"
    return factor.item if factor.published else f"{factor.item} (local suggestion)"


def type_name(types, key):
    """What a type of factor is called; its key when the framework no longer has it."""
    return types[key].name if key in types else key


def cell(record, factor, episode):
    found = [one for one in record.influences if one.factor is factor and one.episode_id == episode.id]
    counted = ((effect, heads([one for one in found if one.effect == effect])) for effect in ("helped", "hindered"))
    said = [paragraph("TableText", run(str(count), bold=True), run(f" {effect}")) for effect, count in counted if count]
    return said or [paragraph("TableText", "–")]
