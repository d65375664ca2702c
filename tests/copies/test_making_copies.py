import json
import shutil
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import gevent
import pytest

from facilitator.copies import shelf, snapshot
from facilitator.copies.copier import THE_ROOM_GOES_FIRST
from facilitator.copies.snapshot import Damaged, check, take
from facilitator.db import db
from facilitator.reviews.actions import begin_review

VIEW = "05-view-at-the-time"


def statements_in(vault, copy):
    with closing(vault.connect_to_copy(copy / "reviews.db")) as connection:
        return [row[0] for row in connection.execute("SELECT text FROM statement ORDER BY id")]


def write(title):
    begin_review(title=title, why="", period="", questions=[])
    db.session.commit()


def until(happened, seconds=10):
    end = time.monotonic() + seconds
    while not happened() and time.monotonic() < end:
        gevent.sleep(0.02)
    assert happened()


def test_a_copy_holds_what_was_said_and_all_that_lies_beside_the_file(copier, vault, stick, hv, go_to):
    go_to(VIEW)
    hv.say(VIEW, "going-on", "I thought it was a referral.")
    (vault.folder / "scripts" / "ours").mkdir()
    (vault.folder / "scripts" / "ours" / "script.md").write_text("Our own words.")
    (vault.folder / "names").mkdir(exist_ok=True)
    (vault.folder / "names" / "a.db").write_bytes(b"closed")

    copier.copy()

    for place in (vault.folder / "copies", stick):
        (copy,) = shelf.copies_in(place)
        assert statements_in(vault, copy) == ["I thought it was a referral."]
        assert (copy / "vault.json").read_bytes() == (vault.folder / "vault.json").read_bytes()
        assert (copy / "scripts" / "ours" / "script.md").read_text() == "Our own words."
        assert (copy / "names" / "a.db").read_bytes() == b"closed"
        assert not (copy / "in-use").exists() and not (copy / "copies").exists()


def test_a_copy_is_not_readable_without_the_passphrase(copier, vault, review):
    copier.copy()

    (copy,) = shelf.copies_in(vault.folder / "copies")
    for file in copy.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        assert b"SQLite format 3" not in content
        assert b"A mark on the hand" not in content
    assert {file.stat().st_mode & 0o077 for file in (copy, *copy.rglob("*")) if file == copy or file.is_file()} == {0}


def test_nothing_new_means_no_new_copy(copier, vault, review):
    copier.copy()
    copier.copy()
    assert len(shelf.copies_in(vault.folder / "copies")) == 1

    write("Another case")
    copier.copy()

    assert len(shelf.copies_in(vault.folder / "copies")) == 2


def test_ten_are_kept_and_what_was_interrupted_is_cleared_away(copier, vault, review, stick):
    (stick / ".2026-01-01T00-00-00.000Z.part").mkdir(parents=True)
    for number in range(12):
        write(f"Case {number}")
        copier.copy()

    copies = shelf.copies_in(stick)

    assert len(copies) == 10
    assert sorted(path.name for path in stick.iterdir()) == sorted(path.name for path in copies)
    check(vault, copies[0])


def test_after_a_stage_change_a_copy_follows_soon(running, vault, go_to, stick):
    running.every = 60
    until(lambda: shelf.copies_in(stick) and not running.one_at_a_time.locked())
    before = len(shelf.copies_in(stick))

    go_to(VIEW)

    until(lambda: len(shelf.copies_in(stick)) == before + 1)


def test_steps_taken_quickly_are_one_copy_made_once_the_room_has_fetched_the_last(running, go_to, stick):
    """Seen to fail without the wait: the copy was begun while the room's phones fetched the new step."""
    running.every = 60
    until(lambda: shelf.copies_in(stick) and not running.one_at_a_time.locked())
    before = len(shelf.copies_in(stick))

    for stage in ("02-narrative", "03-turning-points", VIEW):
        go_to(stage)
        gevent.sleep(0.5)
        assert not running.one_at_a_time.locked() and len(shelf.copies_in(stick)) == before

    until(lambda: len(shelf.copies_in(stick)) == before + 1)
    gevent.sleep(THE_ROOM_GOES_FIRST + 1)
    assert len(shelf.copies_in(stick)) == before + 1


def test_after_any_other_change_a_copy_follows_within_the_minute(running, stick, review):
    until(lambda: shelf.copies_in(stick))
    before = len(shelf.copies_in(stick))

    write("Another case")

    until(lambda: len(shelf.copies_in(stick)) == before + 1)


def test_a_copy_is_made_as_soon_as_the_program_is_unlocked(running, vault, review, stick):
    running.every = 60

    until(lambda: shelf.copies_in(stick), seconds=5)


def test_a_wish_is_forgotten_with_what_was_not_written(copier, workshop):
    from facilitator.copies.wishes import copy_after_this

    begin_review(title="Another case", why="", period="", questions=[])
    copy_after_this()
    db.session.rollback()
    db.session.commit()

    assert not copier.wanted.is_set()


def test_the_room_goes_on_while_a_large_copy_is_made(copier, vault, review):
    with closing(vault.connect()) as connection:
        connection.execute("CREATE TABLE bulk (words)")
        connection.executemany("INSERT INTO bulk VALUES (hex(randomblob(1000)))", [()] * 4000)
        connection.commit()
    copying = gevent.spawn(copier.copy)
    written = 0
    gevent.sleep(0)
    while not copying.dead:
        write(f"While copying {written}")
        written += 1
        gevent.sleep(0.005)

    assert written > 5
    assert not copier.troubles
    check(vault, shelf.copies_in(vault.folder / "copies")[0])


def test_a_copy_that_lacks_rows_gets_no_name(copier, vault, review, monkeypatch):
    """Seen to fail with the comparison of rows taken out of copy_file."""
    counts = iter([100, 100, 99])
    monkeypatch.setattr(snapshot, "count_rows", lambda _: next(counts))

    with pytest.raises(Damaged, match="rows instead of"):
        take(vault, vault.folder)

    assert not [path for path in vault.folder.iterdir() if shelf.NAME.search(path.name)]


def test_a_copy_is_checked_before_it_gets_its_name(copier, vault, review, stick, monkeypatch):
    """Seen to fail with `check` taken out of take: the damaged copy would lie on the shelf."""
    flush_all = snapshot.flush_all

    def bad_disk(part):
        flush_all(part)
        spoil(part / "reviews.db")

    monkeypatch.setattr(snapshot, "flush_all", bad_disk)
    copier.copy()

    assert shelf.copies_in(stick) == [] and list(stick.iterdir()) == []
    assert "No copy could be made" in copier.troubles[0]


def spoil(file, at=0.5):
    content = bytearray(file.read_bytes())
    content[int(len(content) * at)] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize("at", [0, 0.1, 0.5, 0.999])
def test_one_wrong_bit_anywhere_is_damage(vault, review, tmp_path, at):
    copy = take(vault, tmp_path)
    check(vault, copy)

    spoil(copy / "reviews.db", at)

    with pytest.raises(Damaged, match="is damaged"):
        check(vault, copy)


@pytest.mark.parametrize("more", [100, 4096])
def test_bytes_that_are_nobodys_page_are_damage(vault, review, tmp_path, more):
    """Seen to fail without cipher_integrity_check: SQLite alone reads no more pages than its header names."""
    copy = take(vault, tmp_path)
    with (copy / "reviews.db").open("ab") as file:
        file.write(b"\1" * more)

    with pytest.raises(Damaged, match="is damaged"):
        check(vault, copy)


def test_a_copy_without_its_note_is_damaged(vault, review, tmp_path):
    copy = take(vault, tmp_path)
    (copy / "vault.json").unlink()

    with pytest.raises(Damaged, match="is damaged"):
        check(vault, copy)


def test_an_older_file_under_a_newer_name_is_damaged(vault, review, tmp_path):
    older = take(vault, tmp_path)
    write("Another case")
    newer = take(vault, tmp_path)
    shutil.copyfile(older / "reviews.db", newer / "reviews.db")

    with pytest.raises(Damaged, match="rows instead of"):
        check(vault, newer)


def test_renewing_leaves_one_fresh_copy_in_every_place(copier, vault, review, stick):
    for number in range(3):
        write(f"Case {number}")
        copier.copy()
    before = shelf.copies_in(stick)

    copier.ask(renewal=True)
    copier.copy()

    for place in (stick, vault.folder / "copies"):
        (only,) = shelf.copies_in(place)
        assert only not in before


def test_the_console_and_the_list_of_reviews_say_when_and_where(copier, leader, workshop, stick):
    copier.copy()

    console, reviews = leader.get(f"/w/{workshop.code}/console").text, leader.get("/reviews").text

    at = datetime.now().astimezone()
    said = {f"Last copy {one:%H:%M}" for one in (at, at - timedelta(minutes=1))}
    assert any(words in console for words in said)
    assert "The last copy of everything was made at" in reviews and str(stick) in reviews


def test_the_console_hears_and_says_that_copying_fails(copier, leader, workshop, wall, stick):
    stick.write_text("no folder")
    wall.heard()

    copier.copy()

    assert "storage-changed" in wall.heard()
    said = leader.get(f"/w/{workshop.code}/console/storage").text
    assert f"No copy could be made in {stick}" in said and "There is none yet" in said
    # The other place is not held up by it, and it is tried again when the stick is back.
    assert len(shelf.copies_in(copier.places[0].path)) == 1
    stick.unlink()
    copier.copy()
    assert "No copy" not in leader.get(f"/w/{workshop.code}/console/storage").text
    assert len(shelf.copies_in(stick)) == 1


def test_the_console_says_that_copying_hangs(copier, review):
    copier.copy()
    for place in copier.places:
        place.last = datetime.now(UTC) - timedelta(minutes=5)
    assert copier.troubles == []

    write("Another case")

    assert "does not come to an end" in copier.troubles[0]


def test_the_note_of_a_copy_says_nothing_of_the_case(vault, review, tmp_path):
    about = json.loads((take(vault, tmp_path) / "copy.json").read_text())

    assert set(about) == {"made_at", "rows"}


def test_a_file_that_is_no_database_is_damage_and_not_a_crash(vault, review, tmp_path):
    copy = take(vault, tmp_path)
    (copy / "reviews.db").write_bytes(b"")

    with pytest.raises(Damaged):
        check(vault, copy)


def test_words_taken_back_are_in_no_copy_any_more(running, vault, hv, go_to, stick):
    """Seen to fail without renew_copies_after_this in withdrawing.empty."""
    running.every = 60
    go_to(VIEW)
    hv.say(VIEW, "going-on", "I wish I had not said this.")
    running.copy()
    assert statements_in(vault, shelf.copies_in(stick)[0]) == ["I wish I had not said this."]

    hv.post("/statements/1/withdrawal")

    def gone():
        # While one is made, old ones are being taken away, and cannot be read.
        still = running.one_at_a_time.locked()
        return not still and [statements_in(vault, copy) for copy in shelf.copies_in(stick)] == [[""]]

    until(gone)
