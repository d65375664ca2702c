"""The second place for copies: another disk, a stick, a folder of the organisation."""

from facilitator.access.place import synced_by
from facilitator.refusal import Refused


def check_second_place(config):
    """Refused when it lies in the data folder, cannot be made, or is synchronised.

    A copy is encrypted and never open, so it may lie on a network drive. Where folders are synchronised, what has been
    deleted is often kept for weeks.
    """
    place = config.copies
    if place is None:
        return
    if place.resolve().is_relative_to(config.data.resolve()):
        raise Refused(f"{place} lies in the data folder itself. Choose another disk for the second copies.")
    if what := synced_by(place):
        raise Refused(f"{place} is synchronised ({what}), and keeps what is deleted here. Choose another place.")
    if not place.parent.is_dir():
        raise Refused(f"{place} is not there. Is the disk or stick connected? Its folder must be there to copy into.")
