"""Rehearsing: a whole workshop with made-up participants, over the real wire.

Everything goes through the pages that people use. Nothing here touches the database; what was kept is read from the
archive and the report that the program itself gives out.
"""

import re

# The line in which the program says where it listens.
LISTENING = re.compile(r"Open http://\S+?:(\d+)")
