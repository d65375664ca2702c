"""The archive: complete, the same again after importing, and refused with the place when something is wrong."""

import copy
import json
from pathlib import Path

import pytest
from sqlalchemy import func, select

from facilitator.access.models import LogLine, Pass
from facilitator.db import Model, db
from facilitator.perspectives.models import Statement
from facilitator.refusal import Refused
from facilitator.reports.archive.older import LATER
from facilitator.reports.archive.reading import parsed, read_archive
from facilitator.reports.archive.shape import ARRAYS, REVIEW, VERSION, all_parts
from facilitator.reports.archive.writing import as_text, write_archive
from facilitator.reviews.models import Review
from facilitator.usual.models import Usual
from facilitator.workshops.models import Workshop

# What stays behind on purpose: numbers of this database, ways in, and the address of one laptop's room.
LEFT_BEHIND = {
    "id",
    "code",
    "join_token",
    "room_address",
    "receipt",
    "wall_stretch",
    "small_group",
    "writes_for_group",
    "groupings",
    "groups_on_wall_at",
}


@pytest.fixture
def archive(told):
    return parsed(as_text(write_archive(told)))


@pytest.fixture
def elsewhere(archive):
    """Another data folder: the same one, with the review gone."""
    for table in reversed(Model.metadata.sorted_tables):
        if table is not Pass.__table__:
            db.session.execute(table.delete())
    db.session.commit()
    db.session.expunge_all()


def test_importing_and_exporting_again_gives_the_same_archive(archive, elsewhere):
    before = as_text(archive)

    review = read_archive(parsed(before))
    db.session.commit()
    db.session.expunge_all()

    assert as_text(write_archive(db.session.get(Review, review.id))) == before


def test_it_has_the_arrays_that_were_agreed(archive):
    given = "agencies positions participants entries episodes statements slips differences influences marks"
    later = "marks_reveals settled_factors colleagues appraisals usual patterns merges offers findings questions log"

    assert [part.name for part in ARRAYS] == [*given.split(), *later.split()]
    assert all(archive[part.name] for part in ARRAYS)
    assert archive["review"]["workshops"][0]["reveals"]


def test_nothing_of_a_review_is_forgotten():
    kept = {part.table: {part.column(name).name for name in part.fields} | {part.owner} for part in all_parts()}

    # Ways in; what is marked with this data folder's key and would mean nothing elsewhere; what outlives a review.
    apart = {"pass", "invitation", "passed_name", "purge_proposal", "purged"}
    tables = [table for table in Model.metadata.sorted_tables if table.name not in apart]

    assert {table.name for table in tables} == {table.name for table in kept}
    assert {table.name: {column.name for column in table.columns} - kept[table] - LEFT_BEHIND for table in tables} == {
        table.name: set() for table in tables
    }


def test_it_holds_no_way_in_and_no_number_of_the_database(archive, workshop):
    text = json.dumps({name: part for name, part in archive.items() if name != "log"})

    assert workshop.join_token not in text
    assert workshop.code not in text
    assert '"id"' not in text


def test_withdrawn_words_do_not_leave(told):
    statement = db.session.scalars(select(Statement).filter_by(text="I would ring again.")).one()
    statement.withdrawn_at = statement.given_at

    assert "I would ring again." not in as_text(write_archive(told))


def test_an_imported_workshop_gets_a_code_and_a_token_of_its_own(archive, workshop, elsewhere):
    token = workshop.join_token

    read_archive(archive)
    db.session.commit()

    imported = db.session.scalars(select(Workshop)).one()
    assert imported.join_token != token
    assert len(imported.code) == 6


def test_the_log_keeps_its_chain(archive, elsewhere):
    from facilitator.access.actions import hash_of_line

    read_archive(archive)
    db.session.commit()

    lines = db.session.scalars(select(LogLine).order_by(LogLine.id)).all()
    assert all(line.hash == hash_of_line(line) for line in lines)
    assert [line.previous for line in lines[1:]] == [line.hash for line in lines[:-1]]


def test_a_review_that_is_here_is_not_imported_twice(archive):
    with pytest.raises(Refused, match=r"^review\.key: this review is in the data folder already"):
        read_archive(archive)


def as_version_1(archive):
    """The archive without anything that came after the first version."""

    def strip(part, given):
        for thing in given if isinstance(given, list) else [given]:
            if isinstance(thing, dict):
                for name in LATER.get(part.name, "").split():
                    del thing[name]
                for inner in part.inside:
                    strip(inner, thing.get(inner.name))

    for name in LATER["archive"].split():
        del archive[name]
    for part in (REVIEW, *ARRAYS):
        strip(part, archive.get(part.name))
    return archive | {"version": 1}


def test_an_archive_of_version_1_still_comes_in(archive, elsewhere):
    """Seen to fail without in_todays_shape in archive/reading.py."""
    older = as_version_1(copy.deepcopy(archive))

    review = read_archive(older)
    db.session.commit()
    db.session.expunge_all()

    again = parsed(as_text(write_archive(db.session.get(Review, review.id))))
    assert again["version"] == VERSION
    assert as_text(as_version_1(copy.deepcopy(again))) == as_text(older)
    assert (again["review"]["setting"], again["slips"]) == ("children", [])
    assert {one["labelled"] for one in again["statements"]} == {"position"}


def test_what_version_1_had_counted_is_counted_still(archive, elsewhere):
    """Its answers had been shown to the room as they stood. Seen to fail when the picture comes in empty."""
    read_archive(as_version_1(archive))
    db.session.commit()

    usual = db.session.scalars(db.select(Usual)).all()
    assert [(one.shown, one.shown_at) for one in usual] == [(one.answer, one.given_at) for one in usual] != []


def test_everything_newer_than_version_1_is_listed_as_later():
    """What a part gains must stand in LATER, or older archives are refused. Seen to fail without “tellings” there."""

    def names(part, path):
        later = LATER.get(part.name, "").split()
        inside = [inner for inner in part.inside if inner.name not in later]
        here = {path: sorted({*part.fields, *(inner.name for inner in part.inside)} - set(later))}
        return here | {name: them for inner in inside for name, them in names(inner, f"{path}.{inner.name}").items()}

    later = LATER["archive"].split()
    found = [names(part, part.name) for part in (REVIEW, *ARRAYS) if part.name not in later]

    first = json.loads(Path(__file__).with_name("names_of_version_1.json").read_text(encoding="utf-8"))
    assert {name: them for one in found for name, them in one.items()} == first


def test_what_version_1_had_may_be_missing_from_no_version(archive, elsewhere):
    older = as_version_1(archive)
    del older["statements"][2]["text"]

    with pytest.raises(Refused, match=r"^statements\[2\]: “text” is missing"):
        read_archive(older)


def drop(archive):
    del archive["influences"]


def rename(archive):
    archive["statements"][2]["txet"] = archive["statements"][2].pop("text")


WRONGS = [
    (lambda one: one.update(format="something"), "format: "),
    (lambda one: one.update(version=VERSION + 1), "version: "),
    (lambda one: one.update(version=0), "version: "),
    (lambda one: one.update(version=True), "version: "),
    (lambda one: one.pop("slips"), "the archive: “slips” is missing"),
    (drop, "the archive: “influences” is missing"),
    (lambda one: one.update(usual={}), "usual: this must be a list"),
    (rename, "statements[2]: “text” is missing"),
    (lambda one: one["statements"][2].update(text=7), "statements[2].text: this must be text"),
    (lambda one: one["statements"][2].update(text="half \ud800"), "statements[2].text: this holds half a sign"),
    (lambda one: one["statements"][2].update(position="0" * 32), "statements[2].position: there is no position"),
    (lambda one: one["statements"][2].update(number=True), "statements[2].number: this must be a whole number"),
    (lambda one: one["statements"][2].update(number=1), "statements[2]: another has the same number"),
    (
        lambda one: one["statements"][3].update(key=one["statements"][2]["key"]),
        "statements[3].key: this key comes twice",
    ),
    (lambda one: one["statements"][2].update(given_at="2026-03-12"), "statements[2].given_at: this must be a moment"),
    (lambda one: one["entries"][0].update(earliest="12 March"), "entries[0].earliest: this must be a day"),
    (lambda one: one["entries"][0].update(latest="1999-01-01"), "entries[0]: the database will not have this"),
    (lambda one: one["agencies"][1].update(name="x" * 201), "agencies[1].name: this is 201 characters long"),
    (lambda one: one["appraisals"][0].update(answer="bad"), "appraisals[0].answer: “bad” is not one of"),
    (lambda one: one["episodes"][0]["supports"].append("nobody"), "episodes[0].supports[1]: there is no participant"),
    (lambda one: one["episodes"][0]["entries"].append(3), "episodes[0].entries[2]: this must be the key"),
    (
        lambda one: one["findings"][0]["paragraphs"][0]["evidence"][0].update(side="?"),
        "findings[0].paragraphs[0].evidence[0].side",
    ),
    (
        lambda one: one["merges"][0].update(into=one["patterns"][1]["key"]),
        "merges[0]: a pattern cannot be part of itself",
    ),
    (
        lambda one: one["merges"].append({**one["merges"][0], "key": "0" * 32}),
        "merges[1]: a pattern can be part of only one other",
    ),
    (lambda one: one["review"].update(statements_given=1), "review.statements_given: "),
    (lambda one: one["review"]["workshops"][0].update(secret="x"), "review.workshops[0]: “secret” is not a part"),
    (lambda one: one["log"].append(None), "log[1]: this must be an object"),
]


@pytest.mark.parametrize("spoil, place", WRONGS, ids=[place for _, place in WRONGS])
def test_a_malformed_archive_is_refused_with_its_place(archive, elsewhere, spoil, place):
    spoilt = copy.deepcopy(archive)
    spoilt["log"] = spoilt["log"][-1:]
    spoil(spoilt)

    with pytest.raises(Refused) as refused:
        read_archive(spoilt)

    assert refused.value.sentence.startswith(place)
    assert refused.value.sentence.endswith("Nothing was imported.")
    db.session.commit()
    assert db.session.scalar(select(func.count()).select_from(Review)) == 0


@pytest.mark.parametrize(
    "text, sentence",
    [
        ('{"format":\n oops}', "Line 2, column 2: this is not JSON"),
        ('{"a": 1, "a": 2}', "“a” stands twice"),
        ('{"a": NaN}', "NaN is not a number"),
        ("[" * 100_000, "not JSON"),
        ("", "Line 1, column 1"),
    ],
)
def test_a_file_that_is_not_json_is_refused(text, sentence):
    with pytest.raises(Refused, match=sentence):
        parsed(text)


@pytest.mark.parametrize("thing", [None, [], 7, "words", {}, {"review": None}])
def test_something_else_entirely_is_refused(app, thing):
    with pytest.raises(Refused, match="not a review's archive"):
        read_archive(thing)
