"""The addresses of a workshop. Each screen has its own file; this one says which there are."""

from flask import Blueprint

bp = Blueprint("workshops", __name__)

from facilitator.workshops import before, console, coverage, hints, pairing, people, phone, planning, returning, wall  # noqa: E402, F401
