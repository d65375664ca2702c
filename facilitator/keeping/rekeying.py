"""Another passphrase: everything is written anew under its key, and only then takes the place of what was there."""

import json
import secrets
import shutil
from contextlib import closing

from facilitator.access.data_folder import name_of
from facilitator.access.vault import COST, DATABASE, NOTE, SHORTEST_PASSPHRASE, Vault, derive
from facilitator.copies.restoring import restore
from facilitator.copies.shelf import copies_in
from facilitator.copies.snapshot import COPIES, take
from facilitator.names.closed_file import ClosedFile
from facilitator.refusal import Refused


def change_passphrase(folder, old, new, cost=COST):
    """Put a data folder under a new passphrase. Returns how many copies were removed, which the old one had opened.

    The folder must be held by this process. cost: how hard the new key is to work out. Refused when the old passphrase
    is not the folder's, or the new one is shorter than 12 signs or the same. Wherever it stops, either the old or the
    new passphrase opens everything: copies.restoring goes on with a change-over that had begun.
    """
    if len(new) < SHORTEST_PASSPHRASE or new == old:
        raise Refused(f"Choose a new passphrase of at least {SHORTEST_PASSPHRASE} characters.")
    vault = Vault(folder)
    vault.open(old)
    anew = take(vault, folder / COPIES)
    try:
        write_anew(anew, vault, old, new, cost)
        aside = restore(anew, folder, new)
    finally:
        shutil.rmtree(anew, ignore_errors=True)
    return forget_what_the_old_one_opens(folder, aside)


def write_anew(copy, vault, old, new, cost):
    """Put a checked copy under the key of the new passphrase: the file, its note, and the closed files of names."""
    note = {"version": 1, "folder": name_of(copy), "salt": secrets.token_hex(16), **cost}
    with closing(vault.unlocked(str(copy / DATABASE))) as file:
        file.execute("PRAGMA journal_mode = DELETE")
        file.execute(f"PRAGMA rekey = \"x'{derive(new, note).hex()}'\"")
    old_names = vault.second_key(old, "names")
    (copy / NOTE).write_text(json.dumps(note))
    new_names = Vault(copy).second_key(new, "names")
    for path in sorted((copy / "names").glob("*.db")):
        ClosedFile(path.parent, path.stem).rekey(old_names, new_names)


def forget_what_the_old_one_opens(folder, aside):
    """Remove what was put aside and the copies in the data folder: whoever knows the old passphrase could open them."""
    if aside:
        shutil.rmtree(aside)
    old = list(copies_in(folder / COPIES))
    for copy in old:
        shutil.rmtree(copy)
    return len(old)
