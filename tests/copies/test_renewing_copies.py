"""What was taken back leaves every copy in every place: now where it can, later where a place is away, once in each."""

import shutil

import pytest

from facilitator.copies import shelf
from facilitator.copies.copier import Copier
from facilitator.copies.renewals import FILE, Renewals
from tests.copies.test_coming_back import run
from tests.copies.test_making_copies import write


@pytest.fixture
def own(vault):
    return vault.folder / "copies"


@pytest.fixture
def without_stick(copier, review, stick):
    """Two copies in each place; then the stick is pulled out and something is taken back. Gives back where it is."""
    for number in range(2):
        write(f"Case {number}")
        copier.copy()
    away = stick.rename(stick.with_name("away"))
    stick.write_text("no folder")
    copier.ask(renewal=True)
    copier.copy()
    return away


def put_back(away, stick):
    stick.unlink()
    return away.rename(stick)


def started_again(vault, own, *others):
    return Copier(vault, [own, *others])


def test_the_console_says_where_it_still_is(copier, without_stick, stick):
    (said,) = copier.troubles

    assert str(stick) in said and "What was taken back is still in the copies there" in said


def test_the_other_place_is_renewed_once_and_then_copied_to_as_ever(copier, without_stick, own):
    """Seen to fail with one wish for all places: for as long as the stick was away there was one good copy only."""
    assert len(shelf.copies_in(own)) == 1

    for number in range(3):
        write(f"Later {number}")
        copier.copy()

    assert len(shelf.copies_in(own)) == 4


def test_the_place_that_was_away_is_renewed_when_it_is_back(copier, without_stick, stick, own):
    (fresh,) = shelf.copies_in(own)
    old = [path.name for path in shelf.copies_in(without_stick)]
    put_back(without_stick, stick)

    copier.copy()

    (only,) = shelf.copies_in(stick)
    assert only.name not in old and copier.troubles == []
    assert shelf.copies_in(own) == [fresh]


def test_a_restart_forgets_no_wish(copier, without_stick, vault, own, stick):
    """Seen to fail without the file: the stick kept the words until ten new copies had pushed them out."""
    put_back(without_stick, stick)

    started_again(vault, own, stick).copy()

    assert len(shelf.copies_in(stick)) == 1


def test_a_stick_in_a_drawer_is_renewed_when_it_is_given_again(copier, vault, review, own, stick):
    """Seen to fail without `know`: only the places of that day were renewed."""
    copier.copy()
    (old,) = shelf.copies_in(stick)
    that_day = started_again(vault, own)
    that_day.ask(renewal=True)
    that_day.copy()

    started_again(vault, own, stick).copy()

    (only,) = shelf.copies_in(stick)
    assert only != old


def test_a_wish_that_comes_while_a_copy_is_made_is_another(tmp_path):
    """Seen to fail with every wish of the place fulfilled by it: the copy was begun before the words went."""
    renewals, place = Renewals(tmp_path), tmp_path / "stick"
    renewals.wish_for([place])
    begun_for = renewals.wish_of(place)
    renewals.wish_for([place])

    renewals.fulfil(place, begun_for)

    assert renewals.wish_of(place)
    renewals.fulfil(place, renewals.wish_of(place))
    assert renewals.wish_of(place) is None


def test_a_full_disk_loses_no_wish_and_fails_nobodys_act(tmp_path, monkeypatch):
    """Seen to fail without the second try in `keep`, and without its suppress."""
    renewals, place = Renewals(tmp_path), tmp_path / "stick"

    def full(*_):
        raise OSError

    with monkeypatch.context() as patch:
        patch.setattr("facilitator.copies.renewals.write", full)
        renewals.wish_for([place])
    assert Renewals(tmp_path).wish_of(place) is None

    renewals.know([place])

    assert Renewals(tmp_path).wish_of(place) == renewals.wish_of(place) is not None


def test_old_copies_that_cannot_be_taken_away_are_told(copier, review, stick, monkeypatch):
    """Seen to fail without the look after clear: the wish was held to be fulfilled."""
    copier.copy()
    copier.ask(renewal=True)

    with monkeypatch.context() as patch:
        patch.setattr(shutil, "rmtree", lambda *_, **__: None)
        copier.copy()

    assert any("older copies there could not be taken away" in said for said in copier.troubles)
    copier.copy()
    assert copier.troubles == [] and len(shelf.copies_in(stick)) == 1


def test_the_file_of_wishes_is_in_no_copy_and_tells_nothing(copier, without_stick, vault, own, tmp_path):
    (copy,) = shelf.copies_in(own)

    assert (vault.folder / FILE).exists() and not (copy / FILE).exists()
    assert "A mark on the hand" not in (vault.folder / FILE).read_text()
    assert run("restore", copy, "--data", tmp_path / "other profile").exit_code == 0


@pytest.mark.parametrize("spoilt", ["{", "[1]", ""])
def test_a_file_of_wishes_that_cannot_be_read_stops_nothing(tmp_path, spoilt):
    (tmp_path / FILE).write_text(spoilt)

    assert Renewals(tmp_path).wish_of(tmp_path / "stick") is None
