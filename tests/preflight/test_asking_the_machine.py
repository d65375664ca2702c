"""What each system says of its power and its disk, read from what it prints or shows."""

import pytest

from facilitator.preflight import disk, power


def shown(folder, **files):
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text + "\n")


@pytest.mark.parametrize(
    ("supplies", "told"),
    [
        ({"AC": {"type": "Mains", "online": "1"}, "BAT0": {"type": "Battery", "capacity": "80"}}, (True, 80)),
        (
            {
                "AC": {"type": "Mains", "online": "0"},
                "BAT0": {"type": "Battery", "capacity": "41", "status": "Discharging"},
            },
            (False, 41),
        ),
        ({}, (None, None)),
        ({"mouse": {"type": "Battery", "scope": "Device", "capacity": "5", "status": "Discharging"}}, (None, None)),
    ],
)
def test_linux_tells_its_power(tmp_path, supplies, told):
    for name, files in supplies.items():
        shown(tmp_path / name, **files)

    assert power.on_linux(tmp_path) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Now drawing from 'AC Power'\n -InternalBattery-0 97%; charging", (True, 97)),
        ("Now drawing from 'Battery Power'\n -InternalBattery-0 55%; discharging", (False, 55)),
        ("", (None, None)),
    ],
)
def test_a_mac_tells_its_power(said, told):
    assert power.on_a_mac(said) == told


def test_linux_tells_whether_the_disk_is_encrypted(tmp_path):
    shown(tmp_path / "crypt" / "dm", uuid="CRYPT-LUKS2-abc")
    shown(tmp_path / "lvm" / "dm", uuid="LVM-abc")
    shown(tmp_path / "lvm" / "slaves" / "dm-0" / "dm", uuid="CRYPT-LUKS2-abc")
    shown(tmp_path / "plain", size="1")

    assert disk.on_linux(tmp_path / "crypt") is True
    assert disk.on_linux(tmp_path / "lvm") is True
    assert disk.on_linux(tmp_path / "plain") is False
    assert disk.on_linux(tmp_path / "nowhere") is None


def test_macs_and_windows_tell_it_too():
    assert disk.on_a_mac("FileVault is On.\n") is True
    assert disk.on_a_mac("FileVault is Off.\n") is False
    assert disk.on_a_mac("") is None
    assert disk.on_windows("1\r\n") is True
    assert disk.on_windows("2\r\n") is False
    assert disk.on_windows("") is None
