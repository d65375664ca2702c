"""What nobody should have to remember. Each rule says in its message why it is there."""

import ast
import re
from importlib.metadata import version

import pytest

from facilitator.config import PACKAGE

ROOT = PACKAGE.parent
TEMPLATES = sorted(PACKAGE.glob("templates/**/*.html"))
PYTHON = [path for path in sorted(PACKAGE.rglob("*.py")) if "versions" not in path.parts]
SCRIPTS = sorted(PACKAGE.glob("static/js/*.js"))

# Where text is called markup: each place escapes or cleans what people wrote, or draws only what is ours.
MAY_MAKE_MARKUP = {
    "findings/history.py", "findings/paragraphs.py", "workshops/console.py", "workshops/join_code.py",
    "reports/paper.py", "workshops/script_files.py",
}  # fmt: skip
# Where SQL is put together: keys, settings and the file's own table names, none of them from a person.
MAY_BUILD_SQL = {
    "access/vault.py", "access/safety.py", "names/closed_file.py", "bench/bare.py", "copies/disk.py",
    "copies/snapshot.py", "keeping/rekeying.py",
}  # fmt: skip
# Where a script puts HTML into the page: what the server has rendered, and nothing else.
MAY_PUT_HTML = {"live.js", "stage.js", "words.js"}
TAKES_SQL = ("text", "execute", "executescript", "exec_driver_sql")
FLOORS = {"flask": "3.1.3", "werkzeug": "3.1.6", "python-socketio": "5.16.4", "gevent": "23.9.0", "sqlcipher3": "0.6.4"}


def named(path):
    return path.relative_to(PACKAGE).as_posix()


def faults(paths, pattern, of=lambda path: path.read_text(encoding="utf-8")):
    return [(named(path), found.group()) for path in paths for found in re.finditer(pattern, of(path))]


def test_nothing_people_wrote_is_called_safe():
    unquoted = faults(TEMPLATES, r"""[^"'\s]\s*\|\s*safe\b""")

    assert unquoted == [], "|safe lets markup through: it is for quoted pieces of our own"
    assert faults(TEMPLATES, r"{%-?\s*autoescape\s+false") == []


def calls(path):
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]


def called(call):
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def test_markup_is_made_in_few_places():
    made = {named(path) for path in PYTHON for call in calls(path) if called(call) == "Markup" and call.args}
    made -= {one for one in made if only_empty_markup(PACKAGE / one)}

    assert made <= MAY_MAKE_MARKUP, "text that people wrote must not become markup: escape it in the template"


def only_empty_markup(path):
    return all(
        isinstance(call.args[0], ast.Constant) for call in calls(path) if called(call) == "Markup" and call.args
    )


def test_no_sql_is_put_together_from_pieces():
    put_together = {
        named(path)
        for path in PYTHON
        for call in calls(path)
        if called(call) in TAKES_SQL and call.args and is_pieced(call.args[0])
    }

    assert put_together <= MAY_BUILD_SQL, "SQL takes its values as parameters"


def is_pieced(node):
    formatted = isinstance(node, ast.Call) and called(node) == "format"
    return formatted or isinstance(node, (ast.JoinedStr, ast.BinOp))


def test_news_is_sent_from_one_folder_only():
    senders = {named(path).split("/")[0] for path in PYTHON for call in calls(path) if called(call) == "emit"}

    # The rehearsal and the bench are clients of the server; their emit is a phone's.
    assert senders <= {"live", "rehearsal", "bench"}, "an emit inside a transaction tells of what may never be"


def test_no_markup_is_put_together_in_a_browser():
    put = {path.name for path in SCRIPTS if re.search(r"\.(inner|outer)HTML\s*=", path.read_text(encoding="utf-8"))}

    assert put <= MAY_PUT_HTML, "only what the server has rendered is put into a page"
    assert faults(SCRIPTS, r"\beval\(|new Function|document\.write|insertAdjacentHTML|setTimeout\(\s*[\"'`]") == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"<[^>{]*\son\w+\s*=",
        r"<[^>{]*\sstyle\s*=",
        r"<script(?![^>]*\bsrc=)[^>]*>",
        r"<style\b",
        r"javascript:",
        r"\bhx-on\b|\bhx-on:|hx-vals=['\"]js:|hx-headers=['\"]js:",
        r"(src|href)=[\"']https?://",
        r"@import|url\(https?:",
    ],
)
def test_no_page_holds_a_script_a_style_or_another_place_s_file(pattern):
    assert faults([*TEMPLATES, *PACKAGE.glob("static/css/*.css")], pattern) == [], "the browser would refuse it (CSP)"


@pytest.mark.parametrize(("name", "floor"), FLOORS.items())
def test_no_library_is_older_than_its_last_known_hole(name, floor):
    locked = re.search(rf"^{name}==([\d.]+)", (ROOT / "requirements.lock").read_text(), re.MULTILINE)

    assert numbers(version(name)) >= numbers(floor)
    assert numbers(locked[1]) >= numbers(floor)
    assert f"{name}>={floor}" in (ROOT / "pyproject.toml").read_text()


def test_every_locked_library_has_its_hashes():
    for lock in ("requirements.lock", "requirements-test.lock"):
        parts = re.split(r"\n(?=[\w.-]+==)", (ROOT / lock).read_text())
        assert [part[:40] for part in parts if re.match(r"[\w.-]+==", part) and "--hash=sha256:" not in part] == []


def test_what_the_security_linter_is_told_to_pass_over_is_known():
    """Ruff's S rules are bandit's; each place that silences one is looked at here."""
    comments = faults(PYTHON, r"# noqa: [^\n]*")
    silenced = {(name, code) for name, line in comments for code in re.findall(r"S\d{3}", line)}
    apart = ("rehearsal/", "bench/")
    known = {("live/addresses.py", "S104"), ("workshops/reopening.py", "S104")}  # compared with, never bound to
    known |= {("copies/snapshot.py", "S608")}  # names of our own tables
    known |= {("preflight/power.py", "S603")}  # commands that stand in the file
    ours = {(name, code) for name, code in silenced if code != "S704" and not name.startswith(apart)}

    assert ours <= known, "say here why this is no hole"
    assert {name for name, code in silenced if code == "S704"} <= MAY_MAKE_MARKUP


def numbers(text):
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])
