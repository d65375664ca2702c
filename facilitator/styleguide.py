"""Every part of templates/parts.html on one page, with made-up people. For development only, at /styleguide.

Registered for tests, and when the environment has FACILITATOR_STYLEGUIDE=1.
"""

import os

from flask import render_template

AGENCIES = [
    {"letter": "H", "colour": 0, "name": "Health visiting"},
    {"letter": "R", "colour": 1, "name": "Referral hub"},
    {"letter": "HP", "colour": 2, "name": "Hospital paediatrics"},
]
POSITIONS = [
    {"agency": AGENCIES[0], "role": "Health visitor"},
    {"agency": AGENCIES[1], "role": "Social worker"},
    {"agency": AGENCIES[2], "role": "Registrar"},
]
STATEMENTS = [
    {
        "number_label": "S-014",
        "position": POSITIONS[0],
        "words": "I thought I was making a referral.",
        "foot": "KPE 2 · What did you think was going on? · 14:32",
    },
    {"number_label": "S-015", "position": POSITIONS[1], "words": "Half an explanation.\n\nI never said no."},
]


def is_wanted(config):
    return config.testing or os.environ.get("FACILITATOR_STYLEGUIDE") == "1"


def init_app(app):
    app.add_url_rule("/styleguide", "styleguide", styleguide)


def styleguide():
    return render_template("styleguide.html", agencies=AGENCIES, positions=POSITIONS, statements=STATEMENTS)
