import pytest

from facilitator import create_app
from facilitator.access.opening import Patience, first_start
from facilitator.access.vault import Vault
from facilitator.config import Config
from facilitator.db import db
from facilitator.refusal import NotPermitted, Refused

QUICK = {"time_cost": 1, "memory_cost": 1024, "parallelism": 1}
GOOD = "four plain words here"


@pytest.fixture
def new_app(tmp_path):
    """The program on a machine where it has never run."""
    vault = Vault(tmp_path / "data", QUICK)
    app = create_app(Config(data=tmp_path / "data", testing=True), vault)
    app.config["WTF_CSRF_ENABLED"] = False
    yield app
    if vault.is_open:
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def visitor(new_app):
    return new_app.test_client()


def code_of(app):
    with app.app_context():
        return first_start().code


def test_the_first_start_asks_for_the_code_and_a_passphrase(visitor, new_app):
    assert visitor.get("/reviews").location == "/first-start"

    form = {"code": code_of(new_app).lower(), "passphrase": GOOD, "again": GOOD}
    answer = visitor.post("/first-start", data=form, follow_redirects=True)

    assert answer.status_code == 200
    assert answer.request.path == "/reviews"


@pytest.mark.parametrize(
    ("code", "passphrase", "again", "sentence"),
    [
        ("AAAA-AAAA", GOOD, GOOD, "not the code"),
        (None, "short", "short", "at least 12"),
        (None, GOOD, GOOD + "!", "not the same"),
    ],
)
def test_a_wrong_first_start_makes_nothing(visitor, new_app, tmp_path, code, passphrase, again, sentence):
    form = {"code": code or code_of(new_app), "passphrase": passphrase, "again": again}
    answer = visitor.post("/first-start", data=form)

    assert 400 <= answer.status_code < 500
    assert sentence in answer.text
    assert not (tmp_path / "data" / "vault.json").exists()


def test_phones_are_asked_to_wait_while_the_program_is_locked(visitor, new_app):
    new_app.config["WTF_CSRF_ENABLED"] = True
    asked = visitor.get("/join")
    sent = visitor.post("/w/ABC234/statements", data={"text": "Words that must be sent again."})

    assert (asked.status_code, sent.status_code) == (503, 503)
    assert "Please wait a moment" in asked.text


def test_the_file_is_not_readable_without_the_passphrase(app, review):
    file = app.extensions["vault"].database
    wal = file.with_name(file.name + "-wal")

    written = file.read_bytes() + (wal.read_bytes() if wal.exists() else b"")

    assert b"SQLite format 3" not in written
    assert b"A mark on the hand" not in written


def test_a_wrong_passphrase_is_refused_with_a_sentence(app):
    with pytest.raises(Refused, match="does not open this data folder"):
        Vault(app.extensions["vault"].folder, QUICK).open("not the passphrase")


def test_signing_in_with_a_wrong_passphrase_lets_nobody_in(app, outsider):
    answer = outsider.post("/unlock", data={"passphrase": "not the passphrase"})

    assert answer.status_code == 422
    assert outsider.get("/reviews").status_code == 403


def test_signing_out_ends_the_pass_itself(leader):
    cookie = leader.get_cookie("leader").value

    leader.post("/sign-out")
    leader.set_cookie("leader", cookie)

    assert leader.get("/reviews").status_code == 403


def test_each_wrong_try_waits_longer_and_never_for_ever():
    clock = [0.0]
    patience = Patience(lambda: clock[0])
    for _ in range(3):
        patience.check()
        patience.failed()

    with pytest.raises(NotPermitted, match="wait 2 seconds"):
        patience.check()
    for _ in range(20):
        patience.failed()
    clock[0] = 61.0
    patience.check()


def test_a_data_folder_that_cannot_be_written_is_refused_with_a_sentence(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")

    with pytest.raises(Refused, match="cannot be written"):
        Vault(blocked / "data", QUICK).create(GOOD)


def test_every_answer_carries_the_headers_errors_included(outsider):
    for path in ("/join", "/nowhere", "/reviews"):
        headers = outsider.get(path).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"


def test_a_form_of_another_site_is_refused(app, leader, workshop):
    app.config["WTF_CSRF_ENABLED"] = True

    answer = leader.post(f"/w/{workshop.code}/next")

    assert answer.status_code == 400
    assert workshop.stage == "01-welcome"


@pytest.mark.parametrize(("again", "field"), [(GOOD + "!", "again"), (GOOD, "code")])
def test_a_first_start_is_refused_at_its_field(visitor, new_app, again, field):
    code = code_of(new_app) if field == "again" else "AAAA-AAAA"

    page = visitor.post("/first-start", data={"code": code, "passphrase": GOOD, "again": again})

    assert page.status_code == 422
    assert f'<a href="#{field}">' in page.text and f'id="{field}-error"' in page.text
    assert GOOD not in page.text and code not in page.text
