"""200 identifiers planted in every kind of field: nothing leaves, and once they are dealt with none is in what left."""

import html
import io
import re
import subprocess
import zipfile

import pytest
from sqlalchemy import select

from facilitator.db import db
from facilitator.factors.models import Factor
from facilitator.hints.shapes import lists
from facilitator.hints.sieve import Sieve, Thing
from facilitator.hints.spelling import plain
from facilitator.names.asking import looks_like_names
from facilitator.perspectives.actions import set_aside
from facilitator.perspectives.withdrawing import withdraw
from facilitator.reports.stops.hits import hits_of, waiting
from facilitator.reports.word import write_report
from tests.reports.office import as_pdf

PASSPHRASE = "four plain words here"
PEOPLE = "Connor Okafor|Chloë Wiśniewska|Tariq Mahmood|Siobhán Gallagher|Yasmin Farah|Reece Donnelly"
PEOPLE += "|Kayleigh Hobbs|Osei Baptiste"
SPELT = ["{0}", "{0}'s mum", "little {0}", "{0}s", "the {0} family", "Dr {0}"]
DAYS = "3/4/2015|03.04.15|3rd of April 2015|April 3rd, 2015|2015-04-03|born 3 April|DOB 030415|03-Apr-2015"
DAYS += "|3 apr '15|20150403"
NUMBERS = "943 476 5919|9434765919|943-476-5919|401 023 2137|NHS no 4010232137"
PHONES = "0161 496 0123|01614960123|+44 161 496 0123|(0161) 496 0199|07700 900123|07700900456|0044 7700 900789"
CODES = "M25 3AB|m253ab|OL9 7QT|SK1 3XE|14 Rosewood Close|22 Elm Tree Road|rosewood close|9a Mill Lane"
MAILS = "mum.okafor@example.org|t.mahmood@school.example.co.uk|Reece_D@example.com"
SCHOOLS = "St Brigid’s|Rosewood Primary School|Elm Tree Academy|Saint Brigids Primary|Hollins Nursery School"
SCHOOLS += "|Oak Lea Surgery"
CASE = [
    *[Thing("name", name) for name in PEOPLE.split("|")],
    Thing("born", "3 April 2015"),
    Thing("number", "943 476 5919"),
    Thing("phone", "0161 496 0123"),
    Thing("address", "14 Rosewood Close, M25 3AB"),
    Thing("place", "St Brigid’s Primary School"),
]


def slips(name):
    """Near spellings: two letters changed places, one left out, one doubled; without marks; in capitals; in two."""
    first = name.split()[0]
    changed, short, double = first[:2] + first[3] + first[2] + first[4:], first[:-2] + first[-1], first[1] * 2
    return [changed, short, first[0] + double + first[2:], plain(name)]


def planted():
    """200 texts, each with one identifier of some form in it."""
    names = [form.format(part) for name in PEOPLE.split("|") for part in name.split() for form in SPELT]
    near = [slip for name in PEOPLE.split("|") for slip in slips(name) if len(name.split()[0]) >= 6]
    rest = "|".join([DAYS, NUMBERS, PHONES, CODES, MAILS, SCHOOLS]).split("|")
    others = ["C. O. rang", "C.O. rang", "Oka\u200bfor", "Connor_Okafor_chronology.docx"]
    found = list(dict.fromkeys([*names, *near, *rest, *others]))
    more = [f"{text} and {other}" for text, other in zip(found, reversed(found), strict=True)]
    return [*found, *more][:200]


def fields_of(review, teller):
    """Every kind of field that a person fills: pairs of a thing and the name of its text."""
    finding = review.findings[0]
    aside = next(one.set_aside for one in review.all_statements if one.set_aside)
    return [
        *[(one, "text") for one in (*review.all_entries, *finding.paragraphs, *review.questions)],
        *[(one, "who") for one in review.cast], *[(one, "role") for one in review.positions],
        *[(one, "name") for one in review.agencies], (review, "title"), (review, "why"), (review, "source"),
        (review, "made_up"), (finding.pattern, "typed"), (teller.episode, "title"), (aside, "reason"),
        (review.board_questions[0], "text"), (db.session.scalars(select(Factor)).first(), "item"),
    ]  # fmt: skip


@pytest.fixture
def case(app, told):
    app.extensions["names"].sieves[told.key] = Sieve(CASE, lists().ordinary)
    return told


@pytest.fixture
def fields(case, teller):
    """The fields, each with its text as it was."""
    return [(thing, name, getattr(thing, name)) for thing, name in fields_of(case, teller)]


@pytest.fixture
def plant(case, teller, fields):
    """Puts the 200 into the fields in turn, every second one into a statement; returns the statements."""
    given = [teller.say(f"An account: {text} and so on.", by=number % 3) for number, text in enumerate(planted()[::2])]
    for number, text in enumerate(planted()[1::2]):
        thing, name, _ = fields[number % len(fields)]
        setattr(thing, name, f"{getattr(thing, name)} {text}.")
    db.session.commit()
    db.session.expire_all()
    return given


@pytest.fixture
def take_out(leader, case):
    return lambda what: leader.post(f"/reviews/{case.id}/report/{what}", data={"passphrase": PASSPHRASE})


def words_in(content):
    """Everything a file holds as plain text: of a .docx every part with its tags taken out, and once more with them."""
    if not content.startswith(b"PK"):
        return plain(content.decode("utf-8", "replace"))
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        parts = [file.read(name).decode("utf-8", "replace") for name in file.namelist()]
        names = file.namelist()
    return plain("\n".join([*names, *parts, *(re.sub(r"<[^>]+>", "", part) for part in parts)]))


def those_in(content):
    words = html.unescape(words_in(content))
    return [text for text in planted() if plain(text) in words]


def deal_with(given, fields):
    """Statements are set aside, withdrawn or corrected in turn; everything else is mended where it stands."""
    for number, statement in enumerate(given):
        if number % 3 == 0:
            set_aside(statement, "It tells who somebody is.")
        elif number % 3 == 1:
            withdraw(statement, statement.participant)
        else:
            later = {"replaces": statement, "participant": statement.participant, "position": statement.position}
            yield later
    for thing, name, before in fields:
        setattr(thing, name, before)


def test_each_of_the_two_hundred_is_found(case):
    assert len(set(planted())) == 200

    missed = [text for text in planted() if not looks_like_names(case, f"I think that {text} it was.")]

    assert missed == []


def test_none_leaves_until_they_are_dealt_with_and_then_none_is_in_it(case, teller, plant, fields, take_out):
    # Without the stop they would be printed, so the search below could find them.
    assert len(those_in(write_report(case))) == 200
    assert [take_out(what).status_code for what in ("word", "json", "csv")] == [422, 422, 422]
    assert len(waiting(hits_of(case))) >= 200

    for later in deal_with(plant, fields):
        teller.say("An account, mended.", **later)
    db.session.commit()
    db.session.expire_all()

    for what in ("word", "json", "csv"):
        answer = take_out(what)
        assert (answer.status_code, those_in(answer.data)) == (200, []), what
    assert "an account, mended." in words_in(take_out("word").data)


@pytest.mark.slow
def test_none_of_them_is_in_a_pdf_made_of_it(case, teller, plant, fields, take_out, tmp_path):
    for later in deal_with(plant, fields):
        teller.say("An account, mended.", **later)
    db.session.commit()
    db.session.expire_all()
    (tmp_path / "report.pdf").write_bytes(as_pdf(take_out("word").data, tmp_path))

    text = subprocess.run(["pdftotext", tmp_path / "report.pdf", "-"], check=True, capture_output=True).stdout
    info = subprocess.run(["pdfinfo", tmp_path / "report.pdf"], check=True, capture_output=True).stdout

    assert b"An account, mended." in text
    assert those_in(text + info) == []
