"""The layers: how many people named something in each, from the same links as the matrix. (method.md, 2 and 8)"""

from dataclasses import dataclass

from facilitator.factors.framework import LAYERS, framework, layer_of
from facilitator.factors.matrix import shown_influences
from facilitator.live.announcements import announce
from facilitator.refusal import Refused

ON_WALL = -1  # where the wall stands while it shows the layers: before the screens of any stage
WIDTH, NAMES, WIDEST, ROW, BAR = 1792, 420, 640, 112, 44  # of the drawing, in pixels of a wall of 1,920 × 1,080
NOT_NAMED = {
    "task": "Nobody named anything about the family and the task.",
    "team": "Nobody named anything about the team.",
    "agency": "Nobody named anything about the agency.",
    "between": "Nobody named anything between agencies.",
    "national": "Nobody named anything at national level.",
}
WAS_IT_ASKED = "Was it not there, or not asked?"


@dataclass(frozen=True)
class Side:
    """One side of a layer. people: each counted once, whatever they named. agencies: how many they are from."""

    people: int
    agencies: int

    def __str__(self):
        people = "1 person" if self.people == 1 else f"{self.people} people"
        agencies = "1 agency" if self.agencies == 1 else f"{self.agencies} agencies"
        return f"{people}, {agencies}" if self.people else "nobody"


@dataclass(frozen=True)
class Layer:
    key: str
    helped: Side
    hindered: Side

    @property
    def name(self):
        return LAYERS[self.key]

    @property
    def sides(self):
        return {"helped": self.helped, "hindered": self.hindered}

    @property
    def is_empty(self):
        return not (self.helped.people or self.hindered.people)

    @property
    def question(self):
        """What to ask when nobody named anything here."""
        return " ".join(self.question_lines)

    @property
    def question_lines(self):
        """The same as two lines of a drawing, which cannot wrap them itself."""
        return [NOT_NAMED[self.key], WAS_IT_ASKED]


def layers_of(influences):
    """Every layer in its order, the empty ones too; what belongs to none stands last, and only when there is some."""
    by_layer = {key: [] for key in LAYERS}
    types = framework(influences[0].factor.review) if influences else {}
    for one in influences:
        by_layer[layer_of(one.factor, types)].append(one)
    made = [Layer(key, side(given, "helped"), side(given, "hindered")) for key, given in by_layer.items()]
    return [layer for layer in made if layer.key != "other" or not layer.is_empty]


def side(influences, effect):
    found = [one for one in influences if one.effect == effect]
    people = {one.participant_id or ("position", one.position_id) for one in found}
    return Side(len(people), len({one.position.agency_id for one in found}))


def widest(layers):
    """The most people on one side of any layer: the bar that is drawn in full."""
    return max([1, *(side.people for layer in layers for side in layer.sides.values())])


def wall(room, own):
    """The layers of all steps revealed so far, while the facilitator shows them. own: function() → the stage's own."""
    if not (is_shown(room) and room.is_revealed):
        return own()
    layers = layers_of(shown_influences(room.review))
    return {
        "heading": "All episodes so far: where did it lie?",
        "drawn_by": "factors/_layers.html",
        "layers": layers,
        "widest": widest(layers),
        "sizes": {"width": WIDTH, "names": NAMES, "widest": WIDEST, "row": ROW, "bar": BAR},
    }


def is_shown(room):
    return room.kind.templates == "factors" and room.workshop.wall_page == ON_WALL


def turn_layers(room):
    """Show the wall the layers, or again what the stage shows. Refused before what helped and hindered is revealed."""
    if room.kind.templates != "factors" or not room.is_revealed:
        raise Refused("Reveal what helped and what hindered first. Then the wall can show the layers.")
    room.workshop.wall_page = 0 if is_shown(room) else ON_WALL
    announce(room.workshop, "stage-changed")
