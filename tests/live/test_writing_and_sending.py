"""Two rules a machine keeps: news leaves after the commit, no socket handler writes content. (trust.md, 3: 2 and 8)"""

import ast

import pytest

from facilitator.config import PACKAGE
from facilitator.db import db
from facilitator.live.broadcast import broadcast
from tests.emitting import TooEarly

WRITING = {"add", "add_all", "delete", "merge", "flush", "commit", "execute", "bulk_save_objects", "begin_nested"}
SESSIONS = {"db.session", "session"}
# The only thing the live folder writes: the workshop's version, in the transaction of whoever announced something.
COUNTS = {"announcements.py": {"count_up"}}


def test_news_inside_a_transaction_fails_a_test(wall, workshop):
    """The guard itself: seen to fail without the fixture in tests/conftest.py."""
    broadcast("changed", {"name": "stage-changed"}, workshop.id)
    assert wall.heard() == ["stage-changed"]

    workshop.version += 1
    with pytest.raises(TooEarly):
        broadcast("changed", {"name": "stage-changed"}, workshop.id)
    db.session.flush()
    with pytest.raises(TooEarly):
        broadcast("changed", {"name": "stage-changed"}, workshop.id)

    db.session.commit()
    broadcast("changed", {"name": "stage-changed"}, workshop.id)


def modules():
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")}


def handlers(tree):
    """The functions that a socket's event calls."""
    return [
        one
        for one in ast.walk(tree)
        if isinstance(one, ast.FunctionDef)
        and any("on" in (getattr(call.func, "id", ""), getattr(call.func, "attr", "")) for call in calls(one))
    ]


def calls(function):
    return [call for call in function.decorator_list if isinstance(call, ast.Call)]


def written_in(tree, spared=()):
    """The calls in a module that would write, outside the functions that are spared."""
    safe = {id(inner) for one in ast.walk(tree) if getattr(one, "name", None) in spared for inner in ast.walk(one)}
    return [
        f"{ast.unparse(call.func)} in line {call.lineno}"
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and id(call) not in safe and is_write(call.func)
    ]


def is_write(called):
    return isinstance(called, ast.Attribute) and called.attr in WRITING and ast.unparse(called.value) in SESSIONS


def test_socket_handlers_live_in_one_folder_and_there_are_some():
    places = {path.parent.name for path, tree in modules().items() if handlers(tree)}

    assert places == {"live"}


def test_no_socket_handler_writes_content():
    """Seen to fail with a db.session.commit() in rooms.writing, and with an action imported there."""
    for path, tree in modules().items():
        if path.parent.name == "live":
            assert written_in(tree, COUNTS.get(path.name, ())) == [], path.name
            imported = {
                (one.module, name.name)
                for one in ast.walk(tree)
                if isinstance(one, ast.ImportFrom) and (one.module or "").endswith(".actions")
                for name in one.names
            }
            assert imported <= {("facilitator.access.actions", "find_pass")}, path.name
