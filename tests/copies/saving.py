"""Runs as a process on a recorded disk: the program as shipped, one phone that gives one statement after the other.

python saving.py DATA CODE TOKEN HOW_MANY FULL|NORMAL. Each key that was told "saved" goes to DATA/acknowledged.
"""

import os
import sys
from pathlib import Path

from facilitator import create_app
from facilitator.access import safety
from facilitator.access.door import PHONE_COOKIE
from facilitator.access.opening import opened
from facilitator.config import Config
from facilitator.db import new_key
from tests.conftest import PASSPHRASE

STAGE = "05-view-at-the-time"

data, code, token, how_many, synchronous = sys.argv[1:]
if synchronous == "NORMAL":
    # The guard taken out: as fast as many programs have it.
    del safety.SETTINGS["synchronous = FULL"]
    safety.SETTINGS["synchronous = NORMAL"] = 1
app = create_app(Config(data=Path(data), testing=True))
app.config["WTF_CSRF_ENABLED"] = False
app.extensions["vault"].open(PASSPHRASE)
with app.app_context():
    opened(app)
phone = app.test_client()
phone.set_cookie(PHONE_COOKIE, token)
acknowledged = os.open(Path(data) / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
for number in range(int(how_many)):
    key = new_key()
    form = {"key": key, "stage": STAGE, "question": "going-on", "episode": "", "text": f"What I saw, {number}. " * 20}
    answer = phone.post(f"/w/{code}/statements", data=form, headers={"HX-Request": "true"})
    assert answer.status_code == 200, answer.text
    os.write(acknowledged, f"{key}\n".encode())
