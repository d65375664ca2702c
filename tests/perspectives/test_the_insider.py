"""A simulated insider tries to tell who wrote unlabelled words. (trust.md, 4)

They hold the rows of the file before and after the reveal, each with its place, and what console and wall showed. The
eyewitness besides sat in the room and knows who pressed the button, in which order. With every guard in place the first
guesses among all who are here and the second among all who wrote, as if they knew nothing more. With one guard taken
out they do better.
"""

import itertools
import random
import re
from contextlib import suppress
from datetime import timedelta
from math import sqrt

import pytest

from facilitator.db import Moment, db, new_key
from facilitator.episodes import in_box
from facilitator.episodes.in_box import propose_without_author
from facilitator.episodes.models import Episode
from facilitator.perspectives import actions, box, models
from facilitator.perspectives.models import Slip, Statement
from facilitator.refusal import Refused
from facilitator.reviews.models import Agency, Position
from facilitator.workshops import tally
from facilitator.workshops.actions import label_stage, move_to, reveal
from facilitator.workshops.joining import join, say_done
from facilitator.workshops.models import Done
from facilitator.workshops.opening import open_workshop
from facilitator.workshops.room import Room

VIEW, TURNING = "05-view-at-the-time", "03-turning-points"
PEOPLE, ACCOUNTS = 8, 3
LUCK = 4  # standard deviations: chance alone gets there once in 30,000 times
FEW, MANY = 60, 500  # rooms
# Where three of eight are left to guess among, so many rooms that hardly one run in a million looks like chance.
ENOUGH = 160
pytestmark = pytest.mark.timeout(1800)  # 500 rooms take some minutes


class Made:
    """A made-up room: eight people, of whom three write, in an order of their own."""

    stage = VIEW

    def __init__(self, app, leader, review, label):
        self.leader, self.label = leader, label
        self.workshop = open_workshop(review, app.extensions["scripts"].get("focused-day"))
        step = next(one for one in Room.of(self.workshop).steps if one.stage.slug == self.stage)
        move_to(Room.of(self.workshop), step)
        label_stage(Room.of(self.workshop), label)
        positions = random.sample(review.positions, PEOPLE)
        self.people = [join(self.workshop, position)[0] for position in positions]
        db.session.commit()
        self.writers, self.author, self.dumps = random.sample(self.people, ACCOUNTS), {}, []

    def play(self):
        for person in self.writers:
            self.write(person)
            say_done(person, self.here, quietly=self.label != "position")
            db.session.commit()
        pages = [f"/w/{self.workshop.code}/{place}" for place in ("console/stage", "wall/now")]
        self.seen = "".join(self.leader.get(page).text for page in pages)
        self.dumps.append(self.dump())
        reveal(self.here)
        db.session.commit()
        self.dumps.append(self.dump())
        tally.forget(self.workshop)
        return self

    def come_late(self):
        """The same people write once more after the reveal; the facilitator lets in what may come in, at once."""
        reveal(self.here)
        for person in self.writers:
            self.write(person)
            with suppress(Refused):
                box.let_in_together(self.here)
        db.session.commit()
        self.dumps = [{"slip": []}, self.dump()]
        self.dumps[-1]["statement"] = [row for row in self.dumps[-1]["statement"] if row["held_at"]]
        return self

    @property
    def here(self):
        return Room.of(self.workshop)

    def write(self, person):
        """As the address does it."""
        text = f"An account {random.getrandbits(64):x}."
        self.author[text] = person.id
        if self.label == "position":
            actions.give_statement(person, self.here, "going-on", text, new_key())
        else:
            box.put_in(person, self.here, "going-on", text, new_key(), self.label)

    def dump(self):
        """The rows of this room as they lie in the file."""
        here = {
            model: db.select(model.__table__).filter_by(workshop_id=self.workshop.id) for model in (Slip, Statement)
        }
        people = [person.id for person in self.people]
        here[Done] = db.select(Done.__table__).where(Done.participant_id.in_(people))
        return {model.__tablename__: db.session.execute(query).mappings().all() for model, query in here.items()}


class MadeOfTurningPoints(Made):
    """The same where each proposes a turning point. The time of the episode made of it stands beside its words."""

    stage = TURNING

    def write(self, person):
        text = f"An account {random.getrandbits(64):x}."
        self.author[text] = person.id
        propose_without_author(person, self.here, text, new_key(), self.label, title=f"Of {text}")

    def dump(self):
        rows, table = super().dump(), Episode.__table__
        made = db.session.execute(db.select(table).where(table.c.statement_id.is_not(None))).mappings().all()
        assert {row["position_id"] for row in made} <= {None}
        times = {row["statement_id"]: row["proposed_at"] for row in made}
        statements = [dict(row) | {"given_at": times.get(row["id"], row["given_at"])} for row in rows["statement"]]
        return rows | {"statement": statements}


class Insider:
    """Names an author for every statement, by the best that can be read off the evidence."""

    def __init__(self, room, eyewitness):
        self.room, self.eyewitness = room, eyewitness
        before, after = room.dumps
        self.before, self.rows, self.done = [row["text"] for row in before["slip"]], after["statement"], after["done"]

    def right(self):
        """How many of the names are right."""
        in_order = self.in_order_of_giving()
        return sum(self.guess(row, in_order.index(row)) == self.room.author[row["text"]] for row in self.rows)

    def guess(self, row, place):
        if row["participant_id"]:
            return row["participant_id"]
        return self.room.writers[place].id if self.eyewitness else random.choice(self.candidates(row))

    def in_order_of_giving(self):
        """By their times if those differ, else by their places before the reveal, else by their numbers."""
        if len({row["given_at"] for row in self.rows}) > 1:
            return sorted(self.rows, key=lambda row: row["given_at"])
        if self.before:
            return sorted(self.rows, key=lambda row: self.before.index(row["text"]))
        return sorted(self.rows, key=lambda row: row["number"])

    def candidates(self, row):
        """Those here of the agency it carries, without those who are known not to have answered."""
        done, told = {one["participant_id"] for one in self.done}, self.agencies_told()
        here = [one for one in self.room.people if row["agency_id"] in (None, one.position.agency_id)]
        left = [one for one in here if (not done or one.id in done) and (not told or one.agency.name in told)]
        return [one.id for one in left]

    def agencies_told(self):
        """The agencies of which a screen says that somebody has answered; none when it says nothing of agencies."""
        return set(re.findall(r": </span></span> (Agency \d+)</th>\s*<td>[1-9]\d* of", self.room.seen))


@pytest.fixture
def crowd(review):
    """crowd(8) → the review with eight positions in so many agencies."""

    def gather(agencies):
        review.agencies[:] = []
        db.session.flush()
        for number in range(agencies):
            agency = Agency(number=number + 1, name=f"Agency {number}", letter="ABCDEFGH"[number], colour=number)
            agency.positions = [Position(role=f"Role {number}{one}") for one in range(PEOPLE // agencies)]
            review.agencies.append(agency)
        db.session.commit()
        return review

    return gather


@pytest.fixture
def play(app, leader, review, crowd):
    for entry in list(review.all_entries):
        db.session.delete(entry)

    def rooms(often, eyewitness=False, label="unlabelled", agencies=PEOPLE, how=Made.play, of=Made):
        """(right guesses, guesses) over so many rooms."""
        people = crowd(agencies)
        right = total = 0
        for _ in range(often):
            insider = Insider(how(of(app, leader, people, label)), eyewitness)
            assert len(insider.rows) == ACCOUNTS
            right, total = right + insider.right(), total + ACCOUNTS
        return right, total

    return rooms


def by_chance(total, among):
    """The most right guesses that guessing blindly among so many people explains.

    An eyewitness hands out each name once, which spreads the right guesses of a room by half as much again.
    """
    return total / among + LUCK * sqrt(1.5 * total * (1 / among) * (1 - 1 / among))


def test_who_holds_everything_guesses_no_better_than_chance(play, times):
    right, total = play(times(FEW, nightly=MANY))

    assert right <= by_chance(total, PEOPLE)


def test_who_also_saw_people_write_guesses_no_better_than_chance(play, times):
    right, total = play(times(FEW, nightly=MANY), eyewitness=True)

    assert right <= by_chance(total, ACCOUNTS)


def test_words_with_only_an_agency_could_be_anybodys_of_it(play, times):
    right, total = play(times(FEW // 2, nightly=MANY), label="agency", agencies=2)

    assert right <= by_chance(total, PEOPLE / 2)


def test_late_words_tell_an_eyewitness_nothing_either(play, times):
    right, total = play(times(FEW // 2, nightly=MANY), eyewitness=True, how=lambda room: room.play().come_late())

    assert right <= by_chance(total, ACCOUNTS)


def test_turning_points_tell_no_more(play, times):
    right, total = play(times(FEW // 2, nightly=MANY), of=MadeOfTurningPoints)

    assert right <= by_chance(total, PEOPLE)


def test_turning_points_tell_an_eyewitness_no_more(play, times):
    right, total = play(times(FEW // 2, nightly=MANY), eyewitness=True, of=MadeOfTurningPoints)

    assert right <= by_chance(total, ACCOUNTS)


def test_turning_points_that_come_late_tell_no_more(play, times):
    late = {"eyewitness": True, "how": lambda room: room.play().come_late(), "of": MadeOfTurningPoints}

    right, total = play(times(FEW // 2, nightly=MANY), **late)

    assert right <= by_chance(total, ACCOUNTS)


# The same insiders once a guard is taken out.


def test_with_words_by_position_everybody_is_known(play):
    right, total = play(5, label="position")

    assert right == total


def test_with_the_author_kept_everybody_is_known(play, monkeypatch):
    author = {}
    keep_what_box_knew(monkeypatch, lambda person, text: author.update({text: person.id}))
    change_statements(monkeypatch, lambda one: setattr(one, "participant_id", author[one.text]))

    right, total = play(5)

    assert right == total


def test_with_fine_times_an_eyewitness_knows_everybody(play, monkeypatch):
    clock, given = itertools.count(), {}
    keep_what_box_knew(monkeypatch, lambda person, text: given.update({text: timedelta(seconds=next(clock))}))
    change_statements(monkeypatch, lambda one: setattr(one, "given_at", one.given_at + given[one.text]))

    right, total = play(20, eyewitness=True)

    assert right == total > by_chance(total, ACCOUNTS)


def test_with_turning_points_dated_when_they_came_an_eyewitness_knows_everybody(play, monkeypatch):
    clock, given = itertools.count(), {}
    keep_what_box_knew(monkeypatch, lambda person, text: given.update({text: timedelta(seconds=next(clock))}))
    propose = in_box.propose_episode

    def dated(workshop, statement, proposed_at, **parts):
        return propose(workshop, statement=statement, proposed_at=proposed_at + given[statement.text], **parts)

    monkeypatch.setattr(in_box, "propose_episode", dated)

    right, total = play(20, eyewitness=True, of=MadeOfTurningPoints)

    assert right == total > by_chance(total, ACCOUNTS)


def test_with_places_in_order_an_eyewitness_knows_everybody(play, monkeypatch):
    places = itertools.count(1)
    monkeypatch.setattr(models.secrets, "randbits", lambda bits: next(places))

    right, total = play(20, eyewitness=True)

    assert right == total > by_chance(total, ACCOUNTS)


def test_with_late_words_one_by_one_an_eyewitness_knows_everybody(play, monkeypatch):
    monkeypatch.setattr(box, "FEWEST_LATE", 1)

    right, total = play(20, eyewitness=True, how=lambda room: room.play().come_late())

    assert right == total > by_chance(total, ACCOUNTS)


def test_with_done_written_down_the_others_are_ruled_out(play, monkeypatch):
    monkeypatch.setitem(globals(), "say_done", lambda person, room, quietly: say_done_loudly(person, room))

    right, total = play(ENOUGH)

    assert right > by_chance(total, PEOPLE)


def test_with_live_counts_by_agency_the_others_are_ruled_out(play, monkeypatch):
    monkeypatch.setattr(Room, "is_authorless", False)
    monkeypatch.setattr(Room, "done", property(tally.marked))

    right, total = play(ENOUGH)

    assert right > by_chance(total, PEOPLE)


say_done_loudly = say_done


def keep_what_box_knew(monkeypatch, keep):
    put_in = box.put_in

    def put_in_and_keep(participant, room, question, text, *more, **beside):
        keep(participant, text)
        return put_in(participant, room, question, text, *more, **beside)

    monkeypatch.setattr(box, "put_in", put_in_and_keep)


def change_statements(monkeypatch, change):
    statement_of = box.statement_of

    def changed(*given, **more):
        statement = statement_of(*given, **more)
        change(statement)
        return statement

    monkeypatch.setattr(box, "statement_of", changed)


def test_giving_changes_nothing_in_the_file_that_leads_to_a_person_or_tells_a_time(hv, workshop, go_to, leader):
    """Whatever tables there will be: no row that refers to people changes, and no moment is written."""
    go_to(VIEW)
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})
    before = traces()

    hv.say(VIEW, "going-on", "An ordinary visit.", labelled="unlabelled")
    hv.post("/silences", stage=VIEW, answer="dont-know", question="else", labelled="unlabelled")
    hv.post("/done", stage=VIEW, labelled="unlabelled")

    assert traces() == before


def test_nor_does_proposing_a_turning_point(hv, workshop, go_to, leader):
    go_to(TURNING)
    leader.post(f"/w/{workshop.code}/labelling", data={"labelled": "unlabelled"})
    before = traces()

    hv.post("/turning-points", stage=TURNING, title="A call", why="Words.", labelled="unlabelled", entries=["1"])
    hv.post("/silences", stage=TURNING, answer="dont-know", labelled="unlabelled")

    assert traces() == before
    assert db.session.scalars(db.select(Slip.text)).all() == ["Words."]


def traces():
    """Table → what its rows hold that refers to a person or is a moment."""
    found = {}
    for table in db.metadata.sorted_tables:
        telling = [one for one in table.columns if isinstance(one.type, Moment) or refers_to_people(one)]
        found[table.name] = sorted(map(str, db.session.execute(db.select(*telling)).all())) if telling else []
    return found


def refers_to_people(column):
    return any(key.column.table.name in ("participant", "position", "pass") for key in column.foreign_keys)
