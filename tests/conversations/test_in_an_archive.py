"""A conversation in an archive: what was agreed stays agreed, and what waits goes on waiting."""

from facilitator.conversations.asking import conversations_of, state_of
from facilitator.db import Model, db
from facilitator.patterns.asking import shown_in
from facilitator.reports.archive.reading import parsed, read_archive
from facilitator.reports.archive.writing import as_text, write_archive


def empty_the_folder():
    for table in reversed(Model.metadata.sorted_tables):
        db.session.execute(table.delete())
    db.session.commit()
    db.session.expunge_all()


def test_what_was_agreed_stays_agreed_and_what_waits_goes_on_waiting(talk, review):
    talk.say("own-account", "The door was open.")
    talk.agree()
    talk.say("own-part", "I rang twice.")
    archive = parsed(as_text(write_archive(review)))
    empty_the_folder()

    brought = read_archive(archive)
    db.session.commit()

    [conversation] = conversations_of(brought)
    state = state_of(conversation)
    assert (state.written, state.waiting, state.agreed_at is not None) == (2, 1, True)
    assert [one.text for one in shown_in(brought)] == ["The door was open."]
