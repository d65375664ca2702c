"""Whether “Who to speak to” has words of one's own, such as local numbers; ours cannot know any."""

import re

from flask import current_app

from facilitator.workshops.room import script_of
from facilitator.workshops.script_files import render

FILE = "who-to-speak-to.md"
NUMBER = re.compile(r"\d[\d ]{3,}\d")  # longer than 999


def is_as_shipped(workshop):
    """Whether it is ours, word for word. Whoever has put a number into ours itself has words of their own."""
    words = script_of(workshop).who_to_speak_to
    files = current_app.extensions["config"].prompts.glob(f"*/{FILE}")
    ours = (render(file.read_text(encoding="utf-8")) for file in files)
    return NUMBER.search(words) is None and words in ours


def how_to_add(workshop):
    """What to do so that one's own numbers stand there, in one sentence."""
    config, slug = current_app.extensions["config"], workshop.script
    ours, own = config.prompts / slug, config.own_scripts / slug
    steps = [] if own.is_dir() else [f"copy the folder {ours} into {config.own_scripts}"]
    if not ((own if own.is_dir() else ours) / FILE).is_file():
        steps.append(f"copy {config.prompts / 'focused-day' / FILE} into the copy")
    said = ", ".join([*steps, f"open {own / FILE} in a text editor and add your numbers."])
    return said[0].upper() + said[1:]
