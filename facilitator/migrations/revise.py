"""For who changes a model:  .venv/bin/python -m facilitator.migrations.revise "what changed"

Compares the models with the newest migration in a throwaway data folder and writes the next one.
"""

import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config as AlembicConfig

from facilitator import create_app
from facilitator.access.opening import bring_schema_up_to_date
from facilitator.access.vault import Vault
from facilitator.config import PACKAGE, Config
from facilitator.db import db


def revise(message):
    with tempfile.TemporaryDirectory() as folder:
        vault = Vault(Path(folder), cost={"time_cost": 1, "memory_cost": 1024, "parallelism": 1})
        app = create_app(Config(data=Path(folder), testing=True), vault)
        vault.create("only for comparing")
        with app.app_context(), db.engine.connect() as connection:
            settings = AlembicConfig()
            settings.set_main_option("script_location", str(PACKAGE / "migrations"))
            settings.attributes["connection"] = connection
            if any((PACKAGE / "migrations" / "versions").glob("*.py")):
                bring_schema_up_to_date()
            command.revision(settings, message, autogenerate=True)


if __name__ == "__main__":
    revise(" ".join(sys.argv[1:]) or "change")
