"""The console warns before the disk is full."""

import shutil

from facilitator.copies.disk import LITTLE


def test_the_console_warns_once_while_little_is_free(app, leader, workshop, wall, monkeypatch):
    """Seen to fail without the call of look_at_room in disk.py."""
    disk, free = app.extensions["disk"], LITTLE - 1
    monkeypatch.setattr(shutil, "disk_usage", lambda _: type("Usage", (), {"free": free}))
    storage = f"/w/{workshop.code}/console/storage"
    wall.heard()

    disk.look_around()
    disk.look_around()

    assert wall.heard() == ["storage-changed"]
    assert "Only 499 MB are free" in leader.get(storage).text
    free = LITTLE
    disk.look_around()
    assert wall.heard() == ["storage-changed"] and "are free" not in leader.get(storage).text


def test_a_disk_that_cannot_be_asked_is_no_warning(app, monkeypatch):
    def gone(_):
        raise OSError

    monkeypatch.setattr(shutil, "disk_usage", gone)
    app.extensions["disk"].look_around()

    assert app.extensions["disk"].warning is None
