"""Rehearsing: a whole workshop with made-up participants, over the real wire.

Everything goes through the pages that people use. Nothing here touches the database; what was kept is read from the
archive and the report that the program itself gives out.
"""
