"""A disk that loses its power: what the program did to its files, played back up to any moment. (trust.md, 3: 1)

Only what was flushed is sure to be there. Of the rest nothing may have arrived, or all, or some of it in any order,
the last piece torn.
"""

import random
from dataclasses import dataclass
from pathlib import Path

SECTOR = 512  # bytes a disk writes as a whole


@dataclass(frozen=True)
class Op:
    """One thing done to a file. kind: as disk.c says. at: the offset, or the length for a truncation."""

    kind: str
    path: str
    at: int
    content: bytes


def read_record(file):
    """What disk.c wrote down, in order."""
    record, at, ops = Path(file).read_bytes(), 0, []
    while at < len(record):
        end = record.index(b"\n", at)
        kind, path_length, offset, length = record[at:end].split()
        path_end = end + 1 + int(path_length)
        written = int(length) if kind == b"w" else 0
        path = record[end + 1 : path_end].decode()
        ops.append(Op(kind.decode(), path, int(offset), record[path_end : path_end + written]))
        at = path_end + written
    return ops


class Disk:
    """The files of one folder.

    sure: path → bytes that survive anything. waiting: what was done since and is not flushed yet.
    """

    def __init__(self, folder):
        self.sure = {str(path): bytearray(path.read_bytes()) for path in Path(folder).rglob("*") if path.is_file()}
        self.waiting = []

    def do(self, op):
        if op.kind == "s":
            # A new file that is flushed has its content on the disk, but its name only when its folder is flushed.
            self.settle(lambda one: one.path == op.path and one.kind in "wt")
        elif op.kind == "d":
            self.settle(lambda one: one.kind in "cu" and str(Path(one.path).parent) == op.path)
        elif op.kind == "c":
            # What was called so before is another file, and gone.
            self.waiting = [one for one in self.waiting if one.path != op.path] + [op]
            self.sure[op.path] = bytearray()
        else:
            self.waiting.append(op)

    def settle(self, chosen):
        for op in filter(chosen, self.waiting):
            done(op, self.sure)
        self.waiting = [op for op in self.waiting if not chosen(op)]

    def after_a_cut(self, how, chance):
        """The files as the power finds them when it is back. how: "nothing", "everything" or "some" of what waits."""
        files = {path: bytearray(content) for path, content in self.sure.items()}
        arrived = {"nothing": [], "everything": self.waiting}.get(how)
        if arrived is None:
            arrived = [op for op in self.waiting if chance.random() < 0.5]
            if arrived and arrived[-1].kind == "w":
                arrived[-1] = torn(arrived[-1], chance)
        for op in arrived:
            done(op, files)
        nameless = {op.path for op in self.waiting if op.kind == "c"} - {op.path for op in arrived if op.kind == "c"}
        return {path: content for path, content in files.items() if path not in nameless}


def done(op, files):
    if op.kind == "u":
        files.pop(op.path, None)
    if op.kind in "uc":
        return
    content = files.setdefault(op.path, bytearray())
    if op.kind == "t":
        del content[op.at :]
        content.extend(bytes(op.at - len(content)))
    elif op.kind == "w":
        content.extend(bytes(max(0, op.at - len(content))))
        content[op.at : op.at + len(op.content)] = op.content


def torn(op, chance):
    sectors = chance.randrange(len(op.content) // SECTOR + 1)
    return Op(op.kind, op.path, op.at, op.content[: sectors * SECTOR])


def cuts(disk, ops, moments, acknowledged, seed):
    """Play the record. At each of the moments (how many ops were done) give how, the files, and what was acknowledged.

    acknowledged: op → the key that was told "saved" by this op, or None.
    """
    chance, keys = random.Random(seed), set()
    wanted = set(moments)
    for number, op in enumerate(ops, 1):
        if key := acknowledged(op):
            keys.add(key)
        else:
            disk.do(op)
        if number in wanted and keys:
            for how in ("nothing", "everything", "some"):
                yield how, disk.after_a_cut(how, chance), frozenset(keys)
