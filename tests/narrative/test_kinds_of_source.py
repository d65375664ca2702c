"""How an entry is known: four kinds, offered wherever a kind is asked for, and apart from how sure its date is."""

import re
from io import BytesIO

import pytest
from alembic.command import downgrade, upgrade
from alembic.config import Config
from sqlalchemy import text

from facilitator.config import PACKAGE
from facilitator.db import db
from facilitator.narrative.actions import add_entry
from facilitator.narrative.asking import entries_of
from facilitator.narrative.case.file import read_case
from facilitator.narrative.sheets import read_sheet
from facilitator.narrative.sources import KNOWN, SOURCES


def choices_in(page):
    return re.findall(r'name="source" value="([^"]+)"', page.text)


def test_a_phone_and_the_desk_offer_all_four(leader, hv, review, go_to):
    go_to("02-narrative")

    assert sorted(choices_in(hv.get("?do=add"))) == sorted(SOURCES)
    assert sorted(choices_in(leader.get(f"/reviews/{review.id}/narrative"))) == sorted(SOURCES)


def test_what_somebody_else_told_is_kept_as_second_hand_and_said_so_everywhere(leader, hv, review, workshop, go_to):
    go_to("02-narrative")

    hv.post("/narrative/entries", stage="02-narrative", when="2019-03-11", source="second-hand", text="Nan rang.")
    leader.post(f"/w/{workshop.code}/reveal")

    assert next(entry for entry in entries_of(review) if entry.text == "Nan rang.").source == "second-hand"
    for page in (hv.get(), leader.get(f"/w/{workshop.code}/wall"), leader.get(f"/reviews/{review.id}/narrative")):
        assert "Second-hand" in page.text


@pytest.mark.parametrize("written", ["second-hand", "Second hand"])
def test_a_sheet_may_say_it(review, written):
    rows, faults = read_sheet("s.csv", f"when,agency,source,text\n2019,R,{written},Nan rang.\n".encode(), review)

    assert [row.source for row in rows] == ["second-hand"]
    assert faults == []


def test_a_workbook_and_a_case_file_may_say_it(review):
    from openpyxl import Workbook

    book, out = Workbook(), BytesIO()
    for row in (["when", "agency", "source", "text"], ["2019-03", "R", "second-hand", "Nan rang."]):
        book.active.append(row)
    book.save(out)
    case = """
review: {title: T}
agencies: [{key: hub, name: Hub}]
participants: [{key: sw, agency: hub, role: Social worker}]
narrative: [{key: one, when: "2019", agency: hub, source: second-hand, text: Nan rang.}]
"""

    assert [row.source for row in read_sheet("s.xlsx", out.getvalue(), review)[0]] == ["second-hand"]
    assert read_case(case).narrative[0].source == "second-hand"


def test_no_two_kinds_have_the_same_sign_or_name():
    for part in ("sign", "name", "told", "asked", "answered"):
        assert len({getattr(one, part) for one in KNOWN}) == len(KNOWN)


def test_an_older_file_learns_the_fourth_kind_and_loses_nothing(app, hv, review, go_to):
    go_to("02-narrative")
    hv.post("/narrative/entries/2/dispute", stage="02-narrative", text="It was later.")
    add_entry(review, review.agencies[0], "2019", "second-hand", "Nan rang.")
    db.session.commit()

    migrate(downgrade, "0011")
    before = db.session.execute(text("SELECT source FROM entry ORDER BY id")).scalars().all()
    with pytest.raises(Exception, match="CHECK constraint failed"):
        db.session.execute(text("UPDATE entry SET source = 'second-hand'"))
    db.session.rollback()
    migrate(upgrade, "head")

    assert before == ["record", "record", "record", "recollection"]
    db.session.execute(text("UPDATE entry SET source = 'second-hand' WHERE number = 4"))
    assert db.session.execute(text("SELECT count(*) FROM dispute")).scalar() == 1
    assert db.session.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    with pytest.raises(Exception, match="CHECK constraint failed"):
        db.session.execute(text("UPDATE entry SET source = 'hearsay'"))


def migrate(go, where):
    db.session.remove()
    settings = Config()
    settings.set_main_option("script_location", str(PACKAGE / "migrations"))
    with db.engine.connect() as connection:
        settings.attributes["connection"] = connection
        go(settings, where)
        connection.commit()
    db.engine.dispose()
