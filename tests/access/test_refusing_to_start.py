"""What could cost words is refused before anything is opened, each time with a sentence that says what to do.

Each guard was seen to matter: without its line in `take_folder` or `make_safe` the test of it fails.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from facilitator.access import place, safety
from facilitator.access.holding import hold, let_go
from facilitator.access.opening import take_folder
from facilitator.access.vault import Vault
from facilitator.refusal import Refused
from tests.access.holder import held_by_another_process
from tests.conftest import PASSPHRASE, QUICK


@pytest.fixture
def free(tmp_path):
    """A folder that is given up again when the test is over."""
    yield tmp_path
    let_go(tmp_path)


@pytest.fixture
def another_process(tmp_path):
    """A process of its own that holds the folder."""
    with held_by_another_process(tmp_path) as process:
        yield process


def test_a_second_process_on_the_same_folder_is_refused(another_process, free):
    with pytest.raises(Refused, match=r"is running already.*stop it first"):
        take_folder(free)


def test_a_process_that_was_killed_blocks_nobody(another_process, free):
    another_process.kill()
    another_process.wait(10)
    assert (free / "in-use").exists()

    take_folder(free)
    hold(free)  # twice is once


def test_the_command_itself_says_so(another_process, free):
    environment = dict(os.environ, FACILITATOR_PASSPHRASE=PASSPHRASE, COLUMNS="300")
    command = [sys.executable, "-m", "facilitator.cli", "--data", str(free), "--no-browser", "--port", "0"]

    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)

    assert run.returncode == 1
    assert "is running already" in run.stdout
    assert "Traceback" not in run.stdout + run.stderr
    assert not (free / "vault.json").exists()


CALLED = ["OneDrive - County Council", "Dropbox", "Google Drive", "iCloudDrive", "Nextcloud"]
CALLED_BY_GOOGLE = ["My Drive", "My Drive (ann)", "Shared drives"]


@pytest.mark.parametrize("name", [*CALLED, *CALLED_BY_GOOGLE])
def test_a_synchronised_folder_is_refused(tmp_path, name):
    folder = tmp_path / name / "reviews"

    with pytest.raises(Refused, match=r"is synchronised.*--data"):
        take_folder(folder)

    assert not folder.exists()


def test_a_folder_that_is_only_called_a_little_like_one_is_taken(tmp_path):
    """Seen to fail with "my drive" as the mere beginning of a name."""
    assert place.synced_by(tmp_path / "My drivers" / "reviews") is None


@pytest.mark.parametrize("marker", [".nextcloudsync.log", ".shortcut-targets-by-id"])
def test_a_synchronised_folder_under_another_name_is_told_by_its_marker(tmp_path, marker):
    """Google's folder is called “Meine Ablage” on a German laptop. Each seen to fail without its name in MARKERS."""
    (tmp_path / marker).touch()

    with pytest.raises(Refused, match="is synchronised"):
        take_folder(tmp_path / "work" / "reviews")


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "reviews").symlink_to(tmp_path / "Dropbox")

    with pytest.raises(Refused, match="is synchronised"):
        take_folder(tmp_path / "reviews")


def test_where_windows_says_onedrive_is(tmp_path, monkeypatch):
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))

    with pytest.raises(Refused, match="is synchronised"):
        take_folder(tmp_path / "reviews")


@pytest.mark.parametrize("kind", ["cifs", "9p"])
def test_a_network_folder_is_refused(tmp_path, monkeypatch, kind):
    """Also Windows' own disk seen from WSL 2, which calls it 9p. Each seen to fail without its name in NETWORK."""
    monkeypatch.setattr(place, "mounts", lambda: [("/", "ext4"), (str(tmp_path), kind)])

    with pytest.raises(Refused, match=r"on another computer.*--data"):
        take_folder(tmp_path / "reviews")


def test_the_deepest_mount_decides():
    mounted = [("/", "ext4"), ("/home", "nfs4"), ("/home/ann", "ext4")]

    assert place.kind_of_mount(Path("/home/ann/data"), mounted) == "ext4"
    assert place.kind_of_mount(Path("/home/bob/data"), mounted) == "nfs4"


def test_a_windows_disk_in_wsl_2_is_told_from_its_own():
    said = "none / ext4 rw 0 0\nC:\\134 /mnt/c 9p rw,dirsync,aname=drvfs;path=C:\\;uid=1000 0 0\n"
    mounted = [(line.split()[1], line.split()[2]) for line in said.splitlines()]

    assert place.kind_of_mount(Path("/mnt/c/Users/ann/reviews"), mounted) in place.NETWORK
    assert place.kind_of_mount(Path("/home/ann/reviews"), mounted) not in place.NETWORK


def test_what_an_apple_says_of_its_mounts():
    said = "/dev/disk3s1 on / (apfs, local)\n//ann@server/cases on /Volumes/My cases (smbfs, nodev, nosuid)\n"

    assert place.apple_mounts(said) == [("/", "apfs"), ("/Volumes/My cases", "smbfs")]


def test_an_ordinary_folder_is_taken(free):
    take_folder(free)

    assert (free / "in-use").exists()


@pytest.mark.parametrize("version", ["3.7.0", "3.40.1", "3.51.2"])
def test_a_library_that_can_break_its_file_is_refused(version):
    with pytest.raises(Refused, match="can damage its own file"):
        safety.check_library(version)


@pytest.mark.parametrize("version", ["3.6.23", "3.51.3", "3.53.4", "4.0.0"])
def test_a_sound_library_is_taken(version):
    safety.check_library(version)


def test_it_is_the_library_in_use_that_is_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(safety, "FAULTY", ((3, 7, 0), tuple(map(int, sqlcipher.sqlite_version.split(".")))))

    with pytest.raises(Refused, match="can damage its own file"):
        take_folder(tmp_path)


@pytest.mark.parametrize("setting", list(safety.SETTINGS))
def test_a_setting_that_does_not_hold_is_refused(tmp_path, monkeypatch, setting):
    name = setting.split()[0]

    class Deaf(sqlcipher.Connection):
        """A disk or library that does not take one of the settings."""

        def execute(self, statement, *values):
            return super().execute(f"PRAGMA {name} = OFF" if statement == f"PRAGMA {setting}" else statement, *values)

    connect = sqlcipher.connect
    monkeypatch.setattr(sqlcipher, "connect", lambda *given, **more: connect(*given, factory=Deaf, **more))

    with pytest.raises(Refused, match=f"does not take the setting {name}"):
        Vault(tmp_path / "data", QUICK).create(PASSPHRASE)
