"""The laptop's clock is put back, by an hour or by years: the newest copy stays the newest, and none is lost for it."""

from datetime import UTC, datetime, timedelta

import pytest

from facilitator.copies import shelf, snapshot
from tests.copies.test_coming_back import run
from tests.copies.test_making_copies import statements_in, write

VIEW = "05-view-at-the-time"


@pytest.fixture
def clock(monkeypatch):
    """clock(hours=-1) → from now on copies are made by a clock that goes wrong by so much."""

    def put(**by):
        class Wrong(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.now(tz) + timedelta(**by)

        monkeypatch.setattr(snapshot, "datetime", Wrong)

    return put


def copies_of(copier, how_many):
    for number in range(how_many):
        write(f"Case {number}")
        copier.copy()


@pytest.mark.parametrize("by", [{"hours": -1}, {"days": -4000}])
def test_each_new_copy_stays_and_is_the_newest(copier, vault, review, stick, clock, by):
    """Seen to fail with the time alone as the name, as next_name had it: the ten from before stayed for ever."""
    del copier.places[0]
    copies_of(copier, 10)
    before = shelf.copies_in(stick)
    clock(**by)

    copies_of(copier, 3)

    after = shelf.copies_in(stick)
    assert len(after) == 10 and after[3:] == before[:7]
    newest = titles_in(vault, after[0])
    assert newest[-1] == "Case 2" and len(newest) == 14


def titles_in(vault, copy):
    connection = vault.connect_to_copy(copy / "reviews.db")
    titles = [row[0] for row in connection.execute("SELECT title FROM review ORDER BY id")]
    connection.close()
    return titles


def test_renewing_keeps_the_fresh_copy(copier, vault, stick, hv, go_to, clock):
    """Words that were taken back. Seen to fail with both out: the name of next_name, and clear's care for the made."""
    go_to(VIEW)
    hv.say(VIEW, "going-on", "I wish I had not said this.")
    clock(days=400)
    copier.copy()
    clock()

    hv.post("/statements/1/withdrawal")
    copier.copy()

    for place in copier.places:
        assert [statements_in(vault, copy) for copy in shelf.copies_in(place.path)] == [[""]]


def test_what_was_just_made_is_never_cleared_away(tmp_path):
    """Seen to fail with only the newest names kept."""
    made = tmp_path / "2020-01-01T00-00-00.000Z"
    for name in (made.name, "2026-01-01T00-00-00.000Z", "2026-01-02T00-00-00.000Z"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "vault.json").write_text('{"folder": "ours"}')

    shelf.clear(made, kept=2)
    assert [path.name[:10] for path in shelf.copies_in(tmp_path)] == ["2026-01-02", "2020-01-01"]

    shelf.clear(made, kept=1)
    assert shelf.copies_in(tmp_path) == [made]


def test_the_list_tells_when_a_copy_was_made_and_not_how_it_is_called(vault, review, stick, clock):
    """Seen to fail with shelf.made_at in its place: after a day with a wrong clock all times were wrong."""
    clock(days=4000)
    run("backup", "--to", vault.folder / "copies", "--data", vault.folder)
    clock()
    run("backup", "--to", vault.folder / "copies", "--data", vault.folder)

    listed = run("restore", "--data", vault.folder).output

    newest = next(line for line in listed.splitlines() if "restore" in line)
    assert str(datetime.now(UTC).astimezone().year) in newest.partition("python3")[0]
