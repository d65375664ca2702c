"""Three hundred hostile strings in every field, through every screen and export: nothing runs, breaks or is changed."""

import csv
import json
import os
import shutil
import zipfile
from io import BytesIO
from itertools import count

import pytest
from every_address import addresses
from hostile_words import OUT_OF_ANYTHING, three_hundred
from lxml import etree, html
from running import RunningServer

from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE
from facilitator.db import db
from facilitator.episodes.models import Episode
from facilitator.factors.models import Factor
from facilitator.findings.board_models import BoardAnswer, BoardQuestion
from facilitator.findings.comment_models import DeskComment
from facilitator.findings.models import Paragraph, ParagraphVersion
from facilitator.narrative.models import Entry
from facilitator.patterns.models import Pattern
from facilitator.perspectives.models import SetAside, Statement
from facilitator.reports.archive.writing import as_text, write_archive
from facilitator.reports.publication import as_csv
from facilitator.reports.word import write_report
from facilitator.reviews.models import Agency, CastMember, Position, Review, ReviewQuestion
from facilitator.workshops.models import Labelling, Note, Workshop

# Every column that holds words of people.
WORDS = {
    Review: "title why period source made_up no_good_practice_reason",
    ReviewQuestion: "text",
    Agency: "name",
    Position: "role",
    CastMember: "pseudonym who",
    Workshop: "title",
    Entry: "typed",
    Episode: "title typed_why",
    Statement: "asked",
    SetAside: "reason",
    Factor: "item",
    Note: "text",
    Pattern: "typed",
    Paragraph: "text",
    ParagraphVersion: "text",
    BoardQuestion: "typed",
    DeskComment: "text",
    BoardAnswer: "reason action watched national",
}
NEVER = {"iframe", "object", "embed", "base", "math", "template", "video", "audio", "img", "marquee", "keygen"}
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "hx-get", "hx-post", "data-href")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = os.environ.get("FACILITATOR_BROWSER") or shutil.which("chromium") or shutil.which("google-chrome")
    return {**browser_type_launch_args, "executable_path": path, "args": ["--no-sandbox", "--disable-gpu"]}


def fill(words):
    """Put other words into every field that there is; returns what now stands where."""
    for model, names in WORDS.items():
        for row in db.session.scalars(db.select(model)):
            for name in names.split():
                setattr(row, name, next(words))
    db.session.commit()
    db.session.expire_all()


def numbered(text):
    """The same again and again, but no two alike: two agencies of one name are refused."""
    return (f"{number} {text}" for number in count())


def round_and_round(strings):
    while True:
        yield from strings


def test_nothing_of_it_becomes_markup_on_any_page(app, teller, told, workshop, leader, hv, times):
    words = round_and_round(three_hundred())
    for text in three_hundred():
        teller.say(text)
    for turn in range(times(2, nightly=30)):
        fill(words if turn else numbered(OUT_OF_ANYTHING))
        for path in sorted(set(addresses(app, workshop))):
            for browser in (leader, hv.client):
                answer = browser.get(path)
                assert answer.status_code < 500, path
                if "html" in answer.content_type:
                    assert foreign_in(answer.text) == [], path


def foreign_in(page):
    """What stands in a page as markup and cannot be ours."""
    found = []
    for one in html.document_fromstring(page or "<p></p>").iter(etree.Element):
        told_by = [f"{name}={value}" for name, value in one.attrib.items() if is_foreign(name, value)]
        if one.tag in NEVER or (one.tag == "script" and not one.get("src", "").startswith("/static/")) or told_by:
            found.append((one.tag, told_by))
    return found


def is_foreign(name, value):
    if name.startswith(("on", "hx-on", "data-hx-on")) or name == "style":
        return True
    return name in ADDRESSES and not value.startswith(("/", "#", "?", "http://localhost", "data:"))


def test_words_stay_what_they_are_in_the_record_the_archive_and_the_report(teller, told, hv, read_word):
    strings = three_hundred()
    # What is given here carries its position, so that each can be found again by its number.
    db.session.execute(db.delete(Labelling))
    for text in strings:
        said = hv.say("05-view-at-the-time", "going-on", text, episode=teller.episode.id)
        assert said.status_code == 200, said.text
    db.session.expire_all()
    # On the phone each took the place of the one before; for publication only what stands counts.
    for text in strings:
        teller.say(text)
    db.session.commit()
    db.session.expire_all()
    given = {one.text: one.number for one in told.all_statements if one.participant_id == hv.participant.id}

    archive = json.loads(as_text(write_archive(told)))
    report = write_report(told)

    assert len(strings) == 300
    assert {text.strip() for text in strings} == {text.strip() for text in given}
    assert set(given) <= {one["text"] for one in archive["statements"]}
    document = read_word(report)
    printed = {text: [one.strip() for one in document.after(f"S_{number}")] for text, number in given.items()}
    assert [text for text, lines in printed.items() if text.strip() not in lines] == []
    sheet = list(csv.reader(as_csv(told).decode("utf-8-sig").splitlines(keepends=True)))
    assert len(sheet) > 300
    assert [cell for row in sheet for cell in row if cell.lstrip().startswith(tuple("=+-@"))] == []
    assert not [field for field in fields_of(report) if "DDE" in field or "INCLUDE" in field]


def fields_of(report):
    """Every field instruction in the report, after reading all its parts as XML."""
    with zipfile.ZipFile(BytesIO(report)) as parts:
        trees = [etree.fromstring(parts.read(name)) for name in parts.namelist() if name.endswith((".xml", ".rels"))]
    path = "//*[local-name()='instrText']/text() | //*[local-name()='fldSimple']/@*"
    return [text for tree in trees for text in tree.xpath(path)]


def is_page(answer):
    return answer.status_code == 200 and answer.text.lstrip().startswith("<!doctype html>")


@pytest.mark.browser
def test_nothing_of_it_runs_in_a_browser(app, teller, told, workshop, leader, hv, browser):
    for text in three_hundred():
        teller.say(text)
    fill(numbered(OUT_OF_ANYTHING))
    token = leader.get_cookie(LEADER_COOKIE).value
    paths = sorted(path for path in set(addresses(app, workshop)) if is_page(leader.get(path)))
    own = [path for path in paths if is_page(hv.client.get(path))]
    db.session.remove()
    db.engine.dispose()
    server = RunningServer(app.extensions["config"].data)
    faults, seen = [], 0
    try:
        for cookie, value, shown in ((LEADER_COOKIE, token, paths), (PHONE_COOKIE, hv.token, own)):
            context = browser.new_context(base_url=server.address)
            context.add_cookies([{"name": cookie, "value": value, "url": server.address}])
            page = context.new_page()
            page.on("dialog", lambda dialog: (faults.append(dialog.message), dialog.dismiss()))
            page.on("pageerror", lambda error: faults.append(str(error)))
            page.on("console", lambda said: faults.append(said.text) if "Security Policy" in said.text else None)
            for path in shown:
                answer = page.goto(path, wait_until="load")
                seen += answer.status == 200
                if page.evaluate("window.__ran") is not None:
                    faults.append(f"ran at {path}")
            context.close()
    finally:
        server.stop()

    assert faults == []
    assert seen > 25
