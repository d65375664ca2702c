"""Where things live and how they are limited. Read once at start."""

import os
from dataclasses import dataclass, field
from pathlib import Path

import click
import platformdirs

PACKAGE = Path(__file__).parent
LONGEST_WORDS = 10_000  # characters in one answer; about four printed pages
LONGEST_TITLE = 200
LARGEST_REQUEST = 256 * 1024  # bytes; imports may be larger
LARGEST_IMPORT = 5 * 1024 * 1024
# A sheet that travels as text grows by a third.
LARGEST_FORM = LARGEST_IMPORT * 4 // 3 + 64 * 1024


@dataclass
class Config:
    """What the command line decided.

    data: the folder that holds everything that must be kept.
    prompts: the folder with the scripts that ship with the program.
    passphrase: opens the data folder unattended; None means that a person is asked in the browser.
    copies: a second place for copies, such as a stick or another disk, or None.
    """

    data: Path = field(default_factory=lambda: Path(platformdirs.user_data_dir("facilitator", appauthor=False)))
    prompts: Path | None = None
    passphrase: str | None = None
    copies: Path | None = None
    testing: bool = False

    def __post_init__(self):
        self.data = Path(self.data)
        self.prompts = self.prompts or shipped_prompts()

    @classmethod
    def from_environment(cls, data=None, copies=None):
        given = {"data": Path(data)} if data else {}
        copies = copies or os.environ.get("FACILITATOR_COPIES")
        given |= {"copies": Path(copies)} if copies else {}
        return cls(passphrase=os.environ.get("FACILITATOR_PASSPHRASE") or None, **given)

    @property
    def own_scripts(self):
        return self.data / "scripts"


def said_before(context, _option, value):
    """What a command was not told itself, but the program before it: `--data X export …`."""
    return value or (context.parent and context.parent.params.get("data"))


data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    callback=said_before,
    help="The folder that keeps everything.",
)


def shipped_prompts():
    """The prompts folder: beside the package in a checkout, inside it in an installed wheel."""
    beside, inside = PACKAGE.parent / "prompts", PACKAGE / "prompts"
    return inside if inside.is_dir() else beside
