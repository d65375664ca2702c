"""The addresses of findings. The desk, editing and the room each have their own file; this one says which there are."""

from flask import Blueprint

bp = Blueprint("findings", __name__)

from facilitator.findings import board_desk, comment_routes, desk, editing, episode_desk, in_room  # noqa: E402, F401
