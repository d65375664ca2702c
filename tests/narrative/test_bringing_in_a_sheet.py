"""Bringing in a sheet: look first, keep the good rows when the person says so."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from facilitator.narrative.asking import entries_of
from facilitator.narrative.sheets import read_sheet
from facilitator.refusal import Refused

GOOD = "2019-03-12,Referral hub,record,Rang back."
MIXED = "\n".join(
    [
        "When,Agency,Source,Text,Our own column",
        GOOD + ",x",
        "12/03/2019,Referral hub,record,A British date.",
        '2019-03~,h,Recollection,"Two lines\nand a ""quote"""',
        ",,,",
        "2019-03-12,Fire brigade,record,Not in this review.",
        "2019-03-12,Referral hub,hearsay,Who said so?",
        "2019-03-12,Referral hub,record,",
        f"2019-03-12,Referral hub,record,{'x' * 10_001}",
    ]
).encode()


def workbook(*rows):
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


def send(leader, review, content, name="entries.csv"):
    return leader.post(f"/reviews/{review.id}/narrative/sheet", data={"file": (BytesIO(content), name)})


def hidden(page):
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text))


def test_bad_rows_are_told_by_number_and_nothing_is_kept_yet(leader, review):
    page = send(leader, review, MIXED)

    rows = re.findall(r'<th scope="row">(\d+)</th><td>([^<]*)</td></tr>', page.text)
    assert [number for number, _ in rows] == ["3", "6", "7", "8", "9"]
    assert "is not a date we can place" in rows[0][1]
    assert "Fire brigade" in rows[1][1]
    assert "Keep the 2 good rows" in page.text
    assert len(entries_of(review)) == 3


def test_the_good_rows_are_kept_when_the_person_says_so_and_once(leader, review):
    form = hidden(send(leader, review, MIXED))

    for _ in range(2):
        assert leader.post(f"/reviews/{review.id}/narrative/sheet/kept", data=form).status_code == 302

    assert [(entry.number, entry.agency.letter, entry.text) for entry in entries_of(review) if entry.number > 3] == [
        (5, "H", 'Two lines\nand a "quote"'),
        (4, "R", "Rang back."),
    ]


def test_a_workbook_is_read_with_its_own_dates(leader, review):
    from datetime import datetime

    content = workbook(
        ["text", "when", "agency", "source"],
        ["A day.", datetime(2019, 3, 12), "Referral hub", "record"],
        ["A year.", 2019, "r", "inference"],
        [None, None, None, None],
        ["=1+1", "2019-03", "Referral hub", "record"],
    )

    rows, faults = read_sheet("e.xlsx", content, review)

    assert [(row.number, row.when.edtf) for row in rows] == [(2, "2019-03-12"), (3, "2019")]
    assert faults == [(5, "There are no words in the column text.")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_is_read_whatever_wrote_it(review, encoding, sign):
    lines = [["when", "agency", "source", "text"], ["2019-03-12", "Referral hub", "record", "“Café” – rang."]]
    content = "\r\n".join(sign.join(line) for line in lines).encode(encoding)

    (row,), faults = read_sheet("e.csv", content, review)

    assert (row.text, faults) == ("“Café” – rang.", [])


def bomb():
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 61 * 1024 * 1024)
    return out.getvalue()


def entity_bomb():
    """A good workbook whose first sheet declares an entity."""
    good, out = ZipFile(BytesIO(workbook(["when", "agency", "source", "text"]))), BytesIO()
    with ZipFile(out, "w") as archive:
        for part in good.namelist():
            content = good.read(part)
            if part.endswith("sheet1.xml"):
                content = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + content.split(b"?>", 1)[-1]
            archive.writestr(part, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "has no column when"),
        (b"when,agency,text\n", "no column source"),
        (b"\x89PNG\r\n\x00\x00\x00", "not a sheet"),
        (b"PK\x03\x04 broken", "cannot be read"),
        (bomb(), "too large once unpacked"),
        (entity_bomb(), "cannot be read"),
        (b"when,agency,source,text\n" + b'2019,R,record,"never closed', "quotation marks"),
        (b"when,agency,source,text\n" + b"2019,R,record,x\n" * 5001, "more than 5,000 rows"),
        (b"x" * (5 * 1024 * 1024 + 1), "at most 5 MB"),
    ],
    ids=range(9),
)
def test_what_is_no_sheet_is_refused(review, content, sentence):
    with pytest.raises(Refused, match=sentence):
        read_sheet("odd", content, review)


def test_a_sheet_without_rows_and_a_missing_file_are_refused(leader, review):
    assert send(leader, review, b"when,agency,source,text\n").status_code == 422
    assert leader.post(f"/reviews/{review.id}/narrative/sheet").status_code == 422


def test_a_sheet_of_four_megabytes_goes_through(leader, review):
    content = b"when,agency,source,text\n" + (f"2019-03-12,R,record,{'word ' * 180}\n").encode() * 4500

    form = hidden(send(leader, review, content))
    leader.post(f"/reviews/{review.id}/narrative/sheet/kept", data=form)

    assert len(content) > 4_000_000
    assert len(entries_of(review)) == 4503


def test_what_did_not_come_back_whole_is_refused(leader, review):
    form = hidden(send(leader, review, MIXED))

    answer = leader.post(f"/reviews/{review.id}/narrative/sheet/kept", data=form | {"sheet": form["sheet"][:-9]})

    assert answer.status_code == 422
    assert len(entries_of(review)) == 3


def test_when_every_row_is_bad_nothing_can_be_kept(leader, review):
    page = send(leader, review, b"when,agency,source,text\nsoon,R,record,x\n")

    assert "Keep the" not in page.text
    assert leader.post(f"/reviews/{review.id}/narrative/sheet/kept", data=hidden(page)).status_code == 422


def test_a_date_may_stand_as_people_say_it(review):
    """The refusal says so, wherever a date is given."""
    content = b"when,agency,source,text\nabout March 2019,Referral hub,record,Rang back."

    (row,), faults = read_sheet("e.csv", content, review)

    assert (row.when.edtf, faults) == ("2019-03~", [])
