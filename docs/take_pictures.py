"""Takes the pictures in docs/pictures again, after the looks have changed.

    .venv/bin/python docs/take_pictures.py               rehearses the shipped case first, which takes about a minute
    .venv/bin/python docs/take_pictures.py --data DIR    uses a copy of a folder that was rehearsed with that case

It needs Chromium (FACILITATOR_BROWSER names it, else it is looked for) and Playwright; `python3 run.py test` sets up
both. The picture of the report needs LibreOffice and poppler's tools; without them it is left as it was.
"""

import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from contextlib import contextmanager
from pathlib import Path

import click
import yaml
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
CASE = HERE.parent / "facilitator/rehearsal/demo_case.yaml"
PICTURES = HERE / "pictures"
LARGEST = 200_000  # bytes
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1366, "height": 768}
DESK = {"width": 1366, "height": 900}
PROJECTOR = {"width": 1920, "height": 1080}
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# What people will see in a room, instead of an address that works on this laptop only.
ADDRESS = "192.168.8.2:5050"
EPISODE = 3  # the one of good practice
PASSPHRASE = os.environ.get("FACILITATOR_PASSPHRASE") or "demonstration data only"


@click.command()
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), help="A rehearsed folder.")
def main(data):
    """Take all pictures anew."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pictures-") as folder:
        folder = Path(folder)
        if data:
            shutil.copytree(data, folder / "data")
        else:
            program("rehearse", CASE, "--phones", "12", "--pace", "0.5", "--data", folder / "data")
        program("export", "1", "--report", folder / "report.docx", "--data", folder / "data")
        with serving(folder / "data") as port, sync_playwright() as playwright:
            Photographer(playwright, port, folder).take_all()
    for picture in sorted(PICTURES.glob("*.png")):
        if picture.stat().st_size > LARGEST:
            picture.write_bytes(packed(picture.read_bytes()))
        size = picture.stat().st_size
        click.echo(f"{picture.name}: {size // 1000} kB{', which is too large' if size > LARGEST else ''}")


def command(*arguments):
    return [sys.executable, "-m", "facilitator.cli", *map(str, arguments)]


def environment():
    return os.environ | {"FACILITATOR_PASSPHRASE": PASSPHRASE, "PYTHONUNBUFFERED": "1"}


def program(*arguments):
    subprocess.run(command(*arguments), env=environment(), check=True)  # noqa: S603 - our own program


@contextmanager
def serving(data):
    """The program on a free port of this laptop only. Gives the port; stops what it started."""
    start = command("--data", data, "--port", "0", "--no-browser", "--name", ADDRESS)
    server = subprocess.Popen(start, env=environment(), stdout=subprocess.PIPE, text=True)  # noqa: S603
    try:
        said = ""
        while "Stop with" not in said:
            line = server.stdout.readline()
            if not line:
                raise click.ClickException(f"The program did not start. It said: {said}")
            said += line
        yield re.search(r"http://\S+?:(\d+)", said)[1]
    finally:
        server.terminate()
        server.wait(10)


class Photographer:
    """Someone who walks through the program with several screens and takes a picture of each."""

    def __init__(self, playwright, port, folder):
        path = os.environ.get("FACILITATOR_BROWSER") or next(filter(None, map(shutil.which, BROWSERS)), None)
        there = f"--host-resolver-rules=MAP {ADDRESS} 127.0.0.1:{port}"
        self.browser = playwright.chromium.launch(executable_path=path, args=[*QUIET, there])
        self.folder = folder
        self.case = yaml.safe_load(CASE.read_text(encoding="utf-8"))
        self.agencies = {one["key"]: one["name"] for one in self.case["agencies"]}
        self.console = self.screen(LAPTOP)
        self.console.on("dialog", lambda dialog: dialog.accept())

    def take_all(self):
        self.sign_in()
        self.preparing()
        self.reopen()
        self.wall_with_accounts()
        self.wall_with_lanes()
        self.desk()
        self.room_at_work()
        self.report()
        self.browser.close()

    def screen(self, size):
        """A page in a browser of its own, as on a device of its own."""
        context = self.browser.new_context(
            viewport=size, base_url=f"http://{ADDRESS}", locale="en-GB", reduced_motion="reduce", color_scheme="light"
        )
        context.set_default_timeout(15_000)
        return context.new_page()

    def keep(self, page, name, **settings):
        page.evaluate("document.fonts.ready")
        page.wait_for_function("() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
        page.screenshot(path=PICTURES / f"{name}.png", animations="disabled", caret="hide", **settings)
        click.echo(f"{name}.png")

    # The facilitator's side.

    def sign_in(self):
        self.console.goto("/unlock")
        self.console.get_by_label("Your passphrase").fill(PASSPHRASE)
        self.console.get_by_role("button", name="Sign in").click()
        self.console.wait_for_url("**/reviews")

    def preparing(self):
        self.console.goto("/reviews/1")
        self.console.get_by_role("heading", name="Preparing").wait_for()
        self.keep(self.console, "review")

    def reopen(self):
        """The day that was rehearsed, opened again, with its wall."""
        self.console.goto("/reviews/1")
        self.console.locator("a[href$='/console']").first.click()
        reopening = self.console.get_by_role("button", name="Open the workshop again")
        self.console.locator("#console-stage").wait_for()
        if reopening.is_visible():
            reopening.click()
            reopening.wait_for(state="hidden")
        self.wall = self.wall_of(self.code())

    def code(self):
        return re.search(r"/w/(\w+)/console", self.console.url)[1]

    def wall_of(self, code):
        wall = self.console.context.new_page()
        wall.set_viewport_size(PROJECTOR)
        wall.goto(f"/w/{code}/wall")
        return wall

    def take_to(self, stage, under=None):
        """By the run-sheet: to a stage, or to one episode of it. The episodes stand under their stage's heading."""
        lines = self.console.get_by_label("Run-sheet").get_by_role("listitem")
        names = [line.inner_text() for line in lines.all()]
        place = next(number for number, name in enumerate(names) if stage in name)
        if under:
            place = next(number for number, name in enumerate(names) if number > place and f"KPE {under}" in name)
        lines.nth(place).get_by_role("button").click()
        self.console.get_by_role("heading", name=stage, level=1).wait_for()
        if under:
            self.console.locator("#console-stage .kicker", has_text=f"KPE {under}").wait_for()

    def wall_with_accounts(self):
        self.take_to("The view at the time", under=EPISODE)
        windows = self.wall.locator(".window")
        windows.first.wait_for()
        for screen in range(2, 20):
            if windows.count() > 1 and len(set(windows.locator(".number").all_inner_texts())) > 1:
                break
            self.console.locator("button[data-key=']']").click()
            self.wall.get_by_text(re.compile(f"^{screen} of ")).wait_for()
        self.keep(self.wall, "wall-accounts")

    def wall_with_lanes(self):
        self.take_to("What happened")
        self.wall.locator("svg:not(.qr)").first.wait_for()
        self.keep(self.wall, "wall-lanes")

    def desk(self):
        desk = self.console.context.new_page()
        desk.set_viewport_size(DESK)
        desk.goto("/reviews/1/findings/1")
        desk.locator("#in-this-case").wait_for()
        self.keep(desk, "desk")

    # A room of twelve phones, in the middle of the view at the time.

    def room_at_work(self):
        self.open_another_day()
        accounts = self.case["episodes"][EPISODE - 1]["accounts"]
        people = sorted(self.case["participants"], key=lambda one: one["key"] not in accounts)
        phones = [self.screen(PHONE) for _ in people]
        for phone, person in zip(phones, people, strict=True):
            self.join(phone, person, keeping="join" if phone is phones[0] else None)
        self.wall = self.wall_of(self.code())
        self.keep(self.wall, "wall-welcome")
        self.take_to("The view at the time", under=EPISODE)
        for phone, person in list(zip(phones, people, strict=True))[1:]:
            answer(phone, accounts.get(person["key"]))
        type_half(phones[0], accounts[people[0]["key"]]["going-on"])
        self.keep(phones[0], "phone-question")
        self.console.get_by_text(f"{len(phones)} phones connected").wait_for()
        self.console.evaluate("scrollTo(0, 0)")
        self.keep(self.console, "console")

    def open_another_day(self):
        self.console.goto("/reviews/1/workshops/new")
        self.console.get_by_role("radio", name="The focused day 12 stages").check()
        self.console.get_by_role("button", name="Open the workshop").click()
        self.console.get_by_role("heading", name="Welcome", level=1).wait_for()

    def join(self, phone, person, keeping=None):
        phone.goto("/join")
        phone.get_by_label("The code on the wall").fill(self.code())
        phone.get_by_role("button", name="Go on").click()
        phone.get_by_role("link", name="I have read this").wait_for()
        if keeping:
            self.keep(phone, keeping, full_page=True)
        phone.get_by_role("link", name="I have read this").click()
        phone.get_by_role("link", name=self.agencies[person["agency"]]).click()
        phone.get_by_label(person["role"], exact=True).check()
        phone.get_by_role("button", name="Come in").click()
        phone.locator("#stage").wait_for()

    # The report.

    def report(self):
        """Two pages of the Word report side by side, from where the findings begin."""
        tools = [shutil.which(name) for name in ("soffice", "pdftotext", "pdftoppm")]
        if not all(tools):
            click.echo("report.png is left as it was: LibreOffice or poppler's tools are not installed.")
            return
        draw_pages(*tools, self.folder)
        sheet = self.screen({"width": 960, "height": 676})
        (self.folder / "sheet.html").write_text(side_by_side(self.folder), encoding="utf-8")
        sheet.goto((self.folder / "sheet.html").as_uri())
        self.keep(sheet, "report")


def answer(phone, account):
    """Each writes what the case says of the first question; who was not there says so."""
    if account and "going-on" in account:
        phone.get_by_label("What did you think was going on?").fill(account["going-on"])
        phone.get_by_role("button", name="Save and go on").click()
        phone.get_by_text(re.compile("Question 2")).first.wait_for()
    elif not account:
        phone.get_by_role("button", name="I was not involved in this").click()
        phone.get_by_text("You said you were not involved").wait_for()


def type_half(phone, words):
    """Somebody in the middle of a sentence."""
    phone.get_by_label("What did you think was going on?").press_sequentially(words[: len(words) * 3 // 5])
    phone.get_by_text("Draft on this phone").wait_for()
    phone.wait_for_timeout(1500)  # the console hears after a moment that somebody is writing


def draw_pages(office, to_text, to_png, folder):
    """Turn report.docx of a folder into page-*.png, two of them."""
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder}
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    subprocess.run([office, profile, "--headless", "--convert-to", "pdf", "report.docx"], **quiet)  # noqa: S603
    subprocess.run([to_text, "report.pdf", "report.txt"], **quiet)  # noqa: S603
    pages = (folder / "report.txt").read_text(encoding="utf-8").split("\f")
    first = next(number for number, page in enumerate(pages, 1) if "What is the issue?" in page)
    between = ["-f", str(first), "-l", str(first + 1), "-scale-to-x", "450", "-scale-to-y", "636"]
    subprocess.run([to_png, "-png", *between, "report.pdf", "page"], **quiet)  # noqa: S603


def side_by_side(folder):
    images = "".join(f'<img src="{page.name}" alt="">' for page in sorted(folder.glob("page-*.png")))
    style = "body{margin:20px;background:#d8d5cd;display:flex;gap:20px}img{width:450px;height:636px}"
    return f"<!doctype html><style>{style}</style>{images}"


# Chromium packs its pictures quickly. The flat ones it takes here become a quarter smaller without row filters.


def packed(png):
    """The same picture with every row unfiltered and packed as tightly as zlib can. png: 8 bits, RGB."""
    header, packed_rows, place = b"", b"", 8
    while place < len(png):
        length, kind = struct.unpack(">I4s", png[place : place + 8])
        content = png[place + 8 : place + 8 + length]
        header = content if kind == b"IHDR" else header
        packed_rows += content if kind == b"IDAT" else b""
        place += 12 + length
    width = struct.unpack(">I", header[:4])[0] * 3
    rows = b"".join(b"\0" + row for row in unfiltered(zlib.decompress(packed_rows), width))
    return png[:8] + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def unfiltered(rows, width):
    above = bytes(width)
    for start in range(0, len(rows), width + 1):
        guess, row = GUESSES[rows[start]], bytearray(3) + rows[start + 1 : start + 1 + width]
        corner = bytes(3) + above
        for i in range(width):
            row[i + 3] = (row[i + 3] + guess(row[i], above[i], corner[i])) & 255
        above = bytes(row[3:])
        yield above


def paeth(left, above, corner):
    return min((left, above, corner), key=lambda one: abs(left + above - corner - one))


# How each of PNG's five filters guesses a byte from those to the left, above, and above to the left.
GUESSES = (
    lambda left, above, corner: 0,
    lambda left, above, corner: left,
    lambda left, above, corner: above,
    lambda left, above, corner: (left + above) // 2,
    paeth,
)


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


if __name__ == "__main__":
    main()
