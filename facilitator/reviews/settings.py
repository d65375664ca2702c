"""The setting a review is held in: children's safeguarding, adults', or one that a facilitator made.

A setting is a folder with a `setting.yaml` under `prompts/settings/`, or under `settings/` in the data folder. It may
bring a `factors.yaml` and a `categories.yaml` of its own; what it does not bring is taken from `prompts/`.
"""

from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import yaml
from flask import current_app

from facilitator.refusal import Refused

DEFAULT = "children"


@dataclass(frozen=True)
class Setting:
    """What changes with the field of work. The first setting.yaml in prompts/settings/ explains each."""

    slug: str
    name: str
    person: str
    people: str
    cast: str
    for_example: str
    scripts: tuple = ()


def settings():
    """Every setting that can be read, by its slug: the usual one first. A facilitator's own wins over ours."""
    found = {setting.slug: setting for setting, _ in _found() if setting}
    return dict(sorted(found.items(), key=lambda pair: pair[0] != DEFAULT))


def faults():
    """What is wrong with a setting that cannot be read, as sentences with file and remedy."""
    return [fault for _, fault in _found() if fault]


def setting_of(review):
    """The review's setting; the first we have when its folder has gone."""
    known = settings()
    return known.get(review.setting) or known[DEFAULT]


def known_setting(slug):
    """The slug, if there is such a setting. Refused otherwise."""
    if slug not in settings():
        raise Refused("Please choose one of the settings in the list.")
    return slug


def places_of(review, name):
    """Where a file of the method may lie for this review, the one that wins first."""
    config = current_app.extensions["config"]
    slug = review.setting
    own = [config.data / "settings" / slug, *([config.data] if slug == DEFAULT else [])]
    return [folder / name for folder in (*own, config.prompts / "settings" / slug, config.prompts)]


def _found():
    config = current_app.extensions["config"]
    folders = [folder for root in (config.prompts, config.data) for folder in sorted((root / "settings").glob("*/"))]
    files = [file for folder in folders if (file := folder / "setting.yaml").is_file()]
    return [_read(file, file.stat().st_mtime_ns) for file in files]


@lru_cache(maxsize=16)
def _read(file: Path, stamp):
    """(Setting, None) or (None, sentence). stamp: when the file was last changed, so that a change is read at once."""
    wanted = [one.name for one in fields(Setting) if one.name not in ("slug", "scripts")]
    try:
        given = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None, f"{file.parent.name}/setting.yaml cannot be read. Check quotes and colons, and save it as UTF-8."
    given = given if isinstance(given, dict) else {}
    if missing := [name for name in wanted if not isinstance(given.get(name), str) or not given[name].strip()]:
        return None, f"{file.parent.name}/setting.yaml needs a line “{missing[0]}: …”. The setting is left out."
    scripts = given.get("scripts") if isinstance(given.get("scripts"), list) else []
    return Setting(file.parent.name, **{name: given[name] for name in wanted}, scripts=tuple(map(str, scripts))), None
