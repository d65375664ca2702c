"""The kinds of stage. Each noun of the method registers the ones it knows; workshops only walk through them.

To add a kind: make a Kind in the noun's package, add it with `add_kind` when the package is set up, and put
`_phone.html`, `_wall.html` and `_console.html` into its folder of templates.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from facilitator.workshops.labels import ONLY_POSITION


def nothing(*_):
    return {}


def nobody(*_):
    return set()


@dataclass(frozen=True)
class Kind:
    """What a stage of this kind does on each screen.

    name: as written in a script's `stage:`. templates: the folder with its three fragments.
    asks: the question keys a script must give. per_episode: walked once for each chosen episode.
    hidden: what is given stays private until the reveal. takes_words: whether phones write words here.
    phone, wall, console: functions that give their fragment what it draws; phone(room, participant), the others (room).
    labels: what words given here may carry (workshops.labels). opened: function(room), when the reveal opens the step
    and again when the workshop closes.
    from_box: function(room, statement, beside), for words without an author whose slip had more beside them.
    may_pass: whether phones offer answers without words here. in_words: keys of questions that a script may
    ask besides and that are answered in words alone, at a kind whose own question is answered otherwise.
    answered: function(room) → ids of the participants who gave anything at this step.
    acted_on: whether whoever leads works on what was given, so that the console has it above who has been heard.
    redraw: the announced names after which wall and console draw the stage again.
    """

    name: str
    templates: str
    asks: tuple = ()
    per_episode: bool = False
    hidden: bool = False
    takes_words: bool = True
    phone: Callable = nothing
    wall: Callable = nothing
    console: Callable = nothing
    answered: Callable = nobody
    labels: tuple = ONLY_POSITION
    may_pass: bool = False
    in_words: tuple = ()
    opened: Callable = nothing
    from_box: Callable = nothing
    acted_on: bool = False
    redraw: tuple = field(default=("statements-changed",))

    @property
    def is_answered(self):
        """Whether anybody can be heard here at all; at the close nothing is asked any more."""
        return self.answered is not nobody


KINDS = {}


def add_kind(kind):
    """Make a kind known. Doing it twice does nothing."""
    KINDS[kind.name] = kind


def labels_of(name):
    """What words given at a kind of stage may carry."""
    return KINDS[name].labels if name in KINDS else ONLY_POSITION


def kinds_with_labels():
    """The kinds of stage whose words may carry less than the position."""
    return [name for name, kind in KINDS.items() if kind.labels != ONLY_POSITION]


def required_questions():
    """Name of each kind → the question keys a script must give for it."""
    return {name: kind.asks for name, kind in KINDS.items()}
