"""One entry as a box: how its words are wrapped, where its number, its date and its mark of dispute stand."""

from dataclasses import dataclass
from functools import cached_property

from facilitator.narrative.dates import short_label
from facilitator.narrative.fitting import SANS, fit, measure, wrap

# Type sizes in units of the drawing. Words and dates are to be read from six image heights away. (screens.md)
SAID, SMALL = 32, 32
LINE, TOP, FOOT, SIDE, SIGN = 38, 6, 4, 12, 38


def box_height(lines):
    """How high a box with so many lines is."""
    return TOP + lines * LINE + FOOT


@dataclass(frozen=True)
class Box:
    """Where an entry is drawn. opens, goes_on: it began before this page, it goes on after it.

    disputed: what its mark says (“disputed by G”), or nothing.
    """

    entry: object
    x: float
    y: float
    width: float
    height: float
    opens: bool
    goes_on: bool
    disputed: str

    @cached_property
    def head(self):
        """Its number; with a fuzzy date also when, because the column cannot say that."""
        number = self.entry.number_label
        if not self.entry.is_fuzzy:
            return number
        whole = f"{number} · {self.entry.when_label}"
        fits = measure(whole, SMALL * SANS) + SIGN <= self.inner
        return whole if fits else f"{number} {short_label(self.entry.when)}"

    @property
    def left(self):
        return self.x + SIDE

    @property
    def head_x(self):
        """Where its number begins, after the sign of how it is known."""
        return self.left + SIGN

    @property
    def inner(self):
        return self.width - 2 * SIDE

    @property
    def first_line(self):
        return self.y + TOP + SMALL - 1

    @cached_property
    def indent(self):
        return SIGN + measure(self.head, SMALL * SANS) + SIDE

    @cached_property
    def head_alone(self):
        return self.indent > self.inner * 0.55

    @cached_property
    def mark_width(self):
        return measure(self.disputed, SMALL * SANS) + 2 * SIDE if self.disputed else 0

    @property
    def mark_beside_head(self):
        """Whether the mark stands at the end of the first line instead of having the last one for itself."""
        return bool(self.disputed) and self.head_alone and self.indent + self.mark_width <= self.inner

    @property
    def mark_x(self):
        return self.left + self.inner - self.mark_width if self.mark_beside_head else self.left

    @property
    def mark_line(self):
        return self.first_line if self.mark_beside_head else self.first_line + (self.fitting - 1) * LINE

    @property
    def fitting(self):
        """How many lines fit into its height."""
        return int((self.height - TOP - FOOT) // LINE)

    @property
    def lines_besides(self):
        """How many lines its head and its mark take for themselves."""
        return self.head_alone + bool(self.disputed and not self.mark_beside_head)

    @property
    def text_indent(self):
        return 0 if self.head_alone else self.indent

    @property
    def lines_needed(self):
        """How many lines it must have so that nothing is cut."""
        return self.lines_besides + len(wrap(self.entry.text, self.inner, SAID, self.text_indent))

    @cached_property
    def fitted(self):
        """The words that fit, line by line, the first of them beside the head or below it."""
        room = self.fitting - self.lines_besides
        return fit(self.entry.text, self.inner, SAID, room, indent=self.text_indent) if room > 0 else []

    @property
    def beside_head(self):
        return "" if self.head_alone or not self.fitted else self.fitted[0]

    @property
    def below_head(self):
        """Pairs of baseline and words."""
        lines = self.fitted if self.head_alone else self.fitted[1:]
        return [(self.first_line + number * LINE, line) for number, line in enumerate(lines, 1)]
