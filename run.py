"""Start here.

    python3 run.py            set up if needed, start, print the addresses
    python3 run.py test       set up if needed (a browser too), run all tests
    python3 run.py demo       a finished review to look at
    python3 run.py rehearse CASE.yaml --phones 12 --report report.docx

This file uses nothing but Python itself. It makes the folder .venv on first use and installs into it exactly what
the lock files name, then hands over to facilitator.cli, which knows everything else.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
# Tests that kill programs, cut networks or watch how long something takes: these run one at a time, after all others.
WATCHED = (
    "a_phone_that_stands_still", "being_out_of_contact", "coming_back_after_a_crash", "nothing_typed_is_lost",
    "over_a_bad_network",
)  # fmt: skip
ALONE = [
    *(f"tests/{name}" for name in ("cli", "copies", "live", "rehearsal", "requests", "wire")),
    *(f"tests/browser/test_{name}.py" for name in WATCHED),
]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


def main(arguments):
    if sys.version_info < (3, 11):
        sys.exit("This needs Python 3.11 or newer. You started it with " + sys.version.split()[0] + ".")

    testing = arguments[:1] == ["test"]
    set_up("requirements.lock", "the program")
    if testing:
        set_up("requirements-test.lock", "the test tools")
        sys.exit(run_tests(arguments[1:]))
    hand_over([str(PYTHON), "-m", "facilitator.cli", *arguments])


def hand_over(command):
    """Become that command. Windows has no way to do so, and waits for it instead."""
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


# Setting up: once, and again only when what is to be installed has changed.


def set_up(lock, what):
    stamp = VENV / f"{lock}.installed"
    wanted = fingerprint(lock)
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Setting up {what}. This happens once and takes a minute or two.", flush=True)
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True, clear=VENV.exists())
    pip(["install", "--require-hashes", "-r", lock], count_packages(lock))
    if lock == "requirements.lock":
        print("  building the browser files and the facilitator command", flush=True)
        pip(["install", "--no-deps", "--no-build-isolation", "--editable", "."])
    stamp.write_text(wanted)
    print("  done.", flush=True)


def fingerprint(lock):
    parts = [ROOT / name for name in (lock, "package-lock.json", "pyproject.toml", "hatch_build.py")]
    text = b"".join(part.read_bytes() for part in parts) + sys.version.encode() + str(ROOT).encode()
    return hashlib.sha256(text).hexdigest()


def count_packages(lock):
    return sum("==" in line and not line.startswith((" ", "#")) for line in (ROOT / lock).read_text().splitlines())


def pip(arguments, packages=0):
    """Run pip and show how far it is; its whole output is shown only when it fails."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments]
    said, seen = [], 0
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    ) as run:
        for line in run.stdout:
            said.append(line)
            if packages and line.startswith(("Collecting", "Requirement already satisfied")):
                seen += 1
                show_progress(min(seen, packages), packages)
    if packages:
        print(flush=True)
    if run.returncode:
        sys.exit("".join(said[-30:]) + "\nThe set-up stopped here. Is the network reachable? Then start again.")


def show_progress(done, of):
    if sys.stdout.isatty():
        print(f"\r  {done} of {of} packages", end="", flush=True)
    elif done == of or done % 20 == 0:
        print(f"  {done} of {of} packages", flush=True)


# Testing: the style first, because it is quick, then every test. Named tests run one at a time, in the order given.


def run_tests(arguments):
    browser = find_browser()
    environment = dict(os.environ, FACILITATOR_BROWSER=browser)
    bin_folder = PYTHON.parent
    checks = [
        [str(bin_folder / "ruff"), "check", "."],
        [str(bin_folder / "lint-imports")],
        *([str(PYTHON), "-m", "pytest", *wanted] for wanted in ([arguments] if arguments else all_tests())),
    ]
    worst = 0
    for check in checks:
        print("·", Path(check[0]).name, *check[1:], flush=True)
        worst = max(worst, subprocess.call(check, cwd=ROOT, env=environment))
    return worst


def all_tests():
    """What pytest is asked for, twice: most tests, on every processor at once; then those that run alone."""
    return ["-n", "auto", "--dist", "loadfile", *(f"--ignore={path}" for path in ALONE)], ALONE


def find_browser():
    """The path of a Chromium: the system's, else Playwright's own, else Debian's, freshly installed."""
    return installed_browser() or playwright_browser() or debian_browser() or sys.exit(
        "The tests need Chromium or Chrome, and none could be installed here. Install one and run this again."
    )


def installed_browser():
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def playwright_browser():
    print("No Chromium here yet; asking Playwright for one.", flush=True)
    install = [str(PYTHON), "-m", "playwright", "install", "chromium"]
    if subprocess.call(install, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL):
        return None
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as q: print(q.chromium.executable_path)"
    found = subprocess.run([str(PYTHON), "-c", ask], capture_output=True, text=True).stdout.strip()
    return found if found and Path(found).exists() else None


def debian_browser():
    if not (shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0):
        return None
    print("Installing Debian's Chromium.", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    subprocess.call(["apt-get", "install", "-y", "-qq", "chromium"], env=quiet, stdout=subprocess.DEVNULL)
    return installed_browser()


if __name__ == "__main__":
    main(sys.argv[1:])
