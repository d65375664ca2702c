"""What a rehearsal shows while it runs and when it is over."""

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from facilitator.rehearsal.check import PLACES
from facilitator.rehearsal.measures import percentile

say = Console(highlight=False)


def refuse(sentence):
    """A sentence for the person at the terminal, on one line however long it is."""
    say.print(f"[red]{escape(sentence)}[/red]", soft_wrap=True)


class Showing:
    """A line with a bar on a terminal, and a plain line for each stage that is over, there and everywhere else.

    given: the list of Words that fills while people speak. expected: how many there will be.
    """

    def __init__(self, given, expected):
        self.given = given
        columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[words]}"), TimeElapsedColumn()
        self.progress = Progress(*columns, console=say, transient=True, disable=not say.is_terminal)
        self.bar = self.progress.add_task("", total=expected, words="")

    def __enter__(self):
        self.progress.start()
        return self

    def __exit__(self, *_):
        self.progress.stop()

    def begin(self, stage):
        self.stage = stage
        self.update()

    def update(self):
        saved = sum(words.saved for words in self.given)
        words = f"{saved} of {len(self.given)} saved"
        self.progress.update(self.bar, description=self.stage, completed=saved, words=words)
        return words

    def end(self):
        self.progress.console.print(f"  {self.stage}: {self.update()}")


def show_result(given, measures, people):
    """The table at the end."""
    table = Table(title=f"Rehearsal with {people} people", show_header=False, title_justify="left")
    table.add_column()
    table.add_column(justify="right")
    table.add_row("Statements sent", str(len(given)))
    table.add_row("saved", str(sum(words.number is not None for words in given)))
    table.add_row("accounted for in the report", str(sum(not words.missing for words in given)), end_section=True)
    for place in PLACES:
        table.add_row(place, str(sum(words.place == place for words in given)), end_section=place == PLACES[-1])
    table.add_row("pointed out as hindsight, a name or a number", str(measures.pointed_out), end_section=True)
    saves, wall, changes = measures.save_times(), measures.wall_times(), measures.change_times()
    table.add_row("Save, p50 and p95", f"{ms(saves, 0.5)} and {ms(saves, 0.95)}")
    table.add_row("Save, worst", ms(saves, 1.0))
    table.add_row("To appear on the wall, p50 and p95", f"{ms(wall, 0.5)} and {ms(wall, 0.95)}")
    table.add_row("Stage change to the last phone, p95", ms(changes, 0.95))
    if measures.lost:
        table.add_row("Connections lost and found again", str(measures.lost))
    say.print(table)


def ms(times, share):
    time = percentile(times, share)
    return "–" if time is None else f"{time:.0f} ms"


def show_missing(given):
    """Name what is missing, never the words themselves. Returns whether anything is."""
    missing = [words for words in given if words.missing]
    for words in missing:
        refuse(f"Missing: {words.label}: {words.missing}. {words.refusal}".rstrip())
    return bool(missing)
