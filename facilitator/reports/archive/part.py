"""One kind of thing in an archive, and the table it is kept in."""

from dataclasses import dataclass, field

SIDES = ("for", "against")


@dataclass(frozen=True, eq=False)
class Part:
    """One kind of thing. name: where it stands in the archive. owner: the column that says what it belongs to.

    fields: in the order they are written. inside: what is listed within each. choices: what a field may say.
    one: an object or null, where others are lists. bare: a list of plain values. made: what an import makes anew.
    left_out: columns that stay behind. by_key: ordered by key, since the numbers of its rows are random.
    """

    name: str
    model: object
    owner: str | None
    fields: tuple
    inside: tuple = ()
    choices: dict = field(default_factory=dict)
    one: bool = False
    bare: bool = False
    made: dict = field(default_factory=dict)
    left_out: tuple = ()
    by_key: bool = False

    @property
    def table(self):
        return getattr(self.model, "__table__", self.model)

    @property
    def order(self):
        """By number where each has one, else in the order they came to be."""
        columns = self.table.c
        if self.by_key:
            return [columns.key]
        numbered = "number" in columns and not columns.number.nullable
        return [
            column for column in (columns.get("number") if numbered else None, columns.get("id")) if column is not None
        ]

    def column(self, name):
        """The column of a field."""
        return self.table.c[name if name in self.table.c else f"{name}_id"]


def part(name, model, owner, fields, *inside, **more):
    """A Part. fields: their names, parted by spaces."""
    return Part(name, model, owner, tuple(fields.split()), inside, **more)


def evidence(model, owner):
    """The statements something rests on, and those against it."""
    return part("evidence", model, owner, "statement side", choices={"side": SIDES})


def target_of(column):
    """The table a column refers to, or None."""
    return next((key.column.table for key in column.foreign_keys), None)
