"""The standing cast: one review, a facilitator, two phones and a wall. Shared by every test."""

import shutil
from datetime import date
from types import SimpleNamespace

import pytest
from gevent import monkey
from jinja2 import FileSystemBytecodeCache

from facilitator import create_app
from facilitator.access.actions import issue_pass
from facilitator.access.door import LEADER_COOKIE, PHONE_COOKIE
from facilitator.access.opening import opened
from facilitator.access.vault import Vault
from facilitator.config import Config
from facilitator.db import db, new_key
from facilitator.live import socketio
from facilitator.narrative.models import Entry
from facilitator.reviews.models import Agency, CastMember, Position, Review, ReviewQuestion
from facilitator.workshops.joining import join
from facilitator.workshops.opening import open_workshop
from tests import emitting, on_record  # noqa: F401  on_record looks at every commit from here on

PASSPHRASE = "four plain words here"
# Working out the key is meant to be slow; for tests it need not be.
QUICK = {"time_cost": 1, "memory_cost": 1024, "parallelism": 1}


def pytest_addoption(parser):
    parser.addoption("--nightly", action="store_true", help="Repeat what goes by chance as often as the figures ask.")


@pytest.fixture(autouse=True)
def python_as_it_is():
    """A test that patches Python for greenlets would stop the threads of the tests after it."""
    yield
    assert not monkey.is_anything_patched()


@pytest.fixture
def times(request):
    """times(30, nightly=300) → how often to repeat something that goes by chance: 300 with `--nightly`, else 30."""

    def repeat(often, nightly):
        return nightly if request.config.getoption("--nightly") else often

    return repeat


@pytest.fixture(autouse=True)
def news_leaves_after_the_commit(monkeypatch):
    """Sending anything inside a transaction fails the test, whichever it is."""
    emitting.watch(monkeypatch)


@pytest.fixture(scope="session")
def empty_data(tmp_path_factory):
    """A data folder with the schema and nothing in it, made once as a first start makes it."""
    folder = tmp_path_factory.mktemp("empty") / "data"
    vault = Vault(folder, QUICK)
    app = create_app(Config(data=folder, testing=True), vault)
    vault.create(PASSPHRASE)
    with app.app_context():
        opened(app)
        db.engine.dispose()
    return folder, vault._key


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory):
    """Every app of a run would compile its templates anew, and a test takes an app of its own."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(empty_data, compiled_templates, tmp_path):
    """The program, unlocked, with an empty data folder of its own."""
    template, key = empty_data
    folder = tmp_path / "data"
    shutil.copytree(template, folder)
    vault = Vault(folder, QUICK)
    vault._key = key
    app = create_app(Config(data=folder, testing=True), vault)
    app.config["WTF_CSRF_ENABLED"] = False
    app.jinja_env.bytecode_cache = compiled_templates
    app.secret_key = vault.secret_for("cookies")
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()
    # An engine knows the vault that opens it, which knows the app: Flask-SQLAlchemy would keep every app of a run.
    db._app_engines.pop(app)


@pytest.fixture
def review(app):
    """A small review: two agencies, three positions, three entries."""
    review = Review(title="A mark on the hand", why="It opens a window on the first call.", period="2019-03")
    review.questions = [ReviewQuestion(number=1, text="What is a first call for?")]
    review.cast = [CastMember(pseudonym="Baby", who="the child")]
    visiting = Agency(number=1, name="Health visiting", letter="H", colour=0)
    visiting.positions = [Position(role="Health visitor"), Position(role="Team leader")]
    hub = Agency(number=2, name="Referral hub", letter="R", colour=1, positions=[Position(role="Social worker")])
    review.agencies = [visiting, hub]
    db.session.add(review)
    db.session.flush()
    told = [(visiting, "Home visit."), (hub, "A call came in."), (hub, "Discussed.")]
    for number, (agency, text) in enumerate(told, 1):
        day = date(2019, 3, 10 + number)
        when = {"when": day.isoformat(), "earliest": day, "latest": day}
        db.session.add(Entry(review=review, number=number, agency=agency, source="record", text=text, **when))
    db.session.commit()
    return review


@pytest.fixture
def workshop(app, review):
    """A focused day, just opened."""
    opened = open_workshop(review, app.extensions["scripts"].get("focused-day"))
    db.session.commit()
    return opened


@pytest.fixture
def leader(app):
    """The facilitator's browser, signed in."""
    token = issue_pass("facilitator")
    db.session.commit()
    client = app.test_client()
    client.set_cookie(LEADER_COOKIE, token)
    return client


@pytest.fixture
def outsider(app):
    """A browser nobody has let in."""
    return app.test_client()


class Phone:
    """A participant's phone: `post` and `get` speak for it, `participant` is who holds it."""

    def __init__(self, app, workshop, position):
        self.participant, token = join(workshop, position)
        db.session.commit()
        self.token = token
        self.client = app.test_client()
        self.client.set_cookie(PHONE_COOKIE, token)
        self.code = workshop.code

    def get(self, path=""):
        return self.client.get(f"/w/{self.code}{path}")

    def post(self, path, htmx=True, least=False, **form):
        """least: ask for a receipt alone, as the phone's own scripts do."""
        headers = {"HX-Request": "true"} if htmx else {}
        headers |= {"Prefer": "return=minimal"} if least else {}
        return self.client.post(f"/w/{self.code}{path}", data={"key": new_key(), **form}, headers=headers)

    def say(self, stage, question, text, episode="", **form):
        return self.post("/statements", stage=stage, question=question, text=text, episode=episode, **form)


@pytest.fixture
def join_as(app, workshop, review):
    """join_as("Health visitor") → a Phone in the workshop."""

    def come_in(role):
        position = next(position for position in review.positions if position.role == role)
        return Phone(app, workshop, position)

    return come_in


@pytest.fixture
def hv(join_as):
    return join_as("Health visitor")


@pytest.fixture
def sw(join_as):
    return join_as("Social worker")


@pytest.fixture
def go_to(leader, workshop):
    """go_to("05-view-at-the-time", number=0) → takes the group there, to the n-th step of that stage."""
    from facilitator.workshops.room import Room

    def go(stage, number=0):
        steps = Room.of(workshop).steps
        wanted = [index for index, step in enumerate(steps) if step.stage.slug == stage][number]
        answer = leader.post(f"/w/{workshop.code}/step", data={"to": wanted}, headers={"HX-Request": "true"})
        assert answer.status_code == 204

    return go


class Ear:
    """A screen's socket that remembers the names it heard."""

    def __init__(self, app, cookie, token, workshop, screen):
        flask_client = app.test_client()
        flask_client.set_cookie(cookie, token)
        auth = {"workshop": workshop.id, "as": screen}
        self.socket = socketio.test_client(app, flask_test_client=flask_client, auth=auth)

    def nudges(self):
        return [event["args"][0] for event in self.socket.get_received() if event["name"] == "changed"]

    def heard(self):
        return [nudge["name"] for nudge in self.nudges() if nudge["name"] != "presence-changed"]


@pytest.fixture
def wall(app, workshop):
    """The wall, listening."""
    token = issue_pass("facilitator")
    db.session.commit()
    return Ear(app, LEADER_COOKIE, token, workshop, "wall")


@pytest.fixture
def ear_of(app, workshop):
    """ear_of(phone) → that phone's socket, listening; in another workshop if its id is given."""

    def listen(phone, workshop_id=None):
        where = SimpleNamespace(id=workshop_id or workshop.id)
        return Ear(app, PHONE_COOKIE, phone.token, where, "phone")

    return listen
