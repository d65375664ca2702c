"""Every address that can be looked at, looked at by everybody: the file stays as it was, to the last row."""

from every_address import addresses

from facilitator.db import db


def rows_of_everything():
    return {table.name: sorted(map(repr, db.session.execute(table.select()))) for table in db.metadata.sorted_tables}


def test_looking_at_every_address_writes_nothing(app, told, workshop, leader, hv, outsider):
    before = rows_of_everything()

    seen = {}
    for path in sorted(set(addresses(app, workshop))):
        for who, browser in {"leader": leader, "phone": hv.client, "outsider": outsider}.items():
            seen[who, path] = browser.get(path).status_code
            browser.head(path)

    db.session.expire_all()
    assert rows_of_everything() == before
    assert sum(status == 200 for status in seen.values()) > 40, seen
    assert not [place for place, status in seen.items() if status >= 500]
