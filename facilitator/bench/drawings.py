"""How long the server takes for its largest pictures: from the request to the whole answer, reading included.

One process, no phones and no wire: what is measured is the encrypted file, the drawing and the template.
"""

import secrets
import tempfile
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter, process_time

from facilitator import create_app
from facilitator.access.actions import issue_pass
from facilitator.access.door import LEADER_COOKIE
from facilitator.access.opening import opened
from facilitator.access.vault import Vault
from facilitator.bench.made_up import FACTORS, make_review
from facilitator.bench.rows import row
from facilitator.config import Config
from facilitator.db import db
from facilitator.live.server import settle_memory

FEWEST = 20  # samples
NARRATIVE = "02-narrative"
# Which step the group is at, and what is fetched.
DRAWINGS = {"lanes": (NARRATIVE, "wall/now", "<svg"), "matrix": (FACTORS, "console/stage", "Factors by episode")}


def measure(name, seconds):
    """A Row of that drawing, fetched over and over for so many seconds and at least twenty times."""
    with room_in_a_folder() as (client, workshop):
        stage, path, expected = DRAWINGS[name]
        workshop.stage = stage
        workshop.episode_id = workshop.review.all_episodes[0].id if stage == FACTORS else None
        db.session.commit()
        times, failed, until, cpu = [], 0, perf_counter() + seconds, process_time()
        while len(times) < FEWEST or perf_counter() < until:
            workshop.wall_page = len(times)  # past the last one it shows the last
            db.session.commit()
            took, good = fetch(client, f"/w/{workshop.code}/{path}", expected)
            times.append(took)
            failed += not good
        return row(name, 0, times, failed, cpu_ms=round(1000 * (process_time() - cpu) / len(times), 1))


def fetch(client, path, expected):
    """(seconds, whether the answer holds what it should)."""
    began = perf_counter()
    answer = client.get(path)
    return perf_counter() - began, answer.status_code == 200 and expected in answer.get_data(as_text=True)


@contextmanager
def room_in_a_folder():
    """A signed-in browser and the workshop of a large review, in a data folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        vault = Vault(Path(folder))
        app = create_app(Config(data=Path(folder), testing=True), vault)
        vault.create(secrets.token_hex(12))
        with app.app_context():
            opened(app)
            workshop = make_review(app.extensions["scripts"])
            client = app.test_client()
            client.set_cookie(LEADER_COOKIE, issue_pass("facilitator"))
            db.session.commit()
            settle_memory()  # as the server does before it serves
            try:
                yield client, workshop
            finally:
                db.session.remove()
                db.engine.dispose()
